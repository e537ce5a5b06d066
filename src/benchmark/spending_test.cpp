// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/spending.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "benchmark/comparables.h"
#include "benchmark/task_fields.h"
#include "content/pack_reader.h"
#include "model/phrasebook.h"

namespace koepel::benchmark {

namespace {

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

/// The lines "name: number number ..." of the page's block ```example.
std::map<std::string, std::vector<double>> worked_example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/spending.md");
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "```example" || (inside && line == "```")) inside = !inside;
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  EXPECT_FALSE(numbers.empty());
  return numbers;
}

std::string code(int i) {
  std::string id = "GM" + std::to_string(1000 + i);
  return id;
}

Municipality municipality(int i, int inhabitants, int urbanity = 4) {
  Municipality m;
  m.id = code(i);
  m.name = "Gemeente " + std::to_string(i);
  m.inhabitants = inhabitants;
  m.dwellings = inhabitants / 2;
  m.land_area_ha = inhabitants / 2.0;
  m.urbanity = urbanity;
  return m;
}

Accounts accounts(int year, const char* kind) {
  Accounts a;
  a.year = year;
  a.kind = kind;
  a.source = "iv3.csv";
  return a;
}

void book(Accounts& a, int i, const char* field, double euro) {
  a.rows.push_back({code(i), field, Money{std::llround(euro * 100)}, Money{}});
}

/// Partner 0 and municipalities 1..n of 20,000 inhabitants; tax collection (0.64) on the list.
struct Country {
  Study study;
  Reference reference;

  explicit Country(int others) {
    for (int i = 0; i <= others; ++i) reference.municipalities.push_back(municipality(i, 20000));
    Partner partner;
    partner.id = code(0);
    study.partners.push_back(partner);
    add_task("U01");
  }
  void add_task(const char* task) {
    GrossListEntry entry;
    entry.task = task;
    study.gross_list.push_back(entry);
  }
  [[nodiscard]] Spending compare() const { return compare_spending(study, real_pack(), reference); }
};

}  // namespace

TEST(Spending, ReproducesTheWorkedExampleOfThePage) {
  const auto page = worked_example();
  const auto& others = page.at("comparables");
  Country country(static_cast<int>(others.size()));
  auto a = accounts(2023, "actual");
  book(a, 0, "0.64", page.at("own")[0] * 20000);
  for (std::size_t i = 0; i < others.size(); ++i) book(a, static_cast<int>(i) + 1, "0.64", others[i] * 20000);
  country.reference.accounts = {a};
  const auto row = country.compare().rows.at(0);
  EXPECT_NEAR(*row.per_inhabitant, page.at("own")[0], 0.005);
  EXPECT_NEAR(row.comparable_low, page.at("first quartile")[0], 0.005);
  EXPECT_NEAR(row.comparable_median, page.at("median")[0], 0.005);
  EXPECT_NEAR(row.comparable_high, page.at("third quartile")[0], 0.005);
  EXPECT_EQ(row.outlier, page.at("outlier")[0] == 1);
}

TEST(Spending, NothingImportedIsSaid) {
  const auto spending = Country(3).compare();
  EXPECT_TRUE(spending.kind.empty());
  EXPECT_TRUE(spending.rows.empty());
  EXPECT_EQ(spending.missing.key, "benchmark.nothing_imported");
}

TEST(Spending, ActualsGoBeforeBudgetsAndNewBeforeOld) {
  Country country(2);
  auto& all = country.reference.accounts;
  for (auto a : {accounts(2022, "actual"), accounts(2025, "budget"), accounts(2023, "actual")}) {
    book(a, 0, "0.64", a.year);
    all.push_back(a);
  }
  EXPECT_EQ(country.compare().year, 2023);
  all.erase(all.begin());
  all.pop_back();
  EXPECT_EQ(country.compare().kind, "budget");
}

TEST(Spending, NotFiledIsNamedAndNeverZero) {
  Country country(4);
  auto a = accounts(2023, "actual");
  for (int i = 0; i <= 4; ++i) book(a, i, "0.64", i == 0 || i == 2 ? 0 : 400000);
  a.not_filed = {code(0), code(2)};
  country.reference.accounts = {a};
  const auto spending = country.compare();
  EXPECT_EQ(spending.not_filed, std::vector<std::string>{code(0)});
  EXPECT_FALSE(spending.rows.at(0).per_inhabitant.has_value());
  EXPECT_EQ(spending.rows[0].comparables, 3) << "the comparable that filed nothing is left out";
  EXPECT_DOUBLE_EQ(spending.rows[0].comparable_low, 20);
  EXPECT_FALSE(spending.rows[0].outlier);
}

TEST(Spending, PartnersAreNoComparables) {
  Country country(3);
  Partner second;
  second.id = code(1);
  country.study.partners.push_back(second);
  auto a = accounts(2023, "actual");
  for (int i = 0; i <= 3; ++i) book(a, i, "0.64", 100);
  country.reference.accounts = {a};
  EXPECT_EQ(country.compare().comparables.at(0).municipalities, (std::vector<std::string>{code(2), code(3)}));
}

// Codes are text, and the social domain was renumbered in 2025.
TEST(Spending, TaskFieldsFollowTheYearOfTheAccounts) {
  const std::set<std::string> y2023 = {"0.1", "0.10", "6.2", "6.6", "6.71a", "6.81b"}, y2025 = {"6.6", "6.60", "6.711"};
  EXPECT_EQ(code_in_accounts("0.1", y2023), "0.1");
  EXPECT_EQ(code_in_accounts("0.10", y2023), "0.10");
  EXPECT_EQ(code_in_accounts("6.711", y2023), "6.71a");
  EXPECT_EQ(code_in_accounts("6.711", y2025), "6.711");
  EXPECT_EQ(code_in_accounts("6.812", y2023), "6.81b");
  EXPECT_EQ(code_in_accounts("6.60", y2023), "6.6");
  EXPECT_EQ(code_in_accounts("6.60", y2025), "6.60");
  EXPECT_EQ(code_in_accounts("6.22", y2023), "6.2");
  EXPECT_EQ(code_in_accounts("6.752", y2023), "");
}

TEST(Spending, UnknownTaskFieldsAreNamed) {
  Country country(2);
  country.add_task("D20");  // specialised youth care, 6.752 from 2025 on
  country.add_task("U01");
  auto a = accounts(2023, "actual");
  book(a, 0, "0.64", 1);
  country.reference.accounts = {a};
  const auto spending = country.compare();
  EXPECT_EQ(spending.rows.size(), 1U);
  EXPECT_EQ(spending.unmatched, std::vector<std::string>{find_task(real_pack(), "D20")->iv3_code});
}

TEST(Spending, StepsAndSentencesExist) {
  Country country(3);
  auto a = accounts(2023, "actual");
  for (int i = 1; i <= 3; ++i) book(a, i, "0.64", 100);
  country.reference.accounts = {a};
  const auto spending = country.compare();
  ASSERT_EQ(spending.trace.size(), 2U);
  EXPECT_EQ(spending.trace[1].from.at(0), spending.trace[0].id);
  EXPECT_EQ(spending.trace[1].inputs.back().file, "iv3.csv");
  const Phrasebook phrasebook(real_pack(), country.study);
  for (const auto& step : spending.trace)
    for (const Language language : {Language::nl, Language::en}) {
      for (const auto& message : {step.what, step.rule})
        EXPECT_EQ(phrasebook.say(message, language).find_first_of("[{"), std::string::npos)
            << phrasebook.say(message, language);
      EXPECT_EQ(phrasebook.say(step.value, language).find_first_of("[{"), std::string::npos);
    }
  for (const char* key : {"benchmark.nothing_imported", "benchmark.no_task_fields"})
    EXPECT_TRUE(real_pack().texts.contains(key));
}

TEST(Comparables, NearestInSizeUrbanityAndDensity) {
  const auto own = municipality(0, 20000);
  const std::vector<Municipality> others = {municipality(1, 80000), municipality(2, 21000), municipality(3, 20000, 1),
                                            municipality(4, 18000), municipality(5, 0)};
  std::vector<const Municipality*> candidates;
  for (const auto& other : others) candidates.push_back(&other);
  const auto found = nearest(own, candidates, 3, {});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0]->id, code(2));
  EXPECT_EQ(found[1]->id, code(4));
  EXPECT_TRUE(nearest(municipality(0, 0), candidates, 3, {}).empty()) << "nothing known, nothing alike";
  EXPECT_EQ(nearest(own, candidates, 9, {}).size(), 4U) << "without a profile no comparable";
}

TEST(Comparables, AnAxisOnWhichAllAreAlikeCountsNothing) {
  // Equal densities can differ in the last digit after division; that noise must not choose the comparables.
  std::vector<Municipality> others;
  for (int i = 0; i <= 20; ++i) {
    others.push_back(municipality(i, 10000 + 776 * i));
    others.back().land_area_ha = others.back().dwellings * 1.1 / 0.011;  // one per square kilometre, or nearly
  }
  std::vector<const Municipality*> candidates;
  for (std::size_t i = 1; i < others.size(); ++i) candidates.push_back(&others[i]);
  const auto found = nearest(others[0], candidates, 20, {});
  for (std::size_t k = 0; k < found.size(); ++k) EXPECT_EQ(found[k]->id, code(static_cast<int>(k) + 1));
}

TEST(Comparables, Properties) {
  EXPECT_TRUE(rc::check("order of candidates and units of area change nothing; quantiles are in order", [] {
    std::vector<Municipality> others;
    const int n = *rc::gen::inRange(2, 30);
    for (int i = 1; i <= n; ++i) {
      others.push_back(municipality(i, *rc::gen::inRange(1000, 200000), *rc::gen::inRange(1, 6)));
      others.back().land_area_ha = *rc::gen::inRange(1000, 30000);
    }
    auto own = municipality(0, 30000, 3);
    std::vector<const Municipality*> candidates;
    for (const auto& other : others) candidates.push_back(&other);
    const auto ids = [&] {
      std::vector<std::string> out;
      for (const auto* m : nearest(own, candidates, 5, {})) out.push_back(m->id);
      return out;
    };
    const auto before = ids();
    std::reverse(candidates.begin(), candidates.end());
    RC_ASSERT(ids() == before);
    own.land_area_ha *= 4;
    for (auto& other : others) other.land_area_ha *= 4;
    RC_ASSERT(ids() == before);
    std::vector<double> values;
    for (const auto& other : others) values.push_back(other.inhabitants);
    std::sort(values.begin(), values.end());
    RC_ASSERT(values.front() <= quantile(values, 0.25) && quantile(values, 0.25) <= quantile(values, 0.5));
    RC_ASSERT(quantile(values, 0.5) <= quantile(values, 0.75) && quantile(values, 1) == values.back());
  }));
}

}  // namespace koepel::benchmark
