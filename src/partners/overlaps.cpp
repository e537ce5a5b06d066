// SPDX-License-Identifier: EUPL-1.2
// The map of partnerships in; tasks that more than one of them covers out.
#include <algorithm>
#include <set>

#include "partners/partnership_map.h"

namespace koepel::partners {

namespace {

std::vector<std::string> tasks_in_order(const std::vector<MappedArrangement>& map) {
  std::vector<std::string> tasks;
  for (const auto& arrangement : map)
    for (const auto& task : arrangement.tasks)
      if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) tasks.push_back(task);
  return tasks;
}

Arg names_of(const std::vector<const MappedArrangement*>& arrangements) {
  Arg list;
  list.name = "arrangements";
  list.kind = Arg::Kind::list;
  for (const auto* arrangement : arrangements) list.parts.push_back(word("", arrangement->name));
  return list;
}

/// Partners that take part in more than one of these.
std::vector<std::string> doubled_partners(const std::vector<const MappedArrangement*>& arrangements) {
  std::vector<std::string> seen;
  std::vector<std::string> doubled;
  for (const auto* arrangement : arrangements)
    for (const auto& partner : arrangement->partners) {
      const bool before = std::find(seen.begin(), seen.end(), partner) != seen.end();
      if (before && std::find(doubled.begin(), doubled.end(), partner) == doubled.end()) doubled.push_back(partner);
      if (!before) seen.push_back(partner);
    }
  return doubled;
}

}  // namespace

std::vector<Overlap> find_overlaps(const std::vector<MappedArrangement>& map) {
  std::vector<Overlap> overlaps;
  for (const auto& task : tasks_in_order(map)) {
    std::vector<const MappedArrangement*> covering;
    for (const auto& arrangement : map)
      if (!arrangement.partners.empty() &&
          std::find(arrangement.tasks.begin(), arrangement.tasks.end(), task) != arrangement.tasks.end())
        covering.push_back(&arrangement);
    if (covering.size() < 2) continue;
    Overlap overlap{task, {}, {}};
    for (const auto* arrangement : covering) overlap.arrangements.push_back(arrangement->id);
    const auto doubled = doubled_partners(covering);
    const std::string kind = doubled.empty() ? "partners.overlap.apart" : "partners.overlap.double";
    overlap.what = {kind, {term("task", "task", task), names_of(covering)}};
    if (!doubled.empty()) overlap.what.args.push_back(terms("partners", "partner", doubled));
    overlaps.push_back(std::move(overlap));
  }
  return overlaps;
}

}  // namespace koepel::partners
