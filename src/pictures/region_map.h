// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <numbers>
#include <vector>

#include "pictures/frame.h"
#include "pictures/labels.h"

// The region on paper: which municipalities lie in it, where they stand on the page, and their names. Shared by the
// pictures that are maps.

namespace koepel::pictures {

/// Equal kilometres in both directions around the middle of the map: good to a few per mille for a region.
struct Projection {
  double west = 0, north = 0, cosine = 1, px_per_degree = 1;

  Point operator()(double lon, double lat) const {
    return {margin + (lon - west) * cosine * px_per_degree, margin + (north - lat) * px_per_degree};
  }
};

struct PartnerMap {
  std::vector<const Municipality*> partners;
  std::vector<const Municipality*> neighbours;  ///< outside the study, sharing a border
  bool with_boundaries = false;
  Projection project;
  Box frame;
};

[[nodiscard]] PartnerMap map_of(const Canvas& canvas);
/// What can be seen of a municipality; nothing when its boundary is not known.
[[nodiscard]] std::vector<std::vector<Point>> visible_rings(const Canvas& canvas, const PartnerMap& map,
                                                            const Municipality& m);
/// Radius in px of the dot of a municipality whose boundary is not drawn.
[[nodiscard]] double radius_of(const Municipality& m);
/// Where the name of a municipality belongs: the widest place of its area, or its centre.
[[nodiscard]] Point middle_of(const Canvas& canvas, const PartnerMap& map, const Municipality& m);
/// Names of partners and, lighter, of their neighbours.
void draw_names(Svg& svg, const Canvas& canvas, const PartnerMap& map, LabelPlacer& labels);
/// A bar of some kilometres, and the source of the map, below the frame.
void draw_scale_bar(Svg& svg, const Canvas& canvas, const PartnerMap& map);

}  // namespace koepel::pictures
