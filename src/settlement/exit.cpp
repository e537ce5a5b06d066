// SPDX-License-Identifier: EUPL-1.2
// The last contribution in, what leaving costs year by year out. The faces are run_off and actual_loss.
#include "settlement/exit.h"

#include <cmath>

#include "base/ensure.h"

namespace koepel::settlement {

ExitSum actual_loss(Money last_contribution, double stranded_share, int years) {
  ENSURE(years >= 0 && stranded_share >= 0 && stranded_share <= 1);
  ExitSum sum;
  for (int year = 0; year < years; ++year) {
    const double left = static_cast<double>(years - year) / years;
    sum.per_year.push_back({std::llround(static_cast<double>(last_contribution.cents) * stranded_share * left)});
    sum.total = sum.total + sum.per_year.back();
  }
  return sum;
}

ExitSum run_off(Money last_contribution, int years) { return actual_loss(last_contribution, 1, years); }

}  // namespace koepel::settlement
