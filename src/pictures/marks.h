// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pictures/svg.h"

namespace koepel::pictures {

/// The mark of a category, with a rim in ink so that light colours keep an edge.
void draw_mark(Svg& svg, Point centre, const Category& category, double radius);

/// An area of a category: colour and, over it, the lines that tell it apart in black and white.
void fill_area(Svg& svg, const Box& box, const Category& category);

/// Slanted lines inside a box: "there is a reason that no figure stands here".
void hatch(Svg& svg, const Box& box, const std::string& colour, double step = 5);

/// An arrow head that ends at `to`, seen from `from`.
void arrow_head(Svg& svg, Point from, Point to, const std::string& colour, double size = 6);

/// One entry of the key below a picture: a symbol of `symbol_width` px, drawn around the given centre, and what it
/// means.
struct KeyEntry {
  std::function<void(Svg&, Point)> draw;
  double symbol_width = 14;
  std::string meaning;
};

/// Writes the entries behind each other, in as many lines as it takes; returns the y below the last line.
double draw_key(Svg& svg, Point start, double right, const std::vector<KeyEntry>& entries);

}  // namespace koepel::pictures
