// SPDX-License-Identifier: EUPL-1.2
#include "scale/scale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "model/phrasebook.h"
#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Scale, GivesEveryEstimateItsRangeItsEvidenceAndTheCaseOfNoSaving) {
  const auto out = estimate_scale(payroll(), pack(), {});
  ASSERT_THAT(out.tasks, SizeIs(1));
  const auto& task = out.tasks[0];
  ASSERT_TRUE(task.model);
  EXPECT_LT(task.saving.band.low, task.saving.band.mid);
  EXPECT_LT(task.saving.band.mid, task.saving.band.high);
  EXPECT_LE(task.saving.worst, task.saving.band.low);
  EXPECT_GT(task.net.loss_chance, 0);
  EXPECT_LT(task.no_saving_net, 0);
  EXPECT_THAT(task.evidence, Not(IsEmpty()));
  EXPECT_THAT(task.flows, SizeIs(3));
  EXPECT_THAT(task.readings, SizeIs(1));
}

TEST(Scale, ShowsBothReadingsOfTaxWhereTheyConflict) {
  Study study = payroll();
  study.gross_list = {on_list("U01")};
  for (auto& row : study.figures) row.task = "U01";
  const auto task = estimate_scale(study, pack(), {}).tasks[0];
  ASSERT_THAT(task.readings, SizeIs(3));
  EXPECT_EQ(task.readings[0].cluster, "tax");
  EXPECT_TRUE(task.readings[0].clamped) << "75,000 together is above the 60,000 of the floor variant";
  EXPECT_FALSE(task.readings[1].clamped);
  EXPECT_GT(task.readings[1].gain, task.readings[0].gain);
}

TEST(Scale, IsTheSameTwiceAndDrawsPerTask) {
  Study study = payroll();
  const auto once = estimate_scale(study, pack(), {}), again = estimate_scale(study, pack(), {});
  EXPECT_EQ(once.trace, again.trace);
  EXPECT_EQ(once.tasks[0].saving.band, again.tasks[0].saving.band);
  // Another task on the list changes nothing of this one.
  study.gross_list.insert(study.gross_list.begin(), on_list("U01"));
  EXPECT_EQ(estimate_scale(study, pack(), {}).tasks[1].saving.band, once.tasks[0].saving.band);
  study.head.seed = 2;
  EXPECT_NE(estimate_scale(study, pack(), {}).tasks[1].saving.band, once.tasks[0].saving.band);
}

TEST(Scale, FollowsAnEstimate) {
  Study study = payroll();
  study.estimates = {{"scale.realised_share", "V07", "", 0, {}, {}, "", {"schattingen.csv", "", 2, ""}}};
  const auto none = estimate_scale(study, pack(), {}).tasks[0];
  EXPECT_EQ(none.saving.loss_chance, 1);
  EXPECT_NEAR(none.joint.saving(), none.no_saving_year, 1e-9);
}

TEST(Scale, TakesTheWeightOfTheChosenForm) {
  const auto with = [](FormWeight weight) {
    return estimate_scale(payroll(), pack(), {}, {{{"V07", weight}}, {}, {}}).tasks[0].net.band.mid;
  };
  EXPECT_GT(with(FormWeight::light), with(FormWeight::middle));
  EXPECT_GT(with(FormWeight::middle), with(FormWeight::heavy));
}

TEST(Scale, TestsConditionsOnEveryTask) {
  Study study = payroll();
  study.join_conditions = {{"C", "V07", "max_unit_cost", 50, "", {}}};
  const auto task = estimate_scale(study, pack(), {}).tasks[0];
  ASSERT_THAT(task.conditions, SizeIs(1));
  EXPECT_EQ(task.conditions[0].met, Met::no);
  EXPECT_TRUE(task.target_given);
  EXPECT_EQ(task.units->target, 50);
}

TEST(Scale, PlansWasteCollectionOnlyForConnections) {
  const auto out = estimate_scale(waste(), pack(), {});
  ASSERT_THAT(out.collections, SizeIs(1));
  EXPECT_EQ(out.collections[0].task, "U22");
}

TEST(Scale, GivesUpWhenStopped) {
  const auto out = estimate_scale(payroll(), pack(), {}, {}, {{}, [] { return true; }});
  EXPECT_FALSE(out.complete);
  EXPECT_THAT(out.tasks, IsEmpty());
}

TEST(Scale, HasNoAnswerForAnEmptyStudy) {
  Study study;
  study.gross_list = {on_list("V07"), on_list("no-such-task")};
  const auto out = estimate_scale(study, pack(), {});
  for (const auto& task : out.tasks) {
    EXPECT_FALSE(task.model);
    EXPECT_FALSE(task.basis.empty());
  }
  EXPECT_THAT(out.trace, IsEmpty());
}

/// Every task of the catalogue at nineteen partners.
Study large() {
  Study study;
  study.head.draws = 50;
  for (int p = 0; p < 19; ++p) study.partners.push_back(partner("P" + std::to_string(p), 12000 + 1500 * p));
  int line = 2;
  for (const auto& task : pack().tasks) {
    study.gross_list.push_back(on_list(task.id));
    for (int p = 0; p < 19; ++p)
      study.figures.push_back(figures("P" + std::to_string(p), task.id, 20000 + 900 * p, 60000 + 4000 * p,
                                      0.3 + 0.05 * p, 1000 + 80 * p, "stuks", line++));
  }
  return study;
}

TEST(Scale, OpensWhoHasEnoughPeopleTogether) {
  const auto out = estimate_scale(large(), pack(), {});
  const auto& people = *out.tasks.front().specialisation;
  double sum = 0;
  for (int p = 0; p < 19; ++p) sum += 0.3 + 0.05 * p;
  EXPECT_NEAR(people.total_fte, sum, 1e-9);
  EXPECT_THAT(people.rows, SizeIs(19));
  const std::string id = "scale." + out.tasks.front().task + ".people";
  const auto together =
      std::find_if(out.trace.begin(), out.trace.end(), [&](const Step& s) { return s.id == id + ".together"; });
  ASSERT_NE(together, out.trace.end());
  EXPECT_NEAR(together->value.number, people.combinations.front().fte, 1e-9);
  EXPECT_THAT(together->from, ElementsAre(id));
}

TEST(Scale, StaysCompactForALargeStudy) {
  const auto out = estimate_scale(large(), pack(), {});
  EXPECT_THAT(out.tasks, SizeIs(146));
  EXPECT_LT(out.trace.size(), 146u * (2 * 19 + 7)) << "no step per year";
  for (const auto& task : out.tasks) EXPECT_FALSE(task.joiners) << "nobody asked for a target";
}

bool in_pack(const std::string& id) {
  const auto is_it = [&](const Parameter& parameter) { return parameter.id == id; };
  return find_quantity(pack(), id) != nullptr || std::any_of(pack().parameters.begin(), pack().parameters.end(), is_it);
}

TEST(Scale, TracesEveryStepToACellWithWordsOfThePack) {
  const Study study = waste();
  const auto out = estimate_scale(study, pack(), {});
  std::set<std::string> ids;
  for (const auto& step : out.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  EXPECT_TRUE(ids.contains("scale.U22.saving"));
  EXPECT_TRUE(ids.contains("scale.U22.GM1969.cashflow.3"));
  EXPECT_TRUE(ids.contains("scale.U22.collection.needed"));
  const Phrasebook book(pack(), study);
  for (const auto& step : out.trace) {
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << step.id << " from " << from;
    EXPECT_TRUE(!step.from.empty() || !step.inputs.empty()) << step.id;
    for (const auto& id : step.parameters) EXPECT_TRUE(in_pack(id)) << id;
    for (const auto language : {Language::nl, Language::en})
      for (const auto* said : {&step.what, &step.rule}) {
        EXPECT_THAT(book.say(*said, language), Not(HasSubstr("["))) << step.id;
        EXPECT_THAT(book.say(*said, language), Not(HasSubstr("{"))) << step.id;
      }
  }
}

}  // namespace
}  // namespace koepel::scale
