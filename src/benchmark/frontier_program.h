// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "benchmark/frontier.h"
#include "benchmark/simplex.h"

// The linear program of one unit against all; for frontier*.cpp only.

namespace koepel::benchmark {

/// Units as columns, brought to about 1: rows divided by their means, then each column by its largest entry. Unit j of
/// the table is column j; units that cannot take part are all zero.
struct ScaledUnits {
  int inputs = 0, outputs = 0;
  int first_row = 0;             ///< rows before the inputs (slack-based measure: one)
  bool sum_row = false;          ///< last row: the weights add up
  std::vector<double> row_mean;  ///< inputs first, then outputs
  std::vector<double> shrink;    ///< per unit: what its column was multiplied by
  std::vector<UnitOutcome> outcomes;
  Columns columns;

  [[nodiscard]] int kinds() const { return inputs + outputs; }
};
[[nodiscard]] ScaledUnits scaled_units(const UnitTable& table, Returns returns, int rows_before);

/// Solves unit after unit against the columns, which may be changed between solves (bootstrap).
class FrontierProgram {
 public:
  FrontierProgram(const ScaledUnits& units, const Columns& columns, Returns returns, Orientation orientation);

  /// The unit as it is in `units` against `columns`, in which its own column is a multiple of it in inputs (input
  /// orientation) or outputs. Returns solved, infeasible or not_solved.
  [[nodiscard]] UnitOutcome solve(int unit, bool leave_out_self);
  void be_careful(bool careful) { simplex_.be_careful(careful); }
  /// The same score, found from the faces of the frontier that earlier units were held against: the best of them for
  /// this unit is nearly always the right one or next to it. Many times faster when many units are scored; of several
  /// equally good mixes of peers it may give another one.
  [[nodiscard]] UnitOutcome solve_near(int unit);
  /// The columns have changed: what was learnt of the frontier no longer holds.
  void forget_faces();
  [[nodiscard]] double score() const;
  /// Second phase: the largest sum of slacks at this score.
  [[nodiscard]] bool enlarge_slacks(SlackSum sum);
  void read_out(UnitScore& out) const;

 private:
  void set_up(int unit);
  [[nodiscard]] std::vector<int> first_basis(int unit) const;
  /// Slacks are counted in shares of the unit's own figure (1 where it has none), so that all levels are about 1.
  [[nodiscard]] double slack_size(int kind) const;
  [[nodiscard]] int nearest_face();
  void keep_face();
  [[nodiscard]] int row_of(int kind) const { return units_.first_row + kind; }

  const ScaledUnits& units_;
  const Columns& columns_;
  Returns returns_;
  Orientation orientation_;
  Simplex simplex_;
  int unit_ = -1;
  std::vector<double> faces_;            ///< prices of each face, one after the other
  std::vector<std::vector<int>> bases_;  ///< and its basis
};

}  // namespace koepel::benchmark
