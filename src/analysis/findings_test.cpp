// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/study_test_parts.h"

namespace koepel::analysis_tests {
namespace {

using ::testing::ElementsAre;

Finding found(const std::vector<Finding>& findings, const std::string& id) {
  const auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.id == id; });
  EXPECT_NE(it, findings.end()) << id;
  return it == findings.end() ? Finding{} : *it;
}

std::vector<Finding> findings_for(const Analysis& analysis) { return findings_of(analysis, bare_study(), pack()); }

const Arg* argument(const Message& message, const std::string& name) {
  const auto it = std::find_if(message.args.begin(), message.args.end(), [&](const Arg& a) { return a.name == name; });
  return it == message.args.end() ? nullptr : &*it;
}

forms::SubjectAdvice advice(const std::string& form) {
  forms::SubjectAdvice made;
  made.subject = "U01";
  made.form = form;
  made.function_recorded = !form.empty();
  if (form.empty()) made.missing = {"forms.no_function", {}};
  return made;
}

TEST(Findings, OfNothingAreAllMissing) {
  Analysis analysis;
  analysis.approach.enough = false;
  for (const auto& finding : findings_for(analysis)) EXPECT_EQ(finding.kind, "missing") << finding.id;
}

TEST(Findings, ASubjectWithoutAFunctionGetsNoForm) {
  Analysis analysis;
  analysis.forms.subjects = {advice("")};
  const auto findings = findings_for(analysis);
  EXPECT_EQ(found(findings, "form.U01").kind, "missing");
  EXPECT_TRUE(found(findings, "form.U01").flip.empty());
}

TEST(Findings, AFormSaysHowSureItIs) {
  Analysis analysis;
  analysis.forms.subjects = {advice("dvo")};
  analysis.forms.subjects[0].shares = {{"other", 0.6}, {"dvo", 0.4}};
  const auto findings = findings_for(analysis);
  EXPECT_EQ(found(findings, "form.U01").kind, "advice");
  EXPECT_EQ(argument(found(findings, "form.U01").says, "share")->number, 0.4);
  EXPECT_THAT(found(findings, "form.U01").trace, ElementsAre("form.U01", "form.U01.position", "form.U01.share.dvo"));
  EXPECT_EQ(found(findings, "form.U01").flip.key, "analysis.form.no_flip");
}

/// The sentence about one preference, given what its check gave.
std::string said_of(const forms::PreferenceCheck& check, const std::string& advised = "dvo") {
  Analysis analysis;
  analysis.forms.subjects = {advice(advised)};
  analysis.forms.subjects[0].preferences = {check};
  const auto finding = found(findings_for(analysis), "preference.U01.1");
  EXPECT_EQ(finding.kind, "observation");
  return finding.says.key;
}

TEST(Findings, APreferenceStaysAPreference) {
  forms::PreferenceCheck check;
  check.form = "bvo";
  EXPECT_EQ(said_of(check, ""), "analysis.preference.no_function");
  EXPECT_EQ(said_of(check), "analysis.preference.no_place");
  check.distance = 40;
  EXPECT_EQ(said_of(check), "analysis.preference.far");
  check.would_need = tree::Flip{{{"BK1", {"low"}}}, "bvo"};
  EXPECT_EQ(said_of(check), "analysis.preference.other");
  check.knocked_out = {{"G1", "yes"}};
  EXPECT_EQ(said_of(check), "analysis.preference.knocked_out");
  check.same = true;
  EXPECT_EQ(said_of(check), "analysis.preference.same");
}

TEST(Findings, AnUnknownDistanceIsNotTold) {
  Analysis analysis;
  analysis.forms.subjects = {advice("dvo")};
  analysis.forms.subjects[0].preferences = {forms::PreferenceCheck{.form = "amalgamation"}};
  EXPECT_EQ(argument(found(findings_for(analysis), "preference.U01.1").says, "distance"), nullptr);
}

TEST(Findings, APackageNamesItsStrongestTasksAndCountsTheRest) {
  Analysis analysis;
  for (int i = 0; i < 10; ++i) {
    priorities::TaskPriority task;
    task.task = "U0" + std::to_string(i);
    task.value = i / 10.0;
    task.package = priorities::Package::base;
    analysis.priorities.tasks.push_back(task);
  }
  const auto says = found(findings_for(analysis), "package.base").says;
  EXPECT_EQ(says.key, "analysis.package.base.more");
  EXPECT_EQ(argument(says, "n")->number, 10);
  EXPECT_EQ(argument(says, "rest")->number, 2);
  ASSERT_EQ(argument(says, "tasks")->parts.size(), 8u);
  EXPECT_EQ(argument(says, "tasks")->parts[0].word, "task/U09");
}

TEST(Findings, TellOnlyTheFiveLargestGaps) {
  Analysis analysis;
  for (int i = 0; i < 7; ++i)
    analysis.survey.gaps.push_back(
        {"respect", {"GM0770", ""}, {"GM1724", ""}, 4, 2, {}, "survey.gap." + std::to_string(i)});
  const auto findings = findings_for(analysis);
  EXPECT_THAT(found(findings, "gap.5").trace, ElementsAre("survey.gap.4"));
  EXPECT_TRUE(std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.id == "gap.6"; }));
}

TEST(Findings, APartnershipThatEndedIsNotToldAsOneThatWillEnd) {
  Analysis analysis;
  analysis.head.date = "2026-01-15";
  analysis.partner_set.map = {{.id = "past", .name = "P", .until = "2026-01-01", .expires_soon = true},
                              {.id = "coming", .name = "C", .until = "2026-06-01", .expires_soon = true},
                              {.id = "later", .name = "L", .until = "2036-06-01"}};
  const auto findings = findings_for(analysis);
  EXPECT_EQ(found(findings, "expiring.past").says.key, "analysis.expired");
  EXPECT_EQ(found(findings, "expiring.coming").says.key, "analysis.expiring");
  EXPECT_TRUE(
      std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.id == "expiring.later"; }));
}

TEST(Findings, SpendingFarFromItsComparablesIsToldOncePerPartner) {
  Analysis analysis;
  for (const char* id : {"GM0770", "GM1724", "GM1728"}) analysis.partners.push_back({.id = id});
  analysis.spending.rows = {{.partner = "GM0770", .task_field = "7.3", .per_inhabitant = 90, .outlier = true},
                            {.partner = "GM0770", .task_field = "7.2", .per_inhabitant = 5, .outlier = true},
                            {.partner = "GM1724", .task_field = "7.3", .per_inhabitant = 60},
                            {.partner = "GM1728", .task_field = "7.3", .outlier = true}};
  const auto findings = findings_for(analysis);
  const auto told =
      std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.id.rfind("spending.", 0) == 0; });
  EXPECT_EQ(told, 1);
  EXPECT_THAT(found(findings, "spending.GM0770").trace, ElementsAre("spending.GM0770.7.3", "spending.GM0770.7.2"));
}

TEST(RecordSteps, OpenAPreferenceToItsOwnRow) {
  Study study = bare_study();
  const auto prefer = [](const std::string& subject, const std::string& role, int line) {
    return FormPreference{subject, "bvo", {}, role, {}, {"vormvoorkeuren.csv", {}, line, {}}};
  };
  study.preferences = {prefer("U01", "official", 2), prefer("U01", "administrator", 3),
                       prefer("D08", "administrator", 4)};
  Analysis analysis;
  analysis.forms.subjects = {advice("dvo")};
  analysis.forms.subjects[0].preferences = {{.form = "bvo", .role = "administrator", .distance = 12}};
  const auto steps = record_steps(analysis, study);
  const auto step = std::ranges::find(steps, "preference.U01.1", &Step::id);
  ASSERT_NE(step, steps.end());
  ASSERT_EQ(step->inputs.size(), 1u);
  EXPECT_EQ(step->inputs[0].line, 3);
  EXPECT_EQ(step->value.number, 12);
}

}  // namespace
}  // namespace koepel::analysis_tests
