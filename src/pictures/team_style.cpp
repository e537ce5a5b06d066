// SPDX-License-Identifier: EUPL-1.2
// A team in, how its area is filled out. Faces: style_of_team, draw_pattern.
#include "pictures/team_style.h"

#include <array>

#include "pictures/rings.h"

namespace koepel::pictures {

const Category& style_of_team(std::size_t team) {
  static const std::array<Category, team_styles> styles{{{"#bfdde4", Pattern::plain, Shape::circle},
                                                         {"#f6d9ae", Pattern::diagonal, Shape::circle},
                                                         {"#cfe0f5", Pattern::upright, Shape::circle},
                                                         {"#e7c9bf", Pattern::cross, Shape::circle},
                                                         {"#dde3e7", Pattern::solid, Shape::circle}}};
  return styles[team % styles.size()];
}

void draw_pattern(Svg& svg, const std::vector<std::vector<Point>>& rings, Pattern pattern, double step) {
  std::vector<Point> directions;
  if (pattern == Pattern::diagonal || pattern == Pattern::cross) directions.push_back({1, -1});
  if (pattern == Pattern::cross) directions.push_back({1, 1});
  if (pattern == Pattern::upright) directions.push_back({0, 1});
  for (const Point& along : directions)
    for (const auto& [from, to] : stripes(rings, along, step)) svg.line(from, to, stroked(palette.line, 0.7));
}

}  // namespace koepel::pictures
