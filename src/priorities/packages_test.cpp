// SPDX-License-Identifier: EUPL-1.2
#include "priorities/packages.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "priorities/small_study_test.h"

namespace koepel::priorities {

namespace {

const Settings& settings() {
  static const Settings s = read_settings(real_pack());
  return s;
}

/// Two partners with the same score on every motive and the same feasibility.
Standing flat(double score, double feasibility) {
  Standing task;
  task.proximity = 3;
  task.motives.names = {"strengths", "scale"};
  task.motives.columns = {{score, score}, {score, score}};
  task.parts.names = {"political_sensitivity"};
  task.parts.columns = {{feasibility, feasibility}};
  task.part_weights = {1};
  return task;
}

const std::vector<double> halves = {0.5, 0.5};

Package package_at(double score, double feasibility) {
  return package_of(flat(score, feasibility), halves, settings());
}

double unit() { return *rc::gen::inRange(0, 1001) / 1000.0; }

Standing any_standing() {
  Standing task;
  const auto partners = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
  const auto fill = [&](Scores& scores, std::vector<std::string> names) {
    scores.names = std::move(names);
    for (std::size_t k = 0; k < scores.names.size(); ++k) {
      auto& column = scores.columns.emplace_back();
      for (std::size_t p = 0; p < partners; ++p) column.push_back(unit());
    }
  };
  fill(task.motives, {"strengths", "third_parties", "acceleration", "specialisation", "scale"});
  fill(task.parts, {"political_sensitivity", "urgency_alignment", "legal_duty"});
  task.part_weights = {0.5, 0.3, 0.2};
  task.proximity = *rc::gen::inRange(1, 6);
  return task;
}

std::vector<double> any_weights() {
  std::vector<double> weights(5);
  Random(static_cast<std::uint64_t>(*rc::gen::inRange(0, 100000))).simplex(weights);
  return weights;
}

/// Better packages first; the order of the growth scenario.
int quality(Package package) { return -static_cast<int>(package); }

}  // namespace

TEST(Packages, TheThresholdsDecide) {
  EXPECT_EQ(package_at(0.9, 0.9), Package::base);
  EXPECT_EQ(package_at(0.62, 0.65), Package::base) << "thresholds belong to the package";
  EXPECT_EQ(package_at(0.9, 0.6), Package::plus);
  EXPECT_EQ(package_at(0.6, 0.9), Package::plus);
  EXPECT_EQ(package_at(0.5, 0.9), Package::not_now);
  EXPECT_EQ(package_at(0.3, 0.9), Package::unsuitable);
  EXPECT_EQ(package_at(0.9, 0.1), Package::unsuitable);
}

TEST(Packages, TheBaseNeedsEveryPartner) {
  Standing task = flat(0.9, 0.9);
  task.motives.columns[0][1] = task.motives.columns[1][1] = 0.5;
  EXPECT_EQ(package_of(task, halves, settings()), Package::plus);
}

TEST(Packages, TwoReadyPartnersMakeAPlusWhateverTheMean) {
  Standing task = flat(0.7, 0.9);
  for (auto* scores : {&task.motives.columns[0], &task.motives.columns[1], &task.parts.columns[0]})
    scores->insert(scores->end(), 3, 0.35);
  EXPECT_LT(task.motives.together(halves), settings().plus_value);
  EXPECT_EQ(package_of(task, halves, settings()), Package::plus);
}

TEST(Packages, LawAndExistingArrangementsComeFirst) {
  Standing task = flat(0.1, 0.1);
  task.statutory = true;
  EXPECT_EQ(package_of(task, halves, settings()), Package::arranged);
  EXPECT_FALSE(smallest_flip(task, halves, settings()).has_value());
  task.statutory = false;
  task.arranged = true;
  EXPECT_EQ(package_of(task, halves, settings()), Package::arranged);
}

TEST(Packages, SensitiveAndCloseToResidentsDoesNotLendItself) {
  Standing task = flat(0.9, 0.1);
  task.parts = {{"political_sensitivity", "conflict"}, {{0.1, 0.1}, {1, 1}}};
  task.part_weights = {0.5, 0.5};
  EXPECT_EQ(package_of(task, halves, settings()), Package::plus);
  task.proximity = 5;
  EXPECT_EQ(package_of(task, halves, settings()), Package::unsuitable);
}

TEST(Packages, MembershipCountsWhatPackageOfSays) {
  EXPECT_TRUE(rc::check("two ways to count the draws", [] {
    const Standing task = any_standing();
    const auto draws = draw_weights(task.motives.names, {}, 100, Random(4));
    std::array<double, package_count> counted{};
    for (std::size_t d = 0; d < 100; ++d) {
      std::vector<double> weights;
      for (int m = 0; m < draws.criteria; ++m) weights.push_back(draws.of(m)[d]);
      counted[static_cast<std::size_t>(package_of(task, weights, settings()))] += 1;
    }
    const auto membership = membership_of(task, draws, settings());
    double sum = 0;
    for (std::size_t k = 0; k < counted.size(); ++k) {
      RC_ASSERT(std::abs(membership[k] - counted[k] / 100) < 1e-12);
      sum += membership[k];
    }
    RC_ASSERT(std::abs(sum - 1) < 1e-12);
  }));
}

TEST(Packages, HigherScoresNeverLeadToAWorsePackage) {
  EXPECT_TRUE(rc::check("monotone in motives and parts", [] {
    Standing task = any_standing();
    const auto weights = any_weights();
    const int before = quality(package_of(task, weights, settings()));
    const double value = task.motives.together(weights);
    Scores& scores = *rc::gen::inRange(0, 2) == 0 ? task.motives : task.parts;
    const auto k = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(scores.columns.size())));
    auto& score = scores.columns[k][static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(task.partners())))];
    score = score + (1 - score) * unit();
    RC_ASSERT(quality(package_of(task, weights, settings())) >= before);
    RC_ASSERT(task.motives.together(weights) >= value - 1e-12);
  }));
}

TEST(Flip, MovingTheMeanKeepsScoresInRangeAndReachesIt) {
  EXPECT_TRUE(rc::check("move_mean", [] {
    Standing task = any_standing();
    const double to = unit();
    move_mean(task.motives, 2, to);
    RC_ASSERT(std::abs(task.motives.mean(2) - to) < 1e-9);
    for (const double score : task.motives.columns[2]) RC_ASSERT(score >= 0 && score <= 1);
  }));
}

// The claim is checked both ways: the change does what it says, and a fine search finds nothing smaller.
TEST(Flip, IsTheSmallestSingleChange) {
  EXPECT_TRUE(rc::check("smallest_flip", [] {
    const Standing task = any_standing();
    const auto weights = any_weights();
    const Package now = package_of(task, weights, settings());
    const auto flip = smallest_flip(task, weights, settings());
    const double size = flip ? std::abs(flip->to - flip->from) : 1;
    for (Scores Standing::*which : {&Standing::motives, &Standing::parts})
      for (std::size_t k = 0; k < (task.*which).names.size(); ++k) {
        const std::string& name = (task.*which).names[k];
        if (name == "legal_duty") continue;
        const double from = (task.*which).mean(k);
        if (flip && flip->what == name) {
          Standing moved = task;
          move_mean(moved.*which, k, flip->to);
          RC_ASSERT(package_of(moved, weights, settings()) == flip->becomes);
          RC_ASSERT(flip->becomes != now);
        }
        for (int i = -60; i <= 60; ++i) {
          const double to = from + i / 60.0 * (size - 1e-6);
          if (to < 0 || to > 1 || size <= 1e-6) continue;
          Standing moved = task;
          move_mean(moved.*which, k, to);
          RC_ASSERT(package_of(moved, weights, settings()) == now);
        }
      }
  }));
}

}  // namespace koepel::priorities
