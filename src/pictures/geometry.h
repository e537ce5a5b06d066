// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <vector>

namespace koepel::pictures {

/// Places on the drawing in px; y grows downwards.
struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

[[nodiscard]] inline Box box_at(Point corner, double width, double height) {
  return {corner.x, corner.y, corner.x + width, corner.y + height};
}

[[nodiscard]] inline Box box_around(Point centre, double width, double height) {
  return box_at({centre.x - width / 2, centre.y - height / 2}, width, height);
}

/// Whether two boxes come closer than `gap`; touching counts as apart when gap is 0.
[[nodiscard]] inline bool overlap(const Box& a, const Box& b, double gap = 0) {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

[[nodiscard]] inline bool inside(const Box& box, const Box& frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

/// A straight scale from values to px.
struct Scale {
  double from = 0;
  double to = 1;
  double start = 0;  ///< px of `from`
  double end = 1;    ///< px of `to`

  [[nodiscard]] double operator()(double value) const { return start + (value - from) / (to - from) * (end - start); }
};

}  // namespace koepel::pictures
