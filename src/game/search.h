// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bit>
#include <functional>
#include <vector>

#include "game/exact_span.h"
#include "game/game.h"

namespace koepel::game {

/// How a coalition's excess is measured: as an amount, or divided by its number of members (per capita).
enum class Measure { total, per_capita };

/// 1, or the number of members. Here, because searches ask it of every coalition.
[[nodiscard]] inline int weight_of(Measure measure, Coalition coalition) {
  return measure == Measure::total ? 1 : std::popcount(coalition);
}

/// A division in "more is better" (charges with the sign turned) and the excess it is held against.
struct Question {
  const std::vector<double>& division;
  double excess = 0;
  const ExactSpan& settled;  ///< coalitions in this span are passed over, also the empty one
};

/// Some coalitions outside the span whose excess is larger than asked, the worst among them; empty: none was found.
using Search = std::function<std::vector<Coalition>(const Question&)>;

/// Looks at every coalition, in one pass over the table with sums of the low and the high players prepared. Exact up to
/// `tolerance`. Keeps the worst of each row of 256, the `most` worst of these. The game must outlive the search.
[[nodiscard]] Search search_table(const Game& game, Measure measure, double tolerance, std::size_t most);

}  // namespace koepel::game
