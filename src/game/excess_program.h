// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <Eigen/Core>
#include <vector>

#include "game/game.h"

namespace koepel::game {

/// One line of the linear program "divide so that the largest excess is least".
struct Line {
  enum class Kind {
    fixed,  ///< x(S) = value: settled
    alone,  ///< x(S) >= value: nobody gets less than alone
    excess  ///< x(S) + weight * e >= value
  };
  Kind kind = Kind::excess;
  Coalition coalition = 0;
  int weight = 1;
  double value = 0;

  bool operator==(const Line&) const = default;
};

/// The least largest excess e with a division x, over the lines known so far: a simplex method on the dual (one
/// multiplier per line, as many lines in the basis as players + 1), to which lines are added as they turn out to be
/// violated. Players at most 63; each step solves dense systems of players + 1 unknowns.
class ExcessProgram {
 public:
  /// `basis`: players + 1 lines, independent, with multipliers that are not negative (except at fixed lines).
  ExcessProgram(int players, std::vector<Line> basis, double tolerance);

  enum class Outcome { optimal, stuck };
  /// Improves until no line of `pool` is violated by more than the tolerance. `stuck` when rounding spoils the basis.
  [[nodiscard]] Outcome solve(const std::vector<Line>& pool);

  [[nodiscard]] const std::vector<double>& division() const { return division_; }
  [[nodiscard]] double largest_excess() const { return excess_; }
  /// The lines that hold with equality in every optimum, because their multiplier is positive: which multipliers are
  /// zero is decided exactly. Fixed lines are not named.
  [[nodiscard]] std::vector<Line> binding() const;

 private:
  void refresh();
  [[nodiscard]] double violation(const Line& line) const;
  [[nodiscard]] int entering(const std::vector<Line>& pool, bool cautious) const;
  [[nodiscard]] int leaving(const Line& line, bool cautious, double& step) const;

  int players_;
  std::vector<Line> basis_;
  double tolerance_;
  Eigen::MatrixXd inverse_;
  Eigen::VectorXd multipliers_;
  std::vector<double> division_;
  double excess_ = 0;
};

}  // namespace koepel::game
