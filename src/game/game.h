// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace koepel::game {

/// A set of players: bit i is player i.
using Coalition = std::uint64_t;

inline constexpr int most_players = 25;  ///< with a full table: 2^25 values are 268 MB

/// Savings: a coalition's value is what it can divide, more is better. Cost: what it must pay, less is better.
enum class Kind { savings, cost };

/// A cooperative game: for every coalition what it gains, or pays, on its own.
/// `value` has 2^players entries, indexed by coalition; value[0] = 0. Every solution is given in the game's own kind:
/// amounts received in a savings game, charges in a cost game. A cost game c is solved as the savings game
/// v(S) = sum of c(i) - c(S); for every solution here that is the same as solving -c and turning the sign.
struct Game {
  int players = 0;
  Kind kind = Kind::savings;
  std::vector<double> value;

  [[nodiscard]] Coalition everybody() const { return (Coalition{1} << players) - 1; }
};

/// Whether the table is a game: 1..25 players, 2^players finite values, nothing for nobody.
[[nodiscard]] bool is_game(const Game& game);

/// +1 for savings, -1 for cost: turns a value into "more is better".
[[nodiscard]] double sign_of(const Game& game);

/// The largest value without its sign, at least the smallest positive double. Tolerances are shares of it.
[[nodiscard]] double magnitude(const Game& game);

/// The sum of the shares of a coalition's members.
[[nodiscard]] double total(std::span<const double> shares, Coalition coalition);

/// What a coalition of `game` would gain by leaving: v(S) - x(S) for savings, x(S) - c(S) for cost. Negative: it would
/// lose.
[[nodiscard]] double excess(const Game& game, std::span<const double> shares, Coalition coalition);

/// v(S) = max(0, estate - claims of the others) (O'Neill 1982).
[[nodiscard]] Game bankruptcy_game(double estate, std::span<const double> claims);
/// v(S) = 1 when the weights of S reach the quota, else 0.
[[nodiscard]] Game voting_game(double quota, std::span<const double> weights);
/// c(S) = the largest need in S (Littlechild & Owen 1973).
[[nodiscard]] Game airport_game(std::span<const double> needs);

}  // namespace koepel::game
