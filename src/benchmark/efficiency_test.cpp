// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/efficiency.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "benchmark/frontier_test_parts.h"
#include "benchmark/normal.h"
#include "content/pack_reader.h"
#include "model/phrasebook.h"

namespace koepel::benchmark {

using namespace testing;

namespace {

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

std::string code(int i) {
  std::string id = "GM" + std::to_string(1000 + i);
  return id;
}

/// 40 municipalities; tax collection (0.64) costs them 20 euro per inhabitant times a factor that differs. The first
/// four are partners.
struct Country {
  Study study;
  Reference reference;

  explicit Country(int count = 40) {
    Random random(1, "country");
    Accounts accounts;
    accounts.year = 2023;
    accounts.kind = "actual";
    accounts.source = "iv3.csv";
    for (int i = 0; i < count; ++i) {
      Municipality m;
      m.id = code(i);
      m.name = "Gemeente " + std::to_string(i);
      m.inhabitants = 8000 + 2500 * i;
      m.dwellings = m.inhabitants * 10 / (22 + i % 3);
      m.land_area_ha = 2000 + 400 * (i * 7 % 13);
      m.urbanity = 1 + i * 3 % 5;
      reference.municipalities.push_back(m);
      const double euro = 20.0 * m.inhabitants * std::exp(0.3 * random.uniform());
      accounts.rows.push_back({m.id, "0.64", Money{std::llround(euro) * 100}, Money{}});
    }
    reference.accounts = {accounts};
    for (int i = 0; i < 4; ++i) add_partner(code(i));
    GrossListEntry entry;
    entry.task = "U01";
    study.gross_list.push_back(entry);
  }
  void add_partner(const std::string& id) {
    Partner partner;
    partner.id = id;
    partner.name = "Partner " + id;
    partner.origin = {"partners.csv", "", static_cast<int>(study.partners.size()) + 2, ""};
    study.partners.push_back(partner);
  }
  void add_figures(int i, double fixed, double variable, double volume, const char* unit = "aanslagen") {
    Figures figures;
    figures.partner = code(i);
    figures.task = "U01";
    figures.fixed_cost = Money{std::llround(fixed * 100)};
    figures.variable_cost = Money{std::llround(variable * 100)};
    figures.volume = volume;
    figures.unit = unit;
    figures.origin = {"cijfers.csv", "", i + 2, ""};
    study.figures.push_back(figures);
  }
  void spend(int i, double euro) {
    reference.accounts[0].rows[static_cast<std::size_t>(i)].expenditure = Money{std::llround(euro * 100)};
  }
  [[nodiscard]] Efficiency compare() const { return compare_efficiency(study, real_pack(), reference); }
};

void expect_sentence(const Message& message, const Phrasebook& phrasebook) {
  if (message.empty()) return;
  for (const Language language : {Language::nl, Language::en})
    EXPECT_EQ(phrasebook.say(message, language).find_first_of("[{"), std::string::npos)
        << phrasebook.say(message, language);
}

void expect_sentences(const Efficiency& found, const Study& study) {
  const Phrasebook phrasebook(real_pack(), study);
  for (const auto& step : found.trace) {
    expect_sentence(step.what, phrasebook);
    expect_sentence(step.rule, phrasebook);
    EXPECT_EQ(phrasebook.say(step.value, Language::nl).find_first_of("[{"), std::string::npos) << step.id;
    EXPECT_FALSE(step.inputs.empty()) << step.id;
    for (const auto& id : step.parameters) EXPECT_GT(parameter(real_pack(), id), 0) << id;
  }
  for (const auto& field : found.fields)
    expect_sentence(field.lead.verdict, phrasebook), expect_sentence(field.missing, phrasebook);
  for (const auto& task : found.tasks) expect_sentence(task.lead.verdict, phrasebook);
  expect_sentence(found.missing, phrasebook);
  expect_sentence(found.caution, phrasebook);
}

/// Every step that another one came from is there too.
void expect_whole(const Trace& trace) {
  std::set<std::string> ids;
  for (const auto& step : trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id << " stands twice";
  for (const auto& step : trace)
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << from;
}

}  // namespace

TEST(Efficiency, LeaderPeersAndFollowers) {
  Country country;
  country.spend(1, 17.5 * 10500);  // partner 1 is cheaper than all others
  country.spend(2, 30.0 * 13000);
  const auto found = country.compare();
  ASSERT_EQ(found.fields.size(), 1U);
  const auto& field = found.fields[0];
  EXPECT_EQ(field.tasks, std::vector<std::string>{"U01"});
  EXPECT_EQ(field.outputs, std::vector<std::string>{"inhabitants"});
  ASSERT_EQ(field.rows.size(), 4U);
  EXPECT_EQ(field.units, 40);
  for (const auto& row : field.rows) {
    ASSERT_TRUE(row.score.has_value());
    EXPECT_LE(row.low, row.high);
    EXPECT_LE(row.corrected, *row.score + 1e-9);
    EXPECT_FALSE(row.peers.empty());
  }
  EXPECT_DOUBLE_EQ(*field.rows[1].score, 1);
  EXPECT_EQ(field.lead.leader, code(1));
  EXPECT_EQ(field.lead.followers.front(), code(2)) << "who has most to gain comes first";
  EXPECT_TRUE(field.rows[2].peers.front().partner) << "partners go before others among the examples";
  EXPECT_EQ(field.rows[2].peers.front().municipality, code(1));
  EXPECT_EQ(field.regression.outcome, RegressionOutcome::done);
  EXPECT_NEAR(field.regression.elasticity.value, 1, 0.15);
  EXPECT_LT(*field.rows[1].from_expected, -0.2);
  EXPECT_EQ(found.comparables.size(), 4U);
  expect_sentences(found, country.study);
  expect_whole(found.trace);
}

TEST(Efficiency, FalseFrontiersAreNamed) {
  Country country;
  country.spend(0, 0);          // a partner that books elsewhere
  country.spend(10, -500);      // a correction
  country.spend(11, 20000000);  // an outlier
  country.reference.accounts[0].not_filed = {code(12)};
  country.spend(12, 0);
  country.reference.municipalities[13].inhabitants = 0;
  const auto found = country.compare();
  const auto& field = found.fields.at(0);
  const std::vector<ExcludedFigure> expected = {{code(0), FigureFlag::booked_elsewhere},
                                                {code(10), FigureFlag::negative},
                                                {code(11), FigureFlag::outlier},
                                                {code(12), FigureFlag::not_filed},
                                                {code(13), FigureFlag::no_size}};
  EXPECT_EQ(field.excluded, expected);
  EXPECT_EQ(field.units, 35);
  EXPECT_FALSE(field.rows[0].score.has_value());
  EXPECT_EQ(field.rows[0].flag, FigureFlag::booked_elsewhere);
  EXPECT_NE(field.lead.leader, code(0));
  for (const auto& row : field.rows)
    for (const auto& peer : row.peers)
      for (const auto& excluded : expected) EXPECT_NE(peer.municipality, excluded.municipality);
  expect_sentences(found, country.study);
}

TEST(Efficiency, TooFewMunicipalitiesIsSaid) {
  const Country country(8);
  const auto found = country.compare();
  const auto& field = found.fields.at(0);
  EXPECT_EQ(field.missing.key, "benchmark.efficiency.too_few");
  EXPECT_FALSE(field.rows[0].score.has_value());
  EXPECT_TRUE(field.lead.leader.empty());
  EXPECT_EQ(field.regression.outcome, RegressionOutcome::too_few);
  expect_sentences(found, country.study);
  expect_whole(found.trace);
}

TEST(Efficiency, NothingImportedAndNothingGiven) {
  Country country;
  country.reference.accounts.clear();
  const auto found = country.compare();
  EXPECT_EQ(found.missing.key, "benchmark.nothing_imported");
  EXPECT_TRUE(found.fields.empty() && found.tasks.empty() && found.caution.empty());
  Country empty;
  empty.study = {};
  EXPECT_EQ(empty.compare().missing.key, "benchmark.no_task_fields");
  expect_sentences(found, country.study);
}

TEST(Efficiency, OwnFiguresOfTheStudy) {
  Country country;
  country.reference.accounts.clear();
  country.add_figures(0, 10000, 10000, 1000);  // 20 a piece
  country.add_figures(1, 10000, 14000, 2000);  // 12 a piece: the lowest
  country.add_figures(2, 10000, 5000, 1000);   // 15 a piece
  EXPECT_EQ(country.compare().tasks.size(), 1U);
  country.add_figures(3, 1, 1, 5, "fte");
  const auto found = country.compare();
  const auto& task = found.tasks.at(0);
  EXPECT_EQ(task.unit, "aanslagen");
  EXPECT_NEAR(task.rows[0].score, 0.6, 1e-9);
  EXPECT_NEAR(task.rows[1].score, 1, 1e-9);
  EXPECT_NEAR(task.rows[2].score, 0.8, 1e-9);
  EXPECT_NEAR(task.rows[2].unit_cost, 15, 1e-9);
  EXPECT_EQ(task.rows[3].missing.key, "benchmark.efficiency.other_unit");
  EXPECT_EQ(task.lead.leader, code(1));
  EXPECT_EQ(task.lead.followers, (std::vector<std::string>{code(0), code(2)}));
  EXPECT_FALSE(task.lead.clear);
  EXPECT_EQ(found.caution.key, "benchmark.efficiency.few");
  expect_sentences(found, country.study);
  expect_whole(found.trace);
  country.study.figures.resize(2);
  EXPECT_TRUE(country.compare().tasks.empty()) << "two partners are no comparison";
  country.add_figures(2, 10000, 5000, 0);
  EXPECT_TRUE(country.compare().tasks.empty()) << "no volume, no comparison";
  country.study.figures[2].volume = 10;
  country.study.figures[2].fixed_cost.reset();
  EXPECT_TRUE(country.compare().tasks.empty()) << "an unknown cost is not zero";
}

TEST(Efficiency, SameInputSameFiguresAndStopIsHonest) {
  Country country;
  const auto a = country.compare(), b = country.compare();
  EXPECT_EQ(a.trace, b.trace);
  EXPECT_EQ(a.fields[0].rows[0].low, b.fields[0].rows[0].low);
  Progress progress;
  progress.stop = [] { return true; };
  const auto stopped = compare_efficiency(country.study, real_pack(), country.reference, progress);
  EXPECT_TRUE(stopped.stopped);
  EXPECT_TRUE(stopped.fields.empty());
}

TEST(Efficiency, WholeCountryOnTheRealAccounts) {
  if (shared_data().empty()) GTEST_SKIP() << "NOT TESTED against the real accounts: set KOEPEL_SHARED";
  Country country(0);
  country.study = {};
  auto& reference = country.reference;
  for (const auto& row : rows_of(shared_data() / "municipalities/municipalities.csv")) {
    Municipality m;
    m.id = row[0], m.name = row[1], m.inhabitants = std::stoi(row[5]), m.urbanity = std::stoi(row[8]);
    m.dwellings = std::stoi(row[12]), m.land_area_ha = std::stod(row[18]);
    reference.municipalities.push_back(m);
  }
  std::set<std::string> all, filed;
  auto& accounts = reference.accounts.at(0);
  for (const auto& row : rows_of(shared_data() / "iv3/iv3_2023_actual.csv")) {
    const long long thousands = row.size() > 2 && !row[2].empty() ? std::stoll(row[2]) : 0;
    accounts.rows.push_back({row[0], row[1], Money{thousands * 100000}, Money{}});
    all.insert(row[0]);
    if (thousands != 0) filed.insert(row[0]);
  }
  std::set_difference(all.begin(), all.end(), filed.begin(), filed.end(), std::back_inserter(accounts.not_filed));
  EXPECT_EQ(accounts.not_filed, std::vector<std::string>{"GM1961"}) << "Vijfheerenlanden";
  for (const char* id : {"GM1961", "GM0193", "GM0917", "GM0269", "GM0796", "GM0014", "GM0034"}) country.add_partner(id);
  for (std::size_t i = 7; i < 19; ++i) country.add_partner(reference.municipalities[i * 9].id);
  for (const auto& task : real_pack().tasks) {
    GrossListEntry entry;
    entry.task = task.id;
    country.study.gross_list.push_back(entry);
  }
  const auto found = country.compare();
  EXPECT_GT(found.fields.size(), 40U);
  const auto field = [&](const std::string& name) {
    return *std::find_if(found.fields.begin(), found.fields.end(),
                         [&](const FieldEfficiency& f) { return f.task_field == name; });
  };
  const auto health = field("7.1"), waste = field("7.3");
  EXPECT_EQ(health.rows[0].flag, FigureFlag::not_filed) << "Vijfheerenlanden";
  EXPECT_EQ(health.rows[1].flag, FigureFlag::booked_elsewhere) << "Zwolle";
  EXPECT_EQ(health.rows[2].flag, FigureFlag::booked_elsewhere) << "Heerlen";
  EXPECT_EQ(waste.rows[3].flag, FigureFlag::outlier) << "Oldebroek";
  EXPECT_EQ(waste.rows[4].flag, FigureFlag::outlier) << "'s-Hertogenbosch";
  for (const auto& one : found.fields) {
    for (const auto& row : one.rows) {
      EXPECT_EQ(row.score.has_value(), row.flag == FigureFlag::fine && one.missing.empty()) << one.task_field;
      EXPECT_TRUE(!row.score || row.low > 0) << one.task_field << ' ' << row.partner;
      for (const auto& peer : row.peers) EXPECT_NE(peer.municipality, "GM1961") << "who filed nothing leads nobody";
    }
  }
  expect_sentences(found, country.study);
  expect_whole(found.trace);
}

}  // namespace koepel::benchmark
