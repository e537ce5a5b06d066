// SPDX-License-Identifier: EUPL-1.2
// In: a model. Out: its solution, or an honest reason why not. Face: solve() and GrowingModel.
#include "lp/solve.h"

#include <ClpSimplex.hpp>
#include <CoinFinite.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "lp/growing.h"
#include "lp/parts.h"

namespace koepel::lp {
namespace {

Problem problem(std::string_view code, std::string_view found, Message expected) {
  return {.code = std::string(code),
          .found = std::string(found),
          .expected = std::move(expected),
          .repair = Message{"lp.repair.tell", {}}};
}

void load(ClpSimplex& clp, const Model& model) {
  const Arrays arrays(model);
  CoinPackedMatrix matrix(true, arrays.rows.data(), arrays.columns.data(), arrays.factors.data(),
                          static_cast<CoinBigIndex>(arrays.factors.size()));
  matrix.setDimensions(static_cast<int>(model.rows.size()), static_cast<int>(model.columns.size()));
  clp.setLogLevel(0);
  clp.loadProblem(matrix, arrays.lower.data(), arrays.upper.data(), arrays.cost.data(), arrays.row_lower.data(),
                  arrays.row_upper.data());
}

Solution plainly_infeasible(bool maximise) {
  return {.status = Status::infeasible, .bound = maximise ? -unlimited : unlimited};
}

}  // namespace

tl::unexpected<Problems> numerical_trouble(int solver_status) {
  return failure(problem("lp.numerical", std::to_string(solver_status), Message{"lp.expected.solved", {}}));
}

Result<Solution> solve(const Model& model, const Limits& limits, const Progress& progress) {
  if (!well_formed(model)) return failure(problem("lp.malformed", "", Message{"lp.expected.well_formed", {}}));
  if (crossed_bounds(model)) return plainly_infeasible(model.maximise);
  const auto whole = std::any_of(model.columns.begin(), model.columns.end(), [](auto& c) { return c.integer; });
  if (whole) return run_branch_and_bound(model, limits, progress);
  ClpSimplex clp;
  load(clp, model);
  return run_simplex(clp, model.maximise ? -1 : 1, limits, progress);
}

struct GrowingModel::Inside {
  ClpSimplex clp;
  bool maximise = false;
  bool infeasible = false;
  bool cut_off = false;  // rows came since the last answer
};

GrowingModel::GrowingModel(const Model& model) : inside_(std::make_unique<Inside>()) {
  ENSURE(well_formed(model));
  inside_->maximise = model.maximise;
  inside_->infeasible = crossed_bounds(model);
  load(inside_->clp, model);
}

GrowingModel::~GrowingModel() = default;
GrowingModel::GrowingModel(GrowingModel&&) noexcept = default;
GrowingModel& GrowingModel::operator=(GrowingModel&&) noexcept = default;

int GrowingModel::add(const Column& column, std::span<const Term> rows) {
  std::vector<int> places;
  std::vector<double> factors;
  for (const auto& term : rows) {
    ENSURE(term.index >= 0 && term.index < inside_->clp.numberRows());
    places.push_back(term.index);
    factors.push_back(term.factor);
  }
  inside_->clp.addColumn(static_cast<int>(places.size()), places.data(), factors.data(),
                         std::max(column.lower, -COIN_DBL_MAX), std::min(column.upper, COIN_DBL_MAX),
                         inside_->maximise ? -column.cost : column.cost);
  return columns() - 1;
}

int GrowingModel::add(const Row& row) {
  std::vector<int> places;
  std::vector<double> factors;
  for (const auto& term : row.terms) {
    ENSURE(term.index >= 0 && term.index < columns());
    places.push_back(term.index);
    factors.push_back(term.factor);
  }
  inside_->infeasible = inside_->infeasible || row.lower > row.upper;
  inside_->clp.addRow(static_cast<int>(places.size()), places.data(), factors.data(),
                      std::max(row.lower, -COIN_DBL_MAX), std::min(row.upper, COIN_DBL_MAX));
  inside_->cut_off = true;
  return inside_->clp.numberRows() - 1;
}

int GrowingModel::columns() const { return inside_->clp.numberColumns(); }

Result<Solution> GrowingModel::solve(const Limits& limits, const Progress& progress) {
  if (inside_->infeasible) return plainly_infeasible(inside_->maximise);
  return run_simplex(inside_->clp, inside_->maximise ? -1 : 1, limits, progress,
                     std::exchange(inside_->cut_off, false));
}

}  // namespace koepel::lp
