// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/frontier_bootstrap.h"

#include <gtest/gtest.h>

#include "benchmark/frontier_test_parts.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

using namespace testing;

namespace {

/// Units whose true efficiency is known: output is input^0.8 times a share drawn between 0 and 1.
struct World {
  UnitTable table;
  std::vector<double> truth;

  World(int units, std::uint64_t seed) {
    Random random(seed, "world");
    for (int j = 0; j < units; ++j) {
      const double output = 1 + 9 * random.uniform();
      truth.push_back(std::exp(-0.4 * random.exponential()));
      table.inputs.push_back({std::pow(output, 1.25) / truth.back()});
      table.outputs.push_back({output});
    }
  }
};

}  // namespace

TEST(Bootstrap, IsNearerToTheTruthThanThePlainScore) {
  double plain = 0, corrected = 0, inside = 0, n = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const World world(60, seed);
    BootstrapOptions options;
    options.replications = 400;
    options.seed = seed;
    const auto found = bootstrap_scores(world.table, options);
    ASSERT_EQ(found.outcome, BootstrapOutcome::done);
    for (std::size_t j = 0; j < world.truth.size(); ++j) {
      const auto& unit = found.units[j];
      EXPECT_LE(unit.low, unit.high);
      EXPECT_LE(unit.low, unit.corrected + 1e-12);
      plain += std::abs(unit.score - world.truth[j]), corrected += std::abs(unit.corrected - world.truth[j]);
      inside += unit.low <= world.truth[j] && world.truth[j] <= unit.high ? 1 : 0;
      n += 1;
    }
  }
  EXPECT_LT(corrected, 0.8 * plain);
  // With 60 units the intervals are known to be too narrow (Simar & Wilson 2000, section 5); the page says so.
  EXPECT_GT(inside / n, 0.6) << "of the 95 % intervals hold the truth";
}

TEST(Bootstrap, SameSeedSameFiguresAndTargetsAreAPart) {
  const World world(30, 7);
  BootstrapOptions options;
  options.replications = 50;
  const auto all = bootstrap_scores(world.table, options), again = bootstrap_scores(world.table, options);
  options.targets = {4, 9};
  const auto part = bootstrap_scores(world.table, options);
  ASSERT_EQ(part.units.size(), 2U);
  EXPECT_EQ(all.units[9].low, again.units[9].low);
  EXPECT_EQ(all.units[9].low, part.units[1].low);
  options.seed = 2;
  EXPECT_NE(bootstrap_scores(world.table, options).units[1].low, part.units[1].low);
}

TEST(Bootstrap, OutputOrientationGivesShares) {
  const World world(40, 3);
  BootstrapOptions options;
  options.replications = 50;
  options.orientation = Orientation::output;
  options.returns = Returns::constant;
  const auto out = bootstrap_scores(world.table, options);
  options.orientation = Orientation::input;
  const auto in = bootstrap_scores(world.table, options);
  for (std::size_t j = 0; j < 40; ++j) {
    EXPECT_NEAR(out.units[j].score, in.units[j].score, 1e-9) << "constant returns: both ways alike";
    EXPECT_NEAR(out.units[j].corrected, in.units[j].corrected, 1e-7);
    EXPECT_LE(out.units[j].score, 1);
  }
}

TEST(Bootstrap, SaysWhenThereIsNothingToDrawFrom) {
  EXPECT_EQ(bootstrap_scores({}, {}).outcome, BootstrapOutcome::too_few);
  EXPECT_EQ(bootstrap_scores({{{1}, {2}}, {{1}, {1}}}, {}).outcome, BootstrapOutcome::too_few);
  const auto equal = bootstrap_scores({{{1}, {1}, {1}}, {{1}, {1}, {1}}}, {});
  EXPECT_EQ(equal.outcome, BootstrapOutcome::all_efficient);
  EXPECT_DOUBLE_EQ(equal.units[0].corrected, 1);
  const World world(10, 1);
  Progress progress;
  progress.stop = [] { return true; };
  const auto stopped = bootstrap_scores(world.table, {}, progress);
  EXPECT_EQ(stopped.outcome, BootstrapOutcome::stopped);
  EXPECT_GT(stopped.units[0].score, 0) << "the plain score stays";
}

TEST(Bootstrap, BandwidthByHand) {
  // Scores 0.6 and 0.8 below 1; mirrored 0.6 0.8 1.2 1.4: deviation 0.365148, quartiles 0.75 and 1.25.
  const double width = 0.9 * std::min(0.3651484, 0.5 / 1.34) * std::pow(4, -0.2);
  EXPECT_NEAR(bootstrap_bandwidth({0.6, 0.8, 1}), width * std::pow(4 / 3.0, 0.2) * 0.2 / 0.3651484, 1e-7);
  EXPECT_EQ(bootstrap_bandwidth({1, 1}), 0);
}

TEST(Normal, TablesOfTheTextbooks) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-11);
  EXPECT_NEAR(normal_above(1.644853626951473), 0.05, 1e-12);
  EXPECT_NEAR(student_reach(0.95, 1), 12.706204736, 1e-8);
  EXPECT_NEAR(student_reach(0.95, 10), 2.228138852, 1e-8);
  EXPECT_NEAR(student_reach(0.90, 30), 1.697260887, 1e-8);
  EXPECT_NEAR(student_reach(0.95, 335), 1.967069, 2e-6);
  Random random(1, "normal");
  double sum = 0, squares = 0;
  for (int i = 0; i < 20000; ++i) {
    const double x = normal_draw(random);
    sum += x, squares += x * x;
  }
  EXPECT_NEAR(sum / 20000, 0, 0.03);
  EXPECT_NEAR(squares / 20000, 1, 0.04);
}

}  // namespace koepel::benchmark
