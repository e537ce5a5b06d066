// SPDX-License-Identifier: EUPL-1.2
// Two analyses of a study and a finding that reads otherwise, in; the changed records behind it, out. The face is
// Causes::of.
#include "service/causes.h"

#include <algorithm>
#include <set>
#include <variant>

namespace koepel::service {

namespace {

/// Every step that a finding rests on, down to the last.
std::set<const Step*> steps_below(const Analysis& analysis, const std::vector<std::string>& first) {
  std::set<const Step*> seen;
  std::vector<std::string> todo = first;
  while (!todo.empty()) {
    const auto* step = find_step(analysis, todo.back());
    todo.pop_back();
    if (step != nullptr && seen.insert(step).second) todo.insert(todo.end(), step->from.begin(), step->from.end());
  }
  return seen;
}

}  // namespace

Causes::Side Causes::side_of(const Told& told) {
  Side side{told, {}, {}};
  for (const auto& record : told.live->records) {
    const auto& origin = std::visit([](const auto& what) -> const Origin& { return what.origin; }, record->what);
    side.by_place[{origin.file, origin.sheet, origin.line}] = record.get();
    side.by_key[record->key] = record.get();
  }
  return side;
}

Causes::Causes(const Told& before, const Told& after) : before_(side_of(before)), after_(side_of(after)) {}

void Causes::collect(const Side& side, const Finding& finding, Records& behind) {
  for (const auto* step : steps_below(side.told.analysis, finding.trace))
    for (const auto& input : step->inputs) {
      const auto found = side.by_place.find({input.file, input.sheet, input.line});
      if (found != side.by_place.end()) behind[found->second->key] = found->second;
    }
}

std::vector<const CurrentRecord*> Causes::of(const FindingChange& change) const {
  Records behind;
  if (change.before != nullptr) collect(before_, *change.before, behind);
  if (change.after != nullptr) collect(after_, *change.after, behind);
  std::vector<const CurrentRecord*> causes;
  for (const auto& [key, record] : behind) {
    const auto was = before_.by_key.find(key), is = after_.by_key.find(key);
    const bool both = was != before_.by_key.end() && is != after_.by_key.end();
    if (!both || was->second->sequence != is->second->sequence)
      causes.push_back(is == after_.by_key.end() ? record : is->second);
  }
  std::ranges::sort(causes, {}, [](const auto* record) { return record->sequence; });
  return causes;
}

}  // namespace koepel::service
