// SPDX-License-Identifier: EUPL-1.2
// Published tables, and games whose answer is known by a formula that was written for the test only.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "game/kohlberg.h"
#include "game/nucleolus.h"
#include "game/random_games.h"
#include "game/values.h"

namespace koepel::game {
namespace {

using Shares = std::vector<double>;

void expect_near(const Shares& found, const Shares& expected, double within) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], within) << "player " << i;
}

/// Straffin & Heaney (1981): navigation, flood control, power; thousand dollars.
Game tva() { return {3, Kind::cost, {0, 163520, 140826, 301607, 250096, 378821, 367370, 412584}}; }

/// Young (1985), p. 68.
Game young() { return {3, Kind::cost, {0, 15, 20, 35, 55, 61, 65, 78}}; }

/// Each of `left` owners of a left glove and `right` owners of a right one: the value is the number of pairs.
Game gloves(int left, int right) {
  Game game{left + right, Kind::savings, Shares(std::size_t{1} << (left + right))};
  for (std::size_t s = 0; s < game.value.size(); ++s) {
    const int l = std::popcount(s & ((std::size_t{1} << left) - 1));
    game.value[s] = std::min(l, std::popcount(s) - l);
  }
  return game;
}

TEST(Nucleolus, ReproducesTvaTable) { expect_near(nucleolus(tva()).shares, {116234, 93540, 202810}, 0.5); }

TEST(Shapley, ReproducesTvaTable) { expect_near(shapley(tva()), {117829, 100756.5, 193998.5}, 0.05); }

TEST(PerCapitaNucleolus, ReproducesTvaOwnComputation) {
  expect_near(nucleolus(tva(), Measure::per_capita).shares, {120841.33, 105138.33, 186604.33}, 0.005);
}

TEST(PerCapitaNucleolus, ReproducesYoung1985) {
  const auto charges = nucleolus(young(), Measure::per_capita).shares;
  expect_near({15 - charges[0], 20 - charges[1], 55 - charges[2]}, {0.6667, 1.1667, 10.1667}, 0.00005);
}

TEST(Nucleolus, ReproducesYoung1985) {
  expect_near(nucleolus(young()).shares, {14, 18.5, 45.5}, 1e-9);
  expect_near(shapley(young()), {12.8333, 17.3333, 47.8333}, 0.00005);
}

TEST(Nucleolus, ReproducesTalmudTable) {
  const Shares claims{100, 200, 300};
  expect_near(nucleolus(bankruptcy_game(100, claims)).shares, {33.3333, 33.3333, 33.3333}, 0.00005);
  expect_near(nucleolus(bankruptcy_game(200, claims)).shares, {50, 75, 75}, 1e-9);
  expect_near(nucleolus(bankruptcy_game(300, claims)).shares, {50, 100, 150}, 1e-9);
  expect_near(shapley(bankruptcy_game(200, claims)), {33.3333, 83.3333, 83.3333}, 0.00005);
}

TEST(Nucleolus, OfBankruptcyIsTheTalmudRule) {
  Random random(3, "test.bankruptcy");
  for (int run = 0; run < 1000; ++run) {
    const auto [estate, claims] = bankruptcy(random);
    expect_near(nucleolus(bankruptcy_game(estate, claims)).shares, talmud_rule(estate, claims), 1e-7);
  }
}

/// Littlechild & Owen (1973): each slice of runway is shared evenly by those who need it.
Shares airport_shapley(const Shares& needs) {
  Shares shares(needs.size());
  for (std::size_t i = 0; i < needs.size(); ++i) {
    Shares levels = needs;
    std::sort(levels.begin(), levels.end());
    double done = 0;
    for (const double level : levels) {
      if (level > needs[i]) break;
      const auto users = std::count_if(needs.begin(), needs.end(), [&](double c) { return c >= level; });
      shares[i] += (level - done) / static_cast<double>(users);
      done = level;
    }
  }
  return shares;
}

/// Littlechild (1974): the smallest planes first; at each step the group that must pay least per head, with one share
/// more for those who go on (none for the last), pays that.
Shares airport_nucleolus(const Shares& sorted_needs) {
  const std::size_t n = sorted_needs.size();
  Shares shares(n);
  double paid = 0;
  for (std::size_t from = 0; from < n;) {
    double least = (sorted_needs[n - 1] - paid) / static_cast<double>(n - from);
    std::size_t until = n;
    for (std::size_t i = from; i + 1 < n; ++i) {
      const double each = (sorted_needs[i] - paid) / static_cast<double>(i - from + 2);
      if (each <= least) least = each, until = i + 1;
    }
    for (std::size_t i = from; i < until; ++i) shares[i] = least, paid += least;
    from = until;
  }
  return shares;
}

TEST(Airport, AgreesWithTheFormulasOfLittlechild) {
  Random random(5, "test.airport");
  for (int run = 0; run < 300; ++run) {
    Shares needs(2 + random.below(7));
    for (auto& need : needs) need = 1 + random.below(run % 2 == 0 ? 8 : 1000);
    std::sort(needs.begin(), needs.end());
    const Game game = airport_game(needs);
    expect_near(shapley(game), airport_shapley(needs), 1e-8);
    expect_near(nucleolus(game).shares, airport_nucleolus(needs), 1e-7);
  }
}

TEST(Gloves, TheScarceSideTakesAll) {
  expect_near(nucleolus(gloves(1, 2)).shares, {1, 0, 0}, 1e-9);
  expect_near(shapley(gloves(1, 2)), {4.0 / 6, 1.0 / 6, 1.0 / 6}, 1e-12);
  expect_near(nucleolus(gloves(2, 4)).shares, {1, 1, 0, 0, 0, 0}, 1e-9);
  expect_near(nucleolus(gloves(3, 3)).shares, Shares(6, 0.5), 1e-9);
  EXPECT_TRUE(least_core(gloves(1, 2)).core_exists);
}

TEST(Voting, WeightsOfFiftyFortyNineOne) {
  const Game game = voting_game(51, Shares{50, 49, 1});
  expect_near(shapley(game), {4.0 / 6, 1.0 / 6, 1.0 / 6}, 1e-12);
  expect_near(banzhaf(game), {0.75, 0.25, 0.25}, 1e-12);
  expect_near(normalised_banzhaf(game), {0.6, 0.2, 0.2}, 1e-12);
  expect_near(nucleolus(game).shares, {1, 0, 0}, 1e-9);
}

TEST(Voting, SimpleMajorityHasAnEmptyCore) {
  const auto core = least_core(voting_game(2, Shares{1, 1, 1}));
  EXPECT_FALSE(core.core_exists);
  EXPECT_NEAR(core.excess, 1.0 / 3, 1e-12);
  EXPECT_EQ(core.deciding, (std::vector<Coalition>{3, 5, 6}));
  expect_near(core.shares, {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-12);
}

TEST(Nucleolus, OfASymmetricGameOfTwentyIsAnEvenShareInOneLevel) {
  Game game{20, Kind::savings, Shares(1 << 20)};
  for (std::size_t s = 0; s < game.value.size(); ++s) game.value[s] = std::popcount(s) * std::popcount(s);
  const auto found = nucleolus(game);
  EXPECT_EQ(found.levels.size(), 1U);
  expect_near(found.shares, Shares(20, 20), 1e-9);
}

TEST(Nucleolus, OfSmallestGames) {
  expect_near(nucleolus({1, Kind::cost, {0, 7}}).shares, {7}, 0);
  expect_near(nucleolus({2, Kind::savings, {0, 1, 2, 9}}).shares, {4, 5}, 1e-12);
  expect_near(nucleolus({2, Kind::savings, {0, 0, 0, 0}}).shares, {0, 0}, 0);
  const auto short_of_alone = nucleolus({2, Kind::savings, {0, 5, 5, 6}});
  EXPECT_FALSE(short_of_alone.nobody_below_alone);
  expect_near(short_of_alone.shares, {3, 3}, 1e-12);
  EXPECT_TRUE(least_core({1, Kind::savings, {0, 7}}).core_exists);
}

TEST(Nucleolus, GivesNobodyLessThanAloneThoughThatWouldLowerTheLargestExcess) {
  // Pairs 12 and 13 want more than there is; without the bound player 2 or 3 would go below 0.
  const Game game{3, Kind::savings, {0, 0, 0, 10, 0, 10, 0, 6}};
  const auto found = nucleolus(game);
  expect_near(found.shares, {6, 0, 0}, 1e-9);
  EXPECT_TRUE(satisfies_kohlberg(game, found.shares));
}

TEST(Nucleolus, KeepsItsDigitsAtABillionCents) {
  Game game = bankruptcy_game(999'999'999, Shares{100'000'001, 400'000'003, 900'000'007, 700'000'009});
  const auto found = nucleolus(game).shares;
  EXPECT_TRUE(satisfies_kohlberg(game, found, Measure::total, 1e-12));
  expect_near(found, talmud_rule(999'999'999, {100'000'001, 400'000'003, 900'000'007, 700'000'009}), 0.001);
}

TEST(Nucleolus, StopsHonestly) {
  Progress progress;
  progress.stop = [] { return true; };
  EXPECT_FALSE(nucleolus(tva(), Measure::total, progress).complete);
  EXPECT_FALSE(least_core(tva(), progress).complete);
}

TEST(Kohlberg, RefutesADivisionThatIsNearlyRight) {
  EXPECT_TRUE(satisfies_kohlberg(tva(), {116234, 93540, 202810}));
  EXPECT_FALSE(satisfies_kohlberg(tva(), {116235, 93539, 202810}));
  EXPECT_FALSE(satisfies_kohlberg(tva(), {116234, 93540, 202811}));
  EXPECT_FALSE(satisfies_kohlberg(tva(), {116234, 93540, 202810}, Measure::per_capita));
}

TEST(Kohlberg, TellsBalancedCollections) {
  EXPECT_TRUE(is_balanced(3, {0b011, 0b101, 0b110}, 0));
  EXPECT_TRUE(is_balanced(3, {0b001, 0b110}, 0));
  EXPECT_FALSE(is_balanced(3, {0b001, 0b010}, 0));
  EXPECT_TRUE(is_balanced(3, {0b001, 0b010}, 0b100));
  EXPECT_FALSE(is_balanced(3, {0b011, 0b001}, 0b000));
}

}  // namespace
}  // namespace koepel::game
