// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "coalition/division.h"
#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

using Values = std::vector<std::int64_t>;

/// Every division of n partners: each partner joins an earlier team or starts one. Its value, when the rules are kept.
std::int64_t by_hand(const Values& values, int partners, const Rules& rules) {
  const TeamJudge judge(rules, partners);
  std::int64_t best = impossible;
  std::vector<Mask> teams;
  const std::function<void(int)> place = [&](int partner) {
    if (partner == partners) {
      std::int64_t sum = 0;
      for (const Mask team : teams) {
        if (values[team] == impossible || !judge.allows(members(team))) return;
        sum += values[team];
      }
      best = std::max(best, sum);
      return;
    }
    for (std::size_t t = 0; t < teams.size(); ++t) {
      teams[t] |= Mask{1} << partner;
      place(partner + 1);
      teams[t] ^= Mask{1} << partner;
    }
    teams.push_back(Mask{1} << partner);
    place(partner + 1);
    teams.pop_back();
  };
  place(0);
  return best;
}

Values some_values(int partners, std::int64_t low, std::int64_t high) {
  const std::size_t size = std::size_t{1} << partners;
  return *rc::gen::container<Values>(size, rc::gen::inRange(low, high));
}

Rules some_rules(int partners) {
  const auto partner = rc::gen::inRange(0, partners);
  const auto pairs = rc::gen::container<std::vector<Pair>>(rc::gen::pair(partner, partner));
  const auto proper = [](std::vector<Pair> list) {
    std::erase_if(list, [](const Pair& p) { return p.first == p.second; });
    return list;
  };
  Rules rules;
  if (*rc::gen::arbitrary<bool>()) rules.neighbours = proper(*pairs);
  if (*rc::gen::arbitrary<bool>()) rules.smallest = *rc::gen::inRange(1, 3);
  if (*rc::gen::arbitrary<bool>()) rules.largest = *rc::gen::inRange(1, partners + 1);
  if (*rc::gen::inRange(0, 3) == 0) rules.apart = proper(*pairs);
  if (*rc::gen::inRange(0, 3) == 0) rules.together = {{0, partners - 1}};
  if (partners < 2) rules.together.clear();
  if (*rc::gen::arbitrary<bool>()) rules.hosts = *rc::gen::container<std::vector<int>>(partner);
  rules.one_host_only = *rc::gen::arbitrary<bool>();
  return rules;
}

void expect_division(const Division& division, const Values& values, int partners) {
  std::int64_t sum = 0;
  Mask placed = 0;
  for (const auto& team : division.teams) {
    const Mask mask = mask_of(team);
    RC_ASSERT((placed & mask) == 0U);
    RC_ASSERT(values[mask] != impossible);
    placed |= mask;
    sum += values[mask];
  }
  RC_ASSERT(placed + 1 == Mask{1} << partners);
  RC_ASSERT(sum == division.value);
}

RC_GTEST_PROP(BestDivision, EqualsEveryDivisionTriedByHand, ()) {
  const int partners = *rc::gen::inRange(1, 9);
  const auto high = *rc::gen::element<std::int64_t>(2, 10, 1'000'000);
  auto values = some_values(partners, -high / 2, high);
  if (*rc::gen::arbitrary<bool>())
    for (auto& value : values)
      if (value % 3 == 0) value = impossible;
  const auto rules = some_rules(partners);
  const auto division = best_division(values, rules);
  RC_ASSERT(division);
  const auto best = by_hand(values, partners, rules);
  if (best == impossible) {
    RC_ASSERT(division->certainty == Certainty::infeasible);
    RC_ASSERT(!division->found());
    return;
  }
  RC_ASSERT(division->certainty == Certainty::best);
  RC_ASSERT(division->value == best);
  RC_ASSERT(division->bound == static_cast<double>(best));
  expect_division(*division, values, partners);
}

RC_GTEST_PROP(BestDivision, EqualsPlainDynamicProgramming, ()) {
  const int partners = *rc::gen::inRange(8, 13);
  const auto values = some_values(partners, -50, *rc::gen::element<std::int64_t>(5, 100, 100'000'000));
  const auto division = best_division(values);
  const auto plain = plain_division(values, partners, {});
  RC_ASSERT(division && plain);
  RC_ASSERT(division->value == plain->value);
  expect_division(*division, values, partners);
}

RC_GTEST_PROP(BestDivision, HoldsALargeTeamOrIsMadeOfSmallOnes, ()) {
  const int partners = *rc::gen::inRange(2, 11);
  auto values = some_values(partners, -50, 100);
  const auto plain = plain_division(values, partners, {});
  const auto large = division_with_large_team(values, partners, {});
  for (Mask set = 1; set < values.size(); ++set)
    if (std::popcount(set) >= large_team(partners)) values[set] = impossible;
  const auto small = plain_division(values, partners, {});
  const auto worth = [](const auto& division) { return division ? division->value : impossible; };
  RC_ASSERT(worth(plain) == std::max(worth(large), worth(small)));
}

RC_GTEST_PROP(BestDivision, ByWayOfALargeTeamEqualsPlainDynamicProgramming, ()) {
  const int partners = *rc::gen::inRange(2, 13);
  auto values = some_values(partners, -50, 100);
  const auto together = *rc::gen::element<std::int64_t>(0, 5, 20);  // the more this is, the larger the best teams
  for (Mask set = 1; set < values.size(); ++set) values[set] += together * std::popcount(set) * std::popcount(set);
  const auto found = search_by_large_team(values, partners, {});
  const auto plain = plain_division(values, partners, {});
  RC_ASSERT(found && found->proven);
  RC_ASSERT(found->division.has_value() == plain.has_value());
  RC_ASSERT(!plain || found->division->value == plain->value);
}

TEST(BestDivision, SumsOfMembersMakeEveryDivisionEquallyGood) {
  Values values(1 << 16);
  for (std::size_t set = 1; set < values.size(); ++set)
    for (const int i : members(static_cast<Mask>(set))) values[set] += 100 * i - 500;
  const auto division = best_division(values);
  EXPECT_EQ(division->certainty, Certainty::best);
  EXPECT_EQ(division->value, values.back());
}

TEST(BestDivision, StaysExactForLargeAmounts) {
  const std::int64_t big = std::int64_t{1} << 49;
  EXPECT_EQ(best_division(Values{0, big, big, 2 * big - 1})->value, 2 * big);
  EXPECT_EQ(best_division(Values{0, big - 1, big, 2 * big})->teams, (std::vector<Team>{{0, 1}}));
}

TEST(BestDivision, NamesWhatIsWrongWithATable) {
  EXPECT_EQ(best_division(Values{}).error()[0].code, "coalition.table_size");
  EXPECT_EQ(best_division(Values{0}).error()[0].code, "coalition.table_size");
  EXPECT_EQ(best_division(Values(7)).error()[0].code, "coalition.table_size");
  EXPECT_EQ(best_division(Values{0, std::int64_t{1} << 51}).error()[0].code, "coalition.value_too_large");
}

TEST(BestDivision, NamesMorePartnersThanATableCanHold) {
  const Values values(std::size_t{1} << 26);
  EXPECT_EQ(best_division(values).error()[0].code, "coalition.too_many_partners");
}

TEST(BestDivision, NamesRulesAboutNobody) {
  const Values values(8);
  EXPECT_EQ(best_division(values, {.together = {{0, 3}}}).error()[0].code, "coalition.rule_partner");
  EXPECT_EQ(best_division(values, {.hosts = std::vector<int>{-1}}).error()[0].code, "coalition.rule_partner");
  EXPECT_EQ(best_division(values, {.smallest = 0}).error()[0].code, "coalition.rule_size");
}

TEST(BestDivision, NamesTheRulesThatClash) {
  const Values values(16);
  const Rules rules{
      .largest = 3, .together = {{0, 1}, {1, 2}}, .apart = {{0, 2}, {0, 3}}, .hosts = std::vector<int>{1}};
  const auto division = best_division(values, rules);
  EXPECT_EQ(division->certainty, Certainty::infeasible);
  const std::vector<Rule> clash{
      {Rule::Kind::together, {0, 1}}, {Rule::Kind::together, {1, 2}}, {Rule::Kind::apart, {0, 2}}};
  EXPECT_EQ(division->clash, clash);
}

TEST(BestDivision, NamesAClashOfSizeAndNeighbours) {
  const auto division = best_division(Values(8), {.neighbours = std::vector<Pair>{{0, 1}}, .smallest = 2});
  EXPECT_EQ(division->clash, (std::vector<Rule>{{Rule::Kind::neighbours}, {Rule::Kind::smallest}}));
}

TEST(BestDivision, KeepsIslandsApartWhenTeamsMustHangTogether) {
  Values values(16);
  for (std::size_t set = 1; set < 16; ++set) values[set] = static_cast<std::int64_t>(set * set);
  const auto division = best_division(values, {.neighbours = std::vector<Pair>{{0, 1}, {2, 3}}});
  EXPECT_EQ(division->teams, (std::vector<Team>{{0, 1}, {2, 3}}));
}

TEST(BestDivision, StopsWhenAsked) {
  const auto division = best_division(Values(1 << 12, 1), {}, Progress{.stop = [] { return true; }});
  EXPECT_EQ(division->certainty, Certainty::stopped);
}

TEST(PlainDivision, StopsWhenAsked) {
  EXPECT_FALSE(plain_division(Values(1 << 12, 1), 12, Progress{.stop = [] { return true; }}));
}

RC_GTEST_PROP(Prices, NoTeamIsWorthMoreThanItsPrice, ()) {
  const int partners = *rc::gen::inRange(1, 10);
  const auto values = some_values(partners, -1000, 1000);
  const auto priced = find_prices(values, partners, {});
  const PriceSums sums(priced->prices->of_partner, partners);
  for (Mask team = 1; team < values.size(); ++team)
    RC_ASSERT(sums.of(team) >= static_cast<double>(values[team]) - 1e-9);
}

}  // namespace
}  // namespace koepel::coalition
