// SPDX-License-Identifier: EUPL-1.2
// Quantities, findings and clusters in; ranges out of order, unknown words and tasks in no or two clusters out.
#include <algorithm>
#include <initializer_list>
#include <map>

#include "content/checks.h"

namespace koepel::content {

namespace {

bool rising(std::initializer_list<double> numbers) { return std::is_sorted(numbers.begin(), numbers.end()); }

bool one_of(std::string_view found, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), found) != words.end();
}

void check_curve(const ScaleCluster& c, Problems& problems) {
  if (!one_of(c.curve, {"log", "power", "flat", "none"})) note(problems, word_unknown, "scale.yaml", c.id, c.curve);
  if (c.curve != "log" && c.curve != "power") return;
  if (c.valid_low <= 0 || c.valid_low >= c.valid_high) note(problems, range_wrong, "scale.yaml", c.id + ".valid", "");
  if (c.n_star <= 0) note(problems, out_of_range, "scale.yaml", c.id + ".n_star", std::to_string(c.n_star));
  if (!rising({0, c.a_low, c.a, c.a_high})) note(problems, range_wrong, "scale.yaml", c.id + ".a", "");
  if (!rising({0, c.elasticity_low, c.elasticity, c.elasticity_high}))
    note(problems, range_wrong, "scale.yaml", c.id + ".elasticity", "");
}

void check_membership(const MethodPack& pack, Problems& problems) {
  std::map<std::string, int> times;
  for (const auto& cluster : pack.clusters) {
    for (const auto& task : cluster.tasks) ++times[task];
    if (!cluster.variant_of.empty() && !cluster.tasks.empty())
      note(problems, cluster_count, "scale.yaml", cluster.id + ".tasks", cluster.tasks.front());
  }
  for (const auto& task : pack.tasks)
    if (const int n = times[task.id]; n != 1) note(problems, cluster_count, "scale.yaml", task.id, std::to_string(n));
}

}  // namespace

void check_cost_model(const MethodPack& pack, Problems& problems) {
  for (const auto& q : pack.quantities)
    if (!rising({q.low, q.value, q.high}))
      note(problems, range_wrong, "quantities.yaml", q.id, std::to_string(q.value));
  for (const auto& one : pack.evidence)
    if (!one_of(one.standing, {"research", "consultant", "known", "unsure"}))
      note(problems, word_unknown, "evidence.yaml", one.id, one.standing);
  for (const auto& cluster : pack.clusters) check_curve(cluster, problems);
  check_membership(pack, problems);
}

}  // namespace koepel::content
