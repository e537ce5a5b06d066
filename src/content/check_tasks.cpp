// SPDX-License-Identifier: EUPL-1.2
// The task catalogue in; ratings off the scale and positions that do not follow from the ratings out.
#include <array>
#include <cmath>
#include <string>

#include "content/checks.h"
#include "content/default_position.h"

namespace koepel::content {

namespace {

void check_ratings(const Task& task, Problems& problems) {
  const std::array<std::pair<const char*, int>, 6> ratings = {{
      {"policy_sensitivity", task.policy_sensitivity},
      {"scale_sensitivity", task.scale_sensitivity},
      {"specialisation_need", task.specialisation_need},
      {"citizen_proximity", task.citizen_proximity},
      {"third_party_overlap", task.third_party_overlap},
      {"legal_obligation", task.legal_obligation},
  }};
  for (const auto& [name, rating] : ratings)
    if (rating < 1 || rating > 5)
      note(problems, out_of_range, "tasks.csv", task.id + "." + name, std::to_string(rating));
}

}  // namespace

void check_tasks(const MethodPack& pack, Problems& problems) {
  for (const auto& task : pack.tasks) {
    check_ratings(task, problems);
    if (task.default_position != default_position(task))
      note(problems, position_differs, "tasks.csv", task.id + ".default_position",
           std::to_string(std::lround(task.default_position)));
    if (task.fixed_cost_share < 0 || task.fixed_cost_share > 1)
      note(problems, out_of_range, "tasks.csv", task.id + ".fixed_cost_share", std::to_string(task.fixed_cost_share));
  }
}

}  // namespace koepel::content
