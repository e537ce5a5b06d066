// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "scale/terms.h"

// Questions asked backwards: at which value of an input is the gain gone; at which volume does the cost per unit come
// down to a target, with what certainty, and who must join for that.

namespace koepel::scale {

/// At which value of one input the ten-year net of all partners together becomes zero, all else at its likely value.
struct BreakEven {
  std::string quantity;
  double likely = 0, low = 0, high = 0;
  std::optional<double> at;  ///< none: the gain does not change sign within the range
  bool gain_at_likely = false;
};
/// One per shared term with a range. Bisection, to 1e-9 of the range.
[[nodiscard]] std::vector<BreakEven> break_evens(const CostModel& model, const TermRanges& ranges);

/// Smallest scale at which the cost per unit is within `margin` of the lowest it can become.
struct EfficientScale {
  std::optional<double> units;      ///< activity model; none: variable cost is zero, so it keeps falling
  std::optional<double> thousands;  ///< inhabitants, by research; none: the cluster has no curve
  bool reached = false;             ///< all partners together are that large (units if known, else inhabitants)
};
[[nodiscard]] EfficientScale efficient_scale_of(const CostModel& model, const Terms& terms, double margin);

/// Volume at which one organisation for everybody has a cost per unit of at most `target`.
struct UnitsNeeded {
  double target = 0;                  ///< euro per unit
  std::optional<double> likely;       ///< units; none: the variable cost alone is more than the target
  std::optional<double> nine_in_ten;  ///< enough in 90 % of the draws; none: not even then
  double ever = 0;                    ///< share of the draws in which any volume is enough
  double certainty_together = 0;      ///< share of the draws in which all partners together reach it
};
/// Activity model only.
[[nodiscard]] UnitsNeeded units_needed(const CostModel& model, const TermRanges& ranges, double target,
                                       std::uint64_t seed, int draws);

/// Partners who together reach the target, none to spare.
struct Reaching {
  std::vector<std::string> partners;
  double unit_cost = 0;  ///< euro, likely
  double certainty = 0;  ///< share of the draws in which they reach it
};
struct Joiners {
  std::vector<Reaching> combinations;  ///< smallest first, then cheapest; at most ten
  int count = 0;                       ///< of all inclusion-minimal combinations
  bool computed = true;                ///< false: stopped, or more than most_partners
};
/// Every inclusion-minimal combination whose joint cost per unit is at most `target`. Activity model. O(n 2^n).
[[nodiscard]] Joiners who_must_join(const CostModel& model, const TermRanges& ranges, double target, std::uint64_t seed,
                                    int draws, const Progress& progress = {});

}  // namespace koepel::scale
