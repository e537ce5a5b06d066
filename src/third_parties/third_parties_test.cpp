// SPDX-License-Identifier: EUPL-1.2
// Agreements with third parties: the worked example of the page, two ways to compute, and every named outcome.
#include "third_parties/third_parties.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "content/pack_reader.h"
#include "model/phrasebook.h"
#include "third_parties/saving.h"

namespace koepel::third_parties {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

std::map<std::string, double> worked_example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/third-parties.md");
  std::map<std::string, double> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(": ");
    if (inside && colon != std::string::npos) numbers[line.substr(0, colon)] = std::stod(line.substr(colon + 2));
  }
  return numbers;
}

struct Region {
  Study study;

  explicit Region(int partners) {
    for (int p = 0; p < partners; ++p) {
      Partner partner;
      partner.id = "GM" + std::to_string(p);
      partner.name = "Gemeente " + std::to_string(p);
      study.partners.push_back(partner);
    }
  }
  ThirdParty& add(const std::string& id, int partners) {
    ThirdParty party;
    party.id = id;
    party.name = "Corporatie " + id;
    party.tasks = {"O08", "D38"};
    for (int p = 0; p < partners; ++p) party.partners.push_back("GM" + std::to_string(p));
    party.origin = {"derden.csv", "", 2, ""};
    study.third_parties.push_back(party);
    return study.third_parties.back();
  }
  void measured(const std::string& id, int partners, double agreements, double hours, double other) {
    auto& party = add(id, partners);
    party.agreements_per_year = agreements;
    party.hours_per_agreement = hours;
    party.hours_other_side = other;
  }
  [[nodiscard]] ThirdParties map() const { return map_third_parties(study, real_pack()); }
  [[nodiscard]] std::string said(const Message& message) const {
    return Phrasebook(real_pack(), study).say(message, Language::nl);
  }
};

TEST(ThirdPartiesPage, WorkedExampleHolds) {
  const auto page = worked_example();
  const int n = static_cast<int>(page.at("partners"));
  Region region(n);
  region.measured("w", n, page.at("agreements"), page.at("hours"), page.at("hours of the other side"));
  const auto result = region.map();
  const auto& saving = result.rows.at(0).saving;
  EXPECT_NEAR(saving.partner_hours.value, page.at("saved"), 1e-9);
  EXPECT_NEAR(saving.partner_hours.low, page.at("saved at least"), 1e-9);
  EXPECT_NEAR(saving.partner_hours.high, page.at("saved at most"), 1e-9);
  EXPECT_NEAR(saving.other_hours.value, page.at("saved on the other side"), 1e-9);
  EXPECT_EQ(saving.worth.value.cents, std::llround(page.at("worth") * 100));
  EXPECT_EQ(result.measured.worth.value, saving.worth.value);
  EXPECT_EQ(
      region.said(result.rows[0].says),
      "Maak afspraken met Corporatie w één keer in plaats van 5 keer. Dat scheelt de gemeenten ongeveer 140 uur per "
      "jaar (tussen 88 en 184) en de andere kant ongeveer 104 uur.");
}

TEST(ThirdParties, TheMatrixSaysWhoDealsWithWhom) {
  Region region(3);
  region.measured("w", 2, 1, 60, 40);
  region.study.third_parties[0].partners.push_back("somebody else");
  const auto row = region.map().rows.at(0);
  EXPECT_THAT(row.deals_with, ElementsAre(true, true, false));
  EXPECT_EQ(row.partners, 2);
  EXPECT_EQ(row.agreements_today, 2);
  EXPECT_EQ(row.agreements_together, 1);
}

TEST(ThirdParties, MissingHoursAreUsualHoursAndStandApart) {
  Region region(4);
  region.add("w", 4).agreements_per_year = 2;
  const auto result = region.map();
  EXPECT_EQ(result.rows[0].basis, Basis::preset);
  EXPECT_THAT(result.rows[0].presets, ElementsAre("hours_per_agreement", "hours_other_side"));
  EXPECT_EQ(result.measured.worth.value, Money{});
  EXPECT_GT(result.preset.worth.value, Money{});
  EXPECT_EQ(result.rows[0].says.key, "third_parties.says.once_preset");
}

TEST(ThirdParties, EveryOutcomeThatIsNoGainIsNamedAndNotCounted) {
  Region region(3);
  region.measured("nobody", 0, 1, 60, 40);
  region.measured("one", 1, 1, 60, 40);
  region.measured("none", 3, 1, 0, 40);
  region.measured("never", 3, 0, 60, 40);
  region.measured("small", 3, 1, 2, 2);
  const auto result = region.map();
  std::vector<std::string> keys;
  for (const auto& row : result.rows) {
    keys.push_back(row.says.key.substr(std::string("third_parties.says.").size()));
    EXPECT_FALSE(row.once);
  }
  EXPECT_THAT(keys, ElementsAre("nobody", "one_partner", "no_hours", "no_hours", "no_gain"));
  EXPECT_LT(result.rows[4].saving.partner_hours.value, 0);
  EXPECT_EQ(result.measured.worth.value, Money{});
  EXPECT_THAT(result.by_partner, IsEmpty());
}

TEST(ThirdParties, NothingToMapIsSaid) {
  EXPECT_EQ(Region(3).map().missing.key, "third_parties.none");
  Region alone(1);
  alone.add("w", 1);
  EXPECT_EQ(alone.map().missing.key, "third_parties.one_partner");
}

TEST(ThirdParties, TheStudysOwnEstimateReplacesThePacks) {
  Region region(5);
  region.measured("w", 5, 1, 60, 40);
  Estimate estimate;
  estimate.quantity = "third_parties.local_share";
  estimate.value = 1;
  region.study.estimates = {estimate};
  EXPECT_DOUBLE_EQ(region.map().rows[0].saving.partner_hours.value,
                   -16);  // all stays local, 4 x 4 hours of coordination
}

TEST(ThirdParties, SavedIsTodayLessTogether) {
  EXPECT_TRUE(rc::check("saved is what it takes today less what it takes together", [] {
    const auto whole = [](int to) { return static_cast<double>(*rc::gen::inRange(0, to)); };
    const double a = whole(20), h = whole(300), o = whole(300), r = whole(101) / 100, c = whole(30);
    const int p = *rc::gen::inRange(2, 12);
    const auto certain = [](double x) { return Range{x, x, x}; };
    const auto saving = saving_of({p, certain(a), certain(h), certain(o), certain(r), certain(c)}, Money{8471});
    const double together = a * h * ((1 - r) + r * p) + a * c * (p - 1);
    RC_ASSERT(std::abs(saving.partner_hours.value - (a * p * h - together)) < 1e-6);
    RC_ASSERT(std::abs(saving.other_hours.value - (a * p * o - a * o * ((1 - r) + r * p))) < 1e-6);
  }));
}

TEST(ThirdParties, PartsAddUpToTheTotalToTheCent) {
  EXPECT_TRUE(rc::check("parts of partners and of tasks add up", [] {
    Region region(*rc::gen::inRange(2, 7));
    const int parties = *rc::gen::inRange(1, 6);
    for (int t = 0; t < parties; ++t) {
      auto& party = region.add("t" + std::to_string(t), *rc::gen::inRange(0, 7));
      if (*rc::gen::arbitrary<bool>()) party.tasks.clear();
      if (*rc::gen::arbitrary<bool>()) party.hours_per_agreement = *rc::gen::inRange(0, 100);
      party.agreements_per_year = *rc::gen::inRange(0, 9);
    }
    const auto result = region.map();
    for (const auto* parts : {&result.by_partner, &result.by_task}) {
      Money low, value, high;
      for (const auto& part : *parts)
        low = low + part.saving.worth.low, value = value + part.saving.worth.value,
        high = high + part.saving.worth.high;
      RC_ASSERT(low == result.measured.worth.low + result.preset.worth.low);
      RC_ASSERT(value == result.measured.worth.value + result.preset.worth.value);
      RC_ASSERT(high == result.measured.worth.high + result.preset.worth.high);
    }
    for (const auto& row : result.rows) {
      RC_ASSERT(row.saving.partner_hours.low <= row.saving.partner_hours.value);
      RC_ASSERT(row.saving.partner_hours.value <= row.saving.partner_hours.high);
    }
  }));
}

TEST(ThirdParties, EveryFigureOpensToItsRow) {
  Region region(3);
  region.measured("w", 3, 1, 60, 40);
  region.add("z", 2).tasks.clear();
  const auto result = region.map();
  std::set<std::string> ids;
  for (const auto& step : result.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  const Phrasebook phrasebook(real_pack(), region.study);
  for (const auto& step : result.trace) {
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << from;
    EXPECT_FALSE(step.from.empty() && step.inputs.empty()) << step.id;
    EXPECT_EQ(phrasebook.say(step.what, Language::nl).find_first_of("[{"), std::string::npos) << step.id;
    EXPECT_EQ(phrasebook.say(step.rule, Language::en).find_first_of("[{"), std::string::npos) << step.id;
  }
  EXPECT_TRUE(ids.contains("third_parties.party.w.saved"));
  EXPECT_TRUE(ids.contains("third_parties.partner.GM0"));
  EXPECT_TRUE(ids.contains("third_parties.task.none"));
}

}  // namespace
}  // namespace koepel::third_parties
