// SPDX-License-Identifier: EUPL-1.2
// Cost models of tasks in, one game of savings out. The face is game_of.
#include "gains/subject_game.h"

#include <algorithm>

namespace koepel::gains {

namespace {

/// nullptr when the task does not know the partner's cost.
const scale::PartnerCost* find_cost(const scale::TaskScale& task, const std::string& partner) {
  const auto found = std::ranges::find(task.model->partners, partner, &scale::PartnerCost::partner);
  return found == task.model->partners.end() ? nullptr : &*found;
}

void add_own_costs(const scale::TaskScale& task, SubjectGame& out) {
  for (std::size_t p = 0; p < out.partners.size(); ++p) {
    const auto* cost = find_cost(task, out.partners[p]);
    if (cost == nullptr) continue;
    if (out.origins[p].file.empty()) out.origins[p] = cost->origin;
    out.alone[p] += cost->own();
  }
}

}  // namespace

std::vector<std::string> partners_with_cost(const Study& study, const std::vector<const scale::TaskScale*>& tasks) {
  std::vector<std::string> out;
  for (const auto& partner : study.partners)
    if (std::ranges::any_of(tasks, [&](const auto* task) { return find_cost(*task, partner.id) != nullptr; }))
      out.push_back(partner.id);
  return out;
}

Result<SubjectGame> game_of(const std::vector<const scale::TaskScale*>& tasks, std::vector<std::string> partners) {
  SubjectGame out;
  out.partners = std::move(partners);
  out.alone.assign(out.partners.size(), 0);
  out.origins.assign(out.partners.size(), {});
  out.game.players = static_cast<int>(out.partners.size());
  for (const auto* task : tasks) {
    auto table = scale::savings_table(*task->model, task->terms, out.partners);
    if (!table) return tl::unexpected<Problems>(std::move(table.error()));
    if (out.game.value.empty()) out.game.value.assign(table->size(), 0);
    for (std::size_t s = 0; s < table->size(); ++s) out.game.value[s] += (*table)[s];
    add_own_costs(*task, out);
  }
  return out;
}

}  // namespace koepel::gains
