// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/progress.h"
#include "game/game.h"

namespace koepel::game {

/// The Shapley value (1953): each player's average contribution over all orders of joining. One stream over the table.
[[nodiscard]] std::vector<double> shapley(const Game& game);

/// The Banzhaf value (1965): each player's average contribution over all coalitions of the others. Does not add up to
/// the value of all together. One stream over the table.
[[nodiscard]] std::vector<double> banzhaf(const Game& game);

/// The Banzhaf values in proportion, made to add up to the value of all together; empty when they add up to zero.
[[nodiscard]] std::vector<double> normalised_banzhaf(const Game& game);

/// The Owen value (1977): the Shapley value when players come in blocks (a priori unions) that join as a whole.
/// `blocks` divides the players: each in one block. Cost: sum over blocks of 2^(blocks - 1 + players in it).
[[nodiscard]] std::vector<double> owen(const Game& game, std::span<const Coalition> blocks);

/// What a coalition is worth, for games without a table: up to 63 players. Called many times: keep it cheap.
using Oracle = std::function<double(Coalition)>;

struct SampledValue {
  std::vector<double> shares;           ///< add up to the value of all together
  std::vector<double> standard_errors;  ///< of each share, from the spread over the orders drawn
  int orders = 0;                       ///< pairs of orders drawn; fewer than asked when stopped
};

/// The Shapley value by drawing orders of joining, each with its reverse (antithetic), so that errors partly cancel.
/// Cost: 2 * players * orders calls of the oracle. At least two pairs are needed for a standard error.
[[nodiscard]] SampledValue sampled_shapley(int players, const Oracle& value, int orders, std::uint64_t seed,
                                           const Progress& progress = {});

}  // namespace koepel::game
