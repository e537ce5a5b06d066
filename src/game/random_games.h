// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "base/random.h"
#include "game/game.h"

// Games for tests: drawn by the recipes of the literature, and with many ties.

namespace koepel::game {

/// Recipes 1, 2 and 4 of Benedek, Fliege & Nguyen (2021), here from our own generator; 5: few different values, so many
/// ties; 6: the value depends on the size only; 7: additive with a dummy player; 8: zero.
inline Game recipe(int type, int n, Random& random) {
  Game game{n, Kind::savings, std::vector<double>(std::size_t{1} << n)};
  const auto below = [&](int k) { return static_cast<double>(random.below(static_cast<std::uint32_t>(k))); };
  std::vector<double> by_size, own;
  for (int i = 0; i <= n; ++i) by_size.push_back(i == 0 ? 0 : below(50) - 10), own.push_back(i == 0 ? 0 : below(9));
  for (std::size_t s = 1; s < game.value.size(); ++s) {
    const int size = std::popcount(s);
    auto& v = game.value[s];
    if (type == 1 && size > 1) v = 1 + below(100 * size);
    if (type == 2 && size > 1) v = 1 + below(50 * n);
    if (type == 4 && size > 1) v = 1 + below(n);
    if (type == 5) v = below(3);
    if (type == 6) v = by_size[static_cast<std::size_t>(size)];
    for (std::size_t i = 0; type == 7 && i < own.size() - 1; ++i) v += (s >> i & 1) != 0 ? own[i] : 0;
  }
  if (type == 1) game.value.back() = 100 * std::max(0, n - 2) + below(201);
  return game;
}

/// Any of the recipes, 1 to 7 players, half of them as a cost game.
inline Game random_game(Random& random) {
  constexpr int types[] = {1, 2, 4, 5, 6, 7, 8};
  const int type = types[random.below(7)];
  Game game = recipe(type, 1 + static_cast<int>(random.below(7)), random);
  if (random.below(2) == 1) {
    game.kind = Kind::cost;
    for (double& v : game.value) v = v == 0 ? 0 : -v;
  }
  return game;
}

inline std::pair<double, std::vector<double>> bankruptcy(Random& random) {
  std::vector<double> claims(2 + random.below(5));
  double all = 0;
  for (auto& claim : claims) all += claim = 1 + random.below(400);
  return {random.below(static_cast<std::uint32_t>(all) + 1), claims};
}

/// Aumann & Maschler (1985): everybody gets half its claim at most when the estate is at most half of all claims, by
/// equal awards; otherwise equal losses. Written from the rule, for comparison only: the water level by bisection.
inline std::vector<double> talmud_rule(double estate, const std::vector<double>& claims) {
  double all = 0;
  for (const double c : claims) all += c;
  const bool losses = estate > all / 2;
  const double amount = losses ? all - estate : estate;
  double low = 0, high = all;
  for (int i = 0; i < 200; ++i) {
    const double level = (low + high) / 2;
    double used = 0;
    for (const double c : claims) used += std::min(c / 2, level);
    (used < amount ? low : high) = level;
  }
  std::vector<double> awards;
  for (const double c : claims) awards.push_back(losses ? c - std::min(c / 2, low) : std::min(c / 2, low));
  return awards;
}

}  // namespace koepel::game
