// SPDX-License-Identifier: EUPL-1.2
#include "scale/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> keys(const Built& built) {
  std::vector<std::string> out;
  for (const auto& message : built.missing) out.push_back(message.key);
  return out;
}

Built built(const Study& study, const std::string& task = "V07") { return build_model(study, pack(), {}, task); }

TEST(Figures, MakeAnActivityModel) {
  const auto found = built(payroll());
  ASSERT_TRUE(found.model);
  EXPECT_EQ(found.model->kind, ModelKind::activity);
  EXPECT_EQ(found.model->unit, "verloningen");
  EXPECT_EQ(found.model->year, 2025);
  EXPECT_THAT(found.model->partners, SizeIs(3));
  EXPECT_THAT(found.missing, IsEmpty());
}

TEST(Figures, LeaveOutANegativeVolume) {
  Study study = payroll();
  study.figures[0].volume = -1;
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.negative_volume"));
  EXPECT_THAT(built(study).model->partners, SizeIs(2));
}

TEST(Figures, LeaveOutCostWithoutVolumeAndNegativeCostAndStaff) {
  Study study = payroll();
  study.figures[0].volume = 0;
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.cost_without_volume"));
  study.figures[0].volume = 10;
  study.figures[0].variable_cost = Money{-5};
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.negative_cost"));
  study.figures[0].variable_cost = Money{5};
  study.figures[0].fte = -0.1;
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.negative_fte"));
}

TEST(Figures, SayThatAYearIsMissingOrDiffers) {
  Study study = payroll();
  study.figures[0].year.reset();
  study.figures[1].year = 2023;
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.no_year"));
  EXPECT_THAT(keys(built(study)), Contains("scale.missing.years_differ"));
}

TEST(Figures, TakeTheNewestYear) {
  Study study = payroll();
  study.figures.push_back(figures("A", "V07", 1, 1, 1, 1, "verloningen"));
  study.figures.back().year = 2019;
  EXPECT_EQ(built(study).model->partners[0].fixed, 60000);
}

TEST(Figures, DoNotAddUpDifferentUnits) {
  Study study = payroll();
  study.figures[2].unit = "uren";
  const auto found = built(study);
  EXPECT_THAT(found.model->partners, SizeIs(2));
  EXPECT_THAT(keys(found), Contains("scale.missing.other_unit"));
}

TEST(Figures, FallBackOnResearchWithOwnCost) {
  Study study = payroll();
  for (auto& row : study.figures) row.volume.reset();
  const auto found = built(study);
  ASSERT_TRUE(found.model);
  EXPECT_EQ(found.model->kind, ModelKind::prior);
  EXPECT_EQ(found.basis.key, "scale.basis.prior");
  EXPECT_THAT(keys(found), Contains("scale.missing.incomplete"));
}

TEST(Figures, AreNotInventedWhereResearchIsSilent) {
  Study study = payroll();
  for (auto& row : study.figures) {
    row.task = "U31";
    row.volume.reset();
  }
  const auto found = built(study, "U31");
  EXPECT_FALSE(found.model);
  EXPECT_EQ(found.basis.key, "scale.basis.none");
}

TEST(Figures, AreMissingWhenOnlyOnePartnerKnowsItsCost) {
  Study study = payroll();
  study.figures.resize(1);
  EXPECT_FALSE(built(study).model);
  EXPECT_EQ(built(study).basis.key, "scale.basis.too_few");
}

TEST(Figures, ComeFromAccountsOfATaskFieldThatHoldsThisTaskAlone) {
  Study study = payroll();
  study.figures.clear();
  Reference reference;
  reference.accounts = {{2024, "actual", {}, {"C"}, "rekeningen.csv"}};
  for (const auto* id : {"A", "B", "C"})
    for (const auto* field : {"0.64", "0.4"}) reference.accounts[0].rows.push_back({id, field, Money{10000000}, {}});
  const auto tax = build_model(study, pack(), reference, "U01");
  ASSERT_TRUE(tax.model);
  EXPECT_THAT(tax.model->partners, SizeIs(2)) << "C filed nothing";
  EXPECT_EQ(tax.model->partners[0].own(), 100000);
  EXPECT_EQ(tax.model->partners[0].origin.file, "rekeningen.csv");
  EXPECT_FALSE(build_model(study, pack(), reference, "V07").model) << "0.4 gathers many tasks";
}

// A task field holds benefits, land and interest beside work: without a gain to expect, only a cost of consultation
// over all that money would be left.
TEST(Figures, TakeNoAccountsWhereResearchSeesNoGainOfScale) {
  Study study;
  study.partners = {partner("A", 30000), partner("B", 25000)};
  Reference reference;
  reference.accounts = {{2024, "actual", {}, {}, "rekeningen.csv"}};
  for (const auto* id : {"A", "B"})
    for (const auto* field : {"5.1", "0.5"}) reference.accounts[0].rows.push_back({id, field, Money{10000000}, {}});
  const auto sport = build_model(study, pack(), reference, "O21");
  EXPECT_FALSE(sport.model);
  EXPECT_EQ(sport.basis.key, "scale.basis.flat");
  EXPECT_FALSE(build_model(study, pack(), reference, "V12").model);
}

}  // namespace
}  // namespace koepel::scale
