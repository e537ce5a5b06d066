// SPDX-License-Identifier: EUPL-1.2
// In: a model with integer columns. Out: its solution by CBC. Face: run_branch_and_bound().
#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcStrategy.hpp>
#include <ClpEventHandler.hpp>
#include <CoinFinite.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>
#include <cmath>

#include "lp/parts.h"

namespace koepel::lp {
namespace {

// CBC clones its event handler, so progress and answer are held by pointer.
class StopHandler : public CbcEventHandler {
 public:
  StopHandler(const Progress* progress, bool* stopped) : progress_(progress), stopped_(stopped) {}
  CbcAction event(CbcEvent) override {
    if (!progress_->stopped()) return noAction;
    *stopped_ = true;
    return stop;
  }
  CbcEventHandler* clone() const override { return new StopHandler(*this); }

 private:
  const Progress* progress_;
  bool* stopped_;
};

// CBC asks only between nodes; the linear programme of one node can last long.
class SimplexStopHandler : public ClpEventHandler {
 public:
  SimplexStopHandler(const Progress* progress, bool* stopped) : progress_(progress), stopped_(stopped) {}
  int event(Event what) override {
    if (what != endOfIteration || !progress_->stopped()) return -1;
    *stopped_ = true;
    return 5;
  }
  ClpEventHandler* clone() const override { return new SimplexStopHandler(*this); }

 private:
  const Progress* progress_;
  bool* stopped_;
};

OsiClpSolverInterface loaded(const Model& model) {
  const Arrays arrays(model);
  CoinPackedMatrix matrix(true, arrays.rows.data(), arrays.columns.data(), arrays.factors.data(),
                          static_cast<CoinBigIndex>(arrays.factors.size()));
  matrix.setDimensions(static_cast<int>(model.rows.size()), static_cast<int>(model.columns.size()));
  OsiClpSolverInterface osi;
  osi.messageHandler()->setLogLevel(0);
  osi.getModelPtr()->setLogLevel(0);
  osi.setHintParam(OsiDoReducePrint, true, OsiHintTry);
  osi.loadProblem(matrix, arrays.lower.data(), arrays.upper.data(), arrays.cost.data(), arrays.row_lower.data(),
                  arrays.row_upper.data());
  for (std::size_t i = 0; i < model.columns.size(); ++i)
    if (model.columns[i].integer) osi.setInteger(static_cast<int>(i));
  return osi;
}

Status meaning(const CbcModel& cbc, bool stopped) {
  if (stopped) return Status::stopped;
  if (cbc.isProvenInfeasible()) return Status::infeasible;
  if (cbc.isContinuousUnbounded()) return Status::unbounded;
  return cbc.isProvenOptimal() ? Status::optimal : Status::limit;
}

// CBC rounds integers within its tolerance only; we hand over whole numbers and the objective that belongs to them.
void read_values(const CbcModel& cbc, const Model& model, Solution& solution) {
  solution.primal.assign(cbc.bestSolution(), cbc.bestSolution() + model.columns.size());
  solution.objective = 0;
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (model.columns[i].integer) solution.primal[i] = std::round(solution.primal[i]);
    solution.objective += model.columns[i].cost * solution.primal[i];
  }
}

void set_limits(CbcModel& cbc, double sign, const Limits& limits) {
  cbc.setLogLevel(0);
  cbc.setMaximumNodes(limits.nodes);
  cbc.setAllowableGap(limits.gap);
  cbc.setRandomSeed(1);
  if (limits.cutoff) cbc.setCutoff(sign * *limits.cutoff);
}

}  // namespace

Result<Solution> run_branch_and_bound(const Model& model, const Limits& limits, const Progress& progress) {
  const double sign = model.maximise ? -1 : 1;
  auto osi = loaded(model);
  // The linear relaxation comes first: CBC does not tell infeasible from unbounded well.
  auto root = run_simplex(*osi.getModelPtr(), sign, limits, progress);
  if (!root || root->status != Status::optimal) return root;
  bool stopped = false;
  StopHandler handler(&progress, &stopped);
  osi = loaded(model);
  SimplexStopHandler simplex_handler(&progress, &stopped);
  osi.getModelPtr()->passInEventHandler(&simplex_handler);
  osi.initialSolve();
  CbcModel cbc(osi);
  set_limits(cbc, sign, limits);
  cbc.passInEventHandler(&handler);
  CbcStrategyDefault strategy(1, 5, 5);
  cbc.setStrategy(strategy);
  cbc.branchAndBound();
  Solution solution{.status = meaning(cbc, stopped), .nodes = cbc.getNodeCount()};
  if (cbc.bestSolution() != nullptr) read_values(cbc, model, solution);
  solution.bound = solution.status == Status::optimal ? solution.objective : sign * cbc.getBestPossibleObjValue();
  // A node cut short may look infeasible: what CBC believes to have proven then is not proven.
  if (solution.status == Status::stopped) solution.bound = root->objective;
  if (solution.status == Status::infeasible) solution.bound = limits.cutoff ? *limits.cutoff : sign * unlimited;
  return solution;
}

}  // namespace koepel::lp
