// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "pictures/svg.h"

namespace koepel::pictures {

inline constexpr std::size_t team_styles = 5;

/// Colour and pattern of a team on a map; teams beyond `team_styles` begin again. Light grounds: names are written over
/// them.
[[nodiscard]] const Category& style_of_team(std::size_t team);

/// The lines of a pattern across an area with holes.
void draw_pattern(Svg& svg, const std::vector<std::vector<Point>>& rings, Pattern pattern, double step = 9);

}  // namespace koepel::pictures
