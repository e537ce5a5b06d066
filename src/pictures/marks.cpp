// SPDX-License-Identifier: EUPL-1.2
// A category or a meaning in, its mark, area or key entry on the drawing out.
#include "pictures/marks.h"

#include <cmath>

#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

/// Slanted lines, clipped to the box by hand. `rising` from bottom left to top right.
void slanted(Svg& svg, const Box& box, const std::string& colour, double step, bool rising, double width = 0.8) {
  for (double offset = step; offset < box.width() + box.height(); offset += step) {
    const double x1 = std::min(offset, box.width()), y1 = offset - x1;
    const double y2 = std::min(offset, box.height()), x2 = offset - y2;
    const auto place = [&](double x, double y) { return Point{box.left + x, rising ? box.top + y : box.bottom - y}; };
    svg.line(place(x1, y1), place(x2, y2), stroked(colour, width));
  }
}

void upright(Svg& svg, const Box& box, const std::string& colour, double step) {
  for (double x = box.left + step / 2; x < box.right; x += step)
    svg.line({x, box.top}, {x, box.bottom}, stroked(colour, 1.2));
}

}  // namespace

void draw_mark(Svg& svg, Point c, const Category& category, double r) {
  const Ink ink{category.colour, palette.ink, 1, ""};
  switch (category.shape) {
    case Shape::circle:
      return svg.circle(c, r, ink);
    case Shape::square:
      return svg.rect(box_around(c, 1.8 * r, 1.8 * r), ink);
    case Shape::diamond: {
      const double d = 1.25 * r;
      return svg.polygon({{c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, {c.x - d, c.y}}, ink);
    }
    case Shape::triangle: {
      const double d = 1.15 * r;
      return svg.polygon({{c.x, c.y - d}, {c.x + d, c.y + 0.8 * d}, {c.x - d, c.y + 0.8 * d}}, ink);
    }
    case Shape::cross: {
      const double d = 0.8 * r;
      svg.line({c.x - d, c.y - d}, {c.x + d, c.y + d}, stroked(category.colour, 2));
      svg.line({c.x - d, c.y + d}, {c.x + d, c.y - d}, stroked(category.colour, 2));
    }
  }
}

void hatch(Svg& svg, const Box& box, const std::string& colour, double step) { slanted(svg, box, colour, step, true); }

void fill_area(Svg& svg, const Box& box, const Category& category) {
  svg.rect(box, filled(category.colour));
  const std::string& lines = palette.paper;
  if (category.pattern == Pattern::diagonal || category.pattern == Pattern::cross)
    slanted(svg, box, lines, 7, true, 1.2);
  if (category.pattern == Pattern::cross) slanted(svg, box, lines, 7, false, 1.2);
  if (category.pattern == Pattern::upright) upright(svg, box, lines, 5);
  svg.rect(box, stroked(palette.ink, 0.6));
}

void arrow_head(Svg& svg, Point from, Point to, const std::string& colour, double size) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length == 0) return;
  const double dx = (to.x - from.x) / length * size, dy = (to.y - from.y) / length * size;
  svg.polygon({to, {to.x - dx - dy / 2, to.y - dy + dx / 2}, {to.x - dx + dy / 2, to.y - dy - dx / 2}}, filled(colour));
}

double draw_key(Svg& svg, Point start, double right, const std::vector<KeyEntry>& entries) {
  constexpr double size = 11, line_height = 18, gap = 6, between = 18;
  Point at = start;
  for (const KeyEntry& entry : entries) {
    const double needed = entry.symbol_width + gap + text_width(entry.meaning, size);
    if (at.x > start.x && at.x + needed > right) at = {start.x, at.y + line_height};
    entry.draw(svg, {at.x + entry.symbol_width / 2, at.y - 4});
    svg.text({at.x + entry.symbol_width + gap, at.y}, entry.meaning, {.size = size, .colour = palette.quiet});
    at.x += needed + between;
  }
  return entries.empty() ? start.y : at.y + line_height - 8;
}

}  // namespace koepel::pictures
