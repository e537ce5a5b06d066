// SPDX-License-Identifier: EUPL-1.2
// A study and the name of a driver in, how much each partner has of it out. The face is driver_of.
#include "settlement/drivers.h"

#include <algorithm>
#include <cmath>

#include "model/ranged.h"

namespace koepel::settlement {

namespace {

using Amount = std::optional<double>;

Amount euro_of(const Figures& figures) {
  if (!figures.fixed_cost || !figures.variable_cost) return std::nullopt;
  return static_cast<double>((*figures.fixed_cost + *figures.variable_cost).cents) / 100;
}

Amount from_figures(const Figures& figures, const std::string& driver) {
  if (driver == "own_cost") return euro_of(figures);
  return driver == "fte" ? figures.fte : figures.volume;
}

/// Sums over the tasks; unknown as soon as one task is, or when volumes of different units would be added up.
Amount sum_of_figures(const Study& study, const std::string& partner, const std::vector<std::string>& tasks,
                      const std::string& driver, std::vector<Origin>& origins) {
  double sum = 0;
  const Figures* first = nullptr;
  for (const auto& task : tasks) {
    const auto* figures = newest_figures(study, partner, task);
    const Amount amount = figures == nullptr ? std::nullopt : from_figures(*figures, driver);
    if (!amount || (driver == "volume" && first != nullptr && first->unit != figures->unit)) return std::nullopt;
    if (first == nullptr) first = figures;
    sum += *amount;
    origins.push_back(figures->origin);
  }
  return tasks.empty() ? std::nullopt : Amount(sum);
}

Amount of_partner(const Partner& partner, const std::string& driver) {
  if (driver == "inhabitants" && partner.inhabitants) return *partner.inhabitants;
  if (driver == "dwellings" && partner.dwellings) return *partner.dwellings;
  if (driver == "area") return partner.land_area_ha;
  return std::nullopt;
}

/// Given values of this driver for the partner: those for the subject, else those for every subject.
std::vector<const DriverValue*> given_values(const Study& study, const std::string& subject, const std::string& driver,
                                             const std::string& partner) {
  std::vector<const DriverValue*> own, general;
  for (const auto& value : study.driver_values)
    if (value.driver == driver && value.partner == partner && (value.subject.empty() || value.subject == subject))
      (value.subject.empty() && !subject.empty() ? general : own).push_back(&value);
  auto& chosen = own.empty() ? general : own;
  std::stable_sort(chosen.begin(), chosen.end(), [](const DriverValue* a, const DriverValue* b) {
    return a->year.value_or(0) < b->year.value_or(0);
  });
  return chosen;
}

Amount growth_between(const DriverValue& before, const DriverValue& now) {
  if (!before.year || !now.year || *before.year >= *now.year || before.value <= 0 || now.value <= 0)
    return std::nullopt;
  return std::pow(now.value / before.value, 1.0 / (*now.year - *before.year)) - 1;
}

bool from_task_figures(const std::string& driver) {
  return driver == "own_cost" || driver == "fte" || driver == "volume";
}

void add_partner(const Study& study, const std::string& subject, const Partner& partner,
                 const std::vector<std::string>& tasks, Driver& out) {
  std::vector<Origin> origins;
  Amount amount, growth;
  const auto given = given_values(study, subject, out.id, partner.id);
  if (!given.empty()) {
    amount = given.back()->value;
    growth = growth_between(*given.front(), *given.back());
    origins = {given.back()->origin};
  } else if (from_task_figures(out.id)) {
    amount = sum_of_figures(study, partner.id, tasks, out.id, origins);
  } else {
    amount = of_partner(partner, out.id);
    origins = {partner.origin};
  }
  if (amount && !(*amount >= 0 && std::isfinite(*amount))) amount.reset();
  out.amounts.push_back(amount);
  out.growth.push_back(growth);
  out.origins.push_back(std::move(origins));
}

}  // namespace

const Figures* newest_figures(const Study& study, const std::string& partner, const std::string& task) {
  const Figures* best = nullptr;
  for (const auto& figures : study.figures)
    if (figures.partner == partner && figures.task == task &&
        (best == nullptr || figures.year.value_or(0) >= best->year.value_or(0)))
      best = &figures;
  return best;
}

std::vector<std::string> tasks_of(const Study& study, const std::string& subject) {
  if (const auto* package = find_package(study, subject)) return package->tasks;
  if (!subject.empty()) return {subject};
  std::vector<std::string> tasks;
  for (const auto& entry : study.gross_list)
    if (entry.on_list) tasks.push_back(entry.task);
  return tasks;
}

Driver driver_of(const Study& study, const std::string& subject, const std::string& driver) {
  Driver out;
  out.id = driver;
  const auto tasks = tasks_of(study, subject);
  for (const auto& partner : study.partners) add_partner(study, subject, partner, tasks, out);
  return out;
}

std::vector<std::optional<Money>> own_cost_of(const Study& study, const std::string& subject) {
  const auto tasks = tasks_of(study, subject);
  std::vector<std::optional<Money>> costs;
  for (const auto& partner : study.partners) {
    std::vector<Origin> origins;
    const Amount euro = sum_of_figures(study, partner.id, tasks, "own_cost", origins);
    costs.push_back(euro ? std::optional(Money{std::llround(*euro * 100)}) : std::nullopt);
  }
  return costs;
}

std::vector<std::optional<double>> population_growth_of(const Study& study, const std::string& subject) {
  std::vector<std::optional<double>> growth;
  for (const auto& partner : study.partners) {
    const auto* estimate = find_estimate(study, "settlement.population_growth", subject, partner.id);
    growth.push_back(estimate == nullptr ? std::nullopt : std::optional(estimate->value));
  }
  return growth;
}

std::vector<std::string> unknown_partners(const Study& study, const Driver& driver) {
  std::vector<std::string> unknown;
  for (std::size_t p = 0; p < study.partners.size(); ++p)
    if (!driver.amounts[p]) unknown.push_back(study.partners[p].id);
  return unknown;
}

}  // namespace koepel::settlement
