// SPDX-License-Identifier: EUPL-1.2
// In: coalitions. Out: whether another one follows from them, without any tolerance. Face: ExactSpan.
#include "game/exact_span.h"

#include "base/ensure.h"
#include "base/random.h"

namespace koepel::game {

namespace {

using Number = std::uint64_t;
__extension__ typedef unsigned __int128 Wide;

Number times(Number a, Number b) { return static_cast<Number>(static_cast<Wide>(a) * b % span_prime); }
Number minus(Number a, Number b) { return a >= b ? a - b : a + span_prime - b; }
Number plus(Number a, Number b) { return minus(a, b == 0 ? 0 : span_prime - b); }

Number inverse(Number a) {
  Number power = 1;
  for (Number e = span_prime - 2; e != 0; e >>= 1, a = times(a, a))
    if ((e & 1) != 0) power = times(power, a);
  return power;
}

void subtract(std::vector<Number>& row, Number factor, const std::vector<Number>& other) {
  if (factor == 0) return;
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = minus(row[j], times(factor, other[j]));
}

void scale(std::vector<Number>& row, Number factor) {
  for (auto& entry : row) entry = times(entry, factor);
}

Number residue(int value) { return value >= 0 ? static_cast<Number>(value) : span_prime - static_cast<Number>(-value); }

}  // namespace

ExactSpan::ExactSpan(int players) : players_(players) {}

ExactSpan::Row ExactSpan::reduced(Coalition coalition) const {
  Row row(static_cast<std::size_t>(players_));
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = coalition >> j & 1;
  for (std::size_t r = 0; r < rows_.size(); ++r) subtract(row, row[static_cast<std::size_t>(pivots_[r])], rows_[r]);
  return row;
}

bool ExactSpan::contains(Coalition coalition) const {
  for (const Number entry : reduced(coalition))
    if (entry != 0) return false;
  return true;
}

bool ExactSpan::add(Coalition coalition) {
  Row row = reduced(coalition);
  std::size_t pivot = 0;
  while (pivot < row.size() && row[pivot] == 0) ++pivot;
  if (pivot == row.size()) return false;
  scale(row, inverse(row[pivot]));
  for (auto& other : rows_) subtract(other, other[pivot], row);
  rows_.push_back(std::move(row));
  pivots_.push_back(static_cast<int>(pivot));
  return true;
}

std::vector<std::uint64_t> ExactSpan::witness() const {
  Random random(static_cast<std::uint64_t>(rank()), "game.span-witness");
  std::vector<bool> is_pivot(static_cast<std::size_t>(players_));
  for (const int p : pivots_) is_pivot[static_cast<std::size_t>(p)] = true;
  Row z(static_cast<std::size_t>(players_));
  for (std::size_t j = 0; j < z.size(); ++j) z[j] = is_pivot[j] ? 0 : random.bits() % span_prime;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    Number sum = 0;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (!is_pivot[j]) sum = plus(sum, times(rows_[r][j], z[j]));
    z[static_cast<std::size_t>(pivots_[r])] = minus(0, sum);
  }
  return z;
}

std::vector<bool> exact_zeros(std::vector<std::vector<int>> columns, const std::vector<int>& right) {
  const std::size_t n = right.size();
  ENSURE(columns.size() == n);
  std::vector<std::vector<Number>> rows(n, std::vector<Number>(n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) rows[i][j] = residue(columns[j][i]);
    rows[i][n] = residue(right[i]);
  }
  for (std::size_t c = 0; c < n; ++c) {
    std::size_t r = c;
    while (r < n && rows[r][c] == 0) ++r;
    ENSURE(r < n);
    std::swap(rows[c], rows[r]);
    scale(rows[c], inverse(rows[c][c]));
    for (std::size_t i = 0; i < n; ++i)
      if (i != c) subtract(rows[i], rows[i][c], rows[c]);
  }
  std::vector<bool> zero(n);
  for (std::size_t i = 0; i < n; ++i) zero[i] = rows[i][n] == 0;
  return zero;
}

}  // namespace koepel::game
