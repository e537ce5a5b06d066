// SPDX-License-Identifier: EUPL-1.2
// What the files of this folder share; nobody else includes it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coalition/division.h"

namespace koepel::coalition {

/// Partners as the bits of a number; at most 25.
using Mask = std::uint32_t;

[[nodiscard]] Team members(Mask team);
[[nodiscard]] Mask mask_of(std::span<const int> team);

/// Sums of prices over every team, by two halves, so that a pass over the table needs one addition per entry.
struct PriceSums {
  PriceSums(std::span<const double> prices, int partners);
  [[nodiscard]] double of(Mask team) const { return low[team & (low.size() - 1)] + high[team >> low_bits]; }
  int low_bits = 0;
  std::vector<double> low, high;
};

/// Prices per partner such that every team's price is at least its value: their sum bounds every division.
struct Prices {
  std::vector<double> of_partner;
  double total = 0;
};

/// The best of such prices, by column generation over the table. None when no division exists at all (not even a
/// fractional one), or when stopped.
struct PriceOutcome {
  std::optional<Prices> prices;
  bool stopped = false;
};
[[nodiscard]] Result<PriceOutcome> find_prices(std::span<const std::int64_t> values, int partners, const Progress&);

/// A division as masks, with its value.
struct MaskDivision {
  std::vector<Mask> teams;
  std::int64_t value = 0;
};

/// The best division worth more than `least`, given prices; none and `proven`: there is no such division. `gave_up`:
/// more work than another way would be.
struct SearchOutcome {
  std::optional<MaskDivision> division;
  bool proven = false;
  bool gave_up = false;
};
[[nodiscard]] SearchOutcome search(std::span<const std::int64_t> values, int partners, const Prices&, const Progress&,
                                   std::optional<std::int64_t> least = {});

/// Plain dynamic programming, 3^n / 2 steps. None when no division exists, or when stopped.
[[nodiscard]] std::optional<MaskDivision> plain_division(std::span<const std::int64_t> values, int partners,
                                                         const Progress& progress);

/// A team of this many partners leaves fewer than half, or just half: a division holds at most one, or two halves.
[[nodiscard]] constexpr int large_team(int partners) { return (partners + 1) / 2; }

/// The best division that holds a team of large_team(partners) or more: a fifteenth of the steps of the plain way at
/// n = 19. None when no such division exists, or when stopped.
[[nodiscard]] std::optional<MaskDivision> division_with_large_team(std::span<const std::int64_t> values, int partners,
                                                                   const Progress& progress);

/// The best division, by way of those with a large team. `gave_up`: the others do not fall short of it clearly enough.
[[nodiscard]] Result<SearchOutcome> search_by_large_team(std::span<const std::int64_t> values, int partners,
                                                         const Progress& progress);

/// `values` with `impossible` wherever a rule is broken.
[[nodiscard]] std::vector<std::int64_t> keep_rules(std::span<const std::int64_t> values, const Rules&, int partners);

}  // namespace koepel::coalition
