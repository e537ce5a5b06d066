// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <limits>
#include <vector>

namespace koepel::lp {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

/// One term of a sparse row or column: the place in the other direction, and the coefficient.
struct Term {
  int index = 0;
  double factor = 0;
};

/// A quantity to be chosen: `lower` <= x <= `upper`, `cost` per unit in the objective.
struct Column {
  double cost = 0;
  double lower = 0;
  double upper = unlimited;
  bool integer = false;
};

/// A condition: `lower` <= sum of factor * column <= `upper`. An equation has both the same.
struct Row {
  double lower = -unlimited;
  double upper = unlimited;
  std::vector<Term> terms;  ///< index of a column; a column at most once
};

/// A linear or mixed-integer programme. Units are the caller's; keep numbers between about 1e-4 and 1e9.
struct Model {
  bool maximise = false;
  std::vector<Column> columns;
  std::vector<Row> rows;

  /// Adds a column, gives its index.
  int add(const Column& column);
  /// Adds a row, gives its index.
  int add(Row row);
};

}  // namespace koepel::lp
