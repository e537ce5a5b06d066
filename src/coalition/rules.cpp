// SPDX-License-Identifier: EUPL-1.2
// In: rules and a team. Out: whether the team keeps them. Face: TeamJudge, check_rules().
#include "coalition/rules.h"

#include <algorithm>
#include <string>

namespace koepel::coalition {
namespace {

bool holds(std::span<const int> team, int partner) { return std::binary_search(team.begin(), team.end(), partner); }

std::vector<std::vector<int>> lists(const std::vector<Pair>& pairs, int partners) {
  std::vector<std::vector<int>> result(static_cast<std::size_t>(partners));
  for (const auto& [a, b] : pairs) {
    result[static_cast<std::size_t>(a)].push_back(b);
    result[static_cast<std::size_t>(b)].push_back(a);
  }
  return result;
}

Problem problem(std::string_view code, std::string found, Message expected) {
  return {.code = std::string(code),
          .found = std::move(found),
          .expected = std::move(expected),
          .repair = Message{"coalition.repair.rule", {}}};
}

void check_partner(int partner, int partners, Problems& problems) {
  if (partner >= 0 && partner < partners) return;
  problems.push_back(problem("coalition.rule_partner", std::to_string(partner),
                             Message{"coalition.expected.partner", {number("n", partners)}}));
}

void check_pairs(const std::vector<Pair>& pairs, int partners, Problems& problems) {
  for (const auto& [a, b] : pairs) {
    check_partner(a, partners, problems);
    check_partner(b, partners, problems);
  }
}

}  // namespace

bool Rules::any() const { return !rules_by_name(*this).empty(); }

std::vector<Rule> rules_by_name(const Rules& rules) {
  std::vector<Rule> result;
  if (rules.neighbours) result.push_back({Rule::Kind::neighbours});
  if (rules.smallest > 1) result.push_back({Rule::Kind::smallest});
  if (rules.largest) result.push_back({Rule::Kind::largest});
  for (const auto& pair : rules.together) result.push_back({Rule::Kind::together, pair});
  for (const auto& pair : rules.apart) result.push_back({Rule::Kind::apart, pair});
  if (rules.hosts) result.push_back({Rule::Kind::hosts});
  if (rules.hosts && rules.one_host_only) result.push_back({Rule::Kind::one_host_only});
  return result;
}

Rules without(Rules rules, const Rule& rule) {
  switch (rule.kind) {
    case Rule::Kind::neighbours:
      rules.neighbours.reset();
      break;
    case Rule::Kind::smallest:
      rules.smallest = 1;
      break;
    case Rule::Kind::largest:
      rules.largest.reset();
      break;
    case Rule::Kind::together:
      std::erase(rules.together, rule.pair);
      break;
    case Rule::Kind::apart:
      std::erase(rules.apart, rule.pair);
      break;
    case Rule::Kind::hosts:
      rules.hosts.reset();
      break;
    case Rule::Kind::one_host_only:
      rules.one_host_only = false;
      break;
  }
  return rules;
}

Problems check_rules(const Rules& rules, int partners) {
  Problems problems;
  if (rules.neighbours) check_pairs(*rules.neighbours, partners, problems);
  check_pairs(rules.together, partners, problems);
  check_pairs(rules.apart, partners, problems);
  if (rules.hosts)
    for (const int host : *rules.hosts) check_partner(host, partners, problems);
  const auto size = [&](int found) {
    problems.push_back(problem("coalition.rule_size", std::to_string(found), Message{"coalition.expected.size", {}}));
  };
  if (rules.smallest < 1) size(rules.smallest);
  if (rules.largest && *rules.largest < 1) size(*rules.largest);
  return problems;
}

TeamJudge::TeamJudge(const Rules& rules, int partners)
    : rules_(rules),
      neighbours_(lists(rules.neighbours.value_or(std::vector<Pair>{}), partners)),
      together_(lists(rules.together, partners)),
      apart_(lists(rules.apart, partners)),
      host_(static_cast<std::size_t>(partners), 0) {
  for (const int host : rules.hosts.value_or(std::vector<int>{})) host_[static_cast<std::size_t>(host)] = 1;
}

bool TeamJudge::allows(std::span<const int> team) const {
  const auto size = static_cast<int>(team.size());
  if (size < rules_.smallest || (rules_.largest && size > *rules_.largest)) return false;
  return pairs_kept(team) && host_found(team) && hangs_together(team);
}

bool TeamJudge::pairs_kept(std::span<const int> team) const {
  if (rules_.together.empty() && rules_.apart.empty()) return true;
  return std::all_of(team.begin(), team.end(), [&](int member) {
    const auto i = static_cast<std::size_t>(member);
    const auto in_team = [&](int other) { return holds(team, other); };
    return std::all_of(together_[i].begin(), together_[i].end(), in_team) &&
           std::none_of(apart_[i].begin(), apart_[i].end(), in_team);
  });
}

bool TeamJudge::host_found(std::span<const int> team) const {
  if (!rules_.hosts || team.size() < 2) return true;
  const auto hosts = std::count_if(team.begin(), team.end(), [&](int i) { return host_[static_cast<std::size_t>(i)]; });
  return rules_.one_host_only ? hosts == 1 : hosts >= 1;
}

bool TeamJudge::hangs_together(std::span<const int> team) const {
  if (!rules_.neighbours || team.size() < 2) return true;
  std::vector<int> reached{team.front()};
  for (std::size_t next = 0; next < reached.size(); ++next)
    for (const int other : neighbours_[static_cast<std::size_t>(reached[next])])
      if (holds(team, other) && std::find(reached.begin(), reached.end(), other) == reached.end())
        reached.push_back(other);
  return reached.size() == team.size();
}

}  // namespace koepel::coalition
