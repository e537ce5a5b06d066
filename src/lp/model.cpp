// SPDX-License-Identifier: EUPL-1.2
// In: columns and rows, one by one. Out: the model. Face: Model::add; well_formed() for the solvers.
#include "lp/model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lp/parts.h"

namespace koepel::lp {

int Model::add(const Column& column) {
  columns.push_back(column);
  return static_cast<int>(columns.size()) - 1;
}

int Model::add(Row row) {
  rows.push_back(std::move(row));
  return static_cast<int>(rows.size()) - 1;
}

namespace {

bool is_column(const Column& c) { return std::isfinite(c.cost) && !std::isnan(c.lower) && !std::isnan(c.upper); }

bool is_row(const Row& row, int columns) {
  std::vector<int> seen;
  for (const auto& term : row.terms) {
    if (term.index < 0 || term.index >= columns || !std::isfinite(term.factor)) return false;
    seen.push_back(term.index);
  }
  std::sort(seen.begin(), seen.end());
  const bool twice = std::adjacent_find(seen.begin(), seen.end()) != seen.end();
  return !twice && !std::isnan(row.lower) && !std::isnan(row.upper);
}

}  // namespace

bool well_formed(const Model& model) {
  const auto n = static_cast<int>(model.columns.size());
  return std::all_of(model.columns.begin(), model.columns.end(), is_column) &&
         std::all_of(model.rows.begin(), model.rows.end(), [n](const Row& row) { return is_row(row, n); });
}

bool crossed_bounds(const Model& model) {
  const auto crossed = [](const auto& x) { return x.lower > x.upper; };
  return std::any_of(model.columns.begin(), model.columns.end(), crossed) ||
         std::any_of(model.rows.begin(), model.rows.end(), crossed);
}

}  // namespace koepel::lp
