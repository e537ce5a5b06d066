// SPDX-License-Identifier: EUPL-1.2
#include "priorities/weights.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

namespace koepel::priorities {

namespace {

const std::vector<std::string> five = {"a", "b", "c", "d", "e"};
constexpr int many = 40000;

MotiveWeight exact(const char* motive, double value) {
  MotiveWeight w;
  w.motive = motive;
  w.exact = value;
  return w;
}
MotiveWeight ranked(const char* motive, int rank) {
  MotiveWeight w;
  w.motive = motive;
  w.rank = rank;
  return w;
}
MotiveWeight between(const char* motive, double low, double high) {
  MotiveWeight w;
  w.motive = motive;
  w.between = {low, high};
  return w;
}

WeightDraws draw(const std::vector<std::string>& criteria, const std::vector<MotiveWeight>& stated, int draws = many) {
  return draw_weights(criteria, stated, draws, Random(7, "test"));
}

double mean(std::span<const double> x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}
double variance(std::span<const double> x) {
  const double m = mean(x);
  double sum = 0;
  for (const double v : x) sum += (v - m) * (v - m);
  return sum / static_cast<double>(x.size());
}

double worst_sum(const WeightDraws& draws) {
  double worst = 0;
  for (std::size_t d = 0; d < static_cast<std::size_t>(draws.draws); ++d) {
    double sum = 0;
    for (int c = 0; c < draws.criteria; ++c) sum += draws.of(c)[d];
    worst = std::max(worst, std::abs(sum - 1));
  }
  return worst;
}

}  // namespace

// Uniform on the simplex is Dirichlet(1, ..., 1): mean 1/n, variance (n - 1) / (n^2 (n + 1)).
TEST(Weights, NothingStatedIsUniformOnTheSimplex) {
  const auto draws = draw(five, {});
  for (int c = 0; c < 5; ++c) {
    EXPECT_NEAR(mean(draws.of(c)), 0.2, 0.003);
    EXPECT_NEAR(variance(draws.of(c)), 4.0 / (25 * 6), 0.0008);
  }
  EXPECT_LT(worst_sum(draws), 1e-12);
  EXPECT_TRUE(draws.note.empty());
}

// The marginal of one weight is Beta(1, 4): P(w <= x) = 1 - (1 - x)^4. Normalised uniforms fail this by 0.06 at x =
// 0.05.
TEST(Weights, MarginalFollowsTheBetaDistribution) {
  const auto draws = draw(five, {});
  for (const double x : {0.05, 0.1, 0.3, 0.6}) {
    const auto below = std::count_if(draws.of(2).begin(), draws.of(2).end(), [&](double w) { return w <= x; });
    EXPECT_NEAR(static_cast<double>(below) / many, 1 - std::pow(1 - x, 4), 0.008) << x;
  }
}

TEST(Weights, ExactValuesAreRelative) {
  const auto draws = draw({"a", "b"}, {exact("a", 30), exact("b", 10)}, 10);
  for (const double w : draws.of(0)) EXPECT_DOUBLE_EQ(w, 0.75);
  for (const double w : draws.of(1)) EXPECT_DOUBLE_EQ(w, 0.25);
}

// The centroid of ranked weights (Barron & Barrett 1996): w_k = (1/n) sum_{i=k..n} 1/i.
TEST(Weights, RankedWeightsHaveTheRankOrderCentroid) {
  const auto draws = draw(five, {ranked("a", 3), ranked("b", 1), ranked("c", 5), ranked("d", 2), ranked("e", 4)});
  const int rank[] = {3, 1, 5, 2, 4};
  for (int c = 0; c < 5; ++c) {
    double expected = 0;
    for (int i = rank[c]; i <= 5; ++i) expected += 1.0 / i / 5;
    EXPECT_NEAR(mean(draws.of(c)), expected, 0.004);
  }
  for (std::size_t d = 0; d < many; ++d) {
    ASSERT_GE(draws.of(1)[d], draws.of(3)[d]);
    ASSERT_GE(draws.of(4)[d], draws.of(2)[d]);
  }
}

// Equal ranks are free among themselves: each of the two first takes either of the first two centroids with equal
// chance.
TEST(Weights, EqualRanksShareTheirPlaces) {
  const auto draws = draw({"a", "b", "c"}, {ranked("a", 1), ranked("b", 1), ranked("c", 2)});
  const double first = (1 + 1.0 / 2 + 1.0 / 3) / 3, second = (1.0 / 2 + 1.0 / 3) / 3;
  EXPECT_NEAR(mean(draws.of(0)), (first + second) / 2, 0.004);
  EXPECT_NEAR(mean(draws.of(1)), (first + second) / 2, 0.004);
  const auto a_first = std::inner_product(draws.of(0).begin(), draws.of(0).end(), draws.of(1).begin(), 0.0,
                                          std::plus<>(), [](double a, double b) { return a > b ? 1.0 : 0.0; });
  EXPECT_NEAR(a_first / many, 0.5, 0.01);
}

// Two criteria, the first between 0.2 and 0.6: uniform on that stretch.
TEST(Weights, TwoCriteriaWithAnIntervalAreUniformOnIt) {
  const auto draws = draw({"a", "b"}, {between("a", 0.2, 0.6)});
  EXPECT_NEAR(mean(draws.of(0)), 0.4, 0.002);
  EXPECT_NEAR(variance(draws.of(0)), 0.4 * 0.4 / 12, 0.0003);
  EXPECT_GE(*std::min_element(draws.of(0).begin(), draws.of(0).end()), 0.2 - 1e-9);
  EXPECT_LE(*std::max_element(draws.of(0).begin(), draws.of(0).end()), 0.6 + 1e-9);
}

// A window so narrow that rejection gives up: hit-and-run must agree with the closed form. With a, b and c each in
// [0.3, 0.3 + h] and 4 h > 0.1, (w - 0.3) / 0.1 is uniform on the simplex with a fourth place for d in [0, 0.1].
TEST(Weights, HitAndRunIsUniformOnANarrowSet) {
  const std::vector<std::string> four = {"a", "b", "c", "d"};
  const auto draws =
      draw(four, {between("a", 0.3, 0.4), between("b", 0.3, 0.4), between("c", 0.3, 0.4), between("d", 0, 0.1)});
  for (int c = 0; c < 4; ++c) {
    const double floor = c < 3 ? 0.3 : 0.0;
    EXPECT_NEAR(mean(draws.of(c)), floor + 0.1 / 4, 0.0005);
    EXPECT_NEAR(variance(draws.of(c)), 0.01 * 3.0 / (16 * 5), 0.00003);
  }
  EXPECT_LT(worst_sum(draws), 1e-9);
}

// Both ways to sample must agree on a set that rejection can still do: exact centroid of ranks under a wide interval,
// against the same ranks under an interval so tight that only hit-and-run works, which contains one known stretch.
TEST(Weights, HitAndRunKeepsRanks) {
  const auto draws = draw({"a", "b", "c"}, {ranked("a", 1), ranked("b", 2), between("c", 0.899, 0.9)});
  EXPECT_NEAR(mean(draws.of(2)), 0.8995, 0.0001);
  EXPECT_NEAR(mean(draws.of(0)) - mean(draws.of(1)), 0.1005 / 2,
              0.0006);  // half of the rest, uniform between 0 and the rest
  for (std::size_t d = 0; d < many; ++d) ASSERT_GE(draws.of(0)[d], draws.of(1)[d] - 1e-12);
}

TEST(Weights, KindsCanBeMixed) {
  const auto draws = draw(five, {exact("a", 0.4), ranked("b", 1), ranked("c", 2), between("d", 0.05, 0.2)});
  ASSERT_TRUE(draws.note.empty());
  for (std::size_t d = 0; d < many; ++d) {
    ASSERT_DOUBLE_EQ(draws.of(0)[d], 0.4);
    ASSERT_GE(draws.of(1)[d], draws.of(2)[d]);
    ASSERT_GE(draws.of(3)[d], 0.05 - 1e-9);
    ASSERT_LE(draws.of(3)[d], 0.2 + 1e-9);
  }
  EXPECT_LT(worst_sum(draws), 1e-12);
}

TEST(Weights, ContradictionsAreSaidAndFallBackToEveryWeighting) {
  const std::vector<std::vector<MotiveWeight>> impossible = {
      {between("a", 0.6, 0.7), between("b", 0.6, 0.7)},  // more than 1 together
      {between("a", 0, 0.1), between("b", 0, 0.1), between("c", 0, 0.1), between("d", 0, 0.1), between("e", 0, 0.1)},
      {between("a", 0.5, 0.4)},                                // upside down
      {ranked("a", 1), ranked("b", 2), between("b", 0.6, 1)},  // the first would have to be larger still
      {exact("a", 0.8), exact("b", 0.7)},                      // shares beside free criteria
      {exact("a", -1)},
  };
  for (const auto& stated : impossible) {
    const auto draws = draw(five, stated);
    EXPECT_EQ(draws.note.key, "priorities.weights.impossible");
    EXPECT_NEAR(mean(draws.of(0)), 0.2, 0.003);
  }
  EXPECT_FALSE(draw({"a", "b"}, {exact("a", 0), exact("b", 0)}, 100).note.empty());
}

TEST(Weights, ASinglePointIsFound) {
  const auto draws = draw({"a", "b"}, {between("a", 0.7, 1), between("b", 0.3, 1)}, 100);
  EXPECT_TRUE(draws.note.empty());
  EXPECT_NEAR(draws.of(0)[99], 0.7, 1e-9);
}

TEST(Weights, SameSeedSameDraws) {
  const std::vector<MotiveWeight> stated = {ranked("a", 1), between("b", 0.1, 0.2)};
  EXPECT_EQ(draw(five, stated).values, draw(five, stated).values);
}

TEST(Weights, EveryDrawKeepsEveryStatement) {
  EXPECT_TRUE(rc::check("feasible intervals around a point are respected", [] {
    std::vector<double> centre(5);
    double sum = 0;
    for (auto& w : centre) sum += (w = *rc::gen::inRange(1, 100));
    std::vector<MotiveWeight> stated;
    for (std::size_t i = 0; i < centre.size(); ++i) {
      const double w = centre[i] / sum, room = *rc::gen::inRange(0, 30) / 100.0;
      if (*rc::gen::inRange(0, 3) > 0)
        stated.push_back(between(five[i].c_str(), std::max(0.0, w - room), std::min(1.0, w + room)));
    }
    const auto draws = draw(five, stated, 200);
    RC_ASSERT(draws.note.empty());
    RC_ASSERT(worst_sum(draws) < 1e-9);
    for (const auto& s : stated) {
      const auto c = static_cast<int>(std::find(five.begin(), five.end(), s.motive) - five.begin());
      for (const double w : draws.of(c)) RC_ASSERT(w >= s.between->first - 1e-9 && w <= s.between->second + 1e-9);
    }
  }));
}

}  // namespace koepel::priorities
