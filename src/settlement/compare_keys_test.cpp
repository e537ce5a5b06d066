// SPDX-License-Identifier: EUPL-1.2
// The comparison of keys: what is missing is named, who loses, what drifts, and every figure opens to its cell.
#include <gmock/gmock.h>

#include <set>

#include "model/phrasebook.h"
#include "settlement/five_municipalities_test.h"

namespace koepel::settlement {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CompareKeys, ShowsTheStandardKeysAndTheStudysOwnSideBySide) {
  auto study = five_municipalities();
  add_key_part(study, "desks", "workplaces", 1);
  std::vector<std::string> ids;
  const auto comparison = compare(study);
  for (const auto& key : comparison.keys) ids.push_back(key.key.id);
  EXPECT_THAT(ids, ElementsAre("inhabitants", "own_cost", "fte", "volume", "dwellings", "fixed_variable", "desks"));
  EXPECT_EQ(comparison.keys.back().rows.size(), 5U);
}

TEST(CompareKeys, AnOwnKeyTakesThePlaceOfTheStandardKeyOfThatName) {
  auto study = five_municipalities();
  add_key_part(study, "inhabitants", "workplaces", 1);
  const auto comparison = compare(study);
  EXPECT_EQ(comparison.keys.size(), 6U);
  expect_keur(pays_of(find_key(comparison, "inhabitants")), {1250.0, 1032.6, 1114.1, 815.2, 788.0});
}

TEST(CompareKeys, AMissingDriverIsNamedAndNeverZero) {
  auto study = five_municipalities();
  study.partners[2].inhabitants.reset();
  const auto comparison = compare(study);
  const auto& key = find_key(comparison, "inhabitants");
  EXPECT_TRUE(key.rows.empty());
  EXPECT_EQ(said(key.missing, study), "ontbreekt: inwoners van Gemeente C");
  EXPECT_EQ(find_key(comparison, "dwellings").missing.key, "settlement.missing_driver");
}

TEST(CompareKeys, AnUnknownDriverOrKeyIsNamed) {
  auto study = five_municipalities();
  add_key_part(study, "cats", "cats", 1);
  EXPECT_EQ(find_key(compare(study), "cats").missing.key, "settlement.missing_driver");
  const auto shares = shares_of(study, "U01", key_named(study, "dogs"));
  EXPECT_FALSE(knows_key(study, "dogs"));
  EXPECT_TRUE(knows_key(study, "cats") && knows_key(study, "workplaces") && knows_key(study, ""));
  EXPECT_TRUE(shares.shares.empty());
  EXPECT_EQ(shares.missing.args.at(0).word, "driver/dogs");
}

TEST(CompareKeys, ADriverThatIsZeroForEverybodyCannotShare) {
  auto study = five_municipalities();
  give(study, "cats", {0, 0, 0, 0, 0});
  add_key_part(study, "cats", "cats", 1);
  EXPECT_EQ(find_key(compare(study), "cats").missing.key, "settlement.driver_zero");
}

TEST(CompareKeys, NegativeAmountsAreUnknown) {
  auto study = five_municipalities();
  give(study, "cats", {1, -1, 1, 1, 1});
  add_key_part(study, "cats", "cats", 1);
  EXPECT_EQ(said(find_key(compare(study), "cats").missing, study), "ontbreekt: cats van Gemeente B");
}

TEST(CompareKeys, PartsThatAreNotTheWholeAreRefused) {
  auto study = five_municipalities();
  add_key_part(study, "half", "workplaces", 0.5);
  EXPECT_EQ(find_key(compare(study), "half").missing.key, "settlement.shares_not_one");
}

TEST(CompareKeys, OnePartnerOrNoCostIsSaid) {
  auto study = five_municipalities();
  EXPECT_EQ(compare(study, 0).missing.key, "settlement.no_cost");
  study.partners.resize(1);
  const auto comparison = compare(study);
  EXPECT_EQ(comparison.missing.key, "settlement.one_partner");
  EXPECT_THAT(comparison.keys, IsEmpty());
}

TEST(CompareKeys, SaysWhoGainsAndWhoLosesAgainstToday) {
  const auto comparison = compare(five_municipalities());
  const auto& key = find_key(comparison, "inhabitants");  // B 1050 - 1010, D 900 - 830, E 850 - 760
  EXPECT_THAT(key.losers, ElementsAre("B", "D", "E"));
  EXPECT_EQ(*key.rows[0].difference, keur(-120));
  EXPECT_NEAR(*key.rows[0].relative, -120.0 / 1320, 1e-12);
  EXPECT_EQ(comparison.fewest_losers, "own_cost");  // a joint cost below the sum of today: by own cost nobody loses
}

TEST(CompareKeys, WithoutOwnCostThereIsNoGainOrLoss) {
  auto study = five_municipalities();
  study.figures[3].variable_cost.reset();
  const auto comparison = compare(study);
  const auto& key = find_key(comparison, "inhabitants");
  EXPECT_FALSE(key.rows[3].difference);
  EXPECT_TRUE(key.rows[2].difference);
  EXPECT_EQ(find_key(comparison, "own_cost").missing.key, "settlement.missing_driver");
  EXPECT_EQ(comparison.fewest_losers, "");
}

TEST(CompareKeys, VolumesOfDifferentUnitsAreNotAddedUp) {
  auto study = five_municipalities();
  TaskPackage package;
  package.id = "P";
  package.tasks = {"U01", "U02"};
  study.packages = {package};
  for (std::size_t p = 0; p < 5; ++p) {
    auto figures = study.figures[p];
    figures.task = "U02";
    figures.unit = "aanslagen";
    study.figures.push_back(figures);
  }
  EXPECT_FALSE(driver_of(study, "P", "volume").amounts[0]);
  EXPECT_DOUBLE_EQ(*driver_of(study, "P", "fte").amounts[0], 28);
  EXPECT_EQ(*own_cost_of(study, "P")[0], keur(2640));
}

TEST(CompareKeys, TheNewestFiguresCountAndGivenDriversGoFirst) {
  auto study = five_municipalities();
  auto old = study.figures[0];
  old.year = 2020;
  old.fte = 99;
  study.figures.push_back(old);
  EXPECT_DOUBLE_EQ(*driver_of(study, "U01", "fte").amounts[0], 14);
  give(study, "fte", {1, 2, 3, 4, 5});
  EXPECT_DOUBLE_EQ(*driver_of(study, "U01", "fte").amounts[0], 1);
}

TEST(CompareKeys, ACapMovesWhatIsTooMuchToTheOthers) {
  auto study = five_municipalities();
  add_key_part(study, "capped", "inhabitants", 1);
  study.cost_keys[0].cap = 0.02;
  const auto& key = find_key(compare(study), "capped");
  expect_keur(pays_of(key),
              {1280.7, 1030.2, 1067.3, 846.6, 775.2});  // A and C in the ratio 24 : 20 of what the caps leave
  EXPECT_EQ(key.rows[4].pays, Money{77520000});
  EXPECT_THAT(key.notes, IsEmpty());
}

TEST(CompareKeys, CapsThatCannotHoldAreSaid) {
  auto study = five_municipalities();
  add_key_part(study, "capped", "inhabitants", 1);
  study.cost_keys[0].cap = 0;
  const auto comparison = compare(study, 5200);  // all own costs together are 5,100
  const auto& key = find_key(comparison, "capped");
  ASSERT_EQ(key.notes.size(), 1U);
  EXPECT_EQ(said(key.notes[0], study),
            "De bovengrens kan niet gelden: dan blijft €\u00a0100.000 per jaar onbetaald. De bedragen zijn die zonder "
            "grenzen.");
  EXPECT_EQ(pays_of(key), pays_of(find_key(comparison, "inhabitants")));
}

TEST(CompareKeys, FloorsThatCannotHoldAreSaid) {
  auto study = five_municipalities();
  add_key_part(study, "floored", "inhabitants", 1);
  study.cost_keys[0].floor = 0;
  EXPECT_EQ(find_key(compare(study, 5000), "floored").notes.at(0).key, "settlement.floors_too_high");
}

TEST(CompareKeys, TermsThatNeedOwnCostSayWhoseIsMissing) {
  auto study = five_municipalities();
  add_key_part(study, "k", "inhabitants", 1);
  study.cost_keys[0].cap = 0.1;
  study.cost_keys[0].grow_in_years = 3;
  study.figures[0].fixed_cost.reset();
  const auto& key = find_key(compare(study), "k");
  ASSERT_EQ(key.notes.size(), 2U);
  EXPECT_EQ(key.notes[0].key, "settlement.limits_not_tested");
  EXPECT_EQ(key.notes[1].key, "settlement.no_growing_in");
  EXPECT_THAT(key.growing_in, IsEmpty());
}

TEST(BaseAndPlus, BaseByKeyAndPlusByOrder) {
  const std::vector<double> shares{0.5, 0.5};
  const std::vector<Money> ordered{{0}, {2500}};
  EXPECT_THAT(base_and_plus({10000}, shares, ordered), ElementsAre(Money{5000}, Money{7500}));
}

TEST(CompareKeys, EveryFigureOpensToItsCell) {
  auto study = growing();
  add_key_part(study, "desks", "workplaces", 1);
  study.cost_keys[0].grow_in_years = 3;
  const auto comparison = compare(study);
  std::set<std::string> ids;
  for (const auto& step : comparison.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  const Phrasebook phrasebook(real_pack(), study);
  for (const auto& step : comparison.trace) {
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << step.id << " from " << from;
    EXPECT_FALSE(step.from.empty() && step.inputs.empty() && step.id != "keys.U01.joint") << step.id;
    EXPECT_EQ(phrasebook.say(step.what, Language::nl).find_first_of("[{"), std::string::npos) << step.id;
    EXPECT_EQ(phrasebook.say(step.rule, Language::en).find_first_of("[{"), std::string::npos) << step.id;
  }
  for (const auto& key : comparison.keys)
    for (const auto& row : key.rows) EXPECT_TRUE(ids.contains(row.trace));
  EXPECT_TRUE(ids.contains("keys.U01.desks.E"));
  EXPECT_TRUE(ids.contains("keys.U01.driver.workplaces.E"));
  EXPECT_TRUE(ids.contains("keys.U01.desks.E.difference"));
  EXPECT_TRUE(ids.contains("keys.U01.desks.E.grow_in"));
}

}  // namespace
}  // namespace koepel::settlement
