// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/second_stage.h"

#include <gtest/gtest.h>

#include <cmath>

#include "benchmark/least_squares.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

namespace {

/// Distances 1 + bell around 0.9 + 0.5 z cut off at 1; the second factor does nothing.
struct World {
  std::vector<double> scores;
  std::vector<std::vector<double>> factors = std::vector<std::vector<double>>(2);

  explicit World(int units, std::uint64_t seed = 1) {
    Random random(seed, "second stage world");
    while (static_cast<int>(scores.size()) < units) {
      const double z = 2 * random.uniform() - 1, nothing = random.uniform();
      double distance = 0;
      while (distance <= 1) distance = 0.9 + 0.5 * z + 0.4 * normal_draw(random);
      scores.push_back(1 / distance);
      factors[0].push_back(z);
      factors[1].push_back(nothing);
    }
  }
};

}  // namespace

TEST(SecondStage, FindsTheTruthWhereLeastSquaresDoesNot) {
  const World world(1500);
  const auto found = explain_scores(world.scores, world.factors, 50, 0.95, 1);
  ASSERT_EQ(found.outcome, SecondStageOutcome::done);
  EXPECT_NEAR(found.factors[0]->value, 0.5, 0.1);
  EXPECT_NEAR(found.spread, 0.4, 0.05);
  EXPECT_TRUE(found.factors[0]->significant());
  EXPECT_FALSE(found.factors[1]->significant());
  std::vector<double> distances;
  for (const double score : world.scores) distances.push_back(1 / score);
  const auto plain =
      least_squares({std::vector<double>(distances.size(), 1), world.factors[0], world.factors[1]}, distances);
  ASSERT_TRUE(plain.has_value());
  EXPECT_LT(plain->coefficients[1], 0.35) << "the bias that this method takes away";
}

TEST(SecondStage, IntervalHoldsTheTruth) {
  int inside = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const World world(250, seed);
    const auto found = explain_scores(world.scores, world.factors, 60, 0.95, seed);
    ASSERT_EQ(found.outcome, SecondStageOutcome::done);
    inside += found.factors[0]->low <= 0.5 && 0.5 <= found.factors[0]->high ? 1 : 0;
  }
  EXPECT_GE(inside, 24);
}

TEST(SecondStage, SaysWhenItCannot) {
  const World few(15);
  EXPECT_EQ(explain_scores(few.scores, few.factors, 20, 0.95, 1).outcome, SecondStageOutcome::too_few);
  EXPECT_EQ(explain_scores({}, {{}}, 20, 0.95, 1).outcome, SecondStageOutcome::too_few);
  World world(100);
  EXPECT_EQ(explain_scores(std::vector<double>(100, 1), world.factors, 20, 0.95, 1).outcome,
            SecondStageOutcome::too_few)
      << "all efficient";
  EXPECT_EQ(explain_scores(world.scores, {}, 20, 0.95, 1).outcome, SecondStageOutcome::too_few) << "no factors";
  world.factors[1] = world.factors[0];
  EXPECT_EQ(explain_scores(world.scores, world.factors, 20, 0.95, 1).outcome, SecondStageOutcome::collinear);
  world.factors[1].assign(100, 4.0);
  const auto without = explain_scores(world.scores, world.factors, 20, 0.95, 1);
  ASSERT_EQ(without.outcome, SecondStageOutcome::done);
  EXPECT_TRUE(without.factors[0].has_value());
  EXPECT_FALSE(without.factors[1].has_value()) << "the same for all: left out";
  Progress progress;
  progress.stop = [] { return true; };
  const World whole(100);
  EXPECT_EQ(explain_scores(whole.scores, whole.factors, 20, 0.95, 1, progress).outcome, SecondStageOutcome::stopped);
}

TEST(SecondStage, SameSeedSameFigures) {
  const World world(80);
  const auto a = explain_scores(world.scores, world.factors, 30, 0.95, 4);
  const auto b = explain_scores(world.scores, world.factors, 30, 0.95, 4);
  ASSERT_EQ(a.outcome, SecondStageOutcome::done);
  EXPECT_EQ(a.factors[0]->low, b.factors[0]->low);
}

}  // namespace koepel::benchmark
