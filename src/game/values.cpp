// SPDX-License-Identifier: EUPL-1.2
// In: a game. Out: each player's average contribution. Face: shapley(), banzhaf().
// Both need only, per player, the sum of weight(|S|) * v(S) over the coalitions S with that player. The table is read
// once, in rows of 2^low values: adding rows up gives the low players' sums, adding each row's values the high ones'.
#include "game/values.h"

#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <cmath>

#include "base/ensure.h"

namespace koepel::game {

namespace {

using Vector = Eigen::ArrayXd;

/// Adds totals[S] to the sum of each member of S; players `first`, `first` + 1, ...
void add_to_members(const Vector& totals, int first, std::vector<double>& sums) {
  for (Eigen::Index s = 1; s < totals.size(); ++s)
    for (auto rest = static_cast<Coalition>(s); rest != 0; rest &= rest - 1)
      sums[static_cast<std::size_t>(first + std::countr_zero(rest))] += totals[s];
}

/// Adds row * weight to the columns, a few at a time; gives the sum of what was added.
double add_weighted(const double* row, const Vector& weight, Vector& columns) {
  using Four = Eigen::Array<double, 4, 1>;
  Four sum = Four::Zero();
  Eigen::Index s = 0;
  for (; s + 4 <= columns.size(); s += 4) {
    const Four added = Eigen::Map<const Four>(row + s) * weight.segment<4>(s);
    columns.segment<4>(s) += added;
    sum += added;
  }
  double rest = 0;
  for (; s < columns.size(); ++s) {
    columns[s] += row[s] * weight[s];
    rest += row[s] * weight[s];
  }
  return sum.sum() + rest;
}

/// Per player the sum of weight[|S|] * v(S) over its coalitions; and, last, over all coalitions.
std::vector<double> member_sums(const Game& game, const std::vector<double>& weight) {
  const int low = std::min(game.players, 10);
  const Eigen::Index width = Eigen::Index{1} << low;
  const Eigen::Index height = Eigen::Index{1} << (game.players - low);
  std::vector<Vector> weights;  // per number of high players in the coalition
  for (int h = 0; h <= game.players - low; ++h) {
    weights.emplace_back(width);
    for (Eigen::Index s = 0; s < width; ++s)
      weights.back()[s] = weight[static_cast<std::size_t>(h + std::popcount(static_cast<Coalition>(s)))];
  }
  Vector columns = Vector::Zero(width);
  Vector rows(height);
  for (Eigen::Index h = 0; h < height; ++h) {
    const auto& here = weights[static_cast<std::size_t>(std::popcount(static_cast<Coalition>(h)))];
    rows[h] = add_weighted(game.value.data() + h * width, here, columns);
  }
  std::vector<double> sums(static_cast<std::size_t>(game.players) + 1);
  add_to_members(columns, 0, sums);
  add_to_members(rows, low, sums);
  sums.back() = rows.sum();
  return sums;
}

}  // namespace

std::vector<double> shapley(const Game& game) {
  // phi_i = sum over S with i of u(|S|) v(S) - T, with u(s) = (s-1)! (n-s-1)! / (n-1)! for s < n, 1/n for s = n,
  // and T the same for every player, so that it follows from the total.
  const auto n = static_cast<std::size_t>(game.players);
  std::vector<double> weight(n + 1);
  if (n > 1) weight[1] = 1.0 / static_cast<double>(n - 1);
  for (std::size_t s = 2; s < n; ++s)
    weight[s] = weight[s - 1] * static_cast<double>(s - 1) / static_cast<double>(n - s);
  weight[n] = 1.0 / static_cast<double>(n);
  auto sums = member_sums(game, weight);
  sums.pop_back();
  double all = 0;
  for (const double s : sums) all += s;
  for (double& s : sums) s += (game.value.back() - all) / static_cast<double>(n);
  return sums;
}

std::vector<double> banzhaf(const Game& game) {
  const double share = std::ldexp(1.0, 1 - game.players);
  auto sums = member_sums(game, std::vector<double>(static_cast<std::size_t>(game.players) + 1, share));
  const double all = sums.back();
  sums.pop_back();
  for (double& s : sums) s = 2 * s - all;
  return sums;
}

std::vector<double> normalised_banzhaf(const Game& game) {
  auto shares = banzhaf(game);
  double all = 0;
  for (const double s : shares) all += s;
  if (std::abs(all) <= 1e-12 * magnitude(game)) return {};
  for (double& s : shares) s *= game.value.back() / all;
  return shares;
}

}  // namespace koepel::game
