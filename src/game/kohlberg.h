// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "game/search.h"

namespace koepel::game {

/// Whether the collection is balanced with help: positive weights for every coalition of it and weights not negative
/// for the single players in `helpers`, so that each player counts one in all. Exact: whole-number simplex.
[[nodiscard]] bool is_balanced(int players, const std::vector<Coalition>& collection, Coalition helpers);

/// Kohlberg's criterion (1971): a division is the nucleolus if and only if every collection of the coalitions with the
/// largest excesses is balanced, with the help of the players who get no more than alone (none of those when no
/// division gives all their own: then this is Sobolev's criterion of the pre-nucleolus). Excesses closer than
/// `tolerance` times the largest value count as equal. Proves or refutes an answer without knowing how it was found;
/// shares nothing with the solver but the table. For checking: up to about 20 players.
[[nodiscard]] bool satisfies_kohlberg(const Game& game, const std::vector<double>& shares,
                                      Measure measure = Measure::total, double tolerance = 1e-9);

}  // namespace koepel::game
