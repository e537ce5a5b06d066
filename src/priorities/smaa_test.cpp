// SPDX-License-Identifier: EUPL-1.2
#include "priorities/smaa.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "priorities/worked_example_test.h"

namespace koepel::priorities {

namespace {

std::vector<std::string> names(std::size_t n) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back("c" + std::to_string(i));
  return out;
}

std::vector<double> random_scores(std::size_t n, Random& random) {
  std::vector<double> scores(n);
  for (auto& s : scores) s = random.uniform();
  return scores;
}

/// The definition, alternative by alternative and draw by draw, with its own stream of weights: no shared code.
std::vector<double> naive_shares(const std::vector<double>& scores, std::size_t criteria, int draws) {
  const std::size_t n = scores.size() / criteria;
  Random random(99, "naive");
  std::vector<double> shares(n * n, 0.0), w(criteria), value(n);
  for (int d = 0; d < draws; ++d) {
    double sum = 0;
    for (auto& x : w) sum += (x = -std::log(1 - random.uniform()));
    for (std::size_t a = 0; a < n; ++a) {
      value[a] = 0;
      for (std::size_t c = 0; c < criteria; ++c) value[a] += w[c] / sum * scores[a * criteria + c];
    }
    for (std::size_t a = 0; a < n; ++a) {
      std::size_t better = 0;
      for (std::size_t b = 0; b < n; ++b) better += value[b] > value[a] ? 1 : 0;
      shares[a * n + better] += 1.0 / draws;
    }
  }
  return shares;
}

WeightDraws draws_for(std::size_t criteria, int draws) {
  const auto criteria_names = names(criteria);
  return draw_weights(criteria_names, {}, draws, Random(1, "smaa"));
}

}  // namespace

// The size of the goal in docs/performance.md; both sides have a sampling error of about 0.0016 at a share of one half.
TEST(Smaa, AgreesWithANaiveReferenceOn20x12) {
  Random random(3, "instance");
  const auto scores = random_scores(20 * 12, random);
  const auto ours = smaa(scores, draws_for(12, 200000));
  const auto reference = naive_shares(scores, 12, 200000);
  for (std::size_t i = 0; i < reference.size(); ++i) ASSERT_NEAR(ours.share[i], reference[i], 0.005) << i;
}

TEST(Smaa, AlternativesThatAreNeverGoodChangeNothingAboveThem) {
  Random random(5, "instance");
  auto scores = random_scores(30 * 4, random);
  const auto weights = draws_for(4, 3000);
  const auto before = smaa(scores, weights);
  for (int i = 0; i < 10 * 4; ++i) scores.push_back(-1);
  const auto after = smaa(scores, weights);
  for (int a = 0; a < 30; ++a)
    for (std::size_t r = 0; r < 30; ++r) ASSERT_DOUBLE_EQ(before.of(a)[r], after.of(a)[r]);
  EXPECT_NEAR(after.mean_rank[35], 35.5, 1e-9);  // ten ties share the ranks 31 to 40
}

// With two criteria w1 is uniform on [0, 1], so every share on the page follows from where two lines cross.
TEST(Smaa, ReproducesTheWorkedExampleOfThePage) {
  const auto page = read_worked_example("rank-acceptability.md");
  const auto a = page.at("A"), b = page.at("B"), c = page.at("C");
  std::vector<double> scores;
  for (const auto* row : {&a, &b, &c}) scores.insert(scores.end(), row->begin(), row->end());
  const auto outcome = smaa(scores, draws_for(2, 200000));
  const char* rows[] = {"shares A", "shares B", "shares C"};
  for (int i = 0; i < 3; ++i)
    for (std::size_t r = 0; r < 3; ++r) EXPECT_NEAR(outcome.of(i)[r], page.at(rows[i])[r], 0.005) << rows[i] << r;
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(outcome.mean_rank[i], page.at("mean rank")[i], 0.01);
}

TEST(Smaa, Properties) {
  EXPECT_TRUE(rc::check("rows and columns add up, permuting permutes, dominance is kept, scaling changes nothing", [] {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 45));
    std::vector<double> scores;
    for (std::size_t i = 0; i < n * 3; ++i) scores.push_back(*rc::gen::inRange(0, 5) / 4.0);
    const auto weights = draws_for(3, 150);
    const auto outcome = smaa(scores, weights);
    for (std::size_t a = 0; a < n; ++a) {
      double row = 0, column = 0;
      for (std::size_t r = 0; r < n; ++r) {
        row += outcome.share[a * n + r];
        column += outcome.share[r * n + a];
      }
      RC_ASSERT(std::abs(row - 1) < 1e-9 && std::abs(column - 1) < 1e-9);
    }
    std::vector<double> reversed;
    for (std::size_t a = n; a-- > 0;) reversed.insert(reversed.end(), &scores[a * 3], &scores[a * 3] + 3);
    const auto mirrored = smaa(reversed, weights);
    for (std::size_t a = 0; a < n; ++a) {
      RC_ASSERT(std::abs(mirrored.mean_rank[n - 1 - a] - outcome.mean_rank[a]) < 1e-9);
      for (std::size_t b = 0; b < n; ++b) {
        bool dominates = true;
        for (std::size_t c = 0; c < 3; ++c) dominates = dominates && scores[a * 3 + c] >= scores[b * 3 + c];
        if (dominates) RC_ASSERT(outcome.mean_rank[a] <= outcome.mean_rank[b] + 1e-9);
      }
    }
    for (auto& s : scores) s *= 2;  // exact in binary, so that ties stay ties
    RC_ASSERT(smaa(scores, weights).share == outcome.share);
  }));
}

}  // namespace koepel::priorities
