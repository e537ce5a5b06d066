// SPDX-License-Identifier: EUPL-1.2
#include "survey/reliability.h"

#include <gtest/gtest.h>

#include <numeric>

#include "survey/sample_gen.h"

namespace koepel::survey {
namespace {

/// Krippendorff (2011), section D: four observers, twelve units, 0 = missing.
std::vector<std::vector<int>> krippendorff_2011() {
  const int observers[4][12] = {{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                                {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                                {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
                                {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}};
  std::vector<std::vector<int>> units(12, std::vector<int>(5, 0));
  for (const auto& observer : observers)
    for (std::size_t u = 0; u < 12; ++u)
      if (observer[u] != 0) ++units[u][static_cast<std::size_t>(observer[u] - 1)];
  return units;
}

TEST(KrippendorffAlpha, ReproducesKrippendorff2011) {
  EXPECT_NEAR(krippendorff_alpha(krippendorff_2011(), Metric::nominal).value(), 0.743, 5e-4);
  EXPECT_NEAR(krippendorff_alpha(krippendorff_2011(), Metric::ordinal).value(), 0.815, 5e-4);
  EXPECT_NEAR(krippendorff_alpha(krippendorff_2011(), Metric::interval).value(), 0.849, 5e-4);
}

TEST(KrippendorffAlpha, IsOneWhenEverybodyAgreesAndNoneWithoutVariation) {
  EXPECT_DOUBLE_EQ(krippendorff_alpha({{3, 0, 0}, {0, 0, 3}}, Metric::ordinal).value(), 1);
  EXPECT_FALSE(krippendorff_alpha({{3, 0, 0}, {3, 0, 0}}, Metric::ordinal).has_value());
  EXPECT_FALSE(krippendorff_alpha({{1, 0, 0}, {0, 0, 1}}, Metric::ordinal).has_value());  // nothing to pair
}

/// The definition, pair by pair: 1 - mean difference within units / mean difference between all paired values.
double interval_alpha_by_pairs(const std::vector<std::vector<int>>& units) {
  double within = 0, between = 0;
  std::vector<double> all;
  for (const auto& unit : units) {
    std::vector<double> values;
    for (std::size_t v = 0; v < unit.size(); ++v)
      values.insert(values.end(), static_cast<std::size_t>(unit[v]), static_cast<double>(v));
    if (values.size() < 2) continue;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      for (std::size_t j = 0; j < values.size(); ++j) sum += (values[i] - values[j]) * (values[i] - values[j]);
    within += sum / static_cast<double>(values.size() - 1);
    all.insert(all.end(), values.begin(), values.end());
  }
  const auto n = static_cast<double>(all.size());
  for (const double x : all)
    for (const double y : all) between += (x - y) * (x - y);
  return 1 - (within / n) / (between / (n * (n - 1)));
}

TEST(KrippendorffAlpha, EqualsItsDefinitionPairByPair) {
  EXPECT_TRUE(rc::check([] {
    const auto units = *rc::gen::container<std::vector<std::vector<int>>>(
        6, rc::gen::container<std::vector<int>>(5, test::between(0, 3)));
    const auto alpha = krippendorff_alpha(units, Metric::interval);
    RC_PRE(alpha.has_value());
    RC_ASSERT(std::abs(*alpha - interval_alpha_by_pairs(units)) < 1e-9);
  }));
}

TEST(KrippendorffAlpha, WithTwoValuesIsTheSameOnEveryMetric) {
  EXPECT_TRUE(rc::check([] {
    const auto units = *rc::gen::container<std::vector<std::vector<int>>>(
        5, rc::gen::container<std::vector<int>>(2, test::between(0, 4)));
    const auto nominal = krippendorff_alpha(units, Metric::nominal);
    const auto ordinal = krippendorff_alpha(units, Metric::ordinal);
    RC_ASSERT(nominal.has_value() == ordinal.has_value());
    if (nominal) RC_ASSERT(std::abs(*nominal - *ordinal) < 1e-9);
  }));
}

TEST(CronbachAlpha, FollowsTheFormulaOnAnExampleByHand) {
  // Item variances 1, 1 and 7/3; totals 3, 7, 10 with variance 37/3: 3/2 * (1 - (13/3)/(37/3)) = 36/37.
  EXPECT_NEAR(cronbach_alpha({{1, 1, 1}, {2, 2, 3}, {3, 3, 4}}).value(), 36.0 / 37, 1e-12);
}

TEST(CronbachAlpha, IsOneForCopiesOfOneItemAndIgnoresAConstant) {
  EXPECT_DOUBLE_EQ(cronbach_alpha({{1, 1}, {4, 4}, {2, 2}}).value(), 1);
  EXPECT_TRUE(rc::check([] {
    const auto rows = *rc::gen::container<std::vector<std::vector<int>>>(
        6, rc::gen::container<std::vector<int>>(3, test::between(1, 5)));
    std::vector<std::vector<double>> sheets, shifted;
    for (const auto& row : rows) {
      sheets.emplace_back(row.begin(), row.end());
      shifted.push_back(sheets.back());
      shifted.back()[1] += 2;
    }
    const auto alpha = cronbach_alpha(sheets);
    RC_PRE(alpha.has_value());
    RC_ASSERT(std::abs(*alpha - cronbach_alpha(shifted).value()) < 1e-9);
  }));
}

TEST(CronbachAlpha, IsNoneWhereItMeansNothing) {
  EXPECT_FALSE(cronbach_alpha({{1, 2, 3}}).has_value());
  EXPECT_FALSE(cronbach_alpha({{1}, {2}}).has_value());
  EXPECT_FALSE(cronbach_alpha({{2, 3}, {2, 3}}).has_value());
}

}  // namespace
}  // namespace koepel::survey
