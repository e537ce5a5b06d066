// SPDX-License-Identifier: EUPL-1.2
// In: a list of possible teams. Out: the best division. Face: best_division(Candidates): checks, keeps the rules, and
// hands over to the table's exact search (up to 25 partners) or to column generation.
#include "coalition/candidates.h"

#include <algorithm>
#include <cstdlib>

#include "coalition/generation.h"
#include "coalition/parts.h"

namespace koepel::coalition {

void Candidates::add(std::span<const int> team, std::int64_t value) {
  values.push_back(value);
  members.insert(members.end(), team.begin(), team.end());
  starts.push_back(members.size());
}

std::span<const int> Candidates::team(std::size_t t) const {
  return std::span(members).subspan(starts[t], starts[t + 1] - starts[t]);
}

namespace {

bool proper(std::span<const int> team, int partners) {
  const bool ascending = std::adjacent_find(team.begin(), team.end(), std::greater_equal<>()) == team.end();
  return !team.empty() && ascending && team.front() >= 0 && team.back() < partners;
}

Problem problem(std::string_view code, std::string found, std::string_view expected) {
  return {.code = std::string(code),
          .found = std::move(found),
          .expected = Message{std::string(expected), {}},
          .repair = Message{"coalition.repair.table", {}}};
}

Problems check_list(const Candidates& list) {
  constexpr std::int64_t largest = std::int64_t{1} << 50;
  if (list.partners < 1) return {problem("coalition.table_size", "0", "coalition.expected.team")};
  for (std::size_t t = 0; t < list.size(); ++t) {
    if (!proper(list.team(t), list.partners))
      return {problem("coalition.team", std::to_string(t), "coalition.expected.team")};
    if (list.values[t] != impossible && (list.values[t] > largest || list.values[t] < -largest))
      return {problem("coalition.value_too_large", std::to_string(list.values[t]), "coalition.expected.value")};
  }
  return {};
}

std::vector<std::int64_t> as_table(const Candidates& list) {
  std::vector<std::int64_t> values(std::size_t{1} << list.partners, impossible);
  for (std::size_t t = 0; t < list.size(); ++t) {
    auto& value = values[mask_of(list.team(t))];
    value = std::max(value, list.values[t]);
  }
  return values;
}

Candidates that_keep(const Rules& rules, const Candidates& list) {
  const TeamJudge judge(rules, list.partners);
  Candidates kept{.partners = list.partners};
  for (std::size_t t = 0; t < list.size(); ++t)
    if (list.values[t] != impossible && judge.allows(list.team(t))) kept.add(list.team(t), list.values[t]);
  return kept;
}

}  // namespace

Result<Division> best_division(const Candidates& list, const Rules& rules, double gap, const Progress& progress) {
  if (auto problems = check_list(list); !problems.empty()) return tl::unexpected(std::move(problems));
  if (auto problems = check_rules(rules, list.partners); !problems.empty()) return tl::unexpected(std::move(problems));
  if (list.partners <= most_partners) return best_division(as_table(list), rules, progress);
  return generate_division(that_keep(rules, list), gap, progress);
}

}  // namespace koepel::coalition
