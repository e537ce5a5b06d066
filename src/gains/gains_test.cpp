// SPDX-License-Identifier: EUPL-1.2
#include "gains/gains.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "content/pack_reader.h"
#include "gains/judged_keys.h"
#include "gains/subject_game.h"
#include "gains/teams.h"
#include "model/phrasebook.h"

namespace koepel::gains {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

std::map<std::string, std::vector<double>> worked_example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/who-gets-what.md");
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  EXPECT_FALSE(numbers.empty());
  return numbers;
}

std::string letter(std::size_t p) { return std::string(1, static_cast<char>('A' + p)); }

/// A task of which everything that is fixed is needed once, without any cost of working together.
scale::TaskScale fixed_once(const std::string& id, const std::vector<double>& fixed, const std::vector<double>& volume,
                            double per_unit) {
  scale::TaskScale task;
  task.task = id;
  task.trace = "scale." + id + ".saving";
  scale::CostModel model;
  model.task = id;
  for (std::size_t p = 0; p < fixed.size(); ++p)
    model.partners.push_back({letter(p), fixed[p], volume[p] * per_unit, volume[p], 0, std::nullopt, {}});
  task.terms.realised_share = 1;
  task.terms.retained_share.assign(fixed.size(), 0);
  task.terms.overhead_per_fte.assign(fixed.size(), 0);
  task.terms.stranded_share.assign(fixed.size(), 0);
  task.joint = scale::joint_cost(model, task.terms);
  task.model = model;
  return task;
}

Study partners(std::size_t n) {
  Study study;
  for (std::size_t p = 0; p < n; ++p) {
    Partner partner;
    partner.id = letter(p);
    partner.name = "Gemeente " + letter(p);
    partner.inhabitants = static_cast<int>(10000 * (p + 1));
    study.partners.push_back(partner);
  }
  return study;
}

Gains weigh(const Study& study, std::vector<scale::TaskScale> tasks, const Reference& reference = {}) {
  scale::Scale scale;
  scale.tasks = std::move(tasks);
  return weigh_gains(study, real_pack(), reference, scale);
}

double euro(Money money) { return static_cast<double>(money.cents) / 100; }

scale::TaskScale example_task() {
  const auto page = worked_example();
  return fixed_once("U01", page.at("fixed"), page.at("volume"), page.at("per unit")[0]);
}

const JudgedKey* find_key(const SubjectGains& subject, const std::string& key) {
  for (const auto& one : subject.judged_keys)
    if (one.key == key) return &one;
  return nullptr;
}

}  // namespace

TEST(Gains, ReproduceTheWorkedExampleOfThePage) {
  const auto page = worked_example();
  const auto gains = weigh(partners(3), {example_task()});
  const auto* subject = find_gains(gains, "U01");
  ASSERT_NE(subject, nullptr);
  EXPECT_DOUBLE_EQ(euro(subject->saving), page.at("saving together")[0]);
  for (std::size_t p = 0; p < 3; ++p) {
    EXPECT_NEAR(euro(subject->shares[p].shapley), page.at("shapley")[p], 0.011);
    ASSERT_TRUE(subject->shares[p].nucleolus);
    EXPECT_NEAR(euro(*subject->shares[p].nucleolus), page.at("nucleolus")[p], 0.011);
  }
  EXPECT_TRUE(subject->core_exists);
  const auto task = example_task();
  const auto pair = game_of({&task}, {"A", "B"});
  ASSERT_TRUE(pair);
  EXPECT_DOUBLE_EQ(pair->game.value.back(), page.at("saving of first two")[0]);
}

TEST(Gains, AKeyByOwnCostKeepsEverybodyAndOneByInhabitantsDoesNot) {
  // A pays most today and has fewest inhabitants: sharing by inhabitants makes C pay far more than alone.
  const auto gains = weigh(partners(3), {example_task()});
  const auto& subject = gains.subjects.front();
  ASSERT_NE(find_key(subject, "own_cost"), nullptr);
  EXPECT_TRUE(find_key(subject, "own_cost")->keeps_everybody);
  const auto* inhabitants = find_key(subject, "inhabitants");
  ASSERT_NE(inhabitants, nullptr);
  EXPECT_FALSE(inhabitants->keeps_everybody);
  EXPECT_THAT(inhabitants->worse_off, ElementsAre("C"));
  EXPECT_THAT(inhabitants->leaving, testing::Contains("C"));
  EXPECT_GT(inhabitants->reason.cents, 0);
}

// A service that is joint already: broken cents are no reason to leave, and one group costs nothing.
TEST(Gains, WhereNothingIsSavedAKeyByOwnCostKeepsEverybody) {
  auto task = fixed_once("U01", {100.01, 200.02, 333.33}, {7, 11, 13}, 1.01);
  task.terms.realised_share = 0;
  const auto gains = weigh(partners(3), {task});
  const auto& subject = gains.subjects.front();
  EXPECT_EQ(subject.saving.cents, 0);
  EXPECT_TRUE(find_key(subject, "own_cost")->keeps_everybody);
  for (const auto& said : subject.teams.says) EXPECT_NE(said.key, "gains.teams.one_costs");
}

TEST(Gains, APackageAddsUpItsTasksThatHaveAModel) {
  Study study = partners(3);
  study.packages.push_back({"P1", {"pakket", "package"}, {"U01", "U02", "U99"}, {}});
  const auto gains = weigh(study, {example_task(), fixed_once("U02", {10000, 10000}, {10, 10}, 5)});
  const auto* package = find_gains(gains, "P1");
  ASSERT_NE(package, nullptr);
  EXPECT_THAT(package->tasks, ElementsAre("U01", "U02"));
  EXPECT_DOUBLE_EQ(euro(package->saving), 60000);
  const auto* second = find_gains(gains, "U02");
  EXPECT_THAT(second->partners, ElementsAre("A", "B"));
  EXPECT_THAT(second->outside, ElementsAre("C"));
}

TEST(Gains, TotalsAddUpTasksAndLeavePackagesOut) {
  Study study = partners(3);
  study.packages.push_back({"P1", {"pakket", "package"}, {"U01", "U02"}, {}});
  auto second = fixed_once("U02", {10000, 10000}, {10, 10}, 5);
  second.flows = {{.partner = "A"}};
  second.flows[0].years[0].net = {-300};
  second.flows[0].years[1].net = {200};
  second.flows[0].years[4].net = {500};
  second.flows[0].total = {400};
  auto first_task = example_task();
  first_task.saving.band.mid = second.saving.band.mid = 1;
  const auto gains = weigh(study, {first_task, second});
  ASSERT_EQ(gains.totals.size(), 3U);
  const auto& first = gains.totals[0];
  EXPECT_EQ(first.tasks, 2);
  EXPECT_EQ(first.saving, find_gains(gains, "U01")->shares[0].shapley + find_gains(gains, "U02")->shares[0].shapley);
  EXPECT_EQ(first.ten_years, Money{400});
  EXPECT_EQ(first.payback, 5);
  EXPECT_EQ(gains.totals[2].tasks, 1);
  EXPECT_FALSE(gains.totals[2].payback);
}

TEST(Gains, TotalsCountTasksThatAreNotExpectedToSaveApart) {
  auto losing = fixed_once("U02", {10000, 10000}, {10, 10}, 5), winning = example_task();
  losing.saving.band.mid = -1;
  winning.saving.band.mid = 1;
  const auto gains = weigh(partners(3), {winning, losing});
  const auto& first = gains.totals[0];
  EXPECT_EQ(first.tasks, 1);
  EXPECT_EQ(first.left_out, 1);
  EXPECT_EQ(first.saving, find_gains(gains, "U01")->shares[0].shapley);
}

TEST(Gains, NothingIsSharedWithoutACostModel) {
  scale::TaskScale bare;
  bare.task = "U01";
  const auto gains = weigh(partners(3), {bare});
  EXPECT_THAT(gains.subjects, IsEmpty());
  EXPECT_FALSE(gains.geometry);
}

TEST(Gains, MorePartnersThanGroupsCanBeCountedForAreNamed) {
  std::vector<double> fixed(26, 1000), volume(26, 10);
  Study study = partners(26);
  const auto gains = weigh(study, {fixed_once("U01", fixed, volume, 1)});
  EXPECT_EQ(gains.subjects.front().missing.key, "gains.too_many");
  EXPECT_THAT(gains.subjects.front().shares, IsEmpty());
}

TEST(Gains, RulesOfTheStudyHoldForTheTeams) {
  Study study = partners(3);
  study.team_rules.push_back({"U01", "apart", {"A", "B"}, std::nullopt, "", {}});
  const auto gains = weigh(study, {example_task()});
  const auto& teams = gains.subjects.front().teams;
  EXPECT_TRUE(teams.proven);
  ASSERT_EQ(teams.teams.size(), 2U);
  for (const auto& team : teams.teams)
    EXPECT_FALSE(std::ranges::count(team.partners, "A") == 1 && std::ranges::count(team.partners, "B") == 1);
  EXPECT_EQ(teams.says[0].key, "gains.teams.best") << "which teams, before what one team of all would cost";
  EXPECT_EQ(teams.says[1].key, "gains.teams.one_costs");
}

TEST(Gains, RulesThatCannotGoTogetherAreSaid) {
  Study study = partners(3);
  study.team_rules.push_back({"", "apart", {"A", "B"}, std::nullopt, "", {}});
  study.team_rules.push_back({"", "together", {"A", "B"}, std::nullopt, "", {}});
  const auto gains = weigh(study, {example_task()});
  EXPECT_EQ(gains.subjects.front().teams.says.front().key, "gains.teams.clash");
}

TEST(Gains, OnlyNeighboursMayFormATeamWhenTheStudySaysSo) {
  Study study = partners(3);
  study.team_rules.push_back({"", "neighbours_only", {}, std::nullopt, "", {}});
  Reference reference;
  for (const char* id : {"A", "B", "C"}) reference.municipalities.push_back({.id = id});
  reference.municipalities[0].neighbours = {{"B", 3}};
  reference.municipalities[1].neighbours = {{"A", 3}};
  const auto rules = rules_of(study, reference, "U01", {"A", "B", "C"});
  ASSERT_TRUE(rules.neighbours);
  EXPECT_THAT(*rules.neighbours, ElementsAre(coalition::Pair{0, 1}));
  EXPECT_EQ(weigh(study, {example_task()}, reference).subjects.front().teams.teams.size(), 2U);
}

TEST(Gains, GrowthComesFromTwoYearsOfInhabitants) {
  Reference reference;
  reference.municipalities.push_back({.id = "A", .inhabitants = 10200});
  EXPECT_FALSE(growth_of(reference, "A"));
  reference.municipalities[0].inhabitants_before = 10000;
  ASSERT_TRUE(growth_of(reference, "A"));
  EXPECT_NEAR(*growth_of(reference, "A"), 0.02, 1e-12);
  EXPECT_FALSE(growth_of(reference, "B"));
}

TEST(Gains, EverySentenceCanBeSaidInBothLanguages) {
  Study study = partners(3);
  study.team_rules.push_back({"U01", "apart", {"A", "B"}, std::nullopt, "", {}});
  const auto gains = weigh(study, {example_task(), fixed_once("U02", {10, 20, 30}, {1, 2, 3}, 5)});
  const Phrasebook phrases(real_pack(), study);
  for (const auto language : {Language::nl, Language::en})
    for (const auto& step : gains.trace) {
      EXPECT_FALSE(phrases.say(step.what, language).empty()) << step.id;
      EXPECT_FALSE(phrases.say(step.rule, language).empty()) << step.id;
    }
  ASSERT_TRUE(gains.geometry);
  EXPECT_FALSE(phrases.say(gains.geometry->says, Language::nl).empty());
}

RC_GTEST_PROP(Gains, SharesAddUpToTheSavingToTheCent, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(2, 7);
  std::vector<double> fixed, volume;
  for (std::size_t p = 0; p < n; ++p) {
    fixed.push_back(*rc::gen::inRange(0, 900000) / 7.0);
    volume.push_back(*rc::gen::inRange(1, 5000));
  }
  const auto gains = weigh(partners(n), {fixed_once("U01", fixed, volume, 3.33)});
  const auto& subject = gains.subjects.front();
  Money shapley, nucleolus, per_head, alone;
  for (const auto& share : subject.shares) {
    shapley = shapley + share.shapley;
    nucleolus = nucleolus + share.nucleolus.value();
    per_head = per_head + share.per_head.value();
    alone = alone + share.alone;
  }
  RC_ASSERT(shapley == subject.saving);
  RC_ASSERT(nucleolus == subject.saving);
  RC_ASSERT(per_head == subject.saving);
  RC_ASSERT(std::abs(alone.cents - subject.alone.cents) <= static_cast<std::int64_t>(n));
  RC_ASSERT(subject.together == subject.alone - subject.saving);
}

}  // namespace koepel::gains
