// SPDX-License-Identifier: EUPL-1.2
// In: a table of values, or the numbers of a well-known kind of game. Out: the game and the excess of a coalition.
// Face: Game, excess().
#include "game/game.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "base/ensure.h"

namespace koepel::game {

namespace {

template <class Value>
Game make(int players, Kind kind, Value value) {
  ENSURE(players >= 1 && players <= most_players);
  Game game{players, kind, std::vector<double>(std::size_t{1} << players)};
  for (Coalition s = 1; s < game.value.size(); ++s) game.value[s] = value(s);
  return game;
}

}  // namespace

bool is_game(const Game& game) {
  if (game.players < 1 || game.players > most_players) return false;
  if (game.value.size() != std::size_t{1} << game.players || game.value[0] != 0) return false;
  return std::all_of(game.value.begin(), game.value.end(), [](double v) { return std::isfinite(v); });
}

double sign_of(const Game& game) { return game.kind == Kind::cost ? -1 : 1; }

double magnitude(const Game& game) {
  double largest = std::numeric_limits<double>::min();
  for (const double v : game.value) largest = std::max(largest, std::abs(v));
  return largest;
}

double total(std::span<const double> shares, Coalition coalition) {
  double sum = 0;
  for (; coalition != 0; coalition &= coalition - 1)
    sum += shares[static_cast<std::size_t>(std::countr_zero(coalition))];
  return sum;
}

double excess(const Game& game, std::span<const double> shares, Coalition coalition) {
  return sign_of(game) * (game.value[coalition] - total(shares, coalition));
}

Game bankruptcy_game(double estate, std::span<const double> claims) {
  const auto players = static_cast<int>(claims.size());
  const double all = total(claims, (Coalition{1} << players) - 1);
  return make(players, Kind::savings, [&](Coalition s) { return std::max(0.0, estate - (all - total(claims, s))); });
}

Game voting_game(double quota, std::span<const double> weights) {
  return make(static_cast<int>(weights.size()), Kind::savings,
              [&](Coalition s) { return total(weights, s) >= quota ? 1.0 : 0.0; });
}

Game airport_game(std::span<const double> needs) {
  return make(static_cast<int>(needs.size()), Kind::cost, [&](Coalition s) {
    double largest = 0;
    for (std::size_t i = 0; i < needs.size(); ++i)
      if ((s >> i & 1) != 0) largest = std::max(largest, needs[i]);
    return largest;
  });
}

}  // namespace koepel::game
