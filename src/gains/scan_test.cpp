// SPDX-License-Identifier: EUPL-1.2
#include "gains/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "content/pack_reader.h"
#include "gains/scan_parts.h"
#include "model/phrasebook.h"

namespace koepel::gains {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

/// A country of a few municipalities named by a letter, whose accounts hold field 7.3 alone.
struct Country {
  Reference reference;

  Country() {
    reference.task_fields = {{"7.3", "Afval"}};
    reference.accounts.push_back({2023, "actual", {}, {}, "test"});
  }

  Country& add(const std::string& name, int inhabitants, double euro) {
    Municipality m;
    m.id = "GM" + name;
    m.name = name;
    m.inhabitants = inhabitants;
    reference.municipalities.push_back(m);
    reference.accounts.front().rows.push_back({m.id, "7.3", {std::llround(euro * 100)}, {}});
    return *this;
  }

  Country& border(const std::string& a, const std::string& b) {
    of(a).neighbours.emplace_back("GM" + b, 1);
    of(b).neighbours.emplace_back("GM" + a, 1);
    return *this;
  }

  Municipality& of(const std::string& name) {
    return *std::ranges::find(reference.municipalities, "GM" + name, &Municipality::id);
  }

  [[nodiscard]] Result<Scan> scan(int most_members = 4) const {
    ScanOrder order;
    order.task_field = "7.3";
    order.most_members = most_members;
    order.draws = 200;
    return scan_country(real_pack(), reference, order);
  }
};

/// The formula of docs/methods/national-scan.md, written out once more: research on waste, likely values.
double own_ratio(double thousands) {
  const double distance = std::log(std::clamp(thousands, 20.0, 300.0) / 65);
  return 1 + 0.04 * distance * distance;
}

double saving_of(const std::vector<std::pair<double, double>>& thousands_and_euro) {
  double alone = 0, at_best = 0, people = 0;
  for (const auto& [thousands, euro] : thousands_and_euro) {
    alone += euro;
    at_best += euro / own_ratio(thousands);
    people += thousands;
  }
  const double gain = alone - at_best * own_ratio(people), realised = gain > 0 ? 0.4 * gain : gain;
  const auto above_two = static_cast<double>(std::max<std::size_t>(thousands_and_euro.size(), 2) - 2);
  return realised - 0.02 * above_two * (alone - realised);
}

/// Twenty and forty-five thousand make the sixty-five thousand at which waste is cheapest; Z is large enough already.
Country pair_beside_a_city() {
  Country country;
  country.add("A", 20000, 2e6).add("B", 45000, 4.5e6).add("Z", 200000, 2e7);
  return country.border("A", "B").border("B", "Z"), country;
}

ScanPlace place(const Scan& scan, const std::string& name) { return find_row(scan, "GM" + name)->place; }

std::string said(const Scan& scan, const std::string& key) {
  for (const auto& message : scan.says)
    if (message.key == key) return Phrasebook(real_pack()).say(message, Language::nl);
  return "";
}

std::map<std::string, std::vector<double>> worked_example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/national-scan.md");
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  return numbers;
}

/// Every rule that holds whatever the country.
void check(const Scan& scan, const Reference& reference) {
  ASSERT_EQ(scan.rows.size(), reference.municipalities.size());
  std::map<std::size_t, std::int64_t> shares;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < scan.rows.size(); ++i) {
    const auto& row = scan.rows[i];
    EXPECT_EQ(row.municipality, reference.municipalities[i].id);
    EXPECT_EQ(row.group.has_value(), row.place == ScanPlace::grouped);
    if (row.group) shares[*row.group] += row.share.cents;
    EXPECT_GE(row.share.cents, 0) << "nobody is worse off than alone";
  }
  for (std::size_t g = 0; g < scan.groups.size(); ++g) {
    EXPECT_EQ(shares[g], scan.groups[g].saving.cents);
    EXPECT_GT(scan.groups[g].saving.cents, 0);
    EXPECT_GE(scan.groups[g].members.size(), 2u);
    EXPECT_LE(scan.groups[g].members.size(), static_cast<std::size_t>(scan.most_members));
    total += scan.groups[g].saving.cents;
  }
  EXPECT_EQ(total, scan.saving.cents);
  EXPECT_GE(scan.saving.cents, 0);
  std::set<std::string> ids;
  for (const auto& step : scan.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  for (const auto& step : scan.trace)
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << step.id << " from " << from;
  for (const auto& row : scan.rows) EXPECT_TRUE(ids.contains(row.trace));
}

}  // namespace

TEST(Scan, SavesWhatTheHandComputes) {
  const auto country = pair_beside_a_city();
  const auto scan = country.scan();
  ASSERT_TRUE(scan);
  check(*scan, country.reference);
  ASSERT_EQ(scan->groups.size(), 1u);
  EXPECT_THAT(scan->groups[0].members, ElementsAre("GMA", "GMB"));
  // A: ln(20/65)^2 = 1.38923, so 1.055569 of the lowest; B: ln(45/65)^2 = 0.135222, 1.005409. Together the lowest:
  // 6,500,000 - 2,000,000/1.055569 - 4,500,000/1.005409 = 129,497; 40 % of it, and nothing to coordinate for two.
  EXPECT_NEAR(static_cast<double>(scan->saving.cents) / 100, 51799, 1);
  EXPECT_NEAR(static_cast<double>(scan->saving.cents) / 100, saving_of({{20, 2e6}, {45, 4.5e6}}), 0.01);
  EXPECT_EQ(find_row(*scan, "GMA")->share.cents, std::llround(static_cast<double>(scan->saving.cents) * 2 / 6.5));
  EXPECT_EQ(place(*scan, "Z"), ScanPlace::alone);
  EXPECT_EQ(scan->gap, 0);
  EXPECT_EQ(scan->groups_tried, 6u) << "three alone, two pairs, one of three";
}

TEST(Scan, ReproducesTheWorkedExampleOfItsPage) {
  auto page = worked_example();
  Country country;
  for (const char* name : {"A", "B", "Z"})
    country.add(name, static_cast<int>(page.at(name).at(0)), page.at(name).at(1));
  const auto scan = country.border("A", "B").border("B", "Z").scan();
  ASSERT_TRUE(scan);
  EXPECT_NEAR(static_cast<double>(scan->saving.cents) / 100, page.at("= saving").at(0), 0.5);
  EXPECT_NEAR(static_cast<double>(find_row(*scan, "GMA")->share.cents) / 100, page.at("= part of A").at(0), 0.5);
  EXPECT_EQ(static_cast<double>(scan->groups_tried), page.at("= groups tried").at(0));
}

TEST(Scan, TellsTheRangeAndTheCaseWithoutSaving) {
  const auto scan = pair_beside_a_city().scan();
  ASSERT_TRUE(scan);
  EXPECT_LT(scan->spread.band.low, scan->spread.band.mid);
  EXPECT_LT(scan->spread.band.mid, scan->spread.band.high);
  EXPECT_LT(scan->no_saving_net, 0);
  // Friction 10 % of 6.5 million in year 1, and 6.6 % x 75 % of it for coming apart.
  EXPECT_NEAR(scan->no_saving_net, -650000 * (1 + 0.066 * 0.75), 1);
  EXPECT_FALSE(scan->evidence.empty());
  for (const char* key :
       {"scan.says.saving", "scan.says.no_saving_once", "scan.says.pairs", "scan.says.curve", "scan.says.terms"})
    EXPECT_THAT(said(*scan, key), testing::Not(HasSubstr("["))) << key;
  EXPECT_THAT(said(*scan, "scan.says.terms"), HasSubstr("40\u00a0%"));
  EXPECT_THAT(said(*scan, "scan.says.no_saving_once"), HasSubstr("€"));
  EXPECT_THAT(said(*scan, "scan.says.pairs"), HasSubstr("2\u00a0%"));
}

TEST(Scan, LeavesOutFiguresThatCannotBeTrustedAndSaysWhy) {
  auto country = pair_beside_a_city();
  country.add("N", 30000, -5e5).border("N", "A");
  country.add("O", 30000, 100).border("O", "A");
  country.add("F", 30000, 0).border("F", "A");
  country.add("I", 30000, 3e6);
  country.add("Y", 0, 3e6).border("Y", "A");
  for (const char* name : {"P", "Q", "R", "S", "T", "U", "V", "W", "X"})
    country.add(name, 200000, 2e7).border(name, "Z");
  country.reference.accounts.front().not_filed = {"GMF"};
  const auto scan = country.scan();
  ASSERT_TRUE(scan);
  check(*scan, country.reference);
  const std::map<std::string, ScanPlace> expected{{"N", ScanPlace::negative},     {"O", ScanPlace::booked_elsewhere},
                                                  {"F", ScanPlace::not_filed},    {"Y", ScanPlace::no_size},
                                                  {"I", ScanPlace::no_neighbour}, {"A", ScanPlace::grouped}};
  for (const auto& [name, outcome] : expected) EXPECT_EQ(place(*scan, name), outcome) << name;
  EXPECT_FALSE(find_row(*scan, "GMF")->own) << "not filed is not zero";
}

TEST(Scan, NeverPassesOverABorderThroughWhoeverStandsOutside) {
  Country country;
  country.add("A", 20000, 2e6).add("N", 20000, -1).add("B", 45000, 4.5e6).add("C", 45000, 4.5e6);
  country.border("A", "N").border("N", "B").border("B", "C");
  const auto scan = country.scan();
  ASSERT_TRUE(scan);
  EXPECT_EQ(place(*scan, "A"), ScanPlace::no_neighbour);
}

TEST(Scan, TellsWhoIsLeftOverApartFromWhoGainsNothing) {
  Country country;  // B pays most with A; C would pay with B
  country.add("A", 20000, 2e6).add("B", 45000, 4.5e6).add("C", 30000, 5e5).add("Z", 250000, 2.5e7);
  country.border("A", "B").border("B", "C").border("C", "Z");
  const auto scan = country.scan();
  ASSERT_TRUE(scan);
  check(*scan, country.reference);
  const auto rule = [&](const std::string& name) {
    return std::ranges::find(scan->trace, find_row(*scan, "GM" + name)->trace, &Step::id)->rule.key;
  };
  EXPECT_EQ(rule("A"), "scan.why.grouped");
  EXPECT_EQ(rule("C"), "scan.why.alone");
  EXPECT_EQ(rule("Z"), "scan.why.alone_no_gain");
}

TEST(Scan, IsAsGoodAsTryingEveryDivision) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Random random(seed, "scan_test");
    const int n = 4 + static_cast<int>(random.below(6));
    Country country;
    std::vector<std::pair<double, double>> figures;
    for (int i = 0; i < n; ++i) {
      figures.emplace_back(12 + random.below(60), 1e6 + random.below(4000000));
      country.add(std::to_string(i), static_cast<int>(figures.back().first * 1000), figures.back().second);
      if (i > 0) country.border(std::to_string(i), std::to_string(random.below(static_cast<std::uint32_t>(i))));
      if (i > 2 && random.below(2) == 0) country.border(std::to_string(i), std::to_string(i - 2));
    }
    const auto scan = country.scan(4);
    ASSERT_TRUE(scan);
    check(*scan, country.reference);
    if (scan->count(ScanPlace::grouped) + scan->count(ScanPlace::alone) != n) continue;  // an outlier was left out
    ++compared;

    const auto connected = [&](unsigned set) {
      unsigned reached = set & (~set + 1);
      for (unsigned before = 0; before != reached;) {
        before = reached;
        for (int i = 0; i < n; ++i)
          if ((reached >> i & 1) != 0)
            for (const auto& [code, km] : country.of(std::to_string(i)).neighbours)
              reached |= set & (1U << std::stoi(code.substr(2)));
      }
      return reached == set;
    };
    std::vector<double> best(std::size_t{1} << n, 0);
    for (unsigned set = 1; set < best.size(); ++set) {
      best[set] = -1e18;
      for (unsigned team = set; team != 0; team = (team - 1) & set) {
        const bool one = std::popcount(team) == 1;
        if (std::popcount(team) > 4 || (!one && !connected(team))) continue;
        std::vector<std::pair<double, double>> members;
        for (int i = 0; i < n; ++i)
          if ((team >> i & 1) != 0) members.push_back(figures[static_cast<std::size_t>(i)]);
        best[set] = std::max(best[set], best[set ^ team] + (one ? 0 : saving_of(members)));
      }
    }
    EXPECT_NEAR(static_cast<double>(scan->saving.cents) / 100, best.back(), 0.01 * n) << "seed " << seed;
    EXPECT_EQ(scan->gap, 0) << "seed " << seed;
  }
  EXPECT_GE(compared, 20);
}

TEST(Scan, IsTheSameEveryTimeAndDrawsByTheSeed) {
  const auto country = pair_beside_a_city();
  const auto first = country.scan(), second = country.scan();
  EXPECT_EQ(first->spread.band, second->spread.band);
  EXPECT_EQ(first->trace, second->trace);
}

TEST(Scan, SaysThatResearchSeesNoGainInsteadOfASilentZero) {
  auto country = pair_beside_a_city();
  // O28, policy: on a field of its own in this pack, to be sure of a flat curve.
  MethodPack pack = real_pack();
  for (auto& task : pack.tasks) task.iv3_code = task.id == "O28" ? "7.3" : "";
  const auto scan = scan_country(pack, country.reference, {.task_field = "7.3", .draws = 100});
  ASSERT_TRUE(scan);
  check(*scan, country.reference);
  EXPECT_TRUE(scan->groups.empty());
  EXPECT_THAT(said(*scan, "scan.says.nobody_gains"), HasSubstr("iedereen doet het beter alleen"));
  EXPECT_THAT(said(*scan, "scan.says.flat"), HasSubstr("geen voordeel van schaal"));
}

TEST(Scan, FailsWithAReasonAndARepair) {
  const auto country = pair_beside_a_city();
  const auto code = [&](const Reference& reference, const ScanOrder& order, const Progress& progress = {}) {
    const auto scan = scan_country(real_pack(), reference, order, progress);
    if (scan) return std::string("none");
    EXPECT_FALSE(scan.error().front().expected.empty());
    EXPECT_FALSE(scan.error().front().repair.empty());
    return scan.error().front().code;
  };
  EXPECT_EQ(code({}, {.task_field = "7.3"}), "scan.no_accounts");
  EXPECT_EQ(code(country.reference, {.task_field = "7.9"}), "scan.unknown_field");
  EXPECT_EQ(code(country.reference, {.task_field = "7.3", .most_members = 1}), "scan.members");
  EXPECT_EQ(code(country.reference, {.task_field = "7.3"}, {.tell = {}, .stop = [] { return true; }}), "scan.stopped");
  auto silent = country.reference;
  silent.accounts.front().not_filed = {"GMA", "GMB", "GMZ"};
  EXPECT_EQ(code(silent, {.task_field = "7.3"}), "scan.nobody");
  auto islands = country.reference;
  for (auto& m : islands.municipalities) m.neighbours.clear();
  EXPECT_EQ(code(islands, {.task_field = "7.3"}), "scan.nobody");
}

TEST(Scan, NamesTheFieldsThatLookLikeAnUnknownOne) {
  auto country = pair_beside_a_city();
  country.reference.accounts.front().rows.push_back({"GMA", "7.4", {100}, {}});
  const auto scan = scan_country(real_pack(), country.reference, {.task_field = "7.9"});
  const auto repair = Phrasebook(real_pack()).say(scan.error().front().repair, Language::nl);
  EXPECT_THAT(repair, HasSubstr("7.3 Afval"));
}

}  // namespace koepel::gains
