// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "coalition/division.h"

namespace koepel::coalition {

/// What it is worth (or costs, when negative) to have both sides of a border in one team.
struct WeightedBorder {
  Pair between;
  std::int64_t weight = 0;
};

/// A game whose value is a sum over borders: a team is worth the weights of the borders inside it. (An induced-subgraph
/// game.) The same border twice counts twice. What partners are worth alone is the same in every division: leave it
/// out.
struct BorderGame {
  int partners = 0;
  std::vector<WeightedBorder> borders;
};

/// The best division of such a game, exact, for any number of partners, without a list of teams. Every team of it hangs
/// together through the borders: parts without a border between them are worth the same as two teams. Equally good
/// divisions: always the same one is chosen. Stopped: the best found so far, with a bound.
/// Problems: "coalition.rule_partner" (a border with nobody, or of a partner with itself),
/// "coalition.value_too_large" (all weights together, without their signs, above 2^50).
/// Cost: at worst exponential in the number of borders with a conflict; a map of hundreds of partners usually takes
/// less than a second. Source: docs/methods/who-with-whom.md.
[[nodiscard]] Result<Division> best_division(const BorderGame& game, const Progress& progress = {});

}  // namespace koepel::coalition
