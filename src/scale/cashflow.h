// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "scale/terms.h"

namespace koepel::scale {

inline constexpr int horizon = 10;  ///< years that are looked ahead

/// One year of one partner, in cents. Costs are negative, so that the parts add up to `net` exactly.
struct CashYear {
  Money saving;  ///< grows in equal steps until the years to the saving have passed
  Money coordination;
  Money tax_and_interest;
  Money friction;   ///< one-off, first year
  Money stranded;   ///< overhead that stays behind, falling to zero
  Money unwinding;  ///< expected cost of coming apart, spread evenly
  Money net;
};

/// Ten years of one partner. What is joint is divided by own cost of today: a neutral rule, no advice on a cost key.
struct CashFlow {
  std::string partner;
  std::array<CashYear, horizon> years;
  Money total;
  std::optional<int> payback;  ///< first year after which it has gained and stays so; none: never within ten years
  bool stranded_known = true;  ///< false: no FTE, so overhead that stays behind is missing from it
};

/// Cash flow of every partner of the model, in its order, all of them together. The partner with the largest own cost
/// is the host, and keeps its overhead in use, unless the form has an organisation of its own.
[[nodiscard]] std::vector<CashFlow> cash_flows(const CostModel& model, const Terms& terms);

/// Its ten years added up, part by part.
[[nodiscard]] CashYear ten_years(const CashFlow& flow);

/// Net of all partners over the ten years, euro: what cash_flows adds up to, before rounding. O(n).
[[nodiscard]] double ten_year_net(const CostModel& model, const Terms& terms);

}  // namespace koepel::scale
