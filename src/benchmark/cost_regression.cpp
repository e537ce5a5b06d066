// SPDX-License-Identifier: EUPL-1.2
// Costs and volumes in, the scale elasticity and what is cheap for its size out. The face is regress_cost.
#include "benchmark/cost_regression.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"
#include "benchmark/least_squares.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

namespace {

using Column = std::vector<double>;

bool has_spread(const Column& column) {
  const auto [low, high] = std::minmax_element(column.begin(), column.end());
  return *high - *low > 1e-9 * (1 + std::abs(*high));
}

struct Data {
  Column log_cost, log_volume;
  double middle = 0;  ///< mean of log volume, taken out before squaring so that the two terms stay apart
  std::vector<Column> controls;
};

Data data_of(const std::vector<CostRow>& rows) {
  Data data;
  data.controls.resize(rows.empty() ? 0 : rows[0].controls.size());
  for (const auto& row : rows) {
    ENSURE(row.cost > 0 && row.volume > 0 && row.controls.size() == data.controls.size());
    data.log_cost.push_back(std::log(row.cost));
    data.log_volume.push_back(std::log(row.volume));
    data.middle += data.log_volume.back() / static_cast<double>(rows.size());
    for (std::size_t k = 0; k < row.controls.size(); ++k) data.controls[k].push_back(row.controls[k]);
  }
  return data;
}

std::vector<Column> terms_of(const Data& data, bool curved) {
  const auto n = data.log_cost.size();
  std::vector<Column> terms = {Column(n, 1), Column(n)};
  for (std::size_t i = 0; i < n; ++i) terms[1][i] = data.log_volume[i] - data.middle;
  for (const auto& control : data.controls)
    if (has_spread(control)) terms.push_back(control);
  if (!curved) return terms;
  terms.push_back(terms[1]);
  for (auto& value : terms.back()) value *= value;
  return terms;
}

Coefficient coefficient_of(const LeastSquares& fit, std::size_t term, double reach) {
  const double value = fit.coefficients[term], error = fit.errors[term];
  return {value, error, value - reach * error, value + reach * error};
}

double reach_of(const std::vector<Column>& terms, std::size_t rows, double confidence) {
  return student_reach(confidence, static_cast<double>(rows - terms.size()));
}

/// Least cost per unit of volume is where the elasticity passes 1: b + 2 c (log v - middle) = 1.
void add_curvature(const Data& data, double confidence, CostRegression& out) {
  const auto terms = terms_of(data, true);
  const auto fit = least_squares(terms, data.log_cost);
  if (!fit) return;
  out.curvature = coefficient_of(*fit, terms.size() - 1, reach_of(terms, data.log_cost.size(), confidence));
  if (out.curvature->low <= 0) return;
  const double log_optimum = data.middle + (1 - fit->coefficients[1]) / (2 * out.curvature->value);
  const auto [low, high] = std::minmax_element(data.log_volume.begin(), data.log_volume.end());
  out.optimal_volume = std::exp(log_optimum);
  out.optimum_seen = *low <= log_optimum && log_optimum <= *high;
}

void add_residuals(const std::vector<CostRow>& rows, const LeastSquares& fit, CostRegression& out) {
  for (std::size_t i = 0; i < rows.size(); ++i) out.residuals.push_back({rows[i].id, std::expm1(fit.residuals[i])});
  std::stable_sort(out.residuals.begin(), out.residuals.end(), [](const Residual& a, const Residual& b) {
    return a.share != b.share ? a.share < b.share : a.id < b.id;
  });
}

}  // namespace

CostRegression regress_cost(const std::vector<CostRow>& rows, int fewest, double confidence) {
  CostRegression out;
  out.rows = static_cast<int>(rows.size());
  const auto failed = [&](RegressionOutcome outcome) {
    out.outcome = outcome;
    return out;
  };
  const auto data = data_of(rows);
  const auto terms = terms_of(data, false);
  if (out.rows < fewest || rows.size() < terms.size() + 2) return failed(RegressionOutcome::too_few);
  if (!has_spread(data.log_volume)) return failed(RegressionOutcome::no_spread);
  const auto fit = least_squares(terms, data.log_cost);
  if (!fit) return failed(RegressionOutcome::collinear);
  const double reach = reach_of(terms, rows.size(), confidence);
  out.elasticity = coefficient_of(*fit, 1, reach);
  out.explained = fit->explained;
  std::size_t term = 2;
  for (const auto& control : data.controls)
    out.controls.push_back(has_spread(control) ? std::optional(coefficient_of(*fit, term++, reach)) : std::nullopt);
  add_curvature(data, confidence, out);
  add_residuals(rows, *fit, out);
  return out;
}

}  // namespace koepel::benchmark
