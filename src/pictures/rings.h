// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <vector>

#include "pictures/geometry.h"

namespace koepel::pictures {

/// The part of a closed ring inside the frame (Sutherland & Hodgman 1974). Drawn with clipped points instead of an SVG
/// clip path, which LibreOffice does not always follow.
[[nodiscard]] std::vector<Point> clip(std::vector<Point> ring, const Box& frame);

/// Leaves out points closer than `least` px to the one before: nobody sees them, everybody downloads them.
[[nodiscard]] std::vector<Point> thin_out(const std::vector<Point>& ring, double least);

/// The middle of the widest horizontal stretch inside the rings: where a name fits best. Sixteen lines are tried.
[[nodiscard]] Point widest_place(const std::vector<std::vector<Point>>& rings);

/// Parallel lines across an area with holes, `step` apart in the direction (dx, dy) along which they run; each a
/// stretch inside. What a pattern would do, in lines that every renderer draws. O(lines x points).
[[nodiscard]] std::vector<std::pair<Point, Point>> stripes(const std::vector<std::vector<Point>>& rings, Point along,
                                                           double step);

}  // namespace koepel::pictures
