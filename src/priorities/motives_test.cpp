// SPDX-License-Identifier: EUPL-1.2
#include "priorities/motives.h"

#include <gtest/gtest.h>

#include "priorities/feasibility.h"
#include "priorities/small_study_test.h"
#include "priorities/worked_example_test.h"

namespace koepel::priorities {

namespace {

/// The scores of one motive for the first task of a study.
MotiveOfTask scores_of(const Study& study, const std::string& motive, const Climate& climate = {}) {
  const Facts facts = facts_of(study, real_pack());
  const Settings settings = read_settings(real_pack());
  return score_motive(motive, {facts.tasks.front(), facts.partners, climate, settings});
}

std::vector<ScoredPart> parts_of(const Study& study, const Climate& climate = {}) {
  const Facts facts = facts_of(study, real_pack());
  return feasibility_parts(facts.tasks.front(), facts, climate, read_settings(real_pack()));
}

const ScoredPart* find_part(const std::vector<ScoredPart>& parts, const std::string& id) {
  for (const auto& part : parts)
    if (part.together.id == id) return &part;
  return nullptr;
}

}  // namespace

// docs/methods/gross-list.md works these figures out by hand.
TEST(Motives, ReproduceTheWorkedExampleOfThePage) {
  const auto page = read_worked_example("gross-list.md");
  Study study = study_with({"U01"});
  for (std::size_t p = 0; p < 3; ++p)
    add_figures(study, study.partners[p].id, "U01", page.at("fixed cost")[p], page.at("variable cost")[p],
                page.at("volume")[p], page.at("fte")[p]);
  const auto strengths = scores_of(study, "strengths"), specialisation = scores_of(study, "specialisation"),
             scale = scores_of(study, "scale");
  for (std::size_t p = 0; p < 3; ++p) {
    EXPECT_NEAR(strengths.partners[p].score.value, page.at("strengths")[p], 0.0005);
    EXPECT_NEAR(specialisation.partners[p].score.value, page.at("specialisation")[p], 0.0005);
    EXPECT_NEAR(scale.partners[p].score.value, page.at("scale")[p], 0.0005);
    EXPECT_EQ(scale.partners[p].score.basis, Basis::measured);
  }
  EXPECT_NEAR(scale.together.score.because.args[0].number, page.at("expected saving together")[0], 0.0005);
}

TEST(Motives, WhatAnotherPartMeasuredGoesFirst) {
  Study study = study_with({"U01"});
  add_figures(study, "A", "U01", 10000, 10000, 1000, 1);
  add_figures(study, "C", "U01", 5000, 5000, 1000, 1);
  Climate climate;
  climate.measured = {{"U01", "strengths", {{"C", 0.3, {"frontier", {}}, "efficiency.U01.C"}}, {"together", {}}}};
  const auto scored = scores_of(study, "strengths", climate);
  EXPECT_DOUBLE_EQ(scored.partners[2].score.value, 0.3);
  EXPECT_EQ(scored.partners[2].from, std::vector<std::string>{"efficiency.U01.C"});
  EXPECT_NE(scored.partners[0].score.basis, Basis::measured);  // nobody measured A: no figure is made up
  EXPECT_EQ(scores_of(study, "scale", climate).partners[0].score.basis, Basis::measured);
}

TEST(Motives, StrengthsNameWhoLeads) {
  Study study = study_with({"U01"});
  add_figures(study, "A", "U01", 10000, 10000, 1000, 1);  // 20 per unit
  add_figures(study, "C", "U01", 5000, 5000, 1000, 1);    // 10 per unit
  const auto scored = scores_of(study, "strengths");
  EXPECT_EQ(scored.partners[0].score.because.key, "priorities.strengths.leads");
  EXPECT_EQ(scored.partners[0].score.because.args[0].word, "partner/C");
  EXPECT_EQ(scored.partners[0].score.because.args[1].cents, 1000);
  EXPECT_EQ(scored.partners[0].inputs.size(), 2U);
  EXPECT_EQ(scored.partners[1].score.basis, Basis::preset) << "B has no figures";
  EXPECT_EQ(scored.together.score.basis, Basis::measured) << "two of three are measured";
  EXPECT_EQ(scored.together.score.because.key, "priorities.measured.for_some");
}

TEST(Motives, UnitsAreNeverMixed) {
  Study study = study_with({"U01"});
  add_figures(study, "A", "U01", 10000, 10000, 1000, 1);
  add_figures(study, "B", "U01", 10000, 10000, 1, 1);
  study.figures[1].unit = "inwoner";
  EXPECT_NE(scores_of(study, "strengths").together.score.basis, Basis::measured);
}

TEST(Motives, MissingIsNeverZero) {
  Study study = study_with({"U01"});
  add_figures(study, "A", "U01", 10000, 10000, 1000, 0.4);
  add_figures(study, "B", "U01", 5000, 10000, 1000, 0.4);
  for (auto& figures : study.figures) {
    figures.variable_cost.reset();
    figures.volume.reset();
  }
  const auto U01 = *find_task(real_pack(), "U01");
  EXPECT_EQ(scores_of(study, "scale").together.score.basis, Basis::preset) << "no variable cost";
  EXPECT_DOUBLE_EQ(scores_of(study, "scale").together.score.value, (U01.scale_sensitivity - 1) / 4.0);
  EXPECT_EQ(scores_of(study, "strengths").together.score.basis, Basis::preset) << "no volume";
  // A and B reach 0.8 FTE: whether C makes it a full position is unknown.
  EXPECT_EQ(scores_of(study, "specialisation").together.score.basis, Basis::preset);
  add_figures(study, "C", "U01", 1, 1, 1, 0.1);
  const auto short_of_one = scores_of(study, "specialisation");
  EXPECT_EQ(short_of_one.together.score.basis, Basis::measured);
  EXPECT_DOUBLE_EQ(short_of_one.together.score.value, 0);
  EXPECT_EQ(short_of_one.together.score.because.key, "priorities.specialisation.too_little");
}

TEST(Motives, ThirdPartiesCountPartnersOfTheStudyOnly) {
  Study study = study_with({"D19"});
  study.third_parties = {{.id = "T1", .name = "Woonstichting", .tasks = {"D19"}, .partners = {"A", "B", "elsewhere"}},
                         {.id = "T2", .name = "Zorg", .tasks = {"D19"}, .partners = {"C", "elsewhere"}}};
  study.third_parties[0].origin = {"derden.csv", "", 2, ""};
  study.third_parties[1].origin = {"derden.csv", "", 3, ""};
  const auto scored = scores_of(study, "third_parties");
  EXPECT_DOUBLE_EQ(scored.partners[0].score.value, 2.0 / 3);
  EXPECT_EQ(scored.partners[0].score.basis, Basis::measured);
  EXPECT_EQ(scored.partners[2].score.basis, Basis::preset) << "C shares nobody";
  EXPECT_EQ(scored.partners[0].inputs, std::vector<Origin>{study.third_parties[0].origin});
}

TEST(Motives, FromSolidToSoft) {
  Study study = study_with({"O07"});
  Climate climate;
  EXPECT_EQ(scores_of(study, "acceleration").together.score.because.key, "priorities.neutral");
  climate.motive_support = {{"acceleration", 0.8}};
  const auto polled = scores_of(study, "acceleration", climate);
  EXPECT_EQ(polled.together.score.basis, Basis::judged);
  EXPECT_DOUBLE_EQ(polled.together.score.value, 0.8);
  add_rating(study, "A", "O07", {{"acceleration", 2}});
  add_rating(study, "A", "O07", {{"acceleration", 3}});
  const auto rated = scores_of(study, "acceleration", climate);
  EXPECT_DOUBLE_EQ(rated.partners[0].score.value, (2.5 - 1) / 4);
  EXPECT_EQ(rated.partners[0].inputs.size(), 2U);
  EXPECT_DOUBLE_EQ(rated.partners[1].score.value, 0.8);
  EXPECT_EQ(rated.together.score.because.key, "priorities.judged.together");
  EXPECT_DOUBLE_EQ(rated.together.score.because.args[0].number, 2.5);
}

TEST(Motives, BasisOfMostIsTheOneThatHalfReach) {
  using enum Basis;
  EXPECT_EQ(basis_of_most({measured, preset}), measured);
  EXPECT_EQ(basis_of_most({measured, preset, preset}), preset);
  EXPECT_EQ(basis_of_most({measured, judged, preset}), judged);
  EXPECT_EQ(basis_of_most({missing}), missing);
}

TEST(Feasibility, UnknownPartsAreLeftOutAndTheirWeightGoesToTheOthers) {
  const auto bare = parts_of(study_with({"U01"}));
  ASSERT_EQ(bare.size(), 2U) << "only political sensitivity and legal duty are known";
  EXPECT_NEAR(bare[0].together.weight + bare[1].together.weight, 1, 1e-12);
  EXPECT_DOUBLE_EQ(bare[0].together.value, 0.75) << "sensitivity 2 in the catalogue";
  Climate climate;
  climate.conflict = 0.9;
  climate.kinship = 0.4;
  climate.steps = {{"conflict", "pairs.conflict"}};
  const auto full = parts_of(study_with({"U01"}), climate);
  EXPECT_NEAR(find_part(full, "conflict")->together.value, 0.1, 1e-12) << "much conflict, little feasibility";
  EXPECT_EQ(find_part(full, "conflict")->from, std::vector<std::string>{"pairs.conflict"});
  EXPECT_DOUBLE_EQ(find_part(full, "kinship")->together.value, 0.4);
}

TEST(Feasibility, UrgencyMustAgree) {
  Study study = study_with({"U01"});
  add_rating(study, "A", "U01", {{"urgency", 5}});
  EXPECT_EQ(find_part(parts_of(study), "urgency_alignment"), nullptr) << "one voice agrees with nobody";
  add_rating(study, "B", "U01", {{"urgency", 3}});
  const auto parts = parts_of(study);
  const auto* part = find_part(parts, "urgency_alignment");
  ASSERT_NE(part, nullptr);
  EXPECT_DOUBLE_EQ(part->partners[0], 0.5);  // one point from the mean 4, of the two that count as not at all
  EXPECT_DOUBLE_EQ(part->partners[2], 0.5) << "C said nothing and gets the mean";
}

TEST(Feasibility, ArrangementsHelpOrTie) {
  Study study = study_with({"U01"});
  add_arrangement(study, "AB", "U01", {"A", "B"});
  add_arrangement(study, "C-elsewhere", "U01", {"C", "Elders"});
  const auto parts = parts_of(study);
  const auto* part = find_part(parts, "arrangements");
  ASSERT_NE(part, nullptr);
  EXPECT_NEAR(part->partners[0], 0.7 + 0.3 * 2 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(part->partners[2], 0.3);
  EXPECT_EQ(part->inputs.size(), 2U);
  study.arrangements[0].until = "2025-12-31";
  EXPECT_DOUBLE_EQ(find_part(parts_of(study), "arrangements")->partners[0], 0.7) << "ended before the study's date";
}

}  // namespace koepel::priorities
