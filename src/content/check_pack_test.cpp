// SPDX-License-Identifier: EUPL-1.2
#include "content/check_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "content/default_position.h"
#include "content/pack_reader.h"

namespace koepel::content {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const MethodPack& delivered() {
  static const MethodPack pack = read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method" / "koepel").value();
  return pack;
}

std::string told(const Problems& problems) {
  std::string all;
  for (const auto& p : problems) all += p.where.file + " " + p.where.column + " " + p.code + " '" + p.found + "'\n";
  return all;
}

/// What is wrong after a change that was not wrong before: other parts of the pack may be under repair.
Problems new_problems(const MethodPack& pack) {
  static const Problems before = check_pack(delivered());
  auto problems = check_pack(pack);
  std::erase_if(problems, [](const Problem& p) { return std::find(before.begin(), before.end(), p) != before.end(); });
  return problems;
}

/// The item at which exactly this fault is found after a change to the delivered pack.
template <class Change>
std::string only_fault(const std::string& code, Change change) {
  MethodPack pack = delivered();
  change(pack);
  const auto problems = new_problems(pack);
  if (problems.size() != 1) return std::to_string(problems.size()) + " problems:\n" + told(problems);
  return problems[0].code == code ? problems[0].where.column : problems[0].code;
}

Answer& answer_of(MethodPack& pack, const std::string& question, const std::string& answer) {
  return const_cast<Answer&>(*find_answer(*find_question(pack.tree, question), answer));
}

TEST(CheckPack, FindsNothingWrongWithTheDeliveredPack) {
  const auto problems = check_pack(delivered());
  EXPECT_EQ(told(problems), "");
}

TEST(CheckPack, FindsAMissingLanguage) {
  EXPECT_EQ(only_fault("pack.language-missing", [](MethodPack& p) { p.motives[0].question.en.clear(); }),
            "strengths.question");
  EXPECT_EQ(only_fault("pack.language-missing", [](MethodPack& p) { p.tasks[0].possibilities.nl.clear(); }),
            "U01.possibilities");
}

TEST(CheckPack, FindsHtmlButLeavesALessThanSignAlone) {
  EXPECT_EQ(only_fault("pack.html", [](MethodPack& p) { p.tree.forms[0].what.nl = "een <b>vorm</b>"; }), "self.what");
  MethodPack pack = delivered();
  pack.tree.forms[0].what.nl = "minder dan 1 fte (< 1)";
  EXPECT_EQ(told(new_problems(pack)), "");
}

TEST(CheckPack, FindsReferencesToNothing) {
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.tasks[0].typical_forms.push_back("guild"); }),
            "U01.typical_forms");
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.items[0].construct = "luck"; }),
            "M11.construct");
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.motives[0].source = "hearsay"; }),
            "strengths.source");
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.approach.indicators[0].from = "survey:luck"; }),
            "trust.from");
}

TEST(CheckPack, FindsIdsThatStandTwice) {
  EXPECT_EQ(only_fault("pack.id-twice", [](MethodPack& p) { p.tasks.push_back(p.tasks[0]); }), "U01");
}

TEST(CheckPack, FindsExclusionsWithoutAProperReason) {
  EXPECT_EQ(only_fault("pack.no-reason",
                       [](MethodPack& p) {
                         answer_of(p, "G4", "mayor_party").reason = {};
                         answer_of(p, "G4", "mayor_party").reason_kind = "definitional";
                       }),
            "G4.mayor_party.reason");
  EXPECT_EQ(only_fault("pack.no-article",
                       [](MethodPack& p) {
                         answer_of(p, "G4", "mayor_party").reason = {"mag niet", "not allowed"};
                       }),
            "G4.mayor_party.reason");
  EXPECT_EQ(only_fault("pack.no-date", [](MethodPack& p) { answer_of(p, "G4", "mayor_party").checked_on = "onlangs"; }),
            "G4.mayor_party.checked_on");
  EXPECT_EQ(
      only_fault("pack.word-unknown", [](MethodPack& p) { answer_of(p, "G4", "mayor_party").reason_kind = "custom"; }),
      "G4.mayor_party.reason_kind");
}

TEST(CheckPack, FindsAnAnswerThatLeavesNoForm) {
  MethodPack pack = delivered();
  auto& answer = answer_of(pack, "G4", "mayor_party");
  for (const auto& form : pack.tree.forms) answer.exclude.push_back(form.id);
  const auto problems = check_pack(pack);
  EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [](const Problem& p) {
    return p.code == "pack.answer-unreachable" && p.where.column == "G4.mayor_party";
  })) << told(problems);
}

TEST(CheckPack, RecomputesTheWorkedExamples) {
  EXPECT_EQ(only_fault("pack.example-differs", [](MethodPack& p) { p.tree.examples[0].position += 1; }),
            "A_tax.position");
  EXPECT_EQ(only_fault("pack.example-differs", [](MethodPack& p) { p.tree.examples[0].excluded.pop_back(); }),
            "A_tax.excluded");
  EXPECT_EQ(only_fault("pack.example-differs", [](MethodPack& p) { p.tree.examples[0].top3[1].second += 0.5; }),
            "A_tax.top3");
  MethodPack heavier = delivered();
  heavier.tree.baseline += 1;
  EXPECT_THAT(new_problems(heavier), ::testing::Not(IsEmpty()));
}

TEST(CheckPack, FindsTreesThatTheEngineCannotWalk) {
  EXPECT_EQ(only_fault("pack.too-few-answers",
                       [](MethodPack& p) {
                         p.tree.criteria[1].questions.push_back({"BK9", {"v", "q"}, {}, false, {}});
                       }),
            "BK9");
  EXPECT_EQ(only_fault("pack.statements-wrong", [](MethodPack& p) { p.tree.criteria[1].statements.pop_back(); }),
            "BK.statements");
}

TEST(CheckPack, AddsUpTheWeightsOfTheIndicators) {
  EXPECT_EQ(only_fault("pack.weights-not-one", [](MethodPack& p) { p.approach.indicators[0].weight += 0.01; }),
            "indicators");
}

TEST(CheckPack, FindsScalingsThatDoNotWork) {
  const auto partnerships = [](MethodPack& p) -> Indicator& { return p.approach.indicators[3]; };
  EXPECT_EQ(only_fault("pack.steps-wrong", [&](MethodPack& p) { partnerships(p).steps.pop_back(); }),
            "partnerships.steps");
  EXPECT_EQ(only_fault("pack.steps-wrong",
                       [&](MethodPack& p) { std::swap(partnerships(p).steps[0], partnerships(p).steps[1]); }),
            "partnerships.steps");
  EXPECT_EQ(only_fault("pack.word-unknown", [&](MethodPack& p) { partnerships(p).kind = "curve"; }),
            "partnerships.kind");
}

TEST(CheckPack, FindsTasksOffTheScaleOrWithAnotherPosition) {
  EXPECT_EQ(only_fault("pack.position-differs", [](MethodPack& p) { p.tasks[0].default_position = 60; }),
            "U01.default_position");
  EXPECT_EQ(only_fault("pack.out-of-range", [](MethodPack& p) { p.tasks[0].fixed_cost_share = 1.1; }),
            "U01.fixed_cost_share");
}

TEST(CheckPack, ComparesTheArgumentsOfBothLanguages) {
  EXPECT_EQ(only_fault("pack.arguments-differ",
                       [](MethodPack& p) {
                         p.texts["content.zz"] = {"{n} taken", "{m} tasks"};
                       }),
            "content.zz");
  EXPECT_EQ(only_fault("pack.braces-open",
                       [](MethodPack& p) {
                         p.texts["content.zz"] = {"{n taken", "{n} tasks"};
                       }),
            "content.zz");
  EXPECT_EQ(only_fault("pack.braces-open",
                       [](MethodPack& p) {
                         p.texts["content.zz"] = {"{n|taak}", "{n|task}"};
                       }),
            "content.zz");
}

TEST(CheckPack, TakesAWordThatComesInTwoLanguagesAsOneArgument) {
  MethodPack pack = delivered();
  pack.texts["content.zz"] = {"een kolom {nl}", "a column {en} (Dutch: {nl})"};
  EXPECT_EQ(told(new_problems(pack)), "");
}

TEST(CheckPack, FindsRangesOutOfOrder) {
  EXPECT_EQ(only_fault("pack.range-wrong", [](MethodPack& p) { p.quantities[0].low = 0.5; }), "scale.realised_share");
  EXPECT_EQ(only_fault("pack.range-wrong", [](MethodPack& p) { p.clusters[0].a_high = 0.09; }), "tax.a");
  EXPECT_EQ(only_fault("pack.range-wrong", [](MethodPack& p) { p.clusters[0].valid_low = 0; }), "tax.valid");
}

TEST(CheckPack, PutsEveryTaskInExactlyOneCluster) {
  EXPECT_EQ(only_fault("pack.cluster-count", [](MethodPack& p) { p.clusters[0].tasks.pop_back(); }), "U03");
  EXPECT_EQ(only_fault("pack.cluster-count", [](MethodPack& p) { p.clusters[0].tasks.push_back("U22"); }), "U22");
}

TEST(CheckPack, FindsLooseEndsInTheCostModel) {
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.clusters[0].evidence.push_back("rumour"); }),
            "tax.evidence");
  EXPECT_EQ(only_fault("pack.reference-unknown", [](MethodPack& p) { p.evidence[0].source = "hearsay"; }),
            "allers_degreef_2018.source");
  EXPECT_EQ(only_fault("pack.language-missing", [](MethodPack& p) { p.evidence[0].finding.en.clear(); }),
            "allers_degreef_2018.finding");
  EXPECT_EQ(only_fault("pack.word-unknown", [](MethodPack& p) { p.evidence[0].standing = "gossip"; }),
            "allers_degreef_2018");
}

TEST(DefaultPosition, ReproducesTheVectorsOfTheResearch) {
  const std::vector<std::pair<std::string, double>> vectors = {{"U02", 67}, {"D28", 13}, {"U01", 59}, {"V03", 60},
                                                               {"D17", 37}, {"U31", 66}, {"O26", 10}};
  for (const auto& [task, position] : vectors)
    EXPECT_EQ(default_position(*find_task(delivered(), task)), position) << task;
}

TEST(DefaultPosition, StaysBetweenDoingItOneselfAndEighty) {
  Task task;
  for (task.policy_sensitivity = 1; task.policy_sensitivity <= 5; ++task.policy_sensitivity)
    for (task.scale_sensitivity = 1; task.scale_sensitivity <= 5; ++task.scale_sensitivity)
      for (task.legal_obligation = 1; task.legal_obligation <= 5; ++task.legal_obligation) {
        const double position = default_position(task);
        EXPECT_GE(position, task.legal_obligation == 5 ? 66 : task.legal_obligation == 4 ? 30 : 0);
        EXPECT_LE(position, 80);
      }
}

}  // namespace
}  // namespace koepel::content
