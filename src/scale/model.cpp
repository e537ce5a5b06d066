// SPDX-License-Identifier: EUPL-1.2
// Costs of partners and terms in; cost of one set, or savings of all 2^n sets, out. Faces: joint_cost, savings_table.
#include "scale/model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scale/prior.h"

namespace koepel::scale {

namespace {

/// Whole resources for `volume` units; a hair of tolerance keeps 3 x 0.1 from needing a fourth.
double step_cost(const CostModel& model, double volume) {
  double cost = 0;
  for (const auto& step : model.steps) cost += std::ceil(volume / step.capacity - 1e-9) * step.cost;
  return cost;
}

/// What is kept of a set while partners are added one by one: everything its cost is computed from.
struct Sums {
  int count = 0;
  double alone = 0, fixed = 0, kept = 0, largest_fixed = 0, largest_kept = 0;
  double variable = 0, volume = 0, cheapest = std::numeric_limits<double>::infinity();
  double thousands = 0, at_best_scale = 0;  ///< prior: inhabitants, and own cost divided by AC/AC*
};

void add(Sums& sums, const CostModel& model, const Terms& terms, std::size_t i, double ratio) {
  const PartnerCost& one = model.partners[i];
  ++sums.count;
  const double kept = terms.retained_share[i] * one.fixed;
  sums.fixed += one.fixed;
  sums.kept += kept;
  if (one.fixed > sums.largest_fixed) {
    sums.largest_fixed = one.fixed;
    sums.largest_kept = kept;
  }
  sums.variable += one.variable;
  sums.volume += one.volume;
  if (one.volume > 0) sums.cheapest = std::min(sums.cheapest, one.variable / one.volume);
  sums.alone += one.own() + step_cost(model, one.volume);
  sums.thousands += one.thousands;
  sums.at_best_scale += one.own() / ratio;
}

double theoretical_gain(const Sums& s, const CostModel& model, const Terms& terms) {
  if (model.kind == ModelKind::prior)
    return s.alone - s.at_best_scale * cost_ratio(*model.cluster, s.thousands, terms.slope).value;
  const double fixed = s.largest_fixed + s.kept - s.largest_kept;
  const double cheapest = s.volume > 0 ? s.cheapest * s.volume : s.variable;
  const double variable = s.variable - terms.efficient_end * (s.variable - cheapest);
  return s.alone - (fixed + variable + step_cost(model, s.volume));
}

JointCost cost_of(const Sums& s, const CostModel& model, const Terms& terms) {
  JointCost out;
  out.alone = s.alone;
  out.volume = s.volume;
  if (s.count < 2) return out;
  out.gain = theoretical_gain(s, model, terms);
  out.realised = out.gain > 0 ? terms.realised_share * out.gain : out.gain;
  const double budget = out.alone - out.realised;
  out.coordination = terms.coordination_share * std::max(0, s.count - 2) * budget;
  const double interest = model.own_organisation ? terms.interest_share * terms.interest_markup : 0;
  out.tax_and_interest = (terms.vat_leak * terms.labour_share + interest) * budget;
  return out;
}

std::vector<double> ratios_of(const CostModel& model, const Terms& terms) {
  std::vector<double> ratios(model.partners.size(), 1);
  if (model.kind == ModelKind::prior)
    for (std::size_t i = 0; i < ratios.size(); ++i)
      ratios[i] = cost_ratio(*model.cluster, model.partners[i].thousands, terms.slope).value;
  return ratios;
}

/// Walks all sets depth first, from the highest bit down: each node adds at most one partner to the sums above it.
struct Walk {
  const CostModel& model;
  const Terms& terms;
  const std::vector<double>& ratios;
  const std::vector<std::optional<std::size_t>>& places;  ///< of each bit in the model
  std::vector<double>& table;

  void from(std::size_t bit, std::size_t mask, const Sums& sums) const {
    if (bit == 0) {
      table[mask] = sums.count < 2 ? 0 : cost_of(sums, model, terms).saving();
      return;
    }
    from(bit - 1, mask, sums);
    Sums with = sums;
    if (places[bit - 1]) add(with, model, terms, *places[bit - 1], ratios[*places[bit - 1]]);
    from(bit - 1, mask | (std::size_t{1} << (bit - 1)), with);
  }
};

Problem too_many(std::size_t n) {
  Problem problem;
  problem.code = "scale.too-many-partners";
  problem.found = std::to_string(n);
  problem.expected = {"scale.fault.too_many_expected", {number("most", most_partners)}};
  problem.repair = {"scale.fault.too_many_repair", {}};
  return problem;
}

}  // namespace

JointCost joint_cost(const CostModel& model, const Terms& terms, const std::vector<std::size_t>& members) {
  const auto ratios = ratios_of(model, terms);
  Sums sums;
  for (const auto i : members) add(sums, model, terms, i, ratios[i]);
  return cost_of(sums, model, terms);
}

JointCost joint_cost(const CostModel& model, const Terms& terms) {
  const auto ratios = ratios_of(model, terms);
  Sums sums;
  for (std::size_t i = 0; i < model.partners.size(); ++i) add(sums, model, terms, i, ratios[i]);
  return cost_of(sums, model, terms);
}

JointCosts::JointCosts(const CostModel& model, Terms terms)
    : model_(model), terms_(std::move(terms)), ratios_(ratios_of(model_, terms_)) {}

JointCost JointCosts::of(std::span<const int> members) const {
  Sums sums;
  for (const int member : members) {
    const auto i = static_cast<std::size_t>(member);
    add(sums, model_, terms_, i, ratios_[i]);
  }
  return cost_of(sums, model_, terms_);
}

Result<std::vector<double>> savings_table(const CostModel& model, const Terms& terms,
                                          const std::vector<std::string>& partners) {
  if (partners.size() > most_partners) return failure(too_many(partners.size()));
  std::vector<std::optional<std::size_t>> places(partners.size());
  for (std::size_t bit = 0; bit < partners.size(); ++bit)
    for (std::size_t i = 0; i < model.partners.size(); ++i)
      if (model.partners[i].partner == partners[bit]) places[bit] = i;
  std::vector<double> table(std::size_t{1} << partners.size());
  Walk{model, terms, ratios_of(model, terms), places, table}.from(partners.size(), 0, {});
  return table;
}

}  // namespace koepel::scale
