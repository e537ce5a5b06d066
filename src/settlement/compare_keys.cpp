// SPDX-License-Identifier: EUPL-1.2
// A joint cost and what each pays today in, every cost key side by side out. The face is compare_keys.
#include "settlement/compare_keys.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"
#include "model/ranged.h"
#include "settlement/key_steps.h"

namespace koepel::settlement {

namespace {

CostKey of_one_driver(const char* driver) { return {.id = driver, .mix = {{driver, 1}}}; }

/// Part of the cost in the figures that is fixed, with their rows; none when a partner or task lacks them.
std::optional<double> fixed_share_of(const Study& study, const std::string& subject, std::vector<Origin>& origins) {
  double fixed = 0, all = 0;
  for (const auto& partner : study.partners)
    for (const auto& task : tasks_of(study, subject)) {
      const auto* figures = newest_figures(study, partner.id, task);
      if (figures == nullptr || !figures->fixed_cost || !figures->variable_cost) return std::nullopt;
      fixed += static_cast<double>(figures->fixed_cost->cents);
      all += static_cast<double>((*figures->fixed_cost + *figures->variable_cost).cents);
      origins.push_back(figures->origin);
    }
  return all > 0 && fixed >= 0 && fixed <= all ? std::optional(fixed / all) : std::nullopt;
}

/// The fixed part by inhabitants, the variable part by use: the part as asked, else as in the figures, else the pack's.
CostKey fixed_and_variable(const Study& study, const MethodPack& pack, const KeyQuestion& question) {
  CostKey key{.id = "fixed_variable"};
  auto fixed = question.fixed_share;
  if (!fixed) fixed = fixed_share_of(study, question.subject, key.origins);
  if (!fixed) {
    fixed = parameter(pack, "settlement.fixed_share");
    key.origins.clear();
    key.parameters = {"settlement.fixed_share"};
  }
  key.mix = {{"inhabitants", std::clamp(*fixed, 0.0, 1.0)}, {"volume", 1 - std::clamp(*fixed, 0.0, 1.0)}};
  return key;
}

std::vector<CostKey> keys_for(const Study& study, const MethodPack& pack, const KeyQuestion& question) {
  const auto own = own_keys(study, question.subject);
  std::vector<CostKey> keys;
  for (const char* driver : {"inhabitants", "own_cost", "fte", "volume", "dwellings"})
    keys.push_back(of_one_driver(driver));
  keys.push_back(fixed_and_variable(study, pack, question));
  std::erase_if(keys, [&](const CostKey& key) {
    return std::any_of(own.begin(), own.end(), [&](const CostKey& other) { return other.id == key.id; });
  });
  keys.insert(keys.end(), own.begin(), own.end());
  return keys;
}

std::vector<std::string> without_own_cost(const KeyDesk& desk) {
  std::vector<std::string> partners;
  for (std::size_t p = 0; p < desk.study.partners.size(); ++p)
    if (!desk.question.own_cost[p]) partners.push_back(desk.study.partners[p].id);
  return partners;
}

/// Within cap and floor; notes what those could not do.
std::vector<Money> within_terms(const KeyDesk& desk, const std::vector<double>& shares, ComparedKey& compared) {
  const auto& key = compared.key;
  if (!key.cap && !key.floor) return share_out(desk.question.joint_cost, shares);
  if (const auto unknown = without_own_cost(desk); !unknown.empty())
    compared.notes.push_back({"settlement.limits_not_tested", {terms("partners", "partner", unknown)}});
  auto limited = share_within(desk.question.joint_cost, shares, limits_of(key, desk.question.own_cost));
  if (!limited.fits())
    compared.notes.push_back({limited.unplaced.cents > 0 ? "settlement.caps_too_low" : "settlement.floors_too_high",
                              {money("amount", std::abs(limited.unplaced.cents))}});
  return std::move(limited.pays);
}

void add_growing_in(const KeyDesk& desk, const std::vector<Money>& pays, ComparedKey& compared) {
  if (compared.key.grow_in_years <= 0) return;
  std::vector<double> today;
  double sum = 0;
  for (const auto& own : desk.question.own_cost) {
    today.push_back(own ? static_cast<double>(std::max<std::int64_t>(0, own->cents)) : 0);
    sum += today.back();
  }
  const auto unknown = without_own_cost(desk);
  if (!unknown.empty() || sum <= 0) {
    compared.notes.push_back({"settlement.no_growing_in", {terms("partners", "partner", unknown)}});
    return;
  }
  compared.growing_in = grow_in(share_out(desk.question.joint_cost, today), pays, compared.key.grow_in_years);
}

double stranded_share_for(const KeyDesk& desk, const std::string& partner) {
  const auto* own = find_estimate(desk.study, "settlement.stranded_share", desk.question.subject, partner);
  return std::clamp(own != nullptr ? own->value : parameter(desk.pack, "settlement.stranded_share"), 0.0, 1.0);
}

Contribution contribution_of(const KeyDesk& desk, const CostKey& key, Money pays, std::size_t p) {
  Contribution row;
  row.partner = desk.study.partners[p].id;
  row.pays = pays;
  row.share = static_cast<double>(pays.cents) / static_cast<double>(desk.question.joint_cost.cents);
  if (const auto& own = desk.question.own_cost[p]) {
    row.difference = pays - *own;
    if (own->cents > 0) row.relative = static_cast<double>(row.difference->cents) / static_cast<double>(own->cents);
  }
  const int years = static_cast<int>(std::lround(parameter(desk.pack, "settlement.exit_years")));
  row.run_off = run_off(pays, years);
  row.actual_loss = actual_loss(pays, stranded_share_for(desk, row.partner), years);
  row.trace = step_id(desk.question, key, row.partner);
  return row;
}

ComparedKey compare_one(KeyDesk& desk, CostKey key, Trace& trace) {
  ComparedKey compared;
  compared.key = std::move(key);
  std::vector<Driver> drivers;
  for (const auto& part : compared.key.mix)
    drivers.push_back(driver_of(desk.study, desk.question.subject, part.driver));
  const auto found = shares_of(desk.study, compared.key.mix, drivers);
  compared.missing = found.missing;
  if (!found.missing.empty()) return compared;
  const auto pays = within_terms(desk, found.shares, compared);
  for (std::size_t p = 0; p < pays.size(); ++p) {
    compared.rows.push_back(contribution_of(desk, compared.key, pays[p], p));
    const auto& difference = compared.rows.back().difference;
    if (difference && difference->cents > 0) compared.losers.push_back(compared.rows.back().partner);
  }
  add_growing_in(desk, pays, compared);
  const int years = static_cast<int>(std::lround(parameter(desk.pack, "settlement.drift_years")));
  compared.drift =
      drift_of(desk.study, compared.key.mix, drivers, desk.question.joint_cost, desk.question.growth, years);
  add_steps(desk, compared, drivers, trace);
  return compared;
}

/// Largest amount that anyone pays more than today, in cents.
std::int64_t largest_loss(const ComparedKey& compared) {
  std::int64_t loss = 0;
  for (const auto& row : compared.rows)
    if (row.difference) loss = std::max(loss, row.difference->cents);
  return loss;
}

bool tested(const ComparedKey& compared) {
  return !compared.rows.empty() && std::all_of(compared.rows.begin(), compared.rows.end(),
                                               [](const Contribution& row) { return row.difference.has_value(); });
}

void name_best(KeyComparison& comparison) {
  const ComparedKey *calm = nullptr, *mild = nullptr;
  for (const auto& key : comparison.keys) {
    if (!key.drift.shares.empty() && !key.drift.frozen && (calm == nullptr || key.drift.moved < calm->drift.moved))
      calm = &key;
    if (!tested(key)) continue;
    const auto pain = [](const ComparedKey& k) { return std::pair(k.losers.size(), largest_loss(k)); };
    if (mild == nullptr || pain(key) < pain(*mild)) mild = &key;
  }
  if (calm != nullptr) comparison.least_drift = calm->key.id;
  if (mild != nullptr) comparison.fewest_losers = mild->key.id;
}

Message nothing_to_share(const Study& study, const KeyQuestion& question) {
  if (study.partners.size() < 2) return {"settlement.one_partner", {}};
  if (question.joint_cost.cents <= 0) return {"settlement.no_cost", {}};
  return {};
}

}  // namespace

KeyQuestion question_of(const Study& study, const std::string& subject, Money joint_cost) {
  KeyQuestion question;
  question.subject = subject;
  question.joint_cost = joint_cost;
  question.own_cost = own_cost_of(study, subject);
  question.growth = population_growth_of(study, subject);
  return question;
}

KeyComparison compare_keys(const Study& study, const MethodPack& pack, const KeyQuestion& question) {
  const auto partners = study.partners.size();
  ENSURE(question.own_cost.size() == partners && question.growth.size() == partners);
  ENSURE(question.own_steps.empty() || question.own_steps.size() == partners);
  KeyComparison comparison;
  comparison.subject = question.subject;
  comparison.joint_cost = question.joint_cost;
  comparison.missing = nothing_to_share(study, question);
  if (!comparison.missing.empty()) return comparison;
  auto desk = open_desk(study, pack, question, comparison.trace);
  for (auto& key : keys_for(study, pack, question))
    comparison.keys.push_back(compare_one(desk, std::move(key), comparison.trace));
  name_best(comparison);
  return comparison;
}

}  // namespace koepel::settlement
