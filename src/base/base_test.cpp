// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "base/hash.h"
#include "base/money.h"
#include "base/parallel.h"
#include "base/random.h"

namespace koepel {
namespace {

TEST(Sha256, ReproducesTheFipsExample) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ShareOut, ReproducesTheInhabitantsKeyOfDomain54) {
  const std::array<double, 5> inhabitants{24, 21, 20, 18, 17};
  const auto parts = share_out({500000000}, inhabitants);
  EXPECT_EQ(parts[0].cents, 120000000);
  EXPECT_EQ(parts[4].cents, 85000000);
}

RC_GTEST_PROP(ShareOut, PartsAlwaysAddUpAndAreWithinACent, (std::int32_t total)) {
  const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000)));
  std::vector<double> w(weights.begin(), weights.end());
  w[0] += 1;
  const auto parts = share_out({total}, w);
  const double sum = std::accumulate(w.begin(), w.end(), 0.0);
  std::int64_t added = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    added += parts[i].cents;
    RC_ASSERT(std::abs(static_cast<double>(parts[i].cents) - total * w[i] / sum) <= 1.0 + 1e-6);
  }
  RC_ASSERT(added == total);
}

// First outputs of xoshiro256** for the state 1, 2, 3, 4 are published with the generator; here the state comes from
// splitmix64, whose first output for seed 0 is 0xe220a8397b1dcdaf. The sequence is frozen: a change breaks every
// receipt.
TEST(Random, KeepsItsSequence) {
  Random random(0);
  const std::uint64_t first = random.bits();
  EXPECT_EQ(first, 11091344671253066420ULL);
  Random named(0, "priorities");
  EXPECT_NE(named.bits(), first);
}

TEST(Random, UniformHasMeanHalf) {
  Random random(7);
  double sum = 0;
  for (int i = 0; i < 100000; ++i) sum += random.uniform();
  EXPECT_NEAR(sum / 100000, 0.5, 0.005);
}

TEST(Random, SimplexHasTheVarianceOfTheUniformDistributionOnIt) {
  Random random(11);
  std::array<double, 5> w{};
  double square = 0;
  for (int i = 0; i < 100000; ++i) {
    random.simplex(w);
    square += (w[2] - 0.2) * (w[2] - 0.2);
  }
  // Dirichlet(1,...,1), k = 5: variance (k - 1) / (k^2 (k + 1)) = 4/150.
  EXPECT_NEAR(square / 100000, 4.0 / 150.0, 0.0005);
}

TEST(InParallel, CallsEveryIndexOnce) {
  std::vector<int> calls(1000, 0);
  in_parallel(calls.size(), [&](std::size_t i) { ++calls[i]; });
  EXPECT_EQ(calls, std::vector<int>(1000, 1));
  in_parallel(0, [](std::size_t) { FAIL() << "nothing to call"; });
}

TEST(InParallel, LetsOutWhatABodyThrows) {
  const auto body = [](std::size_t i) {
    if (i == 7) throw std::runtime_error("seven");
  };
  EXPECT_THROW(in_parallel(20, body), std::runtime_error);
}

}  // namespace
}  // namespace koepel
