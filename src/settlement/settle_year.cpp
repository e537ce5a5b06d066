// SPDX-License-Identifier: EUPL-1.2
// Budget, actual cost and use in, advances and settlement per partner out. The faces are settle_on_actuals and
// settle_on_price.
#include "settlement/settle_year.h"

#include <array>
#include <cmath>
#include <numeric>

#include "base/ensure.h"

namespace koepel::settlement {

namespace {

std::vector<Money> by_key(YearCost cost, std::span<const double> fixed, std::span<const double> variable) {
  auto pays = share_out(cost.fixed, fixed);
  const auto more = share_out(cost.variable, variable);
  for (std::size_t p = 0; p < pays.size(); ++p) pays[p] = pays[p] + more[p];
  return pays;
}

SettledYear settled(const std::vector<Money>& budgeted, const std::vector<Money>& final_contributions, Money cost) {
  constexpr std::array<double, 4> quarters{1, 1, 1, 1};
  SettledYear year;
  year.kept_by_body = cost;
  for (std::size_t p = 0; p < budgeted.size(); ++p) {
    year.partners.push_back(
        {share_out(budgeted[p], quarters), final_contributions[p], final_contributions[p] - budgeted[p]});
    year.kept_by_body = year.kept_by_body - final_contributions[p];
  }
  return year;
}

}  // namespace

SettledYear settle_on_actuals(YearCost budget, YearCost actual, const YearUse& use) {
  return settled(by_key(budget, use.fixed, use.budgeted), by_key(actual, use.fixed, use.actual),
                 actual.fixed + actual.variable);
}

SettledYear settle_on_price(YearCost budget, YearCost actual, const YearUse& use) {
  const double quantity = std::accumulate(use.budgeted.begin(), use.budgeted.end(), 0.0);
  const Money price = price_per_unit(budget.variable, quantity);
  auto final_contributions = share_out(budget.fixed, use.fixed);
  for (std::size_t p = 0; p < final_contributions.size(); ++p)
    final_contributions[p].cents += std::llround(static_cast<double>(price.cents) * use.actual[p]);
  return settled(by_key(budget, use.fixed, use.budgeted), final_contributions, actual.fixed + actual.variable);
}

Money price_per_unit(Money cost, double quantity) {
  ENSURE(quantity > 0);
  return {std::llround(static_cast<double>(cost.cents) / quantity)};
}

}  // namespace koepel::settlement
