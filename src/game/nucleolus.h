// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/progress.h"
#include "game/search.h"

namespace koepel::game {

/// Rounding allowed in excesses, as a share of the largest value in the table: 1e-11, so 0.01 cent at 1e9 cents.
/// Whether coalitions are tied does not depend on it: that is decided exactly (exact_span.h).
inline constexpr double excess_tolerance = 1e-11;

struct Nucleolus {
  std::vector<double> shares;      ///< in the game's kind; add up to the value of all together
  std::vector<double> levels;      ///< the least largest excess, each smaller than the one before; per head if so asked
  bool stuck = false;              ///< not complete because rounding got in the way, not because it was stopped
  bool complete = false;           ///< false: not finished; `shares` makes at most the first levels least
  bool nobody_below_alone = true;  ///< false: no division gives all at least their own value, so none was asked
                                   ///< for; this is then the pre-nucleolus
  int passes = 0;                  ///< over the table
};

/// The nucleolus (Schmeidler 1969): of the divisions that leave nobody worse off than alone, the one that makes the
/// largest excess least, then the next largest, and so on. With Measure::per_capita each coalition's excess (all but
/// nobody and everybody) is divided by its number of members. One answer always exists. Cost: a pass over the table per
/// search, a few searches per level, at most players - 1 levels; memory: the table and little more.
[[nodiscard]] Nucleolus nucleolus(const Game& game, Measure measure = Measure::total, const Progress& progress = {});

struct LeastCore {
  double excess = 0;                ///< the least largest excess: what must be asked for leaving to keep all together
  std::vector<double> shares;       ///< a division with that largest excess; in the core when there is one
  bool core_exists = false;         ///< excess <= 0, within the tolerance
  std::vector<Coalition> deciding;  ///< the coalitions that keep the excess from being less; a balanced collection
  bool complete = false;            ///< false: stopped, nothing above may be used
};

/// The least core (Maschler, Peleg & Shapley 1979) and with it whether the core exists. With one player there is no
/// other coalition: the core is the one division, excess 0, nothing decides.
[[nodiscard]] LeastCore least_core(const Game& game, const Progress& progress = {});

/// What a coalition would gain by leaving a division; the largest first, ties by coalition.
struct Complaint {
  Coalition coalition = 0;
  double excess = 0;  ///< negative: it would lose by leaving

  bool operator==(const Complaint&) const = default;
};

/// The `most` largest excesses, as amounts or per head, of all coalitions but nobody and everybody. Excesses that
/// differ by less than 1e-9 of the largest value stand in the order of the coalitions. One pass.
[[nodiscard]] std::vector<Complaint> largest_excesses(const Game& game, const std::vector<double>& shares,
                                                      std::size_t most, Measure measure = Measure::total);

}  // namespace koepel::game
