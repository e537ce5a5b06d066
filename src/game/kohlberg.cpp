// SPDX-License-Identifier: EUPL-1.2
// In: a game and a division. Out: whether the division is the nucleolus. Face: satisfies_kohlberg().
#include "game/kohlberg.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/ensure.h"

namespace koepel::game {

namespace {

__extension__ typedef __int128 Whole;
using Row = std::vector<Whole>;

/// Phase one of the simplex method in whole numbers (Edmonds' pivoting: all entries share the last pivot as
/// denominator, every division comes out even), with Bland's rule: is there z >= 0 with A z = b, b >= 0?
class Feasibility {
 public:
  /// Each row of `rows` ends in its b.
  explicit Feasibility(std::vector<Row> rows) : rows_(std::move(rows)), goal_(rows_.front().size(), 0) {
    for (const auto& row : rows_)
      for (std::size_t j = 0; j < row.size(); ++j) goal_[j] += row[j];
    basis_.assign(rows_.size(), goal_.size());  // artificial
  }

  bool holds() {
    const std::size_t last = goal_.size() - 1;
    while (goal_[last] > 0) {
      std::size_t in = 0;
      while (in < last && goal_[in] <= 0) ++in;
      if (in == last) return false;
      pivot(leaving(in), in);
    }
    return true;
  }

 private:
  std::size_t leaving(std::size_t in) const {
    std::size_t best = rows_.size();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r][in] <= 0) continue;
      if (best == rows_.size()) {
        best = r;
        continue;
      }
      const Whole a = rows_[r].back() * rows_[best][in], b = rows_[best].back() * rows_[r][in];
      if (a < b || (a == b && basis_[r] < basis_[best])) best = r;
    }
    ENSURE(best < rows_.size());
    return best;
  }

  void pivot(std::size_t out, std::size_t in) {
    const Row row = rows_[out];
    const Whole by = row[in];
    const auto eliminate = [&](Row& other) {
      const Whole factor = other[in];
      for (std::size_t j = 0; j < other.size(); ++j) other[j] = (other[j] * by - factor * row[j]) / denominator_;
    };
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (r != out) eliminate(rows_[r]);
    eliminate(goal_);
    denominator_ = by;
    basis_[out] = in;
  }

  std::vector<Row> rows_;
  Row goal_;
  std::vector<std::size_t> basis_;
  Whole denominator_ = 1;
};

/// Rank of 0/1 vectors, in whole numbers without a common factor.
class Rank {
 public:
  explicit Rank(int players) : players_(players) {}
  void add(Coalition coalition) {
    Row row;
    for (int i = 0; i < players_; ++i) row.push_back(static_cast<Whole>(coalition >> i & 1));
    for (const auto& [pivot, other] : rows_) {
      const Whole a = other[pivot], b = row[pivot];
      if (b == 0) continue;
      for (std::size_t j = 0; j < row.size(); ++j) row[j] = row[j] * a - other[j] * b;
      reduce(row);
    }
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != 0) return rows_.emplace_back(j, std::move(row)), void();
  }
  [[nodiscard]] bool full() const { return static_cast<int>(rows_.size()) == players_; }

 private:
  static void reduce(Row& row) {
    Whole divisor = 0;
    for (Whole entry : row) {
      entry = entry < 0 ? -entry : entry;
      while (entry != 0) std::swap(divisor, entry), entry %= divisor;
    }
    if (divisor > 1)
      for (auto& entry : row) entry /= divisor;
  }
  int players_;
  std::vector<std::pair<std::size_t, Row>> rows_;
};

double excess_of(const Game& game, const std::vector<double>& shares, Measure measure, Coalition s) {
  double more = game.value[s];
  for (int i = 0; i < game.players; ++i)
    if ((s >> i & 1) != 0) more -= shares[static_cast<std::size_t>(i)];
  if (game.kind == Kind::cost) more = -more;
  return measure == Measure::per_capita ? more / std::popcount(s) : more;
}

struct Ranked {
  double excess;
  Coalition coalition;
};

/// All coalitions but nobody and everybody, largest excess first.
std::vector<Ranked> ranked(const Game& game, const std::vector<double>& shares, Measure measure) {
  std::vector<Ranked> all;
  for (Coalition s = 1; s + 1 < game.value.size(); ++s) all.push_back({excess_of(game, shares, measure, s), s});
  std::sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) { return a.excess > b.excess; });
  return all;
}

double gain_over_alone(const Game& game, const std::vector<double>& shares, int i) {
  const double more = shares[static_cast<std::size_t>(i)] - game.value[std::size_t{1} << i];
  return game.kind == Kind::cost ? -more : more;
}

}  // namespace

bool is_balanced(int players, const std::vector<Coalition>& collection, Coalition helpers) {
  // Weights 1 + m with m >= 0 (the scale is free): t * everybody - sum m S - sum h i = sum S, t, m, h >= 0.
  std::vector<Row> rows;
  for (int i = 0; i < players; ++i) {
    Row row{1};
    Whole covered = 0;
    for (const auto s : collection) {
      row.push_back(-static_cast<Whole>(s >> i & 1));
      covered += static_cast<Whole>(s >> i & 1);
    }
    for (int j = 0; j < players; ++j)
      if ((helpers >> j & 1) != 0) row.push_back(i == j ? -1 : 0);
    row.push_back(covered);
    rows.push_back(std::move(row));
  }
  return Feasibility(std::move(rows)).holds();
}

bool satisfies_kohlberg(const Game& game, const std::vector<double>& shares, Measure measure, double tolerance) {
  double scale = 0, sum = 0, spare = game.value.back();
  for (const double v : game.value) scale = std::max(scale, std::abs(v));
  for (const double x : shares) sum += x;
  const double near = tolerance * scale;
  if (std::abs(sum - game.value.back()) > near) return false;
  for (int i = 0; i < game.players; ++i) spare -= game.value[std::size_t{1} << i];
  Coalition helpers = 0;
  if ((game.kind == Kind::cost ? -spare : spare) >= -near)
    for (int i = 0; i < game.players; ++i) {
      const double gain = gain_over_alone(game, shares, i);
      if (gain < -near) return false;
      if (gain <= near) helpers |= Coalition{1} << i;
    }
  const auto all = ranked(game, shares, measure);
  std::vector<Coalition> collection;
  Rank rank(game.players);
  for (std::size_t at = 0; at < all.size() && !rank.full();) {
    // The next group of equal excesses: chained, so that rounding does not split a tie.
    do {
      collection.push_back(all[at].coalition);
      rank.add(all[at].coalition);
      ++at;
    } while (at < all.size() && all[at - 1].excess - all[at].excess <= near);
    if (!is_balanced(game.players, collection, helpers)) return false;
  }
  return true;
}

}  // namespace koepel::game
