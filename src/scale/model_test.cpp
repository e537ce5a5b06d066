// SPDX-License-Identifier: EUPL-1.2
#include "scale/model.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scale/prior.h"
#include "scale/sample_study.h"
#include "scale/terms.h"

namespace koepel::scale {
namespace {

CostModel three() {
  CostModel model;
  model.task = "V07";
  model.partners = {{"A", 60000, 90000, 3000, 30, 1.2, {}},
                    {"B", 50000, 80000, 2000, 25, 0.9, {}},
                    {"C", 40000, 50000, 1000, 20, 0.4, {}}};
  return model;
}

Terms plain(std::size_t n) {
  Terms terms;
  terms.realised_share = 1;
  terms.retained_share.assign(n, 0);
  terms.overhead_per_fte.assign(n, 0);
  terms.stranded_share.assign(n, 0);
  return terms;
}

TEST(JointCost, PaysTheFixedCostOnce) {
  const auto joint = joint_cost(three(), plain(3));
  // Fixed 60,000 once; 6,000 units at the cheapest 30 euro.
  EXPECT_DOUBLE_EQ(joint.alone, 370000);
  EXPECT_DOUBLE_EQ(joint.together(), 60000 + 6000 * 30);
}

TEST(JointCost, LeavesTheClientsWithAShareOfTheirFixedCost) {
  Terms terms = plain(3);
  terms.retained_share = {0.2, 0.2, 0.5};
  terms.efficient_end = 0;
  EXPECT_DOUBLE_EQ(joint_cost(three(), terms).together(), 60000 + 0.2 * 50000 + 0.5 * 40000 + 220000);
}

TEST(JointCost, RoundsResourcesUpToWholeOnes) {
  CostModel model = three();
  model.steps = {{2500, 10000}};
  Terms terms = plain(3);
  terms.efficient_end = 0;
  const auto joint = joint_cost(model, terms);
  EXPECT_DOUBLE_EQ(joint.alone, 370000 + (2 + 1 + 1) * 10000);
  EXPECT_DOUBLE_EQ(joint.together(), 60000 + 220000 + 3 * 10000);
}

TEST(JointCost, ChargesCoordinationAboveTwoPartners) {
  Terms terms = plain(3);
  terms.realised_share = 0;
  terms.coordination_share = 0.02;
  EXPECT_DOUBLE_EQ(joint_cost(three(), terms, {0, 1}).saving(), 0);
  EXPECT_DOUBLE_EQ(joint_cost(three(), terms).saving(), -0.02 * 370000);
}

TEST(JointCost, CountsALossOfScaleInFull) {
  CostModel model;
  model.kind = ModelKind::prior;
  model.task = "D01";
  model.cluster = find_cluster(pack(), "civil_affairs");
  model.partners = {{"A", 0, 1e6, 0, 60, {}, {}}, {"B", 0, 1e6, 0, 60, {}, {}}};
  Terms terms = plain(2);
  terms.realised_share = 0.4;
  terms.slope = 0.05;
  const auto joint = joint_cost(model, terms);
  EXPECT_LT(joint.gain, 0);
  EXPECT_DOUBLE_EQ(joint.realised, joint.gain);
}

TEST(JointCost, FollowsThePriorFromTenToTwentyThousand) {
  CostModel model;
  model.kind = ModelKind::prior;
  model.cluster = find_cluster(pack(), "tax");
  model.partners = {{"A", 0, 100000, 0, 10, {}, {}}, {"B", 0, 100000, 0, 10, {}, {}}};
  Terms terms = plain(2);
  terms.slope = 0.0934;
  // Published ratios 1.300 and 1.113.
  EXPECT_NEAR(joint_cost(model, terms).together() / 200000, 1.113 / 1.300, 0.005);
}

TEST(JointCost, AddsInterestOnlyWithAnOrganisationOfItsOwn) {
  CostModel model = three();
  Terms terms = plain(3);
  terms.interest_share = 0.05;
  terms.interest_markup = 0.04;
  EXPECT_DOUBLE_EQ(joint_cost(model, terms).tax_and_interest, 0);
  model.own_organisation = true;
  EXPECT_DOUBLE_EQ(joint_cost(model, terms).tax_and_interest, 0.05 * 0.04 * 240000);
}

TEST(SavingsTable, RefusesMorePartnersThanItCanDo) {
  const auto table = savings_table(three(), plain(3), std::vector<std::string>(26, "A"));
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error()[0].code, "scale.too-many-partners");
}

TEST(SavingsTable, LetsAPartnerWithoutFiguresAddNothing) {
  const auto table = savings_table(three(), plain(3), {"Z", "A", "B"}).value();
  EXPECT_EQ(table[0b011], 0);
  EXPECT_EQ(table[0b111], table[0b110]);
  EXPECT_GT(table[0b110], 0);
}

CostModel any_model() {
  CostModel model;
  if (*rc::gen::arbitrary<bool>()) {
    model.kind = ModelKind::prior;
    model.cluster =
        find_cluster(pack(), *rc::gen::element<std::string>("tax", "waste", "general", "tax_elasticity", "ict"));
  } else if (*rc::gen::arbitrary<bool>()) {
    model.steps = {{static_cast<double>(*rc::gen::inRange(1, 5000)), static_cast<double>(*rc::gen::inRange(1, 90000))}};
  }
  const int n = *rc::gen::inRange(1, 7);
  for (int i = 0; i < n; ++i)
    model.partners.push_back({std::string(1, static_cast<char>('A' + i)),
                              1.0 * *rc::gen::inRange(0, 500000),
                              1.0 * *rc::gen::inRange(1, 900000),
                              1.0 * *rc::gen::inRange(1, 9000),
                              1.0 * *rc::gen::inRange(1, 300),
                              {},
                              {}});
  return model;
}

Terms any_terms(const CostModel& model) {
  Terms terms = plain(model.partners.size());
  terms.realised_share = *rc::gen::inRange(0, 81) / 100.0;
  terms.coordination_share = *rc::gen::inRange(0, 4) / 100.0;
  terms.vat_leak = *rc::gen::inRange(0, 22) / 100.0;
  terms.labour_share = 0.6;
  terms.slope = model.cluster == nullptr ? 0 : slope(*model.cluster);
  for (auto& share : terms.retained_share) share = *rc::gen::inRange(0, 41) / 100.0;
  return terms;
}

RC_GTEST_PROP(SavingsTable, AgreesWithEachSetComputedAlone, ()) {
  const CostModel model = any_model();
  const Terms terms = any_terms(model);
  std::vector<std::string> names;
  for (const auto& partner : model.partners) names.push_back(partner.partner);
  const auto table = savings_table(model, terms, names).value();
  RC_ASSERT(table.size() == std::size_t{1} << names.size());
  for (std::size_t mask = 0; mask < table.size(); ++mask) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < names.size(); ++i)
      if ((mask >> i & 1) != 0) members.push_back(i);
    const double alone = members.empty() ? 0 : joint_cost(model, terms, members).saving();
    RC_ASSERT(std::abs(table[mask] - alone) <= 1e-6 * (1 + std::abs(alone)));
  }
}

RC_GTEST_PROP(JointCost, NeverGainsMoreThanItCosts, ()) {
  const CostModel model = any_model();
  const auto joint = joint_cost(model, any_terms(model));
  RC_ASSERT(joint.saving() <= joint.alone);
  RC_ASSERT(joint.together() >= 0);
}

RC_GTEST_PROP(JointCost, IsNeverDearerByTheActivityModelBeforeCoordination, ()) {
  const CostModel model = any_model();
  RC_PRE(model.kind == ModelKind::activity);
  RC_ASSERT(joint_cost(model, any_terms(model)).gain >= -1e-6);
}

}  // namespace
}  // namespace koepel::scale
