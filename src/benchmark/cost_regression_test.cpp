// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/cost_regression.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "benchmark/frontier_test_parts.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

using namespace testing;

namespace {

std::vector<CostRow> rows_with(const std::vector<double>& volumes, double elasticity, double curvature, double noise) {
  Random random(5, "regression");
  std::vector<CostRow> rows;
  for (const double volume : volumes) {
    const double x = std::log(volume);
    const double log_cost = 3 + elasticity * x + curvature * x * x + noise * normal_draw(random);
    rows.push_back({"GM" + std::to_string(1000 + rows.size()), std::exp(log_cost), volume, {}});
  }
  return rows;
}

std::vector<double> volumes(int n) {
  std::vector<double> out;
  for (int i = 0; i < n; ++i) out.push_back(5 * std::pow(1.06, i));
  return out;
}

}  // namespace

TEST(CostRegression, ReproducesTheWorkedExampleOfThePage) {
  const auto page = worked_example("cost-regression.md");
  ASSERT_FALSE(page.empty());
  std::vector<CostRow> rows;
  for (std::size_t i = 0; i < page.at("volumes").size(); ++i)
    rows.push_back({"GM" + std::to_string(i), page.at("costs")[i], page.at("volumes")[i], {}});
  const auto found = regress_cost(rows, 5, 0.95);
  ASSERT_EQ(found.outcome, RegressionOutcome::done);
  EXPECT_NEAR(found.elasticity.value, page.at("elasticity")[0], 0.0005);
  EXPECT_NEAR(found.elasticity.low, page.at("interval")[0], 0.0005);
  EXPECT_NEAR(found.elasticity.high, page.at("interval")[1], 0.0005);
  EXPECT_NEAR(found.explained, page.at("explained")[0], 0.0005);
}

TEST(CostRegression, AgreesWithTheFormulaForOneVolume) {
  const auto rows = rows_with(volumes(25), 0.8, 0, 0.2);
  double x = 0, y = 0, xx = 0, xy = 0, meat = 0;
  const double n = 25;
  for (const auto& row : rows) x += std::log(row.volume) / n, y += std::log(row.cost) / n;
  for (const auto& row : rows) {
    xx += std::pow(std::log(row.volume) - x, 2);
    xy += (std::log(row.volume) - x) * (std::log(row.cost) - y);
  }
  for (const auto& row : rows) {
    const double residual = std::log(row.cost) - y - xy / xx * (std::log(row.volume) - x);
    meat += std::pow((std::log(row.volume) - x) * residual, 2);
  }
  const auto found = regress_cost(rows, 5, 0.95);
  EXPECT_NEAR(found.elasticity.value, xy / xx, 1e-12);
  EXPECT_NEAR(found.elasticity.error, std::sqrt(n / (n - 2) * meat) / xx, 1e-12) << "HC1";
  EXPECT_NEAR(found.elasticity.high - found.elasticity.value, 2.068658 * found.elasticity.error, 1e-6)
      << "t, 23 degrees";
}

TEST(CostRegression, FindsTheLowestCostPerUnit) {
  // log cost = 3 + 0.2 x + 0.1 x^2: elasticity 0.2 + 0.2 x passes 1 at x = 4, a volume of e^4.
  const auto found = regress_cost(rows_with(volumes(60), 0.2, 0.1, 0.001), 5, 0.95);
  ASSERT_TRUE(found.optimal_volume.has_value());
  EXPECT_NEAR(*found.optimal_volume, std::exp(4), 1);
  EXPECT_TRUE(found.optimum_seen);
  EXPECT_FALSE(regress_cost(rows_with(volumes(60), 0.8, -0.05, 0.001), 5, 0.95).optimal_volume.has_value())
      << "ever cheaper: no lowest cost";
  EXPECT_FALSE(regress_cost(rows_with(volumes(20), 0.2, 0.2, 0.001), 5, 0.95).optimum_seen &&
               *regress_cost(rows_with(volumes(20), 0.2, 0.2, 0.001), 5, 0.95).optimal_volume > 15.2);
}

TEST(CostRegression, IntervalHoldsTheTruthAsOftenAsItSays) {
  int inside = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Random random(seed, "coverage");
    std::vector<CostRow> rows;
    for (const double volume : volumes(80))
      rows.push_back({"GM", std::exp(0.9 * std::log(volume) + 0.3 * normal_draw(random)), volume, {}});
    const auto found = regress_cost(rows, 5, 0.9);
    inside += found.elasticity.low <= 0.9 && 0.9 <= found.elasticity.high ? 1 : 0;
  }
  EXPECT_GT(inside, 0.85 * 400);
  EXPECT_LT(inside, 0.95 * 400);
}

TEST(CostRegression, SaysWhenItCannot) {
  EXPECT_EQ(regress_cost({}, 5, 0.95).outcome, RegressionOutcome::too_few);
  EXPECT_EQ(regress_cost(rows_with(volumes(9), 0.8, 0, 0.1), 10, 0.95).outcome, RegressionOutcome::too_few);
  EXPECT_EQ(regress_cost(rows_with(std::vector<double>(12, 7), 0.8, 0, 0.1), 10, 0.95).outcome,
            RegressionOutcome::no_spread);
  auto rows = rows_with(volumes(20), 0.8, 0, 0.1);
  for (auto& row : rows) row.controls = {2 * std::log(row.volume), 4};
  EXPECT_EQ(regress_cost(rows, 10, 0.95).outcome, RegressionOutcome::collinear);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].controls = {static_cast<double>(i % 3), 4};
  const auto found = regress_cost(rows, 10, 0.95);
  ASSERT_EQ(found.outcome, RegressionOutcome::done);
  EXPECT_TRUE(found.controls[0].has_value());
  EXPECT_FALSE(found.controls[1].has_value()) << "the same for all: left out";
}

TEST(CostRegression, Properties) {
  EXPECT_TRUE(rc::check("units of money and volume change no elasticity and no ranking", [] {
    Random random(*rc::gen::arbitrary<std::uint32_t>(), "properties");
    std::vector<CostRow> rows;
    for (int i = 0; i < 20; ++i)
      rows.push_back(
          {"GM" + std::to_string(i), 1 + 9 * random.uniform(), 1 + 99 * random.uniform(), {random.uniform()}});
    auto other = rows;
    for (auto& row : other) row.cost *= 1000, row.volume /= 7;
    const auto a = regress_cost(rows, 5, 0.95), b = regress_cost(other, 5, 0.95);
    RC_ASSERT(std::abs(a.elasticity.value - b.elasticity.value) < 1e-9);
    RC_ASSERT(std::abs(a.elasticity.error - b.elasticity.error) < 1e-9);
    for (std::size_t i = 0; i < rows.size(); ++i)
      RC_ASSERT(std::abs(a.residuals[i].share - b.residuals[i].share) < 1e-9);
    for (std::size_t i = 1; i < rows.size(); ++i) RC_ASSERT(a.residuals[i - 1].share <= a.residuals[i].share);
  }));
}

}  // namespace koepel::benchmark
