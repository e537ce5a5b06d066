// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "base/progress.h"
#include "game/search.h"
#include "game/values.h"

namespace koepel::game {

struct LargeNucleolus {
  std::vector<double> shares;  ///< add up to the value of all together
  std::vector<double> levels;  ///< the least largest excess per level, over the coalitions found
  double largest_excess = 0;   ///< the largest that was found, against `shares`
  bool complete = false;       ///< false: stopped on the way
};

/// The nucleolus of a savings game without a table, 2 to 63 players, by constraint generation: coalitions are sought by
/// climbing from `starts` starting points (single players, all but one, and coalitions drawn at random), a player more
/// or fewer at a time. This search is heuristic: a worse coalition may exist that no climb reached. What is certain:
/// levels[0] is at most the true least largest excess, and `largest_excess` at most the true largest excess of
/// `shares`. Nothing bounds them from above. Cost: about starts * players^2 calls of the oracle per search.
[[nodiscard]] LargeNucleolus large_nucleolus(int players, const Oracle& value, int starts, std::uint64_t seed,
                                             const Progress& progress = {});

}  // namespace koepel::game
