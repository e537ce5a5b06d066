// SPDX-License-Identifier: EUPL-1.2
// A ring of points in, what of it can be seen out.
#include "pictures/clip.h"

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

}  // namespace

std::vector<Point> clip(std::vector<Point> ring, const Box& frame) {
  ring = cut(ring, [&](Point p) { return p.x - frame.left; });
  ring = cut(ring, [&](Point p) { return frame.right - p.x; });
  ring = cut(ring, [&](Point p) { return p.y - frame.top; });
  return cut(ring, [&](Point p) { return frame.bottom - p.y; });
}

std::vector<Point> thin_out(const std::vector<Point>& ring, double least) {
  std::vector<Point> out;
  for (const Point& p : ring)
    if (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) >= least) out.push_back(p);
  return out;
}

}  // namespace koepel::pictures
