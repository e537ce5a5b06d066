// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pictures/frame.h"
#include "pictures/labels.h"

namespace koepel::pictures {

/// The head of the continuum: soft zones with their names, and every form at its own place on the axis.
struct ContinuumAxis {
  Scale scale{0, 100, 30, 690};
  std::vector<const Form*> forms;  ///< those with a place, by position
  std::vector<AxisLabel> labels;
  std::vector<std::optional<Staggered>> places;
  int levels = 0;  ///< rows of form names in use
  std::set<std::string> emphasised;

  /// px from the top of the picture to the axis line.
  [[nodiscard]] double height() const;
};

[[nodiscard]] ContinuumAxis plan_axis(const Canvas& canvas, std::set<std::string> emphasised);

/// Soft bands over the whole height, with the zone's name on top.
void draw_zones(Svg& svg, const Canvas& canvas, const ContinuumAxis& axis, double bottom);
/// Form names, leaders, ticks, line, and what the two ends mean.
void draw_axis(Svg& svg, const Canvas& canvas, const ContinuumAxis& axis);

}  // namespace koepel::pictures
