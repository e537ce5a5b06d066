// SPDX-License-Identifier: EUPL-1.2
// A key, its drivers and the growth of populations in, its shares year by year out. The face is drift_of.
#include "settlement/drift.h"

#include <cmath>

#include "base/ensure.h"

namespace koepel::settlement {

namespace {

bool follows_population(const std::string& driver) {
  return driver == "inhabitants" || driver == "dwellings" || driver == "volume";
}

/// Growth per year of each partner's amount; none where it should be known and is not.
std::vector<std::optional<double>> growth_of(const Driver& driver, std::span<const std::optional<double>> population) {
  std::vector<std::optional<double>> growth;
  for (std::size_t p = 0; p < driver.amounts.size(); ++p) {
    if (driver.growth[p])
      growth.push_back(driver.growth[p]);
    else if (follows_population(driver.id))
      growth.push_back(population[p]);
    else
      growth.push_back(0);
  }
  return growth;
}

bool moves(const Driver& driver) {
  bool own = false;
  for (const auto& growth : driver.growth) own = own || growth.has_value();
  return own || follows_population(driver.id);
}

Driver in_year(const Driver& driver, std::span<const std::optional<double>> population, int year) {
  Driver later = driver;
  const auto growth = growth_of(driver, population);
  for (std::size_t p = 0; p < later.amounts.size(); ++p)
    later.amounts[p] = *driver.amounts[p] * std::pow(1 + *growth[p], year);
  return later;
}

std::vector<std::string> unknown_growth(const Study& study, std::span<const Driver> drivers,
                                        std::span<const std::optional<double>> population) {
  std::vector<std::string> partners;
  for (std::size_t p = 0; p < study.partners.size(); ++p) {
    bool unknown = false;
    for (const auto& driver : drivers) {
      const auto growth = growth_of(driver, population)[p];
      unknown = unknown || !growth || !(*growth > -1) || !std::isfinite(*growth);
    }
    if (unknown) partners.push_back(study.partners[p].id);
  }
  return partners;
}

void compare_ends(const Study& study, KeyDrift& drift) {
  for (std::size_t p = 0; p < study.partners.size(); ++p) {
    const double shift = drift.shares.back()[p] - drift.shares.front()[p];
    drift.moved += std::abs(shift) / 2;
    if (std::abs(shift) <= std::abs(drift.largest_shift) + 1e-12) continue;
    drift.largest_shift = shift;
    drift.most_shifted = study.partners[p].id;
  }
}

}  // namespace

KeyDrift drift_of(const Study& study, std::span<const KeyDriver> mix, std::span<const Driver> drivers, Money joint_cost,
                  std::span<const std::optional<double>> population_growth, int years) {
  ENSURE(population_growth.size() == study.partners.size() && years >= 0);
  KeyDrift drift;
  const auto unknown = unknown_growth(study, drivers, population_growth);
  if (!unknown.empty()) {
    drift.missing = {"settlement.missing_growth", {terms("partners", "partner", unknown)}};
    return drift;
  }
  drift.frozen = true;
  for (const auto& driver : drivers) drift.frozen = drift.frozen && !moves(driver);
  for (int year = 0; year <= years; ++year) {
    std::vector<Driver> later;
    for (const auto& driver : drivers) later.push_back(in_year(driver, population_growth, year));
    const auto key = shares_of(study, mix, later);
    ENSURE(key.missing.empty());
    drift.pays.push_back(share_out(joint_cost, key.shares));
    drift.shares.push_back(key.shares);
  }
  compare_ends(study, drift);
  return drift;
}

}  // namespace koepel::settlement
