// SPDX-License-Identifier: EUPL-1.2
#include "scale/inverse.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "scale/cashflow.h"
#include "scale/figures.h"
#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

struct Sample {
  explicit Sample(const Study& study = payroll(), const char* task = "V07")
      : model(*build_model(study, pack(), {}, task).model),
        ranges(term_ranges(study, pack(), model, FormWeight::light)) {}
  CostModel model;
  TermRanges ranges;
};

TEST(BreakEven, IsTheValueAtWhichNothingIsGained) {
  const Sample s;
  int found = 0;
  for (const auto& even : break_evens(s.model, s.ranges)) {
    if (!even.at) continue;
    ++found;
    Terms terms = likely_terms(s.ranges);
    for (const auto& term : s.ranges.shared)
      if (term.quantity == even.quantity) terms.*term.field = *even.at;
    EXPECT_NEAR(ten_year_net(s.model, terms), 0, 1) << even.quantity;
  }
  EXPECT_GE(found, 2);
}

TEST(BreakEven, IsAbsentWhereTheRangeNeverTurnsTheOutcome) {
  const Sample s;
  const auto evens = break_evens(s.model, s.ranges);
  const auto markup =
      std::find_if(evens.begin(), evens.end(), [](const auto& e) { return e.quantity == "scale.unwind_cost"; });
  ASSERT_NE(markup, evens.end());
  EXPECT_FALSE(markup->at);
  EXPECT_TRUE(markup->gain_at_likely);
}

TEST(EfficientScale, IsWhereFixedCostIsTwoPercent) {
  const Sample s;
  const auto scale = efficient_scale_of(s.model, likely_terms(s.ranges), 0.02);
  EXPECT_NEAR(scale.units.value(), 60000 / (0.02 * 30), 1e-6);
  EXPECT_NEAR(scale.thousands.value(), 49.1, 0.1);
  EXPECT_FALSE(scale.reached);
}

TEST(UnitsNeeded, MakesTheCostPerUnitTheTarget) {
  const Sample s;
  const auto units = units_needed(s.model, s.ranges, 50, 1, 500);
  // 60,000 / n + 30 = 50.
  EXPECT_NEAR(units.likely.value(), 3000, 1e-6);
  EXPECT_GE(units.nine_in_ten.value(), *units.likely);
}

TEST(UnitsNeeded, SaysThatNoVolumeIsEnoughBelowTheVariableCost) {
  const Sample s;
  const auto units = units_needed(s.model, s.ranges, 29, 1, 500);
  EXPECT_FALSE(units.likely);
  EXPECT_FALSE(units.nine_in_ten);
  EXPECT_EQ(units.ever, 0);
  EXPECT_EQ(units.certainty_together, 0);
}

TEST(Joiners, AreTheSmallestCombinationsThatReachTheTarget) {
  const Sample s(waste(), "U22");
  const Terms likely = likely_terms(s.ranges);
  const double target = 62;
  const auto reaches = [&](const std::vector<std::size_t>& members) {
    const auto joint = joint_cost(s.model, likely, members);
    return joint.together() / joint.volume <= target;
  };
  // By brute force: every set that reaches it while no part of it does.
  std::vector<std::vector<std::string>> expected;
  for (unsigned mask = 1; mask < 16; ++mask) {
    bool part = false;
    std::vector<std::size_t> members;
    for (unsigned i = 0; i < 4; ++i)
      if ((mask >> i & 1) != 0) members.push_back(i);
    for (unsigned sub = (mask - 1) & mask; sub != 0; sub = (sub - 1) & mask) {
      std::vector<std::size_t> few;
      for (unsigned i = 0; i < 4; ++i)
        if ((sub >> i & 1) != 0) few.push_back(i);
      part = part || reaches(few);
    }
    if (part || !reaches(members)) continue;
    expected.emplace_back();
    for (const auto i : members) expected.back().push_back(s.model.partners[i].partner);
  }
  const auto found = who_must_join(s.model, s.ranges, target, 1, 200);
  ASSERT_EQ(static_cast<std::size_t>(found.count), expected.size());
  for (const auto& one : found.combinations) {
    EXPECT_NE(std::find(expected.begin(), expected.end(), one.partners), expected.end());
    EXPECT_LE(one.unit_cost, target);
  }
}

TEST(Joiners, AreNoneWhenTheTargetIsOutOfReach) {
  const Sample s;
  const auto found = who_must_join(s.model, s.ranges, 1, 1, 50);
  EXPECT_TRUE(found.computed);
  EXPECT_EQ(found.count, 0);
}

TEST(Joiners, AreNotComputedWhenStoppedOrTooMany) {
  Sample s;
  EXPECT_FALSE(who_must_join(s.model, s.ranges, 50, 1, 50, {{}, [] { return true; }}).computed);
  s.model.partners.resize(26, s.model.partners[0]);
  s.ranges = term_ranges({}, pack(), s.model, FormWeight::light);
  EXPECT_FALSE(who_must_join(s.model, s.ranges, 50, 1, 50).computed);
}

}  // namespace
}  // namespace koepel::scale
