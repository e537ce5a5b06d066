// SPDX-License-Identifier: EUPL-1.2
// Which estimate counts, and where a quantity comes from when nobody estimated it.
#include "model/ranged.h"

#include <gtest/gtest.h>

namespace koepel {
namespace {

Study with(const std::vector<std::pair<std::string, std::string>>& task_and_partner) {
  Study study;
  for (const auto& [task, partner] : task_and_partner) {
    Estimate estimate;
    estimate.quantity = "q";
    estimate.task = task;
    estimate.partner = partner;
    estimate.value = static_cast<double>(study.estimates.size()) + 1;
    study.estimates.push_back(estimate);
  }
  return study;
}

double value(const Study& study) {
  const auto* found = find_estimate(study, "q", "U01", "A");
  return found == nullptr ? 0 : found->value;
}

TEST(Ranged, TheEstimateThatFitsBestCounts) {
  EXPECT_EQ(value(with({})), 0);
  EXPECT_EQ(value(with({{"U02", ""}, {"", "B"}})), 0);
  EXPECT_EQ(value(with({{"", ""}, {"U02", "A"}})), 1);
  EXPECT_EQ(value(with({{"U01", "A"}, {"U01", ""}, {"", "A"}, {"", ""}})), 1);
  EXPECT_EQ(value(with({{"", "A"}, {"U01", ""}})), 2);    // task before partner
  EXPECT_EQ(value(with({{"U01", ""}, {"U01", ""}})), 2);  // the later row
}

TEST(Ranged, AnEstimateWithoutARangeIsCertain) {
  auto study = with({{"", ""}});
  const auto certain = ranged(study, MethodPack{}, "q");
  EXPECT_EQ(certain.low, 1);
  EXPECT_EQ(certain.high, 1);
  study.estimates[0].high = 3;
  EXPECT_EQ(ranged(study, MethodPack{}, "q").high, 3);
}

TEST(Ranged, ThePacksQuantityCountsWhenNobodyEstimated) {
  MethodPack pack;
  Quantity quantity;
  quantity.id = "q";
  quantity.high = 9;
  pack.quantities.push_back(quantity);
  EXPECT_EQ(ranged(Study{}, pack, "q").high, 9);
  Step step;
  cite(step, ranged(Study{}, pack, "q"), "q");
  EXPECT_EQ(step.parameters, std::vector<std::string>{"q"});
}

TEST(Ranged, AnEstimateIsCitedByItsRow) {
  auto study = with({{"", ""}});
  study.estimates[0].origin = {"schattingen.csv", "", 2, ""};
  Step step;
  cite(step, ranged(study, MethodPack{}, "q"), "q");
  EXPECT_TRUE(step.parameters.empty());
  EXPECT_EQ(step.inputs, std::vector<Origin>{study.estimates[0].origin});
}

}  // namespace
}  // namespace koepel
