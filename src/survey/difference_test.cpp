// SPDX-License-Identifier: EUPL-1.2
#include "survey/difference.h"

#include <gtest/gtest.h>

#include <numeric>

#include "survey/sample_gen.h"

namespace koepel::survey {
namespace {

Difference between(const Counts& a, const Counts& b) {
  return compare(a, resample(a, 500, Random(7, "a")), b, resample(b, 500, Random(7, "b")));
}

Counts any_group() {
  auto counts = *rc::gen::container<Counts>(5, test::between(0, 11));
  RC_PRE(std::accumulate(counts.begin(), counts.end(), 0) > 0);
  return counts;
}

TEST(CliffsDelta, IsOneMinusOneAndZeroAtItsAnchors) {
  EXPECT_DOUBLE_EQ(cliffs_delta(Counts{0, 0, 4}, Counts{2, 5, 0}), 1);
  EXPECT_DOUBLE_EQ(cliffs_delta(Counts{2, 5, 0}, Counts{0, 0, 4}), -1);
  EXPECT_DOUBLE_EQ(cliffs_delta(Counts{1, 2, 1}, Counts{1, 2, 1}), 0);
}

TEST(CliffsDelta, EqualsCountingAllPairs) {
  EXPECT_TRUE(rc::check([] {
    const Counts a = any_group();
    const Counts b = any_group();
    double balance = 0, pairs = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
      for (std::size_t j = 0; j < b.size(); ++j) {
        balance += a[i] * b[j] * (i > j ? 1 : i < j ? -1 : 0);
        pairs += a[i] * b[j];
      }
    RC_ASSERT(std::abs(cliffs_delta(a, b) - balance / pairs) < 1e-12);
  }));
}

TEST(CliffsDelta, MirrorsWithTheScaleAndWithTheGroups) {
  EXPECT_TRUE(rc::check([] {
    const Counts a = any_group();
    const Counts b = any_group();
    const Counts a_mirrored(a.rbegin(), a.rend());
    const Counts b_mirrored(b.rbegin(), b.rend());
    RC_ASSERT(cliffs_delta(a_mirrored, b_mirrored) == -cliffs_delta(a, b));
    RC_ASSERT(cliffs_delta(b, a) == -cliffs_delta(a, b));
  }));
}

TEST(Resample, KeepsTheNumberOfPeopleAndInventsNoValue) {
  EXPECT_TRUE(rc::check([] {
    const Counts group = any_group();
    const int n = std::accumulate(group.begin(), group.end(), 0);
    const Resamples drawn = resample(group, 40, Random(3, "people"));
    RC_ASSERT(drawn.draws() == 40u);
    for (std::size_t d = 0; d < drawn.draws(); ++d) {
      const auto counts = drawn.draw(d);
      RC_ASSERT(std::accumulate(counts.begin(), counts.end(), 0) == n);
      for (std::size_t v = 0; v < group.size(); ++v) RC_ASSERT(group[v] > 0 || counts[v] == 0);
    }
  }));
}

TEST(Compare, GivesAnIntervalAroundTheDifferenceThatMirrors) {
  const Counts a = {0, 1, 3, 6, 2};
  const Counts b = {2, 5, 4, 2, 0};
  const Difference ab = between(a, b);
  EXPECT_LT(ab.low, ab.delta);
  EXPECT_GT(ab.high, ab.delta);
  const auto drawn_a = resample(a, 500, Random(7, "a"));
  const auto drawn_b = resample(b, 500, Random(7, "b"));
  const Difference ba = compare(b, drawn_b, a, drawn_a);
  EXPECT_DOUBLE_EQ(ba.delta, -ab.delta);
  EXPECT_DOUBLE_EQ(ba.low, -ab.high);
  EXPECT_DOUBLE_EQ(ba.high, -ab.low);
}

TEST(Compare, AgreesWithTheNormalApproximationForLargeGroups) {
  // Two groups of 2,000 from the same answers: delta is near normal with variance (2n+1)/(3n^2) without ties; ties only
  // narrow it.
  Counts even(1000, 2);
  const Difference d = between(even, even);
  const double deviation = std::sqrt(4001.0 / (3 * 2000.0 * 2000.0));
  EXPECT_NEAR(d.high, 1.96 * deviation, 0.2 * 1.96 * deviation);
  EXPECT_NEAR(d.low, -1.96 * deviation, 0.2 * 1.96 * deviation);
}

TEST(Compare, IsTheSameEveryTime) {
  const Difference one = between({1, 2, 3}, {3, 2, 1});
  const Difference two = between({1, 2, 3}, {3, 2, 1});
  EXPECT_EQ(one.low, two.low);
  EXPECT_EQ(one.high, two.high);
}

}  // namespace
}  // namespace koepel::survey
