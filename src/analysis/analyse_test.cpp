// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "analysis/study_test_parts.h"

namespace koepel::analysis_tests {
namespace {

GrossListEntry listed(const std::string& task, int line) {
  GrossListEntry entry;
  entry.task = task;
  entry.origin = {"taken.csv", {}, line, {}};
  return entry;
}

/// A task that the law puts in a mandatory public body.
std::string statutory_task() {
  for (const auto& task : pack().tasks)
    if (task.legal_obligation == 5) return task.id;
  return {};
}

TEST(Analyse, ABareStudyIsAllMissingAndNothingCrashes) {
  const Study study = bare_study();
  const Analysis analysis = analyse(request_for(study));
  EXPECT_TRUE(warned(analysis.warnings, "no-poll"));
  for (const auto& finding : analysis.findings)
    if (finding.id.rfind("factor.", 0) == 0 || finding.id == "map") {
      EXPECT_EQ(finding.kind, "missing") << finding.id;
    }
}

TEST(Analyse, AStudyWithoutPartnersGivesAnAnalysisToo) {
  const Study study;
  const Analysis analysis = analyse(request_for(study));
  EXPECT_FALSE(analysis.approach.enough);
  EXPECT_EQ(find_finding(analysis, "approach")->kind, "missing");
}

TEST(Analyse, MarksTheStatutoryRuleWhenATaskHasAStatutoryForm) {
  Study study = bare_study();
  study.gross_list = {listed("U01", 2)};
  const auto rules = [&] { return analyse(request_for(study)).approach.rules; };
  auto before = rules();
  EXPECT_EQ(std::count(before.begin(), before.end(), "H3"), 0);
  ASSERT_NE(statutory_task(), "");
  study.gross_list.push_back(listed(statutory_task(), 3));
  auto after = rules();
  EXPECT_EQ(std::count(after.begin(), after.end(), "H3"), 1);
}

TEST(Analyse, TheTraceIsSortedAndStandsInOnePlace) {
  Study study = bare_study();
  study.gross_list = {listed("U01", 2), listed("D08", 3)};
  const Analysis analysis = analyse(request_for(study));
  ASSERT_FALSE(analysis.trace.empty());
  EXPECT_TRUE(std::is_sorted(analysis.trace.begin(), analysis.trace.end(),
                             [](const Step& a, const Step& b) { return a.id < b.id; }));
  EXPECT_TRUE(analysis.priorities.trace.empty() && analysis.survey.trace.empty() && analysis.forms.trace.empty());
  for (const auto& step : analysis.trace) EXPECT_EQ(find_step(analysis, step.id)->id, step.id);
  EXPECT_EQ(find_step(analysis, "no.such.step"), nullptr);
  EXPECT_EQ(find_step(analysis, "zzz"), nullptr);
  EXPECT_EQ(find_finding(analysis, "no.such.finding"), nullptr);
}

TEST(Analyse, TheReceiptSaysWithWhatItWasComputed) {
  Study study = bare_study();
  study.head.seed = 42;
  const Receipt receipt = analyse(request_for(study)).receipt;
  EXPECT_EQ(receipt.engine, KOEPEL_VERSION);
  EXPECT_EQ(receipt.pack, pack().id + "@" + pack().version);
  EXPECT_EQ(receipt.pack_hash, pack().hash);
  EXPECT_EQ(receipt.study_hash, "study");
  EXPECT_EQ(receipt.reference_hash, "reference");
  EXPECT_EQ(receipt.seed, 42u);
  EXPECT_EQ(receipt.draws, 500);
  EXPECT_EQ(receipt.result_hash, "");
}

TEST(Tables, HaveACellPerColumn) {
  Study study = bare_study();
  study.gross_list = {listed("U01", 2)};
  const Analysis analysis = analyse(request_for(study));
  ASSERT_FALSE(analysis.tables.empty());
  for (const auto& table : analysis.tables) {
    EXPECT_FALSE(table.rows.empty()) << table.id << " is left out when there is nothing to show";
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.id;
  }
}

}  // namespace
}  // namespace koepel::analysis_tests
