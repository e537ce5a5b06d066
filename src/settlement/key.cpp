// SPDX-License-Identifier: EUPL-1.2
// A key and what partners have of its drivers in, a share for each out. The face is shares_of.
#include "settlement/key.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "base/ensure.h"

namespace koepel::settlement {

namespace {

double total_of(const Driver& driver) {
  double sum = 0;
  for (const auto& amount : driver.amounts) sum += amount.value_or(0);
  return sum;
}

Message lack_of(const Study& study, const Driver& driver) {
  const auto unknown = unknown_partners(study, driver);
  if (!unknown.empty())
    return {"settlement.missing_driver", {term("driver", "driver", driver.id), terms("partners", "partner", unknown)}};
  if (total_of(driver) <= 0) return {"settlement.driver_zero", {term("driver", "driver", driver.id)}};
  return {};
}

bool is_whole(std::span<const KeyDriver> mix) {
  double sum = 0;
  for (const auto& part : mix) sum += part.share;
  return std::abs(sum - 1) < 1e-6;
}

void take_terms(const CostKeyPart& row, CostKey& key) {
  if (row.cap) key.cap = row.cap;
  if (row.floor) key.floor = row.floor;
  if (row.grow_in_years) key.grow_in_years = std::max(0, *row.grow_in_years);
}

void add_row(const CostKeyPart& row, std::vector<CostKey>& keys) {
  auto found = std::find_if(keys.begin(), keys.end(), [&](const CostKey& key) { return key.id == row.id; });
  if (found == keys.end()) {
    keys.push_back({.id = row.id, .own = true});
    found = std::prev(keys.end());
  }
  found->mix.push_back({row.driver, row.share});
  found->origins.push_back(row.origin);
  take_terms(row, *found);
}

}  // namespace

KeyShares shares_of(const Study& study, std::span<const KeyDriver> mix, std::span<const Driver> drivers) {
  ENSURE(mix.size() == drivers.size());
  KeyShares out;
  if (!is_whole(mix)) return {{}, {"settlement.shares_not_one", {}}};
  for (const auto& driver : drivers)
    if (out.missing.empty()) out.missing = lack_of(study, driver);
  if (!out.missing.empty()) return out;
  out.shares.assign(study.partners.size(), 0);
  for (std::size_t d = 0; d < mix.size(); ++d)
    for (std::size_t p = 0; p < out.shares.size(); ++p)
      out.shares[p] += mix[d].share * *drivers[d].amounts[p] / total_of(drivers[d]);
  return out;
}

KeyShares shares_of(const Study& study, const std::string& subject, const CostKey& key) {
  std::vector<Driver> drivers;
  for (const auto& part : key.mix) drivers.push_back(driver_of(study, subject, part.driver));
  return shares_of(study, key.mix, drivers);
}

std::vector<CostKey> own_keys(const Study& study, const std::string& subject) {
  std::vector<CostKey> keys;
  for (const auto& row : study.cost_keys)
    if (row.subject.empty() || row.subject == subject) add_row(row, keys);
  return keys;
}

CostKey key_named(const Study& study, const std::string& name) {
  std::vector<CostKey> keys;
  for (const auto& row : study.cost_keys)
    if (row.id == name) add_row(row, keys);
  if (!keys.empty()) return keys.front();
  const std::string driver = name.empty() ? "inhabitants" : name;
  return {.id = driver, .mix = {{driver, 1}}};
}

bool knows_key(const Study& study, const std::string& name) {
  constexpr std::array<std::string_view, 7> standard{"",         "inhabitants", "dwellings", "area",
                                                     "own_cost", "fte",         "volume"};
  if (std::find(standard.begin(), standard.end(), name) != standard.end()) return true;
  const auto is_key = [&](const CostKeyPart& row) { return row.id == name; };
  const auto is_driver = [&](const DriverValue& value) { return value.driver == name; };
  return std::any_of(study.cost_keys.begin(), study.cost_keys.end(), is_key) ||
         std::any_of(study.driver_values.begin(), study.driver_values.end(), is_driver);
}

std::vector<std::vector<Money>> grow_in(std::span<const Money> old_division, std::span<const Money> new_division,
                                        int steps) {
  ENSURE(steps >= 1 && old_division.size() == new_division.size());
  const Money total = sum_of(new_division);
  ENSURE(total.cents > 0 && sum_of(old_division) == total);
  std::vector<std::vector<Money>> rows;
  rows.emplace_back(old_division.begin(), old_division.end());
  for (int step = 1; step < steps; ++step) {
    const double old_weight = 1 - static_cast<double>(step) / steps;
    std::vector<double> weights;
    for (std::size_t p = 0; p < new_division.size(); ++p)
      weights.push_back(old_weight * static_cast<double>(old_division[p].cents) +
                        (1 - old_weight) * static_cast<double>(new_division[p].cents));
    rows.push_back(share_out(total, weights));
  }
  rows.emplace_back(new_division.begin(), new_division.end());
  return rows;
}

std::vector<Money> base_and_plus(Money base, std::span<const double> shares, std::span<const Money> ordered) {
  ENSURE(shares.size() == ordered.size());
  auto pays = share_out(base, shares);
  for (std::size_t p = 0; p < pays.size(); ++p) pays[p] = pays[p] + ordered[p];
  return pays;
}

Money sum_of(std::span<const Money> amounts) { return std::accumulate(amounts.begin(), amounts.end(), Money{}); }

}  // namespace koepel::settlement
