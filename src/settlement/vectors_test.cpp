// SPDX-License-Identifier: EUPL-1.2
// Every worked example of domain.md 5.2 and 5.4, and the worked example of docs/methods/cost-keys.md.
#include "model/hourly_rate.h"
#include "settlement/five_municipalities_test.h"
#include "settlement/settle_year.h"

namespace koepel::settlement {
namespace {

Study with_mixed_key() {
  auto study = five_municipalities();
  add_key_part(study, "mix", "inhabitants", 0.4);
  add_key_part(study, "mix", "workplaces", 0.6);
  add_key_part(study, "desks", "workplaces", 1);
  return study;
}

TEST(CostKeys, ReproducesTheFiveKeysOfDomain54) {
  const auto comparison = compare(with_mixed_key());
  expect_keur(pays_of(find_key(comparison, "inhabitants")), {1200.0, 1050.0, 1000.0, 900.0, 850.0});
  expect_keur(pays_of(find_key(comparison, "desks")), {1250.0, 1032.6, 1114.1, 815.2, 788.0});
  expect_keur(pays_of(find_key(comparison, "own_cost")), {1294.1, 990.2, 1156.9, 813.7, 745.1});
  expect_keur(pays_of(find_key(comparison, "fte")), {1296.3, 1018.5, 1111.1, 833.3, 740.7});
  expect_keur(pays_of(find_key(comparison, "mix")), {1230.0, 1039.6, 1068.5, 849.1, 812.8});
}

TEST(CostKeys, ReproducesTheGrowingInTableOfDomain54) {
  auto study = with_mixed_key();
  study.cost_keys[0].grow_in_years = 4;
  const auto comparison = compare(study);
  const auto& years = find_key(comparison, "mix").growing_in;
  ASSERT_EQ(years.size(), 5U);
  expect_keur(years[0], {1294.1, 990.2, 1156.9, 813.7, 745.1});
  expect_keur(years[1], {1278.1, 1002.5, 1134.8, 822.6, 762.0});
  expect_keur(years[2], {1262.1, 1014.9, 1112.7, 831.4, 779.0});
  expect_keur(years[3], {1246.0, 1027.2, 1090.6, 840.3, 795.9});
  expect_keur(years[4], {1230.0, 1039.6, 1068.5, 849.1, 812.8});
}

const std::vector<double> actual_workplaces{235, 188, 210, 149, 140};

SettledYear settled(bool on_price) {
  const YearUse use{inhabitants, workplaces, actual_workplaces};
  const YearCost budget{keur(2000), keur(3000)}, actual{keur(2030), keur(3060)};
  return on_price ? settle_on_price(budget, actual, use) : settle_on_actuals(budget, actual, use);
}

TEST(Settlement, ReproducesAdvancesAndActualsOfDomain54) {
  const auto year = settled(false);
  std::vector<Money> advances, finals, settlements;
  for (const auto& partner : year.partners) {
    ASSERT_EQ(partner.advances.size(), 4U);
    EXPECT_EQ(sum_of(partner.advances) + partner.settlement, partner.final_contribution);
    advances.push_back(partner.advances[0]);
    finals.push_back(partner.final_contribution);
    settlements.push_back(partner.settlement);
  }
  expect_keur(advances, {307.5, 259.9, 267.1, 212.3, 203.2});
  expect_keur(finals, {1267.1, 1050.2, 1103.0, 859.9, 809.7});
  expect_keur(settlements, {37.1, 10.7, 34.5, 10.8, -3.1});
  EXPECT_EQ(sum_of(settlements), keur(90));
  EXPECT_EQ(year.kept_by_body, Money{});
}

TEST(Settlement, ReproducesPriceTimesQuantityAndTheLossOfTheBodyOfDomain54) {
  const auto year = settled(true);
  std::vector<Money> finals;
  for (const auto& partner : year.partners) finals.push_back(partner.final_contribution);
  expect_keur(finals, {1246.3, 1033.0, 1084.8, 845.9, 796.5});
  EXPECT_NEAR(in_keur(year.kept_by_body), 83.5, 0.05);
  EXPECT_EQ(sum_of(finals) + year.kept_by_body, keur(5090));
  EXPECT_NEAR(in_keur(price_per_unit(keur(3000), 920)), 3.261, 0.0005);
}

TEST(Exit, ReproducesBothSumsOfDomain54) {
  const auto comparison = compare(with_mixed_key());
  const auto last = find_key(comparison, "mix").rows.at(4);
  expect_keur(last.run_off.per_year, {812.8, 650.3, 487.7, 325.1, 162.6});
  EXPECT_NEAR(in_keur(last.run_off.total), 2438.5, 0.05);
  expect_keur(last.actual_loss.per_year, {365.8, 292.6, 219.5, 146.3, 73.2});
  EXPECT_NEAR(in_keur(last.actual_loss.total), 1097.3, 0.05);
}

TEST(HourlyRate, ReproducesDomain52) {
  EXPECT_EQ(hourly_rate(real_pack()), Money{8471});                     // (85,000 + 30,200) / 1,360
  EXPECT_EQ(hourly_rate(Money{0}, Money{6072600}, 1320), Money{4600});  // Zwolle 2017: overhead per hour
  EXPECT_EQ(hourly_rate(Money{8500000}, Money{3020000}, 1360), Money{8471});
}

TEST(CostKeysPage, WorkedExampleHolds) {
  const auto page = example_on("cost-keys.md");
  const std::size_t n = page.at("inhabitants").size();
  auto study = five_municipalities();
  study.partners.resize(n);
  study.figures.resize(n);
  study.driver_values.clear();
  for (std::size_t p = 0; p < n; ++p) {
    study.partners[p].inhabitants = static_cast<int>(page.at("inhabitants")[p]);
    study.figures[p].fixed_cost = keur(page.at("own cost")[p]);
    study.figures[p].variable_cost = Money{};
    add_estimate(study, "settlement.population_growth", study.partners[p].id, page.at("growth")[p]);
  }
  give(study, "workplaces", page.at("workplaces"));
  add_key_part(study, "mix", "inhabitants", page.at("by inhabitants").at(0));
  add_key_part(study, "mix", "workplaces", 1 - page.at("by inhabitants").at(0));
  study.cost_keys[0].cap = page.at("cap").at(0);
  const auto comparison = compare(study, page.at("joint cost").at(0));
  const auto& mix = find_key(comparison, "mix");
  expect_keur(pays_of(mix), page.at("pays"));
  for (std::size_t p = 0; p < n; ++p) EXPECT_NEAR(in_keur(*mix.rows[p].difference), page.at("difference")[p], 0.051);
  EXPECT_EQ(mix.losers.size(), static_cast<std::size_t>(page.at("pay more than today").at(0)));
  const auto& drift = find_key(comparison, "inhabitants").drift;
  EXPECT_NEAR(drift.moved, page.at("inhabitants key moves").at(0), 0.0005);
}

}  // namespace
}  // namespace koepel::settlement
