// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "game/game.h"

namespace koepel::game {

/// The span of coalitions seen as 0/1 vectors, and of rows of small integers, by arithmetic modulo the prime 2^61 - 1.
/// That is exact, not approximate: a minor of a 0/1 matrix of n columns is at most (n+1)^((n+1)/2) / 2^n (Hadamard),
/// below the prime for n <= 36, and so is zero modulo the prime only when it is zero. For more players a wrong answer
/// has a chance of about 1e-18 a test.
class ExactSpan {
 public:
  explicit ExactSpan(int players);

  /// Takes the coalition in; false when it was in the span already. O(n^2).
  bool add(Coalition coalition);
  [[nodiscard]] bool contains(Coalition coalition) const;
  [[nodiscard]] int rank() const { return static_cast<int>(rows_.size()); }

  /// A fixed vector z (modulo the prime) orthogonal to the span, otherwise as if drawn at random: z(S) != 0 proves that
  /// S is outside the span.
  [[nodiscard]] std::vector<std::uint64_t> witness() const;

 private:
  using Row = std::vector<std::uint64_t>;
  [[nodiscard]] Row reduced(Coalition coalition) const;

  int players_;
  std::vector<Row> rows_;    ///< in reduced echelon form
  std::vector<int> pivots_;  ///< column of each row's leading one
};

inline constexpr std::uint64_t span_prime = (std::uint64_t{1} << 61) - 1;

/// Which entries of the solution of `columns` * z = `right` are zero, exactly; the matrix is square and regular, its
/// entries small integers, column after column.
[[nodiscard]] std::vector<bool> exact_zeros(std::vector<std::vector<int>> columns, const std::vector<int>& right);

}  // namespace koepel::game
