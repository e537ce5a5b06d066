// SPDX-License-Identifier: EUPL-1.2
// A cost model, ranges and a target in; values, volumes and combinations that just reach it out. Faces: break_evens,
// units_needed, who_must_join.
#include "scale/inverse.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "scale/cashflow.h"
#include "scale/prior.h"

namespace koepel::scale {

namespace {

/// Root of a function that changes sign between low and high.
template <class Net>
double root_of(double low, double high, Net net) {
  const bool rising = net(high) > 0;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    ((net(middle) > 0) == rising ? high : low) = middle;
  }
  return (low + high) / 2;
}

BreakEven break_even(const CostModel& model, const Terms& likely, const SharedTerm& term, const Range& range) {
  BreakEven out{term.quantity, range.value, range.low, range.high, {}, ten_year_net(model, likely) > 0};
  const auto net = [&](double value) {
    Terms changed = likely;
    changed.*term.field = value;
    return ten_year_net(model, changed);
  };
  if ((net(range.low) > 0) != (net(range.high) > 0)) out.at = root_of(range.low, range.high, net);
  return out;
}

/// Cost of one organisation that does all the work: fixed once plus what stays with the others, and the cost of a unit.
struct OneOrganisation {
  double fixed = 0, per_unit = 0;
};

OneOrganisation one_organisation(const CostModel& model, const Terms& terms) {
  OneOrganisation out;
  double variable = 0, volume = 0, cheapest = std::numeric_limits<double>::infinity();
  for (const auto& partner : model.partners) {
    out.fixed = std::max(out.fixed, partner.fixed);
    variable += partner.variable;
    volume += partner.volume;
    cheapest = std::min(cheapest, partner.variable / partner.volume);
  }
  const double mean = variable / volume;
  out.per_unit = mean - terms.efficient_end * (mean - cheapest);
  return out;
}

/// Steps are taken at full use: what is asked is the scale at which they pay.
std::optional<double> units_for(const CostModel& model, const Terms& terms, double target) {
  const auto one = one_organisation(model, terms);
  double per_unit = one.per_unit;
  for (const auto& step : model.steps) per_unit += step.cost / step.capacity;
  if (per_unit >= target) return std::nullopt;
  return one.fixed / (target - per_unit);
}

std::vector<Terms> draws_of(const CostModel& model, const TermRanges& ranges, std::uint64_t seed, int draws) {
  Random random(seed, "scale." + model.task + ".units");
  std::vector<Terms> out;
  for (int d = 0; d < draws; ++d) out.push_back(drawn_terms(ranges, random));
  return out;
}

double unit_cost(const CostModel& model, const Terms& terms, const std::vector<std::size_t>& members) {
  const auto joint = joint_cost(model, terms, members);
  return joint.together() / joint.volume;
}

std::vector<std::size_t> members_of(std::size_t mask) {
  std::vector<std::size_t> members;
  for (; mask != 0; mask &= mask - 1) members.push_back(static_cast<std::size_t>(std::countr_zero(mask)));
  return members;
}

/// Cost per unit of every combination; 0 for the empty one.
std::vector<float> unit_costs(const CostModel& model, const std::vector<double>& savings) {
  const std::size_t all = savings.size();
  std::vector<float> costs(all, 0);
  std::vector<double> own(model.partners.size());
  for (std::size_t i = 0; i < own.size(); ++i)
    own[i] = joint_cost(model, Terms{.retained_share = std::vector<double>(own.size())}, {i}).alone;
  for (std::size_t mask = 1; mask < all; ++mask) {
    double cost = -savings[mask], volume = 0;
    for (const auto i : members_of(mask)) {
      cost += own[i];
      volume += model.partners[i].volume;
    }
    costs[mask] = static_cast<float>(cost / volume);
  }
  return costs;
}

/// Masks that reach the target while no part of them does.
std::vector<std::size_t> minimal_masks(const std::vector<float>& costs, double target, std::size_t n) {
  std::vector<char> within(costs.size(), 0);  // it or a part of it reaches the target
  std::vector<std::size_t> found;
  for (std::size_t mask = 1; mask < costs.size(); ++mask) {
    bool part = false;
    for (std::size_t i = 0; i < n && !part; ++i)
      part = (mask >> i & 1) != 0 && within[mask ^ (std::size_t{1} << i)] != 0;
    const bool reaches = static_cast<double>(costs[mask]) <= target;
    if (reaches && !part) found.push_back(mask);
    within[mask] = part || reaches ? 1 : 0;
  }
  return found;
}

}  // namespace

std::vector<BreakEven> break_evens(const CostModel& model, const TermRanges& ranges) {
  const Terms likely = likely_terms(ranges);
  std::vector<BreakEven> out;
  for (std::size_t i = 0; i < ranges.shared.size(); ++i)
    if (ranges.ranges[i].low < ranges.ranges[i].high)
      out.push_back(break_even(model, likely, ranges.shared[i], ranges.ranges[i]));
  return out;
}

EfficientScale efficient_scale_of(const CostModel& model, const Terms& terms, double margin) {
  EfficientScale out;
  double units = 0, thousands = 0;
  for (const auto& partner : model.partners) {
    units += partner.volume;
    thousands += partner.thousands;
  }
  if (model.cluster != nullptr)
    if (const double n = efficient_scale(*model.cluster, margin); n > 0) out.thousands = n;
  if (model.kind == ModelKind::activity) {
    double lowest = one_organisation(model, terms).per_unit;
    for (const auto& step : model.steps) lowest += step.cost / step.capacity;
    if (lowest > 0) out.units = units_for(model, terms, (1 + margin) * lowest);
  }
  out.reached = out.units ? units >= *out.units : out.thousands && thousands >= *out.thousands;
  return out;
}

UnitsNeeded units_needed(const CostModel& model, const TermRanges& ranges, double target, std::uint64_t seed,
                         int draws) {
  UnitsNeeded out;
  out.target = target;
  out.likely = units_for(model, likely_terms(ranges), target);
  std::vector<double> needed;
  int together = 0;
  std::vector<std::size_t> all(model.partners.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  for (const auto& terms : draws_of(model, ranges, seed, draws)) {
    needed.push_back(units_for(model, terms, target).value_or(std::numeric_limits<double>::infinity()));
    together += unit_cost(model, terms, all) <= target ? 1 : 0;
  }
  const auto finite = std::count_if(needed.begin(), needed.end(), [](double u) { return std::isfinite(u); });
  out.ever = static_cast<double>(finite) / draws;
  out.certainty_together = static_cast<double>(together) / draws;
  const auto ninth = needed.begin() + static_cast<std::ptrdiff_t>(std::ceil(0.9 * draws)) - 1;
  std::nth_element(needed.begin(), ninth, needed.end());
  if (std::isfinite(*ninth)) out.nine_in_ten = *ninth;
  return out;
}

Joiners who_must_join(const CostModel& model, const TermRanges& ranges, double target, std::uint64_t seed, int draws,
                      const Progress& progress) {
  Joiners out;
  std::vector<std::string> names;
  for (const auto& partner : model.partners) names.push_back(partner.partner);
  const Terms likely = likely_terms(ranges);
  const auto savings = savings_table(model, likely, names);
  if (!savings || progress.stopped()) {
    out.computed = false;
    return out;
  }
  auto masks = minimal_masks(unit_costs(model, *savings), target, names.size());
  out.count = static_cast<int>(masks.size());
  std::stable_sort(masks.begin(), masks.end(),
                   [](std::size_t a, std::size_t b) { return std::popcount(a) < std::popcount(b); });
  if (masks.size() > 10) masks.resize(10);
  const auto drawn = draws_of(model, ranges, seed, draws);
  for (const auto mask : masks) {
    Reaching one;
    const auto members = members_of(mask);
    for (const auto i : members) one.partners.push_back(names[i]);
    one.unit_cost = unit_cost(model, likely, members);
    for (const auto& terms : drawn) one.certainty += unit_cost(model, terms, members) <= target ? 1.0 / draws : 0;
    out.combinations.push_back(std::move(one));
  }
  std::stable_sort(out.combinations.begin(), out.combinations.end(), [](const auto& a, const auto& b) {
    return a.partners.size() != b.partners.size() ? a.partners.size() < b.partners.size() : a.unit_cost < b.unit_cost;
  });
  return out;
}

}  // namespace koepel::scale
