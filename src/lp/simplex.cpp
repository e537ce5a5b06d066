// SPDX-License-Identifier: EUPL-1.2
// In: a linear programme inside CLP. Out: its solution in our terms. Face: run_simplex().
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinFinite.hpp>

#include "lp/parts.h"

namespace koepel::lp {
namespace {

// CLP clones its event handler, so the progress is held by pointer.
class StopHandler : public ClpEventHandler {
 public:
  explicit StopHandler(const Progress* progress) : progress_(progress) {}
  int event(Event what) override { return what == endOfIteration && progress_->stopped() ? 5 : -1; }
  ClpEventHandler* clone() const override { return new StopHandler(*this); }

 private:
  const Progress* progress_;
};

constexpr int optimal = 0, infeasible = 1, unbounded = 2, iteration_limit = 3, by_event = 5;

Status meaning(int status) {
  switch (status) {
    case optimal:
      return Status::optimal;
    case infeasible:
      return Status::infeasible;
    case unbounded:
      return Status::unbounded;
    case by_event:
      return Status::stopped;
    default:
      return Status::limit;
  }
}

void read_values(const ClpSimplex& clp, double sign, Solution& solution) {
  const auto rows = clp.numberRows(), columns = clp.numberColumns();
  solution.primal.assign(clp.primalColumnSolution(), clp.primalColumnSolution() + columns);
  solution.dual.assign(clp.dualRowSolution(), clp.dualRowSolution() + rows);
  solution.reduced_cost.assign(clp.dualColumnSolution(), clp.dualColumnSolution() + columns);
  for (auto& y : solution.dual) y *= sign;
  for (auto& d : solution.reduced_cost) d *= sign;
  solution.objective = solution.bound = sign * clp.objectiveValue();
}

}  // namespace

Result<Solution> run_simplex(ClpSimplex& clp, double sign, const Limits& limits, const Progress& progress,
                             bool dual_first) {
  StopHandler handler(&progress);
  clp.setLogLevel(0);
  clp.passInEventHandler(&handler);
  clp.setMaximumIterations(limits.iterations);
  if (dual_first) clp.dual();
  if (!dual_first || (clp.status() != optimal && clp.status() != by_event)) clp.primal();
  // The primal method can call a programme infeasible or unbounded on a poor basis: ask the dual method as well.
  if (clp.status() == infeasible || clp.status() == unbounded) {
    clp.allSlackBasis(true);
    clp.dual();
    if (clp.status() == unbounded) clp.primal();
  }
  if (clp.status() > iteration_limit && clp.status() != by_event) return numerical_trouble(clp.status());
  Solution solution{.status = meaning(clp.status()), .bound = -sign * unlimited, .iterations = clp.numberIterations()};
  if (clp.status() == optimal) read_values(clp, sign, solution);
  if (clp.status() == infeasible) solution.bound = sign * unlimited;
  return solution;
}

}  // namespace koepel::lp
