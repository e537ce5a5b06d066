// SPDX-License-Identifier: EUPL-1.2
#include "coalition/stability.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "coalition/geometry.h"

namespace koepel::coalition {
namespace {

using Values = std::vector<std::int64_t>;

// Three partners, any pair is worth 90, all three 100: equal shares make every pair break away from the three.
const Values pairs_matter{0, 0, 0, 90, 0, 90, 90, 100};

TEST(Stability, PairsBreakAwayFromTheThree) {
  const auto stability = judge_stability({{0, 1, 2}}, pairs_matter, equal_shares(pairs_matter));
  ASSERT_EQ(stability.breakaways.size(), 3U);
  EXPECT_EQ(stability.breakaways[0].team, (Team{0, 1}));
  EXPECT_NEAR(stability.breakaways[0].least_gain, 45 - 100.0 / 3, 1e-9);
  EXPECT_NEAR(stability.breakaways[0].total_gain, 90 - 200.0 / 3, 1e-9);
  EXPECT_FALSE(stability.in_core());
  EXPECT_TRUE(stability.individually_stable());
}

TEST(Stability, AloneOneIsNotWelcomeWhereOthersWouldLose) {
  const auto stability = judge_stability({{0, 1}, {2}}, pairs_matter, equal_shares(pairs_matter));
  ASSERT_EQ(stability.preferences.size(), 1U);
  EXPECT_EQ(stability.preferences[0].partner, 2);
  EXPECT_EQ(stability.preferences[0].rather, (Team{0, 1, 2}));
  EXPECT_FALSE(stability.preferences[0].welcome);
  EXPECT_TRUE(stability.in_core());
  EXPECT_TRUE(stability.individually_stable());
}

TEST(Stability, APartnerThatPaysForOthersStandsAloneRather) {
  const Values values{0, 80, 0, 100};
  const auto stability = judge_stability({{0, 1}}, values, equal_shares(values));
  ASSERT_EQ(stability.preferences.size(), 1U);
  EXPECT_EQ(stability.preferences[0].rather, (Team{0}));
  EXPECT_EQ(stability.preferences[0].gain, 30);
  EXPECT_TRUE(stability.preferences[0].welcome);
  EXPECT_FALSE(stability.individually_stable());
}

TEST(Stability, RulesAndSmallGainsMoveNobody) {
  const auto share = equal_shares(pairs_matter);
  EXPECT_TRUE(judge_stability({{0, 1, 2}}, pairs_matter, share, {.smallest = 3}).in_core());
  EXPECT_TRUE(judge_stability({{0, 1, 2}}, pairs_matter, share, {}, 12).in_core());
  EXPECT_FALSE(judge_stability({{0, 1}, {2}}, pairs_matter, share, {}, 0, 2).in_core()) << "not every team was checked";
}

TEST(Stability, StopsHonestly) {
  const Values values(1 << 10, 0);
  const auto stability = judge_stability(std::vector<Team>{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}, values,
                                         equal_shares(values), {}, 0, 25, Progress{.stop = [] { return true; }});
  EXPECT_FALSE(stability.every_team_checked);
  EXPECT_FALSE(stability.in_core());
}

TEST(Geometry, OneHouseForTwoTasksCostsTheDifference) {
  const std::vector<Values> tables{{0, 0, 0, 10, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0, 7, 0}};
  const auto geometry = compare_geometry(tables);
  EXPECT_EQ(geometry->per_task[0].teams, (std::vector<Team>{{0, 1}, {2}}));
  EXPECT_EQ(geometry->per_task[1].teams, (std::vector<Team>{{0}, {1, 2}}));
  EXPECT_EQ(geometry->together.value, 10);
  EXPECT_EQ(geometry->value_per_task, 17);
  EXPECT_EQ(geometry->price_of_one_house, 7);
}

TEST(Geometry, TakesADivisionThatIsKnown) {
  const std::vector<Values> tables{{0, 0, 0, 10, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0, 7, 0}};
  const std::vector<std::optional<Division>> known{std::nullopt, *best_division(tables[1])};
  const Progress stop_at_once{.stop = [] { return true; }};
  const auto geometry = compare_geometry(tables, {}, {}, known);
  EXPECT_EQ(geometry->price_of_one_house, 7);
  EXPECT_EQ(compare_geometry(tables, {}, stop_at_once, known)->per_task[1].certainty, Certainty::best);
}

TEST(Geometry, NamesTablesThatDoNotFit) {
  EXPECT_EQ(compare_geometry(std::vector<Values>{}).error()[0].code, "coalition.tables");
  EXPECT_EQ(compare_geometry(std::vector<Values>{Values(4), Values(8)}).error()[0].code, "coalition.tables");
}

TEST(Geometry, DoesNotCompareWhatWasNotFinished) {
  const std::vector<Values> tables{Values(8, 1)};
  EXPECT_FALSE(compare_geometry(tables, {}, Progress{.stop = [] { return true; }})->complete);
}

RC_GTEST_PROP(Geometry, OneHouseNeverGains, ()) {
  std::vector<Values> tables;
  for (int t = *rc::gen::inRange(1, 4); t > 0; --t)
    tables.push_back(*rc::gen::container<Values>(64, rc::gen::inRange<std::int64_t>(-20, 50)));
  RC_ASSERT(compare_geometry(tables)->price_of_one_house >= 0);
}

}  // namespace
}  // namespace koepel::coalition
