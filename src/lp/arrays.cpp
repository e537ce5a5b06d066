// SPDX-License-Identifier: EUPL-1.2
// In: a model. Out: the same as arrays in the solvers' shape. Face: Arrays.
#include <CoinFinite.hpp>
#include <algorithm>

#include "lp/parts.h"

namespace koepel::lp {

namespace {
double clamped(double bound) { return std::clamp(bound, -COIN_DBL_MAX, COIN_DBL_MAX); }
}  // namespace

Arrays::Arrays(const Model& model) {
  for (const auto& column : model.columns) {
    cost.push_back(model.maximise ? -column.cost : column.cost);
    lower.push_back(clamped(column.lower));
    upper.push_back(clamped(column.upper));
  }
  for (const auto& row : model.rows) {
    for (const auto& term : row.terms) {
      rows.push_back(static_cast<int>(row_lower.size()));
      columns.push_back(term.index);
      factors.push_back(term.factor);
    }
    row_lower.push_back(clamped(row.lower));
    row_upper.push_back(clamped(row.upper));
  }
}

}  // namespace koepel::lp
