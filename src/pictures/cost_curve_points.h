// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pictures/chart.h"

// The points of a cost curve. Inside the module.

namespace koepel::pictures {

struct Place {
  Point at;  ///< scale and cost per unit of it, in their own units
  std::string name;
  std::string step;  ///< of the analysis
};

/// What both kinds of curve are drawn from.
struct Curve {
  std::vector<Point> line;  ///< x scale, y euro per unit
  std::vector<Place> today;
  std::optional<Place> together;
  std::optional<Point> range;            ///< low and high euro per unit of all together (as x and y)
  std::optional<double> no_saving;       ///< euro per unit of all together
  std::optional<Point> valid;            ///< smallest and largest scale that research saw (as x and y)
  std::optional<double> target;          ///< euro per unit
  std::optional<double> needed, surely;  ///< scale
  std::string x_name, y_name, note;
  std::string range_step, no_saving_step;
};

[[nodiscard]] Curve curve_of(const Canvas& canvas, const scale::TaskScale& task);
[[nodiscard]] Curve curve_of(const Canvas& canvas, const scale::CollectionCase& waste);

}  // namespace koepel::pictures
