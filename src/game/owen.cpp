// SPDX-License-Identifier: EUPL-1.2
// In: a game and its blocks. Out: the Owen value. Face: owen().
#include <bit>

#include "base/ensure.h"
#include "game/values.h"

namespace koepel::game {

namespace {

/// weight[s]: the chance that exactly a given set of s of the n-1 others comes before a player.
std::vector<double> order_weights(int n) {
  std::vector<double> weight(static_cast<std::size_t>(n));
  weight[0] = 1.0 / n;
  for (int s = 1; s < n; ++s)
    weight[static_cast<std::size_t>(s)] = weight[static_cast<std::size_t>(s - 1)] * s / (n - s);
  return weight;
}

/// Adds to every player of `block` its expected contribution when `before` is there already, with chance `chance`.
void join_block(const Game& game, Coalition before, Coalition block, double chance, std::vector<double>& shares) {
  const auto weight = order_weights(std::popcount(block));
  for (Coalition inside = block;; inside = (inside - 1) & block) {
    const double value = chance * game.value[before | inside];
    const auto size = static_cast<std::size_t>(std::popcount(inside));
    for (Coalition rest = block; rest != 0; rest &= rest - 1) {
      const auto player = static_cast<std::size_t>(std::countr_zero(rest));
      if ((inside >> player & 1) != 0)
        shares[player] += weight[size - 1] * value;
      else
        shares[player] -= weight[size] * value;
    }
    if (inside == 0) break;
  }
}

}  // namespace

std::vector<double> owen(const Game& game, std::span<const Coalition> blocks) {
  Coalition seen = 0;
  for (const auto block : blocks) {
    ENSURE(block != 0 && (block & seen) == 0);
    seen |= block;
  }
  ENSURE(seen == game.everybody());
  const auto weight = order_weights(static_cast<int>(blocks.size()));
  std::vector<double> shares(static_cast<std::size_t>(game.players));
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (Coalition joined = 0; joined < Coalition{1} << blocks.size(); ++joined) {
      if ((joined >> b & 1) != 0) continue;
      Coalition before = 0;
      for (std::size_t k = 0; k < blocks.size(); ++k)
        if ((joined >> k & 1) != 0) before |= blocks[k];
      join_block(game, before, blocks[b], weight[static_cast<std::size_t>(std::popcount(joined))], shares);
    }
  return shares;
}

}  // namespace koepel::game
