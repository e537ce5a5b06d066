// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>

#include "pictures/chart.h"
#include "pictures/read_svg.h"
#include "pictures/rings.h"
#include "pictures/sample_analysis.h"

namespace koepel::pictures {

using sample::Scene;

TEST(GainsPictures, HaveTheIdsThatDocumentsAskFor) {
  std::vector<std::string> ids;
  for (const auto& picture : all_pictures(Scene().canvas())) ids.push_back(picture.id);
  for (const char* id : {"efficiency_0.61", "saving_partners", "cash_flow_all", "cost_curve_U01", "cost_curve_V03",
                         "cost_curve_U22", "cash_flow_U01", "keys_U01", "teams", "third_parties", "project_wet"})
    EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 1) << id;
}

TEST(GainsPictures, AreAbsentWithoutFigures) {
  const Scene scene{Analysis{}};
  const Canvas canvas = scene.canvas();
  const std::vector<Picture> none{cost_curve(canvas, "U01"),  saving_partners(canvas),
                                  cash_flow(canvas, "all"),   key_comparison(canvas, "U01"),
                                  team_map(canvas),           efficiency_scores(canvas, "0.61"),
                                  third_party_matrix(canvas), project_bars(canvas, "wet")};
  for (const auto& picture : none) {
    EXPECT_TRUE(picture.rows.empty()) << picture.id;
    EXPECT_FALSE(picture.description.empty()) << picture.id;
  }
}

TEST(CostCurve, GreysWhatResearchDidNotSeeOnlyForAModelOfResearch) {
  const Scene scene;
  const std::string outside = scene.phrases.text("pictures.cost.outside", Language::nl);
  EXPECT_TRUE(written(lines_of(cost_curve(scene.canvas(), "V03").svg), outside));
  EXPECT_FALSE(written(lines_of(cost_curve(scene.canvas(), "U01").svg), outside));
}

TEST(CostCurve, OfCollectionShowsTargetAndConnectionsNeeded) {
  const Scene scene;
  const Picture picture = cost_curve(scene.canvas(), "U22");
  const auto lines = lines_of(picture.svg);
  EXPECT_TRUE(written(lines, "doel: €\u00a080"));
  EXPECT_TRUE(written(lines, "nodig: 21.000"));
  EXPECT_NE(picture.description.find("21.000"), std::string::npos);
}

TEST(SavingPartners, AddsUpToTheExpectedSavingOfTheTasks) {
  const Scene scene;
  double expected = 0;
  for (const auto* task : tasks_worth_sharing(scene.canvas())) expected += task->saving.band.mid;
  const std::string told = scene.phrases.say(euros("mid", expected), Language::nl);
  EXPECT_NE(saving_partners(scene.canvas()).description.find(told), std::string::npos) << told;
}

TEST(SavingPartners, LeavesOutTasksThatAreExpectedToLose) {
  Analysis a = sample::analysis();
  a.scale.tasks[2].saving.band = {-9e6, -8e6, -7e6};
  const Scene scene(a);
  EXPECT_EQ(tasks_worth_sharing(scene.canvas()).size(), 2u);
  for (auto& task : a.scale.tasks) task.saving.band = {-9e6, -8e6, -7e6};
  EXPECT_EQ(tasks_worth_sharing(Scene(a).canvas()).size(), 3u) << "nothing pays: say so with all of them";
}

TEST(KeyComparison, MarksTheKeyThatKeepsEverybody) {
  const Scene scene;
  const Picture picture = key_comparison(scene.canvas(), "U01");
  EXPECT_EQ(picture.rows.size(), 5u);
  EXPECT_EQ(picture.columns[2], "B naar ingebracht budget (houdt iedereen aan boord)");
  EXPECT_EQ(picture.columns[1], "A naar inwoners");
  const auto lines = lines_of(picture.svg);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](auto& l) { return l.text == "A"; }), 6) << "legend and five";
}

TEST(TeamMap, GivesEveryMemberTheLetterOfItsTeam) {
  Scene scene;
  for (const bool boundaries : {false, true}) {
    if (boundaries) scene.facts = sample::with_boundaries();
    const Picture picture = team_map(scene.canvas());
    EXPECT_EQ(picture.rows[0][1], "A");
    EXPECT_EQ(picture.rows[2][1], "B");
    EXPECT_EQ(picture.rows[4][1], "alleen");
    const auto lines = lines_of(picture.svg);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](auto& l) { return l.text == "A"; }), 3);
  }
}

TEST(EfficiencyScores, NamePeersAndSayWhoHasNoScore) {
  const Scene scene;
  const Picture picture = efficiency_scores(scene.canvas(), "0.61");
  EXPECT_EQ(picture.rows[0][4], "Valkenswaard") << "not the leader itself";
  EXPECT_EQ(picture.rows.back()[1], "geen score");
}

TEST(CashFlow, PaysBackInTheYearThatTheSumStaysAboveZero) {
  Analysis a = sample::analysis();
  a.scale.tasks.resize(1);
  for (auto& flow : a.scale.tasks[0].flows)
    for (std::size_t y = 0; y < flow.years.size(); ++y) flow.years[y].net = Money{y == 0 ? -1000000 : 400000};
  const Picture picture = cash_flow(Scene(a).canvas(), "U01");
  EXPECT_EQ(picture.rows.front().back(), "4");
  EXPECT_EQ(picture.rows.front()[1], "€\u00a0\u221250.000");
}

TEST(ThirdPartyMatrix, HasNoHoursWhereOnceDoesNotPay) {
  const Picture picture = third_party_matrix(Scene().canvas());
  EXPECT_EQ(picture.rows.size(), 3u);
  EXPECT_EQ(picture.rows[0][4], "80");
  EXPECT_EQ(picture.rows[2][4], "-");
}

TEST(ProjectBars, SayWhoNeverGetsItDone) {
  const Picture picture = project_bars(Scene().canvas(), "wet");
  EXPECT_EQ(picture.rows[3][2], "nooit: geen capaciteit");
  EXPECT_EQ(picture.rows.back()[2], "10,0");
  EXPECT_TRUE(written(lines_of(picture.svg), "uiterlijk klaar"));
}

TEST(GainsPictures, HoldARegionOfNineteenPartners) {
  Analysis a;
  a.partners = sample::partners();
  for (int i = 0; i < 14; ++i) {
    Partner partner;
    partner.id = "GM9" + std::to_string(100 + i);
    partner.name = "Gemeente met een lange naam " + std::to_string(i);
    partner.inhabitants = 20000 + 1500 * i;
    a.partners.push_back(partner);
  }
  sample::add_gains(a, sample::pack());
  for (auto& row : a.third_parties.rows) row.deals_with.resize(19, true);
  for (const auto& picture : all_pictures(Scene(a).canvas())) {
    EXPECT_LE(picture.height, 1000) << picture.id;
    for (const auto& line : lines_of(picture.svg))
      EXPECT_TRUE(inside(line.box, {0, 0, 720, static_cast<double>(picture.height)})) << picture.id << line.text;
  }
}

TEST(Chart, RoundStepsAreRoundAndInside) {
  EXPECT_EQ(round_steps(-3, 12, 5), (std::vector<double>{0, 5, 10}));
  EXPECT_EQ(round_steps(0, 1, 5).size(), 6u);
}

TEST(Rings, StripesLieInsideAndSkipHoles) {
  const std::vector<std::vector<Point>> ring{{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                             {{4, 0.5}, {6, 0.5}, {6, 9.5}, {4, 9.5}}};
  const auto lines = stripes(ring, {1, 0}, 5);
  ASSERT_EQ(lines.size(), 4u) << "two lines, each in two stretches";
  EXPECT_DOUBLE_EQ(lines[0].first.x, 0);
  EXPECT_DOUBLE_EQ(lines[0].second.x, 4);
}

}  // namespace koepel::pictures
