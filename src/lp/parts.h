// SPDX-License-Identifier: EUPL-1.2
// What the files of this folder share; nobody else includes it.
#pragma once

#include "lp/solve.h"

class CoinPackedMatrix;
class ClpSimplex;

namespace koepel::lp {

/// Every number a number, every index of an existing column, no column twice in a row.
[[nodiscard]] bool well_formed(const Model& model);
/// Some lower limit lies above its upper limit: plainly infeasible (the solvers differ in what they make of it).
[[nodiscard]] bool crossed_bounds(const Model& model);

/// The model as arrays in the solvers' shape, always to be minimised (costs negated when it maximises).
struct Arrays {
  std::vector<double> cost, lower, upper, row_lower, row_upper;
  std::vector<int> rows, columns;
  std::vector<double> factors;

  explicit Arrays(const Model& model);
};

/// Runs the simplex method on what `clp` holds. `sign` is -1 for a model that maximises. `dual_first`: rows came since
/// the last answer; after an optimum its prices still fit, and the dual method is short.
[[nodiscard]] Result<Solution> run_simplex(ClpSimplex& clp, double sign, const Limits&, const Progress&,
                                           bool dual_first = false);
/// Branch and bound by CBC.
[[nodiscard]] Result<Solution> run_branch_and_bound(const Model&, const Limits&, const Progress&);

[[nodiscard]] tl::unexpected<Problems> numerical_trouble(int solver_status);

}  // namespace koepel::lp
