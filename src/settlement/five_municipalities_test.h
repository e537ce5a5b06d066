// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "content/pack_reader.h"
#include "model/phrasebook.h"
#include "settlement/compare_keys.h"

// The five municipalities of domain.md 5.4 and what tests of settlement share.

namespace koepel::settlement {

inline const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

/// The lines "name: number number ..." of a page's block ```example.
inline std::map<std::string, std::vector<double>> example_on(const std::string& page) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
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

inline Money keur(double thousand_euro) { return {std::llround(thousand_euro * 100000)}; }

inline double in_keur(Money money) { return static_cast<double>(money.cents) / 100000; }

inline std::vector<double> in_keur(const std::vector<Money>& amounts) {
  std::vector<double> out;
  for (const auto amount : amounts) out.push_back(in_keur(amount));
  return out;
}

/// What domain.md prints is rounded to 0.1 thousand euro.
inline void expect_keur(const std::vector<Money>& amounts, const std::vector<double>& printed) {
  ASSERT_EQ(amounts.size(), printed.size());
  for (std::size_t i = 0; i < printed.size(); ++i) EXPECT_NEAR(in_keur(amounts[i]), printed[i], 0.05001) << i;
}

inline const std::vector<double> inhabitants{24, 21, 20, 18, 17};
inline const std::vector<double> workplaces{230, 190, 205, 150, 145};
inline const std::vector<double> budgets{1320, 1010, 1180, 830, 760};
inline const std::vector<double> fte{14, 11, 12, 9, 8};

inline void give(Study& study, const std::string& driver, const std::vector<double>& values,
                 std::optional<int> year = {}) {
  for (std::size_t p = 0; p < values.size(); ++p) {
    DriverValue value;
    value.driver = driver;
    value.partner = study.partners[p].id;
    value.value = values[p];
    value.year = year;
    value.origin = {"verdeelmaten.csv", "", static_cast<int>(study.driver_values.size()) + 2, "waarde"};
    study.driver_values.push_back(value);
  }
}

inline void add_key_part(Study& study, const std::string& id, const std::string& driver, double share) {
  CostKeyPart part;
  part.id = id;
  part.name = {"sleutel " + id, "key " + id};
  part.driver = driver;
  part.share = share;
  study.cost_keys.push_back(part);
}

inline void add_estimate(Study& study, const std::string& quantity, const std::string& partner, double value) {
  Estimate estimate;
  estimate.quantity = quantity;
  estimate.partner = partner;
  estimate.value = value;
  study.estimates.push_back(estimate);
}

/// Municipalities A-E with task U01: inhabitants in whole people, figures with the brought-in budget, half of it fixed.
inline Study five_municipalities() {
  Study study;
  for (std::size_t p = 0; p < 5; ++p) {
    Partner partner;
    partner.id = std::string(1, static_cast<char>('A' + p));
    partner.name = "Gemeente " + partner.id;
    partner.inhabitants = static_cast<int>(inhabitants[p]) * 1000;
    partner.origin = {"partners.csv", "", static_cast<int>(p) + 2, ""};
    study.partners.push_back(partner);
    Figures figures;
    figures.partner = partner.id;
    figures.task = "U01";
    figures.fixed_cost = keur(budgets[p] / 2);
    figures.variable_cost = keur(budgets[p] / 2);
    figures.fte = fte[p];
    figures.volume = workplaces[p];
    figures.unit = "werkplekken";
    figures.year = 2025;
    figures.origin = {"cijfers.csv", "", static_cast<int>(p) + 2, ""};
    study.figures.push_back(figures);
  }
  GrossListEntry entry;
  entry.task = "U01";
  study.gross_list.push_back(entry);
  give(study, "workplaces", workplaces);
  return study;
}

/// The same, with a growth of the population: A grows 2 % a year, the others stand still.
inline Study growing() {
  auto study = five_municipalities();
  for (const auto& partner : study.partners) add_estimate(study, "settlement.population_growth", partner.id, 0);
  study.estimates[0].value = 0.02;
  return study;
}

inline KeyComparison compare(const Study& study, double joint_keur = 5000) {
  return compare_keys(study, real_pack(), question_of(study, "U01", keur(joint_keur)));
}

inline std::string said(const Message& message, const Study& study) {
  return Phrasebook(real_pack(), study).say(message, Language::nl);
}

inline ComparedKey find_key(const KeyComparison& comparison, const std::string& id) {
  for (const auto& key : comparison.keys)
    if (key.key.id == id) return key;
  ADD_FAILURE() << "no key " << id;
  return {};
}

inline std::vector<Money> pays_of(const ComparedKey& key) {
  std::vector<Money> pays;
  for (const auto& row : key.rows) pays.push_back(row.pays);
  return pays;
}

}  // namespace koepel::settlement
