// SPDX-License-Identifier: EUPL-1.2
// In: the table of values and the rules. Out: the best division, or why there is none. Face: best_division().
#include <algorithm>
#include <bit>
#include <cmath>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

constexpr std::int64_t largest_allowed = std::int64_t{1} << 50;

Problem problem(std::string_view code, std::string found, Message expected, std::string_view repair) {
  return {.code = std::string(code),
          .found = std::move(found),
          .expected = std::move(expected),
          .repair = Message{std::string(repair), {}}};
}

Problems check_table(std::span<const std::int64_t> values) {
  if (values.size() < 2 || !std::has_single_bit(values.size()))
    return {problem("coalition.table_size", std::to_string(values.size()), {"coalition.expected.table_size", {}},
                    "coalition.repair.table")};
  if (std::bit_width(values.size()) - 1 > most_partners)
    return {problem("coalition.too_many_partners", std::to_string(std::bit_width(values.size()) - 1),
                    {"coalition.expected.partners", {number("n", most_partners)}}, "coalition.repair.list")};
  const auto wrong = std::find_if(values.begin() + 1, values.end(), [](std::int64_t v) {
    return v != impossible && (v > largest_allowed || v < -largest_allowed);
  });
  if (wrong == values.end()) return {};
  return {problem("coalition.value_too_large", std::to_string(*wrong), {"coalition.expected.value", {}},
                  "coalition.repair.table")};
}

std::vector<Team> teams_of(std::vector<Mask> masks) {
  std::vector<Team> teams;
  for (const Mask mask : masks) teams.push_back(members(mask));
  std::sort(teams.begin(), teams.end());
  return teams;
}

Division told(const std::optional<MaskDivision>& found, bool complete, double bound) {
  Division division{.certainty = Certainty::stopped, .bound = bound};
  if (found) {
    division.teams = teams_of(found->teams);
    division.value = found->value;
  }
  if (!complete) return division;
  division.certainty = found ? Certainty::best : Certainty::infeasible;
  division.bound = found ? static_cast<double>(found->value) : -std::numeric_limits<double>::infinity();
  return division;
}

/// One stop is a stop for good, whatever the clock says later.
Division by_plain(std::span<const std::int64_t> values, int partners, double bound, const Progress& progress) {
  bool stopped = false;
  const Progress watched{.stop = [&] { return stopped = stopped || progress.stopped(); }};
  auto division = told(plain_division(values, partners, watched), !stopped, bound);
  division.method = Method::plain_dynamic_programming;
  return division;
}

Result<Division> by_dynamic_programming(std::span<const std::int64_t> values, int partners, double bound,
                                        const Progress& progress) {
  const auto found = search_by_large_team(values, partners, progress);
  if (!found) return tl::unexpected(found.error());
  if (found->gave_up && !found->proven) return by_plain(values, partners, bound, progress);
  return told(found->division, found->proven, bound);
}

Result<Division> divide(std::span<const std::int64_t> values, int partners, const Progress& progress) {
  const auto priced = find_prices(values, partners, progress);
  if (!priced) return tl::unexpected(priced.error());
  if (priced->stopped) return Division{};
  if (!priced->prices) return told(std::nullopt, true, 0);
  progress.at(0.5);
  const auto found = search(values, partners, *priced->prices, progress);
  if (found.gave_up && !found.proven) return by_dynamic_programming(values, partners, priced->prices->total, progress);
  return told(found.division, found.proven, priced->prices->total);
}

/// Leaves out rules one by one while it stays infeasible: what is left clashes, and each of it is needed for that.
Result<std::vector<Rule>> smallest_clash(std::span<const std::int64_t> values, Rules rules, int partners,
                                         const Progress& progress) {
  std::vector<std::int64_t> possible(values.begin(), values.end());
  for (auto& value : possible) value = value == impossible ? impossible : 0;
  for (const auto& rule : rules_by_name(rules)) {
    const auto fewer = without(rules, rule);
    const auto division = divide(keep_rules(possible, fewer, partners), partners, progress);
    if (!division) return tl::unexpected(division.error());
    if (division->certainty == Certainty::infeasible) rules = fewer;
  }
  return rules_by_name(rules);
}

}  // namespace

double Division::gap() const {
  if (!found()) return std::numeric_limits<double>::infinity();
  if (certainty == Certainty::best) return 0;
  return (bound - static_cast<double>(value)) / std::abs(static_cast<double>(value));
}

Result<Division> best_division(std::span<const std::int64_t> values, const Rules& rules, const Progress& progress) {
  if (auto problems = check_table(values); !problems.empty()) return tl::unexpected(std::move(problems));
  const auto partners = static_cast<int>(std::bit_width(values.size())) - 1;
  if (auto problems = check_rules(rules, partners); !problems.empty()) return tl::unexpected(std::move(problems));
  if (!rules.any()) return divide(values, partners, progress);
  auto division = divide(keep_rules(values, rules, partners), partners, progress);
  if (!division || division->certainty != Certainty::infeasible) return division;
  auto clash = smallest_clash(values, rules, partners, progress);
  if (!clash) return tl::unexpected(clash.error());
  division->clash = std::move(*clash);
  return division;
}

}  // namespace koepel::coalition
