// SPDX-License-Identifier: EUPL-1.2
// Axioms, two ways to compute, and the criterion of Kohlberg, on random games.
#include "game/game.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "game/exact_span.h"
#include "game/fairness.h"
#include "game/kohlberg.h"
#include "game/large.h"
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

bool near(const Shares& a, const Shares& b, double within) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > within) return false;
  return a.size() == b.size();
}

Game drawn() {
  Random random(*rc::gen::arbitrary<std::uint64_t>(), "test.drawn-game");
  return random_game(random);
}

/// The definition, permutation by permutation.
Shares shapley_by_orders(const Game& game) {
  Shares shares(static_cast<std::size_t>(game.players));
  std::vector<int> order(shares.size());
  std::iota(order.begin(), order.end(), 0);
  double count = 0;
  do {
    Coalition joined = 0;
    for (const int i : order) {
      const double before = game.value[joined];
      joined |= Coalition{1} << i;
      shares[static_cast<std::size_t>(i)] += game.value[joined] - before;
    }
    ++count;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& s : shares) s /= count;
  return shares;
}

TEST(Nucleolus, SatisfiesKohlbergOnThousandsOfRandomGames) {
  Random random(1, "test.random-games");
  for (int run = 0; run < 4000; ++run) {
    const Game game = random_game(random);
    const auto found = nucleolus(game);
    ASSERT_TRUE(found.complete) << "run " << run;
    ASSERT_TRUE(satisfies_kohlberg(game, found.shares)) << "run " << run << ", players " << game.players;
  }
}

TEST(PerCapitaNucleolus, SatisfiesKohlbergOnThousandsOfRandomGames) {
  Random random(2, "test.random-games");
  for (int run = 0; run < 3000; ++run) {
    const Game game = random_game(random);
    const auto found = nucleolus(game, Measure::per_capita);
    ASSERT_TRUE(found.complete) << "run " << run;
    ASSERT_TRUE(satisfies_kohlberg(game, found.shares, Measure::per_capita)) << "run " << run;
  }
}

TEST(Nucleolus, SatisfiesKohlbergOnLargerGamesWithManyTies) {
  Random random(4, "test.larger-games");
  for (const int type : {1, 2, 4, 5, 6, 7})
    for (int n = 8; n <= 11; ++n)
      for (const auto measure : {Measure::total, Measure::per_capita}) {
        const Game game = recipe(type, n, random);
        const auto found = nucleolus(game, measure);
        ASSERT_TRUE(found.complete);
        EXPECT_TRUE(satisfies_kohlberg(game, found.shares, measure)) << "type " << type << ", players " << n;
      }
}

RC_GTEST_PROP(Shapley, IsTheAverageOverAllOrders, ()) {
  const Game game = drawn();
  RC_ASSERT(near(shapley(game), shapley_by_orders(game), 1e-9 * (1 + magnitude(game))));
}

RC_GTEST_PROP(Shapley, AddsUpAndIsAdditive, ()) {
  Random random(*rc::gen::arbitrary<std::uint64_t>(), "test.additive");
  const int n = *rc::gen::inRange(1, 9);
  const Game a = recipe(2, n, random), b = recipe(5, n, random);
  Game both = a;
  for (std::size_t s = 0; s < both.value.size(); ++s) both.value[s] += b.value[s];
  const auto x = shapley(a), y = shapley(b), z = shapley(both);
  for (std::size_t i = 0; i < x.size(); ++i) RC_ASSERT(std::abs(x[i] + y[i] - z[i]) < 1e-8);
  RC_ASSERT(std::abs(total(z, both.everybody()) - both.value.back()) < 1e-8);
}

RC_GTEST_PROP(Values, ADummyGetsWhatItAddsAndTwinsGetTheSame, ()) {
  Random random(*rc::gen::arbitrary<std::uint64_t>(), "test.dummy");
  const Game small = recipe(*rc::gen::element(1, 2, 5), *rc::gen::inRange(1, 7), random);
  const double own = *rc::gen::inRange(0, 20);
  const std::size_t half = small.value.size();
  Game game{small.players + 2, Kind::savings, Shares(4 * half)};
  for (std::size_t s = 0; s < game.value.size(); ++s)
    game.value[s] = small.value[s % half] + own * static_cast<double>(s / half % 2 + s / half / 2);
  const auto n = static_cast<std::size_t>(small.players);
  for (const auto& shares : {shapley(game), banzhaf(game)}) {
    RC_ASSERT(std::abs(shares[n] - own) < 1e-8);
    RC_ASSERT(std::abs(shares[n + 1] - own) < 1e-8);
  }
  const auto x = nucleolus(game).shares;
  RC_ASSERT(std::abs(x[n] - x[n + 1]) < 1e-7);
}

RC_GTEST_PROP(Nucleolus, MovesAlongWithScaleAndFixedGifts, ()) {
  const Game game = drawn();
  const double factor = *rc::gen::inRange(1, 50);
  Shares gifts;
  for (int i = 0; i < game.players; ++i) gifts.push_back(*rc::gen::inRange(-300, 300));
  Game moved = game;
  for (std::size_t s = 0; s < moved.value.size(); ++s) moved.value[s] = factor * game.value[s] + total(gifts, s);
  auto expected = nucleolus(game).shares;
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = factor * expected[i] + gifts[i];
  RC_ASSERT(near(nucleolus(moved).shares, expected, 1e-8 * magnitude(moved)));
}

RC_GTEST_PROP(Nucleolus, OfACostGameIsThatOfItsSavings, ()) {
  Game game = drawn();
  game.kind = Kind::cost;
  Game savings{game.players, Kind::savings, game.value};
  Shares alone;
  for (int i = 0; i < game.players; ++i) alone.push_back(game.value[std::size_t{1} << i]);
  for (std::size_t s = 0; s < savings.value.size(); ++s) savings.value[s] = total(alone, s) - game.value[s];
  const auto measure = *rc::gen::element(Measure::total, Measure::per_capita);
  const auto charges = nucleolus(game, measure).shares;
  auto expected = nucleolus(savings, measure).shares;
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = alone[i] - expected[i];
  RC_ASSERT(near(charges, expected, 1e-8 * (1 + magnitude(game))));
}

RC_GTEST_PROP(Nucleolus, LiesInTheCoreWhenThereIsOne, ()) {
  const Game game = drawn();
  const auto core = least_core(game);
  RC_ASSERT(core.complete);
  const auto x = nucleolus(game).shares;
  const auto worst = largest_excesses(game, x, 1);
  const auto of_core_point = largest_excesses(game, core.shares, 1);
  if (worst.empty()) return;
  const double small = 1e-8 * (1 + magnitude(game));
  RC_ASSERT(std::abs(of_core_point.front().excess - core.excess) < small);
  RC_ASSERT(worst.front().excess > core.excess - small);
  if (core.core_exists) RC_ASSERT(worst.front().excess < small);
  RC_ASSERT(is_balanced(game.players, core.deciding, 0));
}

RC_GTEST_PROP(LargestExcesses, AreTheLargest, ()) {
  const Game game = drawn();
  const auto x = shapley(game);
  std::vector<Complaint> all;
  for (Coalition s = 1; s < game.everybody(); ++s) all.push_back({s, excess(game, x, s)});
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.excess > b.excess; });
  const auto found = largest_excesses(game, x, 7);
  RC_ASSERT(found.size() == std::min<std::size_t>(7, all.size()));
  for (std::size_t i = 0; i < found.size(); ++i)
    RC_ASSERT(std::abs(found[i].excess - all[i].excess) < 1e-9 * (1 + magnitude(game)));
}

RC_GTEST_PROP(Owen, OfSingleBlocksAndOfOneBlockIsShapley, ()) {
  const Game game = drawn();
  std::vector<Coalition> single;
  for (int i = 0; i < game.players; ++i) single.push_back(Coalition{1} << i);
  const double small = 1e-9 * (1 + magnitude(game));
  RC_ASSERT(near(owen(game, single), shapley(game), small));
  RC_ASSERT(near(owen(game, std::vector<Coalition>{game.everybody()}), shapley(game), small));
}

RC_GTEST_PROP(Owen, BlocksTogetherGetTheShapleyValueOfTheGameBetweenBlocks, ()) {
  Random random(*rc::gen::arbitrary<std::uint64_t>(), "test.blocks");
  const Game game = recipe(2, 6, random);
  const std::vector<Coalition> blocks{0b000101, 0b110010, 0b001000};
  Game between{3, Kind::savings, Shares(8)};
  for (std::size_t t = 0; t < 8; ++t) {
    Coalition members = 0;
    for (std::size_t k = 0; k < 3; ++k) members |= (t >> k & 1) != 0 ? blocks[k] : 0;
    between.value[t] = game.value[members];
  }
  const auto x = owen(game, blocks), y = shapley(between);
  for (std::size_t k = 0; k < 3; ++k) RC_ASSERT(std::abs(total(x, blocks[k]) - y[k]) < 1e-8);
}

RC_GTEST_PROP(ExactSpan, ContainsWhatWasAddedAndItsWitnessNeverLies, ()) {
  const int n = *rc::gen::inRange(1, 26);
  ExactSpan span(n);
  const auto coalition = rc::gen::inRange<Coalition>(0, Coalition{1} << n);
  const auto added = *rc::gen::container<std::vector<Coalition>>(coalition);
  for (const auto s : added) {
    const bool followed = span.contains(s);
    RC_ASSERT(span.add(s) != followed);
  }
  for (const auto s : added) RC_ASSERT(span.contains(s));
  const auto z = span.witness();
  const auto other = *coalition;
  std::uint64_t sum = 0;
  for (int i = 0; i < n; ++i)
    if ((other >> i & 1) != 0) sum = (sum + z[static_cast<std::size_t>(i)]) % span_prime;
  RC_ASSERT((sum == 0) == span.contains(other));
}

TEST(SampledShapley, LiesWithinItsStandardErrorsAndRepeats) {
  Random random(8, "test.sampled");
  const Game game = recipe(2, 8, random);
  const Oracle value = [&](Coalition s) { return game.value[s]; };
  const auto sampled = sampled_shapley(8, value, 2000, 11);
  const auto exact = shapley(game);
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_GT(sampled.standard_errors[i], 0);
    EXPECT_LT(std::abs(sampled.shares[i] - exact[i]), 5 * sampled.standard_errors[i]);
  }
  EXPECT_NEAR(total(sampled.shares, game.everybody()), game.value.back(), 1e-7);
  EXPECT_EQ(sampled.shares, sampled_shapley(8, value, 2000, 11).shares);
  Progress stop;
  stop.stop = [] { return true; };
  EXPECT_EQ(sampled_shapley(8, value, 2000, 11, stop).orders, 2);
}

TEST(LargeNucleolus, OfThirtyInARowIsFoundAndAgreesWithTheTableAtTwelve) {
  // The value of a coalition is the square of its weight: convex, so climbing finds the worst.
  const auto game_of = [](int n) {
    return [n](Coalition s) {
      double weight = 0;
      for (int i = 0; i < n; ++i) weight += (s >> i & 1) != 0 ? 1 + i % 3 : 0;
      return weight * weight;
    };
  };
  Game game{12, Kind::savings, Shares(1 << 12)};
  for (std::size_t s = 0; s < game.value.size(); ++s) game.value[s] = game_of(12)(s);
  const auto small = large_nucleolus(12, game_of(12), 60, 1);
  ASSERT_TRUE(small.complete);
  expect_near(small.shares, nucleolus(game).shares, 1e-6);
  const auto large = large_nucleolus(30, game_of(30), 90, 1);
  ASSERT_TRUE(large.complete);
  EXPECT_NEAR(total(large.shares, (Coalition{1} << 30) - 1), 3600, 1e-6);
  EXPECT_NEAR(large.shares[0], large.shares[3], 1e-6);
  Progress stop;
  stop.stop = [] { return true; };
  EXPECT_FALSE(large_nucleolus(30, game_of(30), 90, 1, stop).complete);
}

TEST(Fairness, SaysWhoIsWorseOffAndWhoWouldLeave) {
  const Game tva{3, Kind::cost, {0, 163520, 140826, 301607, 250096, 378821, 367370, 412584}};
  const std::vector<std::string> players{"scheepvaart", "waterkering", "stroom"};
  const auto report = judge_allocations(tva, players,
                                        {{"gelijk", {137528, 137528, 137528}},
                                         {"stroom betaalt weinig", {170000, 140000, 102584}},
                                         {"te weinig", {100000, 90000, 200000}}},
                                        nucleolus(tva).shares, shapley(tva));
  const auto& even = report.allocations[0];
  EXPECT_TRUE(even.worse_off.empty());
  EXPECT_TRUE(even.in_core);
  EXPECT_NEAR(even.to_nucleolus.value(), 65282, 0.5);  // power pays 202,810 in the nucleolus
  const auto& cheap = report.allocations[1];
  ASSERT_EQ(cheap.worse_off.size(), 1U);
  EXPECT_EQ(cheap.worse_off[0].player, 0);
  EXPECT_NEAR(cheap.worse_off[0].by, 6480, 1e-6);
  EXPECT_EQ(cheap.leaving.coalition, 0b011U);
  EXPECT_NEAR(cheap.leaving.excess, 310000 - 301607, 1e-6);
  EXPECT_EQ(cheap.says[0].key, "game.fair.worse_off");
  EXPECT_NEAR(report.allocations[2].undivided, 22584, 1e-6);
  EXPECT_FALSE(report.allocations[2].in_core);
  EXPECT_EQ(report.says[0].key, "game.fair.some_safe");
}

}  // namespace
}  // namespace koepel::game
