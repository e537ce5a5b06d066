// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tree/tree.h"

namespace koepel::tree {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Form form(const std::string& id, std::optional<double> position, double heaviness) {
  Form f;
  f.id = id;
  f.position = position;
  f.heaviness = heaviness;
  return f;
}

Answer answer(const std::string& id, double delta = 0) {
  Answer a;
  a.id = id;
  a.delta = delta;
  return a;
}

/// Five forms, two gates and one criterion: small enough to follow on paper.
DecisionTree small_tree() {
  DecisionTree tree;
  tree.forms = {form("self", 0, 0), form("loi", 8, 2), form("dvo", 28, 7), form("bvo", 50, 12),
                form("municipal_merger", {}, 25)};
  Answer alone = answer("no");
  alone.exclude = {"dvo", "bvo"};
  Answer duty = answer("duty");
  duty.force = {"bvo"};
  Answer own = answer("own", -6);
  own.principle = {"Medewerkers houden hun werkgever.", "Staff keep their employer."};
  Answer joint = answer("joint", 5);
  joint.exclude = {"self", "dvo"};
  Answer tax = answer("tax", 2);
  tax.prefer = {{"bvo", 4}};
  tree.criteria = {
      {"gates", {}, {{"G1", {}, {}, false, {answer("none"), duty}}, {"G2", {}, {}, false, {answer("yes"), alone}}}, {}},
      {"PC",
       {},
       {{"PC2", {}, {}, false, {own, joint}}, {"IK4", {}, {}, true, {answer("none"), tax, answer("rights", 3)}}},
       {}}};
  return tree;
}

std::vector<std::string> forms_of(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const auto& ranked : outcome.ranking) ids.push_back(ranked.form);
  return ids;
}

TEST(Walk, WithoutAnswersStandsAtTheBaseline) {
  const auto outcome = walk(small_tree(), {});
  EXPECT_EQ(outcome.position, 35);
  EXPECT_EQ(outcome.answered, 0);
  EXPECT_EQ(outcome.total, 4);
  EXPECT_THAT(forms_of(outcome), ElementsAre("dvo", "bvo", "self"));  // 93, 85, 65
  EXPECT_THAT(outcome.not_in_scope, ElementsAre("loi", "municipal_merger"));
}

TEST(Walk, KnocksOutWithTheAnswerThatDoesIt) {
  const auto outcome = walk(small_tree(), {{"PC2", {"joint"}}});
  EXPECT_EQ(outcome.position, 40);
  EXPECT_THAT(forms_of(outcome), ElementsAre("bvo"));
  ASSERT_EQ(outcome.excluded.size(), 2U);
  EXPECT_EQ(outcome.excluded[0].form, "dvo");
  EXPECT_EQ(outcome.excluded[0].reasons.at(0).question, "PC2");
  EXPECT_EQ(outcome.excluded[0].reasons.at(0).answer, "joint");
}

TEST(Walk, AStatuteForcesApartFromExclusions) {
  const auto outcome = walk(small_tree(), {{"G1", {"duty"}}});
  EXPECT_THAT(forms_of(outcome), ElementsAre("bvo"));
  EXPECT_THAT(outcome.excluded, IsEmpty());
  ASSERT_EQ(outcome.outside_force.size(), 4U);
  EXPECT_EQ(outcome.outside_force[0].form, "dvo");
  EXPECT_EQ(outcome.outside_force[0].reasons.at(0).answer, "duty");
}

TEST(Walk, SeveralAnswersAllCountAndNoneStandsAlone) {
  EXPECT_EQ(walk(small_tree(), {{"IK4", {"tax", "rights"}}}).position, 40);
  EXPECT_EQ(walk(small_tree(), {{"IK4", {"rights", "none"}}}).position, 35);
}

TEST(Walk, WithoutAFormTellsWhichAnswerFreesWhat) {
  const auto outcome = walk(small_tree(), {{"G2", {"no"}}, {"PC2", {"joint"}}});
  EXPECT_THAT(outcome.ranking, IsEmpty());
  ASSERT_EQ(outcome.conflict.size(), 2U);
  EXPECT_EQ(outcome.conflict[0].answer.question, "G2");
  EXPECT_THAT(outcome.conflict[0].frees, ElementsAre("bvo"));
  EXPECT_THAT(outcome.conflict[1].frees, ElementsAre("self"));
}

TEST(Walk, GivesThePrinciplesOfChosenAnswers) {
  const auto outcome = walk(small_tree(), {{"PC2", {"own"}}});
  ASSERT_EQ(outcome.principles.size(), 1U);
  EXPECT_EQ(outcome.principles[0].criterion, "PC");
  EXPECT_EQ(outcome.principles[0].answer, "own");
}

TEST(Walk, WithinTheMarginTheLighterFormGoesFirst) {
  auto tree = small_tree();
  tree.forms[2].position = 46;  // dvo 89, bvo 85
  tree.forms[3].position = 45;  // bvo 90: one point better, but heavier
  EXPECT_THAT(forms_of(walk(tree, {})), ElementsAre("dvo", "bvo", "self"));
  tree.forms[3].position = 44.5;  // 90.5: outside the margin
  EXPECT_THAT(forms_of(walk(tree, {})), ElementsAre("bvo", "dvo", "self"));
}

}  // namespace
}  // namespace koepel::tree
