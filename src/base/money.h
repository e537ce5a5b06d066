// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace koepel {

/// An amount in whole euro cents. Never a double: controllers add our columns up.
struct Money {
  std::int64_t cents = 0;

  auto operator<=>(const Money&) const = default;
  friend Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
  friend Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
};

/// Splits `total` in proportion to `weights` (not negative, at least one positive) by largest remainder, so that
/// the parts always add up to the total. Ties go to the earlier part.
[[nodiscard]] std::vector<Money> share_out(Money total, std::span<const double> weights);

}  // namespace koepel
