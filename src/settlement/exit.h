// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/money.h"

namespace koepel::settlement {

/// What a partner that leaves still owes (uittreedsom), year by year.
struct ExitSum {
  std::vector<Money> per_year;
  Money total;
};

/// Run-off: the last contribution, falling in equal steps to nothing: with five years 100, 80, 60, 40 and 20 percent.
[[nodiscard]] ExitSum run_off(Money last_contribution, int years);

/// Actual loss: only the part of the contribution that the others cannot get rid of (`stranded_share` in [0, 1]),
/// falling in the same steps.
[[nodiscard]] ExitSum actual_loss(Money last_contribution, double stranded_share, int years);

}  // namespace koepel::settlement
