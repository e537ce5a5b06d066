// SPDX-License-Identifier: EUPL-1.2
#include "pictures/picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "pictures/continuum_strips.h"
#include "pictures/read_svg.h"
#include "pictures/sample_analysis.h"

namespace koepel::pictures {

namespace {

using sample::Scene;

/// Every picture of a few studies, small and large, in both languages, with and without boundaries.
const std::vector<Picture>& many_pictures() {
  static const std::vector<Picture> drawn = [] {
    std::vector<Picture> out;
    for (const Language language : {Language::nl, Language::en})
      for (const auto& [tasks, subjects] : {std::pair{22, 8}, std::pair{3, 0}, std::pair{60, 14}, std::pair{146, 12}}) {
        Scene scene(sample::analysis(static_cast<std::size_t>(tasks), static_cast<std::size_t>(subjects)), language);
        if (tasks == 22) scene.facts = sample::with_boundaries();
        for (auto& picture : all_pictures(scene.canvas())) out.push_back(std::move(picture));
      }
    return out;
  }();
  return drawn;
}

bool table_has(const Picture& picture, const std::string& words) {
  for (const auto& row : picture.rows)
    for (const auto& cell : row)
      if (cell.text.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST(Picture, AllAreThereInTheOrderOfADocument) {
  std::vector<std::string> ids;
  for (const auto& picture : all_pictures(Scene().canvas())) ids.push_back(picture.id);
  const std::vector<std::string> first{"continuum",      "opportunity",  "acceptability", "motives",
                                       "factors",        "map",          "network",       "pairs.dependence",
                                       "pairs.conflict", "pairs.kinship"};
  ASSERT_GT(ids.size(), first.size());
  EXPECT_TRUE(std::equal(first.begin(), first.end(), ids.begin()));
  EXPECT_EQ(ids[first.size()].substr(0, 5), "tree.");
}

TEST(Picture, AnEmptyAnalysisGivesNone) {
  Scene scene{Analysis{}};
  scene.facts = {};
  EXPECT_TRUE(all_pictures(scene.canvas()).empty());
}

TEST(Picture, EveryPartAloneIsDrawnWithoutTheOthers) {
  Analysis only_forms;
  only_forms.forms = sample::derived({"U01", "V03"});
  EXPECT_EQ(all_pictures(Scene(only_forms).canvas()).front().id, "continuum");
  Analysis only_poll;
  only_poll.survey = sample::poll();
  EXPECT_EQ(all_pictures(Scene(only_poll).canvas()).front().id, "motives");
}

TEST(Picture, IsWellFormedWithTitleAndDescription) {
  for (const auto& picture : many_pictures()) {
    const auto elements = SvgReader::read(picture.svg);
    EXPECT_EQ(elements[1].text, picture.title);
    EXPECT_EQ(elements[2].text, picture.description);
    EXPECT_FALSE(picture.title.empty());
    EXPECT_FALSE(picture.description.empty());
    EXPECT_EQ(number_of(elements[0], "height"), picture.height);
    EXPECT_EQ(number_of(elements[0], "width"), picture.width);
  }
}

TEST(Picture, UsesOnlyWhatEveryRendererDraws) {
  const std::set<std::string> known{"svg",      "title",   "desc",   "rect", "line",
                                    "polyline", "polygon", "circle", "path", "text"};
  for (const auto& picture : many_pictures())
    for (const auto& element : SvgReader::read(picture.svg)) {
      EXPECT_EQ(known.count(element.name), 1u) << element.name;
      EXPECT_EQ(element.attributes.count("class") + element.attributes.count("style") +
                    element.attributes.count("dominant-baseline"),
                0u);
    }
}

TEST(Picture, FitsOnAPageOfADocument) {
  for (const auto& picture : many_pictures()) {
    EXPECT_EQ(picture.width, 720);
    EXPECT_LE(picture.height, 1000) << picture.id << " with " << picture.rows.size() << " rows";
  }
}

TEST(Picture, KeepsAllTextInsideAndLargeEnoughToRead) {
  for (const auto& picture : many_pictures())
    for (const auto& line : lines_of(picture.svg)) {
      EXPECT_TRUE(inside(line.box, {0, 0, static_cast<double>(picture.width), static_cast<double>(picture.height)}))
          << picture.id << ": " << line.text;
      EXPECT_GE(line.size, 11) << picture.id << ": " << line.text;
    }
}

TEST(Picture, NeverWritesOneTextOverAnother) {
  for (const auto& picture : many_pictures()) {
    const auto lines = lines_of(picture.svg);
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_FALSE(overlap(lines[i].box, lines[j].box, -0.5))
            << picture.id << ": " << lines[i].text << " / " << lines[j].text;
  }
}

TEST(Picture, HasATableThatSaysTheSame) {
  for (const auto& picture : many_pictures()) {
    EXPECT_FALSE(picture.rows.empty());
    for (const auto& row : picture.rows) {
      EXPECT_EQ(row.size(), picture.columns.size()) << picture.id;
      EXPECT_FALSE(row.front().text.empty());
    }
  }
}

TEST(Picture, FindsAllItsWordsInThePack) {
  for (const auto& picture : many_pictures()) {
    EXPECT_EQ(picture.svg.find("[pictures."), std::string::npos) << picture.id;
    for (const auto& column : picture.columns) EXPECT_EQ(column.find('['), std::string::npos) << column;
    EXPECT_FALSE(table_has(picture, "[pictures.")) << picture.id;
  }
}

TEST(Picture, IsTheSameEveryTime) {
  const Scene scene;
  const auto first = all_pictures(scene.canvas()), second = all_pictures(scene.canvas());
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].svg, second[i].svg);
}

TEST(Picture, SpeaksTheLanguageAskedFor) {
  EXPECT_EQ(continuum(Scene().canvas()).title, "Alle taken op het continuüm");
  EXPECT_EQ(continuum(Scene(sample::analysis(), Language::en).canvas()).title, "All tasks on the continuum");
}

TEST(Continuum, ShowsEveryTaskOfTheGrossListAndHasItInTheTable) {
  for (const std::size_t count : {22u, 146u}) {
    const Scene scene(sample::analysis(count, 12));
    const Picture picture = continuum(scene.canvas());
    const auto lines = lines_of(picture.svg);
    for (const auto& task : scene.result.priorities.tasks) {
      EXPECT_TRUE(written(lines, task.task)) << task.task;
      EXPECT_TRUE(table_has(picture, task.task + " ")) << task.task;
    }
  }
}

TEST(Continuum, NamesEveryAdvisedFormOnTheAxisAndInItsRow) {
  const Scene scene;
  const auto lines = lines_of(continuum(scene.canvas()).svg);
  for (const auto& subject : scene.result.forms.subjects) {
    if (subject.form.empty()) continue;
    const std::string name = scene.phrases.name("form_short", subject.form, Language::nl);
    EXPECT_GE(std::count_if(lines.begin(), lines.end(), [&](auto& l) { return l.text == name; }), 2) << name;
  }
}

TEST(Continuum, GivesNoFormWithoutAFunction) {
  Analysis a = sample::analysis(10, 1);
  a.forms.subjects[0].function_recorded = false;
  a.forms.subjects[0].form.clear();
  const Scene scene(a);
  const Picture picture = continuum(scene.canvas());
  const std::string note = "functie nog niet vastgelegd: geen vorm";
  EXPECT_TRUE(written(lines_of(picture.svg), note));
  EXPECT_EQ(picture.rows[0].back(), note);
  EXPECT_EQ(picture.rows[0][4], "-") << "no advised place either";
}

TEST(Continuum, SaysWhenTheAnswersLeaveNoForm) {
  Analysis a = sample::analysis(10, 1);
  a.forms.subjects[0].form.clear();
  EXPECT_TRUE(written(lines_of(continuum(Scene(a).canvas()).svg), "de antwoorden laten geen vorm over"));
}

TEST(Continuum, PutsATaskThatNobodyAnsweredForWhereItsPartnershipPutsIt) {
  Analysis a = sample::analysis(22, 1);
  const std::string task = a.priorities.tasks.back().task;
  a.forms.today = {{task, 41, ""}};
  const Scene scene(a);
  EXPECT_EQ(today_of(scene.canvas(), task), 41);
  const Picture picture = continuum(scene.canvas());
  const auto row = std::find_if(picture.rows.begin(), picture.rows.end(),
                                [&](const auto& one) { return one.front().text.starts_with(task + " "); });
  ASSERT_NE(row, picture.rows.end());
  EXPECT_EQ((*row)[1], "41");
}

TEST(Continuum, NamesTasksWhosePlaceNobodyKnows) {
  Analysis a = sample::analysis(5, 0);
  a.priorities.tasks[0].task = "X01";
  const Picture picture = continuum(Scene(a).canvas());
  EXPECT_TRUE(written(lines_of(picture.svg), "plek onbekend: X01"));
  EXPECT_EQ(picture.rows[0][1], "onbekend");
}

TEST(HeatMap, TellsTooFewAnswersFromNone) {
  const Picture picture = motive_heat_map(Scene().canvas());
  const auto column = [&](const std::string& head) {
    return static_cast<std::size_t>(std::find(picture.columns.begin(), picture.columns.end(), head) -
                                    picture.columns.begin());
  };
  EXPECT_EQ(picture.rows.size(), 5u);
  EXPECT_EQ(picture.rows[0].at(column("Reusel-De Mierden, best.")), "te weinig antwoorden");
  EXPECT_EQ(picture.rows[0].at(column("Eersel, ambt.")), "geen antwoorden");
  EXPECT_EQ(factor_heat_map(Scene().canvas()).rows.size(), 6u);
}

TEST(HeatMap, ShowsTheFactorScoresOfTheAnalysis) {
  Analysis a = sample::analysis();
  factors::FactorResult result;
  result.factor = sample::pack().factors[0].id;
  result.score = 3.3;
  factors::PartnerScore partner;
  partner.partner = "GM1724";
  partner.administrators = 2.2;
  result.partners.push_back(partner);
  a.factors.factors.push_back(result);
  const Picture picture = factor_heat_map(Scene(a).canvas());
  EXPECT_EQ(picture.rows[0][1], "3,3");
  EXPECT_EQ(picture.rows[0][4], "2,2");
}

TEST(HeatMap, DrawsARegionOfNineteenPartners) {
  Analysis a = sample::analysis();
  for (int i = 0; i < 14; ++i) {
    Partner partner;
    partner.id = "GM9" + std::to_string(100 + i);
    partner.name = "Een gemeente met een lange naam " + std::to_string(i);
    a.partners.push_back(partner);
  }
  const Scene scene(a);
  const Picture picture = motive_heat_map(scene.canvas());
  EXPECT_EQ(picture.columns.size(), 1u + 3u + 19u);
  for (const auto& other : {picture, pair_matrix(scene.canvas(), "kinship"), partnership_network(scene.canvas())})
    for (const auto& line : lines_of(other.svg))
      EXPECT_TRUE(inside(line.box, {0, 0, static_cast<double>(other.width), static_cast<double>(other.height)}))
          << other.id << ": " << line.text;
}

TEST(PairMatrix, ShowsMissingEvidenceAsMissing) {
  const Picture picture = pair_matrix(Scene().canvas(), "conflict");
  const auto lines = lines_of(picture.svg);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](auto& l) { return l.text == "?"; }), 2);
  EXPECT_EQ(std::count_if(picture.rows.begin(), picture.rows.end(), [](auto& r) { return r[1] == "onbekend"; }), 2);
  EXPECT_EQ(picture.rows.size(), 10u);
}

TEST(OpportunityMap, LabelsTasksAsFarAsThereIsRoomAndListsAll) {
  const Scene scene;
  const Picture picture = opportunity_map(scene.canvas());
  const auto lines = lines_of(picture.svg);
  for (const auto& task : scene.result.priorities.tasks) EXPECT_TRUE(written(lines, task.task)) << task.task;
  EXPECT_EQ(picture.rows.size(), scene.result.priorities.tasks.size());
}

TEST(RankAcceptability, PutsEveryShareInTheTable) {
  const Picture picture = rank_acceptability(Scene(sample::analysis(60, 0)).canvas());
  EXPECT_EQ(picture.rows.size(), 60u);
  EXPECT_TRUE(written(lines_of(picture.svg), "Nog 38 in de tabel."));
}

TEST(DecisionPath, NamesTheWinnerAndTheFallen) {
  const Scene scene;
  const Picture picture = decision_path(scene.canvas(), "U01");
  const auto& advice = scene.result.forms.subjects.front();
  ASSERT_EQ(advice.subject, "U01");
  const auto lines = lines_of(picture.svg);
  EXPECT_TRUE(written(lines, scene.phrases.name("form_short", advice.form, Language::nl)));
  EXPECT_TRUE(written(lines, scene.phrases.name("form_short", advice.outcome.excluded.front().form, Language::nl)));
  std::size_t questions = 0;
  for (const auto& criterion : sample::pack().tree.criteria) questions += criterion.questions.size();
  EXPECT_EQ(picture.rows.size(), questions + advice.outcome.ranking.size() + advice.outcome.excluded.size() +
                                     advice.outcome.outside_force.size());
}

TEST(DecisionPath, ShowsNoFormsWithoutAFunction) {
  Analysis a = sample::analysis();
  a.forms.subjects[0].function_recorded = false;
  a.forms.subjects[0].form.clear();
  const Scene scene(a);
  const auto lines = lines_of(decision_path(scene.canvas(), "U01").svg);
  EXPECT_TRUE(written(lines, "functie nog niet vastgelegd: geen vorm"));
  for (const auto& form : a.forms.subjects[0].outcome.ranking)
    EXPECT_FALSE(written(lines, scene.phrases.name("form_short", form.form, Language::nl))) << form.form;
}

TEST(DecisionPath, OfAnUnansweredSubjectSaysSo) {
  const Picture picture = decision_path(Scene().canvas(), "O30");
  EXPECT_TRUE(picture.rows.empty());
  EXPECT_NE(picture.description.find("nog niet ingevuld"), std::string::npos);
}

TEST(Network, EscapesNamesAndListsEveryPartnership) {
  const Scene scene;
  const Picture picture = partnership_network(scene.canvas());
  EXPECT_EQ(picture.rows.size(), scene.result.partner_set.map.size());
  EXPECT_NE(picture.svg.find("&amp;"), std::string::npos);
}

TEST(PartnerMap, DrawsBoundariesOnlyWhenAllPartnersHaveOne) {
  Scene scene;
  scene.facts = sample::with_boundaries();
  EXPECT_NE(partner_map(scene.canvas()).svg.find("<path"), std::string::npos);
  scene.facts.boundaries.erase("GM1724");
  const Picture picture = partner_map(scene.canvas());
  EXPECT_EQ(picture.svg.find("<path"), std::string::npos);
  const auto lines = lines_of(picture.svg);
  for (const auto& partner : scene.result.partners) EXPECT_TRUE(written(lines, partner.name)) << partner.name;
  EXPECT_TRUE(written(lines, "Eindhoven")) << "a neighbour outside the study";
}

}  // namespace koepel::pictures
