// SPDX-License-Identifier: EUPL-1.2
// From recorded functions and answers of many respondents to positions and forms, on the delivered pack.
#include "forms/forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "content/pack_reader.h"
#include "forms/spread.h"
#include "model/phrasebook.h"

namespace koepel::forms {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const MethodPack& pack() {
  static const MethodPack read = [] {
    auto result = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
    EXPECT_TRUE(result.has_value());
    return std::move(*result);
  }();
  return read;
}

using Said = std::vector<std::pair<std::string, std::vector<std::string>>>;

Said example(const std::string& id) {
  const auto& all = pack().tree.examples;
  return std::find_if(all.begin(), all.end(), [&](const auto& e) { return e.id == id; })->answers;
}

Said with(Said answers, const std::string& question, std::vector<std::string> ids) {
  for (auto& [q, a] : answers)
    if (q == question) a = ids;
  return answers;
}

TreeAnswers says(const std::string& subject, const std::string& partner, Said answers, int line = 2) {
  return {subject, "", partner, std::move(answers), {"boomantwoorden.csv", "", line, ""}};
}

FunctionWish wish(const std::string& subject, const std::string& motive, int importance) {
  return {subject, motive, importance, "", "", "", {"functies.csv", "", 2, ""}};
}

Study region() {
  Study study;
  study.head.draws = 2000;
  study.head.date = "2026-01-15";
  for (const char* id : {"GM0001", "GM0002", "GM0003"}) {
    Partner partner;
    partner.id = id;
    partner.name = std::string("Gemeente ") + id;
    study.partners.push_back(partner);
  }
  return study;
}

/// Three municipalities agree on tax collection, as in worked example A.
Study agreed_on_tax() {
  Study study = region();
  study.functions = {wish("U01", "specialisation", 3), wish("U01", "scale", 5), wish("U01", "scale", 4)};
  for (const auto& partner : study.partners) study.tree_answers.push_back(says("U01", partner.id, example("A_tax")));
  return study;
}

const SubjectAdvice& only(const Forms& forms) {
  EXPECT_EQ(forms.subjects.size(), 1U);
  return forms.subjects.front();
}

const Step* find(const Trace& trace, const std::string& id) {
  for (const auto& step : trace)
    if (step.id == id) return &step;
  return nullptr;
}

std::vector<std::string> keys(const std::vector<Message>& messages) {
  std::vector<std::string> result;
  for (const auto& m : messages) result.push_back(m.key);
  return result;
}

TEST(Forms, WhenAllAgreeTheBandCollapses) {
  const auto forms = derive(agreed_on_tax(), pack());
  const auto& advice = only(forms);
  EXPECT_EQ(advice.form, "public_body_mandate");
  EXPECT_TRUE(advice.missing.empty());
  ASSERT_EQ(advice.bands.size(), 4U);
  for (const auto& band : advice.bands) EXPECT_EQ(band.position, (Band{57, 57, 57}));
  EXPECT_EQ(advice.bands[0].voices, 3);
  EXPECT_EQ(advice.bands[1].partner, "GM0001");
  ASSERT_EQ(advice.shares.size(), 1U);
  EXPECT_EQ(advice.shares[0].share, 1.0);
  EXPECT_EQ(advice.no_form_share, 0.0);
  EXPECT_THAT(advice.divisions, IsEmpty());
  EXPECT_THAT(advice.functions, ElementsAre("scale", "specialisation"));
}

TEST(Forms, NoFormWithoutARecordedFunction) {
  auto study = agreed_on_tax();
  study.functions.clear();
  study.preferences = {{"U01", "bvo", "GM0001", "administrator", "bekend", {}}};
  const auto forms = derive(study, pack());
  const auto& advice = only(forms);
  EXPECT_EQ(advice.missing.key, "forms.function_missing");
  EXPECT_EQ(advice.form, "");
  EXPECT_THAT(advice.outcome.ranking, IsEmpty());
  EXPECT_THAT(advice.shares, IsEmpty());
  EXPECT_THAT(advice.robustness, IsEmpty());
  EXPECT_FALSE(advice.flip);
  EXPECT_EQ(advice.outcome.position, 57);
  ASSERT_EQ(advice.preferences.size(), 1U);
  EXPECT_FALSE(advice.preferences[0].distance);
  EXPECT_EQ(find(forms.trace, "form.U01.score.bvo"), nullptr);
  EXPECT_EQ(find(forms.trace, "form.U01")->value, term("value", "text", "forms.no_form"));
}

TEST(Forms, AFunctionForThePackageSpeaksForItsTaskAndBack) {
  auto study = agreed_on_tax();
  study.packages = {{"P1", {"belastingen", "taxes"}, {"U01", "U02"}, {}}};
  study.functions = {wish("P1", "scale", 5)};
  study.tree_answers.push_back(says("P1", "GM0001", example("A_tax")));
  const auto forms = derive(study, pack());
  ASSERT_EQ(forms.subjects.size(), 2U);
  EXPECT_EQ(forms.subjects[0].subject, "P1");
  EXPECT_EQ(forms.subjects[1].subject, "U01");
  for (const auto& advice : forms.subjects) EXPECT_EQ(advice.form, "public_body_mandate");
}

TEST(Forms, WithoutAnswersSaysSoOrPointsToThePackage) {
  auto study = region();
  study.functions = {wish("U01", "scale", 5)};
  EXPECT_EQ(only(derive(study, pack())).missing.key, "forms.no_answers");
  study.packages = {{"P1", {}, {"U01"}, {}}};
  study.tree_answers = {says("P1", "GM0001", example("A_tax"))};
  EXPECT_EQ(derive(study, pack()).subjects[1].missing.key, "forms.judged_in_package");
}

TEST(Forms, AnEmptyRowIsNoVoice) {
  auto study = region();
  study.functions = {wish("U01", "scale", 5)};
  study.tree_answers = {says("U01", "GM0001", {}), says("U01", "GM0002", {{"BK2", {}}})};
  const auto forms = derive(study, pack());
  EXPECT_FALSE(only(forms).asked);
  EXPECT_EQ(only(forms).missing.key, "forms.no_answers");
  study.tree_answers[0].answers = {{"BK2", {"high"}}};
  EXPECT_THAT(keys(only(derive(study, pack())).why), Contains("forms.why.incomplete"));
}

TEST(Forms, WithoutAnyFormLeftTellsWhatToLetGo) {
  auto study = region();
  study.functions = {wish("U01", "scale", 5)};
  study.tree_answers = {says("U01", "GM0001", with(example("H_ggd"), "PC2", {"host"}))};
  const auto forms = derive(study, pack());
  const auto& advice = only(forms);
  EXPECT_EQ(advice.missing.key, "forms.no_form_left");
  EXPECT_EQ(advice.form, "");
  EXPECT_EQ(advice.no_form_share, 1.0);
  ASSERT_FALSE(advice.outcome.conflict.empty());
  const auto sentence = Phrasebook(pack(), study).say(advice.missing, Language::nl);
  EXPECT_THAT(sentence, HasSubstr(find_answer(*find_question(pack().tree, "PC2"), "host")->text.nl));
  EXPECT_THAT(sentence, HasSubstr(find_form(pack().tree, "public_body_delegation")->name.nl));
}

TEST(Agreed, TheMostGivenAnswerAndOnATieTheLighter) {
  auto study = agreed_on_tax();
  study.tree_answers[0].answers = with(example("A_tax"), "BK2", {"high"});
  EXPECT_EQ(only(derive(study, pack())).agreed.at("BK2"), std::vector<std::string>{"low"});
  study.tree_answers.pop_back();
  EXPECT_EQ(only(derive(study, pack())).agreed.at("BK2"), std::vector<std::string>{"high"});  // -8 against +4
}

TEST(Agreed, OfSeveralAnswersThoseThatHalfGave) {
  auto study = agreed_on_tax();
  study.tree_answers[0].answers = with(example("A_tax"), "IK4", {"tax_execution", "entitlement"});
  EXPECT_THAT(only(derive(study, pack())).agreed.at("IK4"), ElementsAre("tax_execution"));
  study.tree_answers[1].answers = with(example("A_tax"), "IK4", {"entitlement"});
  EXPECT_THAT(only(derive(study, pack())).agreed.at("IK4"), ElementsAre("tax_execution", "entitlement"));
  for (auto& said : study.tree_answers) said.answers = with(example("A_tax"), "IK4", {"none"});
  study.tree_answers[2].answers = with(example("A_tax"), "IK4", {"entitlement"});
  EXPECT_THAT(only(derive(study, pack())).agreed.at("IK4"), ElementsAre("none"));
}

TEST(Divisions, TellWhoDiffersMostFirst) {
  auto study = agreed_on_tax();
  study.tree_answers[0].answers = with(with(example("A_tax"), "BK2", {"high"}), "FL1", {"long"});
  study.tree_answers[1].answers = with(example("A_tax"), "FL1", {"within_year"});
  const auto forms = derive(study, pack());
  const auto& divisions = only(forms).divisions;
  ASSERT_EQ(divisions.size(), 2U);
  EXPECT_EQ(divisions[0].question, "FL1");
  ASSERT_EQ(divisions[0].shares.size(), 3U);
  EXPECT_EQ(divisions[1].question, "BK2");
  EXPECT_EQ(divisions[1].shares[1].first, "low");
  EXPECT_DOUBLE_EQ(divisions[1].shares[1].second, 2.0 / 3);
}

TEST(Band, TwoQuestionsByHand) {
  // BK2 high (-8) or low (+4), PC4 neutral (0) or resistance (-4), each half: -12, -8, 0, +4 with a quarter each.
  auto study = region();
  study.tree_answers = {says("U01", "GM0001", {{"BK2", {"high"}}, {"PC4", {"neutral"}}}),
                        says("U01", "GM0002", {{"BK2", {"low"}}, {"PC4", {"resistance"}}})};
  const auto band = only(derive(study, pack())).bands[0].position;
  EXPECT_EQ(band.low, 23);
  EXPECT_DOUBLE_EQ(band.mid, 31);
  EXPECT_EQ(band.high, 39);
}

TEST(Band, WhoSkipsAQuestionDoesNotPullItToZero) {
  auto study = region();
  study.tree_answers = {says("U01", "GM0001", {{"BK2", {"high"}}}), says("U01", "GM0002", {{"PC4", {"resistance"}}})};
  EXPECT_EQ(only(derive(study, pack())).bands[0].position, (Band{23, 23, 23}));
}

Said any_answers() {
  Said said;
  for (const auto& criterion : pack().tree.criteria)
    for (const auto& question : criterion.questions)
      if (*rc::gen::inRange(0, 8) != 0)
        said.push_back(
            {question.id, {question.answers[*rc::gen::inRange<std::size_t>(0, question.answers.size())].id}});
  return said;
}

Study any_voices(int voices) {
  auto study = region();
  study.functions = {wish("U01", "scale", 3)};
  for (int i = 0; i < voices; ++i)
    study.tree_answers.push_back(says("U01", study.partners[static_cast<std::size_t>(i % 3)].id, any_answers()));
  return study;
}

TEST(Band, ExactMeanAgreesWithDraws) {
  EXPECT_TRUE(rc::check("convolution against simulation", [] {
    const auto study = any_voices(4);
    const auto tree = tree::compile(pack().tree);
    const Voices voices = voices_on(study, tree, "U01");
    const Band exact = position_band(tree, voices);
    RC_ASSERT(exact.low <= exact.high && exact.low >= 0 && exact.high <= 100);
    Random random(7);
    double sum = 0, squares = 0;
    constexpr int draws = 4000;
    for (int d = 0; d < draws; ++d) {
      tree::Tally tally;
      for (std::size_t q = 0; q < tree.questions.size(); ++q) {
        std::vector<tree::Choice> given;
        for (const auto& voice : voices)
          if (voice.choices[q] != 0) given.push_back(voice.choices[q]);
        if (!given.empty())
          add(tally, tree.questions[q], given[random.below(static_cast<std::uint32_t>(given.size()))]);
      }
      const double at = position(tree, tally);
      sum += at, squares += at * at;
    }
    const double mean = sum / draws, sd = std::sqrt(std::max(0.0, squares / draws - mean * mean));
    RC_ASSERT(std::abs(mean - exact.mid) <= 5 * sd / std::sqrt(draws) + 1e-9);
  }));
}

TEST(Forms, SharesAddUpToOne) {
  EXPECT_TRUE(rc::check("won draws and draws without a form", [] {
    const auto forms = derive(any_voices(3), pack());
    const auto& advice = only(forms);
    double sum = advice.no_form_share;
    for (const auto& share : advice.shares) sum += share.share;
    // A voice without any answer is none: then nothing was drawn.
    RC_ASSERT(std::abs(sum - (advice.asked ? 1 : 0)) < 1e-9);
    RC_ASSERT(advice.form.empty() == !advice.missing.empty());
    for (std::size_t i = 1; i < advice.shares.size(); ++i)
      RC_ASSERT(advice.shares[i - 1].share >= advice.shares[i].share);
  }));
}

TEST(Forms, SubjectsDrawApart) {
  auto study = agreed_on_tax();
  study.tree_answers[0].answers = with(example("A_tax"), "PC2", {"host"});
  study.tree_answers[1].answers = with(example("A_tax"), "IK3", {"factual"});
  const auto alone = only(derive(study, pack())).shares;
  ASSERT_GT(alone.size(), 1U);
  auto more = study;
  more.functions.insert(more.functions.begin(), wish("U02", "scale", 3));
  more.tree_answers.insert(more.tree_answers.begin(), says("U02", "GM0001", example("B_ict")));
  const auto beside = derive(more, pack()).subjects[1].shares;
  ASSERT_EQ(alone.size(), beside.size());
  for (std::size_t i = 0; i < alone.size(); ++i) EXPECT_EQ(alone[i].share, beside[i].share);
}

TEST(Forms, AStatedPreferenceStandsBesideTheFunction) {
  auto study = agreed_on_tax();
  study.preferences = {{"U01", "centre_municipality", "GM0002", "administrator", "snel", {}},
                       {"", "public_body_mandate", "", "", "", {}}};
  const auto forms = derive(study, pack());
  const auto& advice = only(forms);
  EXPECT_EQ(advice.form, "public_body_mandate");
  ASSERT_EQ(advice.preferences.size(), 2U);
  const auto& host = advice.preferences[0];
  EXPECT_EQ(host.distance, 14);
  EXPECT_FALSE(host.knocked_out.empty());
  ASSERT_TRUE(host.would_need);
  EXPECT_EQ(host.would_need->becomes, "centre_municipality");
  EXPECT_TRUE(advice.preferences[1].same);
  std::vector<std::string> others;
  for (const auto& other : advice.why_not) others.push_back(other.form);
  EXPECT_THAT(others, ElementsAre("bvo", "public_body_delegation", "centre_municipality"));
  EXPECT_EQ(advice.why_not[0].score_behind, 4);
  EXPECT_EQ(advice.why_not[2].why.key, "forms.why_not.statutory");
}

TEST(Forms, WhyNamesTheFunctionFirst) {
  const auto forms = derive(agreed_on_tax(), pack());
  const auto& why = only(forms).why;
  EXPECT_EQ(why.front().key, "forms.why.function");
  EXPECT_THAT(keys(why), Contains("forms.why.push_together").Times(3));
  EXPECT_THAT(keys(why), Contains("forms.why.preferred").Times(2));
  EXPECT_THAT(keys(why), Contains("forms.why.declaration"));
}

TEST(Forms, ADeclarationThatExistsIsNotAskedAgain) {
  auto study = agreed_on_tax();
  study.indicators = {{"target_image", "2", "", "", {}}};
  EXPECT_FALSE(only(derive(study, pack())).outcome.declaration_first);
}

TEST(Today, HostDoesItItselfAndUnknownIsNotZero) {
  auto study = agreed_on_tax();
  EXPECT_FALSE(only(derive(study, pack())).today);  // no arrangement listed at all: nothing is known
  Arrangement hosted;
  hosted.id = "A1";
  hosted.form = "dvo";
  hosted.tasks = {"U01"};
  hosted.members = {"GM0001", "GM0002"};
  hosted.host = "GM0001";
  study.arrangements = {hosted};
  const auto host = only(derive(study, pack()));
  ASSERT_EQ(host.today_per_partner.size(), 3U);
  EXPECT_EQ(host.today_per_partner[0].second, 0);
  EXPECT_EQ(host.today_per_partner[1].second, 28);
  EXPECT_EQ(host.today_per_partner[2].second, 0);
  EXPECT_DOUBLE_EQ(*host.today, 28.0 / 3);
  study.arrangements[0].form = "";  // carried out by a host in an unknown form: as for a centre municipality
  EXPECT_EQ(only(derive(study, pack())).today_per_partner[1].second, 42);
  study.arrangements[0].host = "";
  const auto unknown = only(derive(study, pack()));
  ASSERT_EQ(unknown.today_per_partner.size(), 1U);
  EXPECT_EQ(unknown.today_per_partner[0].first, "GM0003");
}

TEST(Today, PlacesTasksOfTheListThatAPartnershipCoversAndNoOthers) {
  auto study = agreed_on_tax();
  for (const char* task : {"U01", "U02", "U03", "U04"}) study.gross_list.push_back({.task = task});
  study.gross_list[3].on_list = false;
  Arrangement known, unknown;
  known.id = "A1", unknown.id = "A2";
  known.form = "dvo";
  known.tasks = {"U01", "U02", "U04"}, unknown.tasks = {"U05"};
  known.members = unknown.members = {"GM0001", "GM0002", "GM0003"};
  study.arrangements = {known, unknown};
  const auto forms = derive(study, pack());
  ASSERT_EQ(forms.today.size(), 1U);  // U01 is a subject with advice, U03 stands in no partnership, U04 is off the list
  EXPECT_EQ(forms.today[0].task, "U02");
  EXPECT_EQ(forms.today[0].position, 28);
  EXPECT_TRUE(std::ranges::any_of(forms.trace, [&](const Step& step) { return step.id == forms.today[0].trace; }));
}

TEST(Today, TheHeaviestOfSeveralAndNotTheEnded) {
  auto study = agreed_on_tax();
  Arrangement light, heavy, ended;
  light.form = "covenant", heavy.form = "bvo", ended.form = "public_body_delegation";
  for (auto* a : {&light, &heavy, &ended}) a->tasks = {"U01"}, a->members = {"GM0001"};
  ended.until = "2025-12-31";
  study.arrangements = {heavy, light, ended};
  EXPECT_EQ(only(derive(study, pack())).today_per_partner[0].second, 50);
}

TEST(Statements, LeanFromTheAnswersAndGiveTheirPrinciples) {
  const auto forms = derive(agreed_on_tax(), pack());
  ASSERT_EQ(forms.statements.size(), 4U);
  const auto& bk = forms.statements[0];
  EXPECT_EQ(bk.criterion, "BK");
  // BK1 +2, BK2 +4, BK3 +5, BK4 +1, BK5 +2 = 14 of at most 5 + 4 + 5 + 3 + 2 = 19.
  EXPECT_DOUBLE_EQ(bk.lean, 14.0 / 19);
  EXPECT_EQ(bk.statement.nl, pack().tree.criteria[1].statements.at(2).nl);
  EXPECT_EQ(bk.principles.front().answer, "vulnerable");
  for (const auto& statement : forms.statements) EXPECT_LE(std::abs(statement.lean), 1);
  EXPECT_THAT(derive(region(), pack()).statements, IsEmpty());
}

TEST(Vision, ReadsAsADeclaration) {
  auto study = agreed_on_tax();
  study.functions.push_back(wish("V01", "specialisation", 4));
  study.tree_answers.push_back(says("V01", "GM0001", example("F_buyer")));
  const auto forms = derive(study, pack());
  const auto order = keys(forms.vision);
  EXPECT_EQ(order.front(), "forms.vision.ambition");
  EXPECT_EQ(std::count(order.begin(), order.end(), "forms.vision.statement"), 4);
  EXPECT_THAT(order, Contains("forms.vision.growth"));
  EXPECT_EQ(order.back(), "forms.vision.councils");
  EXPECT_THAT(derive(region(), pack()).vision, IsEmpty());
}

TEST(Sentences, AllExistInBothLanguages) {
  auto study = agreed_on_tax();
  study.preferences = {{"U01", "centre_municipality", "", "", "", {}}, {"U01", "loi", "", "", "", {}}};
  study.functions.push_back(wish("V01", "scale", 3));
  const auto forms = derive(study, pack());
  const Phrasebook book(pack(), study);
  std::vector<Message> said = forms.vision;
  for (const auto& advice : forms.subjects) {
    said.insert(said.end(), advice.why.begin(), advice.why.end());
    for (const auto& other : advice.why_not) said.push_back(other.why);
    if (!advice.missing.empty()) said.push_back(advice.missing);
  }
  for (const auto& step : forms.trace) said.insert(said.end(), {step.what, step.rule});
  for (const auto& message : said)
    for (const auto language : {Language::nl, Language::en})
      EXPECT_THAT(book.say(message, language), Not(HasSubstr("["))) << message.key;
}

TEST(Trace, ReachesDownToTheRows) {
  const auto forms = derive(agreed_on_tax(), pack());
  const auto* form = find(forms.trace, "form.U01");
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->inputs.size(), 3U);
  EXPECT_EQ(form->inputs[0].file, "functies.csv");
  for (const auto& id : form->from) EXPECT_NE(find(forms.trace, id), nullptr) << id;
  EXPECT_EQ(find(forms.trace, "form.U01.position")->inputs.size(), 3U);
  EXPECT_EQ(find(forms.trace, "form.U01.position.GM0002")->inputs.size(), 1U);
  EXPECT_EQ(find(forms.trace, "form.U01.score.bvo")->value.number, 110);
  std::set<std::string> ids;
  for (const auto& step : forms.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
}

}  // namespace
}  // namespace koepel::forms
