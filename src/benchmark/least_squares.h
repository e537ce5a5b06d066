// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

namespace koepel::benchmark {

/// `terms` holds one column per term, all as long as `values`.
struct LeastSquares {
  std::vector<double> coefficients, errors;  ///< per term; errors are HC1
  std::vector<double> residuals;             ///< per row
  double explained = 0;                      ///< R squared; needs a column of ones
};

/// None when the terms are not independent or there are not more rows than terms.
[[nodiscard]] std::optional<LeastSquares> least_squares(const std::vector<std::vector<double>>& terms,
                                                        const std::vector<double>& values);

/// Solves the symmetric system; none when it is not definite. `matrix` row by row.
[[nodiscard]] std::optional<std::vector<double>> solve_definite(const std::vector<double>& matrix,
                                                                const std::vector<double>& right);

}  // namespace koepel::benchmark
