// SPDX-License-Identifier: EUPL-1.2
// Lines, areas and words in, the text of an SVG file out.
#include "pictures/svg.h"

#include <cmath>

#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) { return attribute(name, coordinate(value)); }

std::string paint(const Ink& ink) {
  std::string out = attribute("fill", ink.fill.empty() ? "none" : ink.fill);
  if (ink.stroke.empty()) return out;
  out += attribute("stroke", ink.stroke) + attribute("stroke-width", ink.width);
  if (!ink.dash.empty()) out += attribute("stroke-dasharray", ink.dash);
  return out;
}

std::string pairs(const std::vector<Point>& points) {
  std::string out;
  for (const Point& p : points) out += (out.empty() ? "" : " ") + coordinate(p.x) + "," + coordinate(p.y);
  return out;
}

const char* word_of(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

std::string coordinate(double value) {
  const long long hundredths = std::llround(value * 100);
  std::string out = std::to_string(std::llabs(hundredths) / 100);
  if (const long long rest = std::llabs(hundredths) % 100; rest != 0) {
    out += "." + std::to_string(rest / 10);
    if (rest % 10 != 0) out += std::to_string(rest % 10);
  }
  return hundredths < 0 ? "-" + out : out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 32)
      out += c;  // XML 1.0 knows no control characters
    else
      out += ' ';
  }
  return out;
}

Box text_box(Point at, std::string_view line, const Font& font) {
  const double width = text_width(line, font.size, font.bold);
  const double before = font.anchor == Anchor::start ? 0 : font.anchor == Anchor::middle ? width / 2 : width;
  const double up = font.size * 0.76, down = font.size * 0.22;
  if (font.upright) return {at.x - up, at.y - width + before, at.x + down, at.y + before};
  return {at.x - before, at.y - up, at.x - before + width, at.y + down};
}

void Svg::line(Point from, Point to, const Ink& ink) {
  body_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) + attribute("y2", to.y) +
           paint(ink) + "/>\n";
}

void Svg::polyline(const std::vector<Point>& points, const Ink& ink) {
  body_ += "<polyline" + attribute("points", pairs(points)) + paint(ink) + "/>\n";
}

void Svg::polygon(const std::vector<Point>& points, const Ink& ink) {
  body_ += "<polygon" + attribute("points", pairs(points)) + paint(ink) + "/>\n";
}

void Svg::rect(const Box& box, const Ink& ink, double radius) {
  body_ += "<rect" + attribute("x", box.left) + attribute("y", box.top) + attribute("width", box.width()) +
           attribute("height", box.height());
  if (radius > 0) body_ += attribute("rx", radius) + attribute("ry", radius);
  body_ += paint(ink) + "/>\n";
}

void Svg::circle(Point centre, double radius, const Ink& ink) {
  body_ +=
      "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) + paint(ink) + "/>\n";
}

void Svg::curve(const std::vector<Point>& points, const Ink& ink) {
  if (points.empty()) return;
  std::string path = "M" + pairs({points.front()});
  for (std::size_t i = 1; i + 2 < points.size(); i += 3)
    path += " C" + pairs({points[i], points[i + 1], points[i + 2]});
  body_ += "<path" + attribute("d", path) + paint(ink) + "/>\n";
}

void Svg::rings(const std::vector<std::vector<Point>>& rings, const Ink& ink) {
  std::string path;
  for (const auto& ring : rings)
    if (ring.size() >= 3) path += (path.empty() ? "M" : " M") + pairs(ring) + " Z";
  if (path.empty()) return;
  body_ += "<path" + attribute("d", path) + attribute("fill-rule", "evenodd") + paint(ink) + "/>\n";
}

Box Svg::text(Point at, std::string_view line, const Font& font) {
  if (line.empty()) return text_box(at, line, font);
  body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) + attribute("font-size", font.size) +
           attribute("fill", font.colour);
  if (font.bold) body_ += attribute("font-weight", "bold");
  if (font.anchor != Anchor::start) body_ += attribute("text-anchor", word_of(font.anchor));
  if (font.upright) body_ += attribute("transform", "rotate(-90 " + coordinate(at.x) + " " + coordinate(at.y) + ")");
  body_ += ">" + escaped(line) + "</text>\n";
  return text_box(at, line, font);
}

void Svg::text_lines(Point at, const std::vector<std::string>& lines, const Font& font, double line_height) {
  for (const auto& line : lines) {
    text(at, line, font);
    at.y += font.size * line_height;
  }
}

std::string Svg::document(std::string_view id, std::string_view title, std::string_view description, double height,
                          Language language) const {
  const std::string name(id), w = coordinate(width_), h = coordinate(height);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " +
         h + "\" role=\"img\" aria-labelledby=\"" + name + "-title " + name + "-desc\" xml:lang=\"" +
         (language == Language::nl ? "nl" : "en") +
         "\" font-family=\"Liberation Sans, Arial, sans-serif\">\n<title id=\"" + name + "-title\">" + escaped(title) +
         "</title>\n<desc id=\"" + name + "-desc\">" + escaped(description) +
         "</desc>\n<rect x=\"0\" y=\"0\" width=\"" + w + "\" height=\"" + h + "\" fill=\"" + palette.paper + "\"/>\n" +
         body_ + "</svg>\n";
}

}  // namespace koepel::pictures
