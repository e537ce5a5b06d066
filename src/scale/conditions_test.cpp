// SPDX-License-Identifier: EUPL-1.2
#include "scale/conditions.h"

#include <gtest/gtest.h>

namespace koepel::scale {
namespace {

Met met(const char* kind, std::optional<double> value, const Offer& offer) {
  Study study;
  study.join_conditions = {{"A", "U22", kind, value, "", {}}};
  return test_conditions(study, "U22", "A", offer).at(0).met;
}

TEST(Conditions, AreTestedEachInItsOwnUnit) {
  const Offer offer{60, 0.05, 4, false, 55};
  EXPECT_EQ(met("max_unit_cost", 60, offer), Met::yes);
  EXPECT_EQ(met("max_unit_cost", 59.99, offer), Met::no);
  EXPECT_EQ(met("min_saving", 0.05, offer), Met::yes);
  EXPECT_EQ(met("min_saving", 0.06, offer), Met::no);
  EXPECT_EQ(met("max_payback", 4, offer), Met::yes);
  EXPECT_EQ(met("max_payback", 3, offer), Met::no);
  EXPECT_EQ(met("min_position", 50, offer), Met::yes);
  EXPECT_EQ(met("min_position", 60, offer), Met::no);
  EXPECT_EQ(met("max_position", 60, offer), Met::yes);
  EXPECT_EQ(met("max_position", 50, offer), Met::no);
}

TEST(Conditions, AreUnknownWithoutAFigure) {
  for (const auto* kind : {"max_unit_cost", "min_saving", "max_payback", "min_position", "max_position", "mood"})
    EXPECT_EQ(met(kind, 1, {}), Met::unknown) << kind;
  EXPECT_EQ(met("max_unit_cost", {}, {60, {}, {}, false, {}}), Met::unknown);
}

TEST(Conditions, FailWhenThePaybackNeverComes) { EXPECT_EQ(met("max_payback", 9, {{}, {}, {}, true, {}}), Met::no); }

TEST(Conditions, ShowAStatementAsItIs) {
  Study study;
  study.join_conditions = {{"", "", "statement", {}, "eigen balie blijft", {}}};
  const auto tests = test_conditions(study, "U22", "B", {});
  ASSERT_EQ(tests.size(), 1u);
  EXPECT_EQ(tests[0].met, Met::shown);
  EXPECT_EQ(tests[0].statement, "eigen balie blijft");
  EXPECT_EQ(tests[0].partner, "B");
}

TEST(Conditions, OfOthersOrOtherTasksAreNotTested) {
  Study study;
  study.packages = {{"afval", {}, {"U22", "U24"}, {}}};
  study.join_conditions = {{"A", "U22", "min_saving", 0.1, "", {}}, {"B", "U23", "min_saving", 0.1, "", {}}};
  EXPECT_TRUE(test_conditions(study, "U22", "B", {}).empty());
  study.join_conditions.push_back({"B", "afval", "min_saving", 0.1, "", {}});
  EXPECT_EQ(test_conditions(study, "U22", "B", {}).size(), 1u);
}

}  // namespace
}  // namespace koepel::scale
