// SPDX-License-Identifier: EUPL-1.2
// A ring of points in, what of it can be seen out.
#include "pictures/rings.h"

#include <algorithm>
#include <cmath>

namespace koepel::pictures {

namespace {

/// Keeps the side of a line where `depth` is not negative.
template <class Depth>
std::vector<Point> cut(const std::vector<Point>& ring, Depth depth) {
  std::vector<Point> out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
    const double at_a = depth(a), at_b = depth(b);
    if (at_a >= 0) out.push_back(a);
    if ((at_a >= 0) == (at_b >= 0)) continue;
    const double share = at_a / (at_a - at_b);
    out.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
  }
  return out;
}

/// Where a horizontal line meets the rings, from left to right: inside between the first and second, third and fourth
/// ...
std::vector<double> crossings(const std::vector<std::vector<Point>>& rings, double y) {
  std::vector<double> xs;
  for (const auto& ring : rings)
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
      if ((a.y <= y) != (b.y <= y)) xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  std::sort(xs.begin(), xs.end());
  return xs;
}

}  // namespace

std::vector<Point> clip(std::vector<Point> ring, const Box& frame) {
  ring = cut(ring, [&](Point p) { return p.x - frame.left; });
  ring = cut(ring, [&](Point p) { return frame.right - p.x; });
  ring = cut(ring, [&](Point p) { return p.y - frame.top; });
  return cut(ring, [&](Point p) { return frame.bottom - p.y; });
}

Point widest_place(const std::vector<std::vector<Point>>& rings) {
  double top = 1e9, bottom = -1e9;
  for (const auto& ring : rings)
    for (const Point& p : ring) {
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  Point best;
  double widest = -1;
  for (int line = 1; line < 17; ++line) {
    const double y = top + (bottom - top) * line / 17;
    const std::vector<double> xs = crossings(rings, y);
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
      if (xs[i + 1] - xs[i] <= widest) continue;
      widest = xs[i + 1] - xs[i];
      best = {(xs[i] + xs[i + 1]) / 2, y};
    }
  }
  return best;
}

std::vector<Point> thin_out(const std::vector<Point>& ring, double least) {
  std::vector<Point> out;
  for (const Point& p : ring)
    if (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) >= least) out.push_back(p);
  return out;
}

std::vector<std::pair<Point, Point>> stripes(const std::vector<std::vector<Point>>& rings, Point along, double step) {
  const double length = std::hypot(along.x, along.y), ux = along.x / length, uy = along.y / length;
  const auto across = [&](const Point& p) { return p.y * ux - p.x * uy; };
  const auto forward = [&](const Point& p) { return p.x * ux + p.y * uy; };
  double low = 1e9, high = -1e9;
  for (const auto& ring : rings)
    for (const auto& p : ring) {
      low = std::min(low, across(p));
      high = std::max(high, across(p));
    }
  std::vector<std::pair<Point, Point>> out;
  for (double v = (std::floor(low / step) + 0.5) * step; v < high; v += step) {
    std::vector<double> crossings;
    for (const auto& ring : rings)
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
        if ((across(a) > v) == (across(b) > v)) continue;
        crossings.push_back(forward(a) + (forward(b) - forward(a)) * (v - across(a)) / (across(b) - across(a)));
      }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
      out.push_back({{crossings[i] * ux - v * uy, crossings[i] * uy + v * ux},
                     {crossings[i + 1] * ux - v * uy, crossings[i + 1] * uy + v * ux}});
  }
  return out;
}

}  // namespace koepel::pictures
