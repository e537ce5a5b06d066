// SPDX-License-Identifier: EUPL-1.2
#include "coalition/borders.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "coalition/candidates.h"
#include "coalition/net.h"
#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

/// All of the range from the first case on: by itself the range grows with the cases, from its lower end, and weights
/// that are all negative ask nothing.
template <typename Number>
Number number_in(Number low, Number high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(low, high + 1));
}

BorderGame some_game(int most) {
  BorderGame game{.partners = number_in(1, most), .borders = {}};
  const auto high = *rc::gen::element<std::int64_t>(2, 6, 1000);
  const auto share = number_in(2, 10);
  for (int a = 0; a < game.partners; ++a)
    for (int b = a + 1; b < game.partners; ++b)
      if (number_in(0, 9) < share) game.borders.push_back({{a, b}, number_in(-high, high)});
  return game;
}

std::vector<Pair> pairs_of(const BorderGame& game) {
  std::vector<Pair> pairs;
  for (const auto& border : game.borders) pairs.push_back(border.between);
  return pairs;
}

std::vector<std::int64_t> table_of(const BorderGame& game) {
  std::vector<std::int64_t> values(std::size_t{1} << game.partners, 0);
  for (Mask team = 0; team < values.size(); ++team)
    for (const auto& [pair, weight] : game.borders)
      if ((team >> pair.first & 1U) != 0 && (team >> pair.second & 1U) != 0) values[team] += weight;
  return values;
}

void expect_proper(const BorderGame& game, const Division& division) {
  const auto pairs = pairs_of(game);
  const TeamJudge judge({.neighbours = pairs}, game.partners);
  std::vector<int> placed;
  for (const auto& team : division.teams) {
    RC_ASSERT(judge.allows(team));
    placed.insert(placed.end(), team.begin(), team.end());
  }
  std::sort(placed.begin(), placed.end());
  RC_ASSERT(static_cast<int>(placed.size()) == game.partners);
  RC_ASSERT(std::adjacent_find(placed.begin(), placed.end()) == placed.end());
}

// Also the proof by test that teams which hang together are enough: the table may form any team.
RC_GTEST_PROP(BorderGame, EqualsPlainDynamicProgrammingOverAnyTeams, ()) {
  const auto game = some_game(10);
  RC_CLASSIFY(game.partners >= 8);
  const auto division = best_division(game);
  RC_ASSERT(division);
  RC_ASSERT(division->certainty == Certainty::best);
  const auto values = table_of(game);
  RC_ASSERT(division->value == plain_division(values, game.partners, {})->value);
  RC_ASSERT(division->bound == static_cast<double>(division->value));
  expect_proper(game, *division);
  std::int64_t sum = 0;
  for (const auto& team : division->teams) sum += values[mask_of(team)];
  RC_ASSERT(sum == division->value);
}

// Maps, where most is decided at once; the search over the table is another way to the same value.
RC_GTEST_PROP(BorderGame, EqualsTheSearchOverTeamsThatHangTogether, ()) {
  BorderGame game{.partners = 12, .borders = {}};
  for (int i = 0; i < 12; ++i)
    for (const int other : {i + 1, i + 4, i + 5})
      if (other < 12 && (other == i + 4 || i % 4 != 3))
        game.borders.push_back({{i, other}, number_in<std::int64_t>(-20, 20)});
  const auto division = best_division(game);
  const auto searched = best_division(table_of(game), {.neighbours = pairs_of(game)});
  RC_ASSERT(division->value == searched->value);
  expect_proper(game, *division);
}

RC_GTEST_PROP(BorderGame, TheBoundHoldsWhenStopped, ()) {
  const auto game = some_game(9);
  const auto best = best_division(game), stopped = best_division(game, Progress{.stop = [] { return true; }});
  RC_ASSERT(stopped->found());
  RC_ASSERT(stopped->value <= best->value);
  RC_ASSERT(stopped->bound >= static_cast<double>(best->value));
  expect_proper(game, *stopped);
}

RC_GTEST_PROP(BorderGame, NoDivisionLosesLessThanTheConflicts, ()) {
  const auto game = some_game(8);
  Net net{.names = std::vector<int>(static_cast<std::size_t>(game.partners)), .borders = {}};
  net.borders.resize(net.names.size());
  std::int64_t positive = 0;
  for (const auto& [pair, weight] : game.borders) {
    net.add(pair.first, pair.second, weight);
    positive += std::max<std::int64_t>(weight, 0);
  }
  RC_ASSERT(positive - conflicts(net).lost >= best_division(game)->value);
}

TEST(BorderGame, LeavesOutAPartnerThatOneNeighbourDoesNotWant) {
  const BorderGame game{.partners = 3, .borders = {{{0, 1}, 5}, {{1, 2}, 3}, {{0, 2}, -4}}};
  const auto division = best_division(game);
  EXPECT_EQ(division->teams, (std::vector<Team>{{0, 1}, {2}}));
  EXPECT_EQ(division->value, 5);
}

TEST(BorderGame, AddsUpABorderGivenTwice) {
  EXPECT_EQ(best_division(BorderGame{2, {{{0, 1}, 5}, {{1, 0}, -3}}})->value, 2);
  EXPECT_EQ(best_division(BorderGame{2, {{{0, 1}, 5}, {{1, 0}, -7}}})->teams.size(), 2U);
}

TEST(BorderGame, IsEveryoneAloneWithoutBorders) {
  EXPECT_EQ(best_division(BorderGame{3, {}})->teams, (std::vector<Team>{{0}, {1}, {2}}));
}

TEST(BorderGame, DividesAMapFarBeyondATable) {
  BorderGame game{.partners = 400, .borders = {}};
  for (int i = 0; i < 400; ++i) {
    if (i % 20 != 19) game.borders.push_back({{i, i + 1}, (i * 7919) % 2001 - 1000});
    if (i + 20 < 400) game.borders.push_back({{i, i + 20}, (i * 104729) % 2001 - 1000});
  }
  const auto once = best_division(game), again = best_division(game);
  EXPECT_EQ(once->certainty, Certainty::best);
  EXPECT_EQ(once->teams, again->teams);
}

TEST(BorderGame, NamesWhatIsWrong) {
  EXPECT_EQ(best_division(BorderGame{0, {}}).error()[0].code, "coalition.table_size");
  EXPECT_EQ(best_division(BorderGame{2, {{{0, 2}, 1}}}).error()[0].code, "coalition.rule_partner");
  EXPECT_EQ(best_division(BorderGame{2, {{{1, 1}, 1}}}).error()[0].code, "coalition.rule_partner");
  EXPECT_EQ(best_division(BorderGame{2, {{{0, 1}, std::int64_t{1} << 51}}}).error()[0].code,
            "coalition.value_too_large");
}

}  // namespace
}  // namespace koepel::coalition
