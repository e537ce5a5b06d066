// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace koepel::benchmark {

/// One unit's yearly cost and volume, and what else may explain the cost (urbanity, log of density). cost, volume > 0.
struct CostRow {
  std::string id;
  double cost = 0;
  double volume = 0;
  std::vector<double> controls;
};

enum class RegressionOutcome {
  done,
  too_few,    ///< fewer rows than `fewest` or than terms allow
  no_spread,  ///< all volumes alike: nothing to learn about scale
  collinear   ///< volume and controls say the same
};

/// A coefficient with its robust standard error and interval.
struct Coefficient {
  double value = 0, error = 0, low = 0, high = 0;
  [[nodiscard]] bool significant() const { return low > 0 || high < 0; }
};

struct Residual {
  std::string id;
  double share = 0;  ///< cost over what the regression expects, minus 1: -0.1 is ten percent cheaper
};

struct CostRegression {
  RegressionOutcome outcome = RegressionOutcome::done;
  int rows = 0;
  Coefficient elasticity;  ///< percent more cost for one percent more volume; below 1: larger is cheaper
  std::vector<std::optional<Coefficient>> controls;  ///< none: the same for all rows, left out
  double explained = 0;                              ///< R squared of log cost
  std::optional<Coefficient> curvature;              ///< of the square of log volume, in the regression that has it
  /// Volume at which cost per unit of volume is lowest; only when the curvature is positive and significant. It may lie
  /// outside the volumes seen: then `optimum_seen` is false and it is no more than a direction.
  std::optional<double> optimal_volume;
  bool optimum_seen = false;
  std::vector<Residual> residuals;  ///< cheapest for its size first
};

/// log cost on log volume and controls by least squares, with standard errors that allow unequal spread (HC1:
/// MacKinnon & White 1985) and Student's distribution. Rows that cannot be (cost or volume not above zero) are a bug of
/// the caller: leave them out first, and name them. Cost: rows x terms^2.
[[nodiscard]] CostRegression regress_cost(const std::vector<CostRow>& rows, int fewest, double confidence);

}  // namespace koepel::benchmark
