// SPDX-License-Identifier: EUPL-1.2
#include "scale/cashflow.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scale/figures.h"
#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

struct Sample {
  CostModel model = *build_model(payroll(), pack(), {}, "V07").model;
  Terms terms = likely_terms(term_ranges(payroll(), pack(), model, FormWeight::light));
};

double sum(const std::vector<CashFlow>& flows) {
  double euro = 0;
  for (const auto& flow : flows) euro += static_cast<double>(flow.total.cents) / 100;
  return euro;
}

TEST(CashFlow, GrowsToTheSavingAndPaysTheChangeFirst) {
  const Sample s;
  const auto flows = cash_flows(s.model, s.terms);
  ASSERT_EQ(flows.size(), 3u);
  const auto& b = flows[1];
  EXPECT_EQ(b.years[0].friction.cents, -1300000);  // 10 % of its own 130,000
  EXPECT_EQ(b.years[1].friction.cents, 0);
  // Realised gain 44,800 of which B's share of own cost is 130/370; a fifth of it in the first year.
  EXPECT_EQ(b.years[0].saving.cents, std::llround(44800.0 * 130 / 370 / 5 * 100));
  EXPECT_EQ(b.years[4].saving.cents, std::llround(44800.0 * 130 / 370 * 100));
  EXPECT_EQ(b.years[9].saving, b.years[4].saving);
}

TEST(CashFlow, LetsStrandedOverheadFallToZeroOverFiveYears) {
  const Sample s;
  const auto flows = cash_flows(s.model, s.terms);
  const auto& b = flows[1];  // 0.9 FTE x 30,200 x 0.5
  EXPECT_EQ(b.years[0].stranded.cents, -1359000);
  EXPECT_EQ(b.years[2].stranded.cents, -815400);
  EXPECT_EQ(b.years[5].stranded.cents, 0);
  EXPECT_EQ(flows[0].years[0].stranded.cents, 0) << "A is host and keeps its overhead in use";
}

TEST(CashFlow, StrandsTheHostTooInAnOrganisationOfItsOwn) {
  Sample s;
  s.model.own_organisation = true;
  EXPECT_LT(cash_flows(s.model, s.terms)[0].years[0].stranded.cents, 0);
}

TEST(CashFlow, SaysWhereStrandedOverheadIsNotKnown) {
  Sample s;
  s.model.partners[2].fte.reset();
  EXPECT_FALSE(cash_flows(s.model, s.terms)[2].stranded_known);
}

TEST(CashFlow, NeverPaysBackWithoutASaving) {
  Sample s;
  s.terms.realised_share = 0;
  for (const auto& flow : cash_flows(s.model, s.terms)) {
    EXPECT_FALSE(flow.payback);
    EXPECT_LT(flow.total.cents, 0);
  }
}

TEST(CashFlow, PaysBackInTheFirstYearWhenTheChangeIsFree) {
  Sample s;
  s.terms.friction = s.terms.coordination_share = s.terms.unwind_probability = 0;
  s.terms.stranded_share.assign(3, 0);
  for (const auto& flow : cash_flows(s.model, s.terms)) EXPECT_EQ(flow.payback, 1);
}

RC_GTEST_PROP(CashFlow, AddsUpToTheCentAndToTheTenYearNet, (std::uint64_t seed)) {
  Sample s;
  Random random(seed);
  s.terms = drawn_terms(term_ranges(payroll(), pack(), s.model, FormWeight::middle), random);
  s.model.own_organisation = *rc::gen::arbitrary<bool>();
  const auto flows = cash_flows(s.model, s.terms);
  for (const auto& flow : flows) {
    std::int64_t total = 0;
    for (const auto& y : flow.years) {
      RC_ASSERT(y.net.cents == y.saving.cents + y.coordination.cents + y.tax_and_interest.cents + y.friction.cents +
                                   y.stranded.cents + y.unwinding.cents);
      total += y.net.cents;
    }
    RC_ASSERT(total == flow.total.cents);
  }
  RC_ASSERT(std::abs(sum(flows) - ten_year_net(s.model, s.terms)) < 1);  // 180 roundings of half a cent at most
}

}  // namespace
}  // namespace koepel::scale
