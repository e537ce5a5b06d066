// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "pictures/geometry.h"
#include "pictures/palette.h"

namespace koepel::pictures {

enum class Anchor { start, middle, end };

/// How a line or an area is drawn. An empty colour is not drawn.
struct Ink {
  std::string fill;
  std::string stroke;
  double width = 1;
  std::string dash;
};

[[nodiscard]] inline Ink filled(std::string colour) { return {std::move(colour), "", 0, ""}; }
[[nodiscard]] inline Ink stroked(std::string colour, double width = 1, std::string dash = "") {
  return {"", std::move(colour), width, std::move(dash)};
}

struct Font {
  double size = 12;
  bool bold = false;
  std::string colour = palette.ink;
  Anchor anchor = Anchor::start;
  bool upright = false;  ///< turned a quarter to the left, reading upwards
};

/// A small SVG writer for three renderers at once (browser, rsvg, LibreOffice 7.4): attributes only, no classes, no
/// patterns, no markers. Numbers have at most two decimals, so that the bytes are the same on every machine.
class Svg {
 public:
  explicit Svg(double width) : width_(width) {}

  void line(Point from, Point to, const Ink& ink);
  void polyline(const std::vector<Point>& points, const Ink& ink);
  void polygon(const std::vector<Point>& points, const Ink& ink);
  void rect(const Box& box, const Ink& ink, double radius = 0);
  void circle(Point centre, double radius, const Ink& ink);
  /// A row of cubic Bezier curves: start, then three points each.
  void curve(const std::vector<Point>& points, const Ink& ink);
  /// Several closed rings as one area with holes.
  void rings(const std::vector<std::vector<Point>>& rings, const Ink& ink);
  /// Writes one line with its baseline at `at` and returns the room it takes.
  Box text(Point at, std::string_view line, const Font& font = {});
  /// Writes lines below each other, the first baseline at `at`.
  void text_lines(Point at, const std::vector<std::string>& lines, const Font& font = {}, double line_height = 1.25);

  [[nodiscard]] double width() const { return width_; }
  /// The whole file. `id` makes the references between elements unique on a page with many pictures.
  [[nodiscard]] std::string document(std::string_view id, std::string_view title, std::string_view description,
                                     double height, Language language) const;

 private:
  double width_;
  std::string body_;
};

/// The room one line of text takes.
[[nodiscard]] Box text_box(Point at, std::string_view line, const Font& font);
/// At most two decimals, no trailing zeros, no "-0".
[[nodiscard]] std::string coordinate(double value);
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace koepel::pictures
