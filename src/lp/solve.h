// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "lp/model.h"

namespace koepel::lp {

/// How a computation ended. All are honest answers. After `limit` and `stopped` the best found so far may be there.
enum class Status {
  optimal,     ///< proven best
  infeasible,  ///< proven: no choice meets every condition
  unbounded,   ///< proven: the objective can be made as good as one likes
  limit,       ///< a limit of `Limits` was reached first
  stopped      ///< Progress said stop
};

/// Limits that give the same answer on every machine (no clock: a time limit lives in Progress::stop).
struct Limits {
  int iterations = 100'000'000;  ///< simplex iterations of a linear programme
  int nodes = 1'000'000;         ///< branch-and-bound nodes of an integer programme
  double gap = 0;                ///< stop when |bound - objective| <= gap (units of the objective)
  std::optional<double> cutoff;  ///< integer programmes: only solutions better than this are of interest
};

/// `primal` is empty when no solution is known. `dual` (per row) and `reduced_cost` (per column) belong to linear
/// programmes only: the change of the objective per unit of the row's limit, and cost - sum(dual * factor).
struct Solution {
  Status status = Status::limit;
  double objective = 0;  ///< of `primal`
  double bound = 0;      ///< no solution can be better than this; infinite when nothing is proven
  std::vector<double> primal;
  std::vector<double> dual;
  std::vector<double> reduced_cost;
  int iterations = 0;
  int nodes = 0;

  [[nodiscard]] bool found() const { return !primal.empty(); }
};

/// Solves the programme with CLP (linear) or CBC (with integer columns), on one thread, silently; same model, same
/// answer. Problems: "lp.malformed" (a number that is none, an index that does not exist), "lp.numerical" (the
/// solver lost its footing). Tolerance 1e-7 on conditions. Source: COIN-OR CLP 1.17, CBC 2.10.
[[nodiscard]] Result<Solution> solve(const Model& model, const Limits& limits = {}, const Progress& progress = {});

}  // namespace koepel::lp
