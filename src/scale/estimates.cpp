// SPDX-License-Identifier: EUPL-1.2
// A quantity, a study and a pack in; the range that holds and draws from it out. Faces: range_of, draw, spread_of.
#include "scale/estimates.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::scale {

namespace {

Range as_range(const Estimate& estimate) {
  const bool certain = !estimate.low && !estimate.high;
  return {estimate.low.value_or(estimate.value),
          estimate.value,
          estimate.high.value_or(estimate.value),
          !certain,
          true,
          estimate.origin};
}

/// The engine divides by these: zero hours or kilograms would be a plan without end.
bool divides(const Quantity& quantity) {
  const std::string& unit = quantity.unit;
  return unit == "hours" || unit == "days" || unit == "km_per_hour" || unit == "kg" ||
         quantity.id == "waste.presented_share";
}

bool possible(const Estimate& estimate, const Quantity& quantity) {
  const Range range = as_range(estimate);
  const bool finite = std::isfinite(range.low) && std::isfinite(range.value) && std::isfinite(range.high);
  return finite && range.low >= 0 && range.low <= range.value && range.value <= range.high &&
         (quantity.unit != "share" || range.high <= 1) && (range.low > 0 || !divides(quantity));
}

/// 0: does not apply.
int specificity(const Estimate& e, const std::string& task, const std::string& partner) {
  if ((!e.task.empty() && e.task != task) || (!e.partner.empty() && e.partner != partner)) return 0;
  return 1 + (e.task.empty() ? 0 : 2) + (e.partner.empty() ? 0 : 1);
}

}  // namespace

Range range_of(const Study& study, const MethodPack& pack, const std::string& id, const std::string& task,
               const std::string& partner) {
  const Quantity& own = quantity(pack, id);
  Range best{own.low, own.value, own.high, own.drawn, false, {}};
  int reached = 0;
  for (const auto& estimate : study.estimates) {
    if (estimate.quantity != id || !possible(estimate, own)) continue;
    const int now = specificity(estimate, task, partner);
    if (now == 0 || now < reached) continue;
    reached = now;
    best = as_range(estimate);
  }
  return best;
}

std::vector<Message> estimate_faults(const Study& study, const MethodPack& pack) {
  std::vector<Message> faults;
  for (const auto& estimate : study.estimates) {
    const auto* known = find_quantity(pack, estimate.quantity);
    if (known == nullptr)
      faults.push_back({"scale.fault.quantity_unknown", {word("quantity", estimate.quantity)}});
    else if (estimate.quantity != "settlement.population_growth" && !possible(estimate, *known))  // may shrink
      faults.push_back({"scale.fault.range_impossible", {term("quantity", "quantity", estimate.quantity)}});
  }
  return faults;
}

double draw(const Range& range, Random& random) {
  if (!range.drawn || range.high <= range.low) return range.value;
  const double u = random.uniform(), width = range.high - range.low, left = range.value - range.low;
  if (u * width < left) return range.low + std::sqrt(u * width * left);
  return range.high - std::sqrt((1 - u) * width * (range.high - range.value));
}

Spread spread_of(std::vector<double>& values) {
  ENSURE(!values.empty());
  Spread out;
  double sum = 0, below = 0;
  for (const double value : values) {
    sum += value;
    below += value < 0 ? 1 : 0;
  }
  const auto n = static_cast<double>(values.size());
  const auto at = [&](double share) {
    const auto k = values.begin() + static_cast<std::ptrdiff_t>(share * (n - 1));
    std::nth_element(values.begin(), k, values.end());
    return *k;
  };
  out.worst = *std::min_element(values.begin(), values.end());
  out.band = {at(0.1), sum / n, at(0.9)};
  out.loss_chance = below / n;
  return out;
}

}  // namespace koepel::scale
