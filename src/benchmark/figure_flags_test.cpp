// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/figure_flags.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "benchmark/frontier_test_parts.h"

namespace koepel::benchmark {

using namespace testing;

namespace {

std::vector<SpendingFigure> usual(int n) {
  std::vector<SpendingFigure> figures;
  for (int i = 0; i < n; ++i) figures.push_back({"GM" + std::to_string(i), 1000.0 * (90 + i % 21), 1000});
  return figures;
}

/// Flags of the real accounts of 2023 on one field, by code; only those that are not fine.
std::map<std::string, FigureFlag> real_flags(const std::string& field) {
  std::map<std::string, double> inhabitants, euro;
  std::set<std::string> filed;
  for (const auto& row : rows_of(shared_data() / "municipalities/municipalities.csv"))
    inhabitants[row[0]] = std::stod(row[5]);
  for (const auto& row : rows_of(shared_data() / "iv3/iv3_2023_actual.csv")) {
    const double amount = row.size() > 2 && !row[2].empty() ? std::stod(row[2]) * 1000 : 0;
    if (amount != 0) filed.insert(row[0]);
    if (row[1] == field) euro[row[0]] = amount;
  }
  std::vector<SpendingFigure> figures;
  for (const auto& [code, amount] : euro)
    figures.push_back({code, filed.contains(code) ? std::optional(amount) : std::nullopt, inhabitants[code]});
  const auto flags = flag_figures(figures, {});
  std::map<std::string, FigureFlag> out;
  for (std::size_t i = 0; i < flags.size(); ++i)
    if (flags[i] != FigureFlag::fine) out[figures[i].municipality] = flags[i];
  return out;
}

}  // namespace

TEST(FigureFlags, EveryKindIsNamed) {
  auto figures = usual(40);
  figures.push_back({"not filed", std::nullopt, 1000});
  figures.push_back({"no size", 1.0, 0});
  figures.push_back({"negative", -5.0, 1000});
  figures.push_back({"elsewhere", 0.0, 1000});
  figures.push_back({"nearly elsewhere", 1000.0, 1000});
  figures.push_back({"dear", 500000.0, 1000});
  figures.push_back({"cheap", 30000.0, 1000});
  const auto flags = flag_figures(figures, {});
  for (std::size_t i = 0; i < 40; ++i) EXPECT_EQ(flags[i], FigureFlag::fine);
  const std::vector<FigureFlag> rest(flags.begin() + 40, flags.end());
  EXPECT_EQ(rest, (std::vector<FigureFlag>{FigureFlag::not_filed, FigureFlag::no_size, FigureFlag::negative,
                                           FigureFlag::booked_elsewhere, FigureFlag::booked_elsewhere,
                                           FigureFlag::outlier, FigureFlag::outlier}));
}

TEST(FigureFlags, ZeroOnAFieldThatManyLackIsNoMistake) {
  auto figures = usual(10);
  for (std::size_t i = 0; i < 6; ++i) figures[i].euro = 0;
  const auto flags = flag_figures(figures, {});
  EXPECT_EQ(flags[0], FigureFlag::none);
  EXPECT_EQ(flags[9], FigureFlag::fine);
}

TEST(FigureFlags, NothingAndFew) {
  EXPECT_TRUE(flag_figures({}, {}).empty());
  EXPECT_EQ(flag_figures({{"a", 100.0, 10}, {"b", 900.0, 10}}, {})[1], FigureFlag::fine) << "two say nothing on usual";
  EXPECT_EQ(flag_figures({{"a", std::nullopt, 10}}, {})[0], FigureFlag::not_filed);
}

TEST(FigureFlags, TrapsOfTheRealAccounts) {
  if (shared_data().empty()) GTEST_SKIP() << "NOT TESTED against the real accounts: set KOEPEL_SHARED";
  auto health = real_flags("7.1");
  EXPECT_EQ(health.at("GM1961"), FigureFlag::not_filed) << "Vijfheerenlanden";
  EXPECT_EQ(health.at("GM0193"), FigureFlag::booked_elsewhere) << "Zwolle";
  EXPECT_EQ(health.at("GM0917"), FigureFlag::booked_elsewhere) << "Heerlen";
  auto waste = real_flags("7.3");
  EXPECT_EQ(waste.at("GM1961"), FigureFlag::not_filed) << "Vijfheerenlanden";
  EXPECT_EQ(waste.at("GM0269"), FigureFlag::outlier) << "Oldebroek, 1,400 euro a dwelling";
  EXPECT_EQ(waste.at("GM0796"), FigureFlag::outlier) << "'s-Hertogenbosch, 801 euro a dwelling";
  EXPECT_LT(waste.size(), 20U) << "and not half the country";
}

}  // namespace koepel::benchmark
