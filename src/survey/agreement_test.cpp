// SPDX-License-Identifier: EUPL-1.2
#include "survey/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "survey/sample_gen.h"

namespace koepel::survey {
namespace {

double a(std::vector<int> counts) { return agreement(counts); }
double c(std::vector<int> counts) { return consensus(counts); }

TEST(Agreement, ReproducesTheAnchorsOfVanDerEijk2001) {
  EXPECT_DOUBLE_EQ(a({0, 12, 0, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(a({7, 7, 7, 7, 7}), 0);
  EXPECT_DOUBLE_EQ(a({9, 0, 0, 0, 9}), -1);
  EXPECT_DOUBLE_EQ(a({9, 0, 0, 0, 0, 0, 9}), -1);
}

TEST(Agreement, ReproducesTheExampleOfTheRPackageAgrmt) {
  EXPECT_NEAR(a({30, 40, 210, 130, 530, 50, 10}), 0.6113333, 5e-8);
}

TEST(Agreement, OfOneLayerFollowsTheFormula) {
  // Two neighbours of five: unimodal, U = 1, so A = 1 - (2-1)/(5-1).
  EXPECT_DOUBLE_EQ(a({0, 3, 3, 0, 0}), 0.75);
  // 1 1 0 1 1: full-full-empty and its mirror occur twice, full-empty-full four times: U = (3*2 - 4*4)/(3*6) = -5/9, S
  // = 4.
  EXPECT_NEAR(a({1, 1, 0, 1, 1}), -5.0 / 9 * 0.25, 1e-12);
}

TEST(Consensus, ReproducesTheExampleOfTheRPackageAgrmt) {
  EXPECT_NEAR(c({30, 40, 210, 130, 530, 50, 10}), 0.7256876, 5e-8);
}

TEST(Consensus, ReproducesTheAnchorsOfTastleWierman2007) {
  EXPECT_DOUBLE_EQ(c({0, 0, 4, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(c({5, 0, 0, 0, 5}), 0);
}

std::vector<int> any_counts() {
  auto counts = *rc::gen::container<std::vector<int>>(5, test::between(0, 29));
  RC_PRE(std::accumulate(counts.begin(), counts.end(), 0) > 0);
  return counts;
}

TEST(Agreement, StaysWithinItsBoundsAndIgnoresDirectionAndSize) {
  EXPECT_TRUE(rc::check([] {
    const auto counts = any_counts();
    std::vector<int> mirrored(counts.rbegin(), counts.rend());
    std::vector<int> threefold;
    for (const int n : counts) threefold.push_back(3 * n);
    RC_ASSERT(a(counts) >= -1 && a(counts) <= 1);
    RC_ASSERT(std::abs(a(counts) - a(mirrored)) < 1e-12);
    RC_ASSERT(std::abs(a(counts) - a(threefold)) < 1e-12);
  }));
}

TEST(Consensus, StaysWithinItsBoundsAndIgnoresDirectionAndSize) {
  EXPECT_TRUE(rc::check([] {
    const auto counts = any_counts();
    std::vector<int> mirrored(counts.rbegin(), counts.rend());
    std::vector<int> threefold;
    for (const int n : counts) threefold.push_back(3 * n);
    RC_ASSERT(c(counts) >= 0 && c(counts) <= 1);
    RC_ASSERT(std::abs(c(counts) - c(mirrored)) < 1e-12);
    RC_ASSERT(std::abs(c(counts) - c(threefold)) < 1e-12);
  }));
}

}  // namespace
}  // namespace koepel::survey
