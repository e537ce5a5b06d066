// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "base/money.h"

namespace koepel::settlement {

/// A year's cost of the joint body: what does not move with use, and what does.
struct YearCost {
  Money fixed;
  Money variable;
};

/// One partner's year: four advances, what it owes in the end, and the difference (above zero: it still pays).
struct SettledPartner {
  std::vector<Money> advances;  ///< per quarter, adding up to the budgeted contribution
  Money final_contribution;
  Money settlement;
};

struct SettledYear {
  std::vector<SettledPartner> partners;
  Money kept_by_body;  ///< loss (above zero) or profit (below zero) that stays with the body
};

/// What a fixed and variable key needs: amounts per partner, each with a positive sum.
struct YearUse {
  std::span<const double> fixed;     ///< by which the fixed part is shared, e.g. inhabitants
  std::span<const double> budgeted;  ///< by which the variable part was budgeted, e.g. workplaces
  std::span<const double> actual;    ///< and what it turned out to be
};

/// Fixed plus variable key: advances by the budget, settled on actual cost and actual use. The body keeps nothing.
[[nodiscard]] SettledYear settle_on_actuals(YearCost budget, YearCost actual, const YearUse& use);

/// Price times quantity: the variable part is paid at the budgeted price per unit (rounded to the cent), the fixed part
/// as budgeted. What the actual cost is above that stays with the body.
[[nodiscard]] SettledYear settle_on_price(YearCost budget, YearCost actual, const YearUse& use);

/// The price per unit that covers the cost at the budgeted quantity, to the cent. `quantity` > 0.
[[nodiscard]] Money price_per_unit(Money cost, double quantity);

}  // namespace koepel::settlement
