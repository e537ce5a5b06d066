// SPDX-License-Identifier: EUPL-1.2
// Boundaries in, the same boundaries with fewer points out. After Visvalingam & Whyatt (1993), on the map as a whole.
#include "exchange/simplify.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

namespace koepel::exchange {

namespace {

/// A point in ten-thousandths of a degree: exact to compare.
using Point = std::pair<std::int64_t, std::int64_t>;
using Ring = std::vector<Point>;  // closed without repeating its first point
constexpr double grid = 10'000;

Ring to_grid(const std::vector<std::pair<double, double>>& ring) {
  Ring out;
  for (const auto& [lon, lat] : ring) {
    const Point p{std::llround(lon * grid), std::llround(lat * grid)};
    if (out.empty() || out.back() != p) out.push_back(p);
  }
  while (out.size() > 1 && out.back() == out.front()) out.pop_back();
  return out;
}

/// Twice the area of the triangle, in grid units.
std::int64_t twice_area(Point a, Point b, Point c) {
  return std::abs((b.first - a.first) * (c.second - a.second) - (c.first - a.first) * (b.second - a.second));
}

/// All neighbours that a point has along any border.
using Joints = std::map<Point, std::set<Point>>;

Joints joints_of(const std::vector<Ring*>& rings) {
  Joints joints;
  for (const Ring* ring : rings)
    for (std::size_t i = 0; i < ring->size(); ++i) {
      const Point &a = (*ring)[i], &b = (*ring)[(i + 1) % ring->size()];
      joints[a].insert(b);
      joints[b].insert(a);
    }
  return joints;
}

/// The points to drop in one round: small ones on a border between two, whose neighbours add more. Judged on the map as
/// a whole, so every ring through a point agrees.
std::set<Point> small_points(const Joints& joints, double least) {
  const auto area = [&](const Point& p) {
    const auto& around = joints.at(p);
    return around.size() == 2 ? twice_area(*around.begin(), p, *around.rbegin()) : INT64_MAX;
  };
  std::set<Point> small;
  for (const auto& [point, around] : joints) {
    const std::pair own{area(point), point};
    if (static_cast<double>(own.first) >= least) continue;
    if (std::all_of(around.begin(), around.end(), [&](const Point& p) { return own < std::pair{area(p), p}; }))
      small.insert(point);
  }
  return small;
}

std::size_t drop(const std::vector<Ring*>& rings, const std::set<Point>& points) {
  std::size_t dropped = 0;
  for (Ring* ring : rings) {
    std::size_t left = ring->size();
    std::erase_if(*ring, [&](const Point& p) { return left > 4 && points.contains(p) && (--left, ++dropped, true); });
  }
  return dropped;
}

Boundary from_grid(const std::vector<Ring>& rings) {
  const auto largest =
      std::max_element(rings.begin(), rings.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  Boundary out;
  for (auto ring = rings.begin(); ring != rings.end(); ++ring) {
    if (ring->size() < 4 && ring != largest) continue;
    auto& points = out.emplace_back();
    for (const auto& [x, y] : *ring) points.emplace_back(static_cast<double>(x) / grid, static_cast<double>(y) / grid);
  }
  return out;
}

}  // namespace

void simplify(std::map<std::string, Boundary>& boundaries, double least_area) {
  std::map<std::string, std::vector<Ring>> on_grid;
  std::vector<Ring*> rings;
  for (const auto& [code, boundary] : boundaries)
    for (const auto& ring : boundary) on_grid[code].push_back(to_grid(ring));
  for (auto& [code, of_code] : on_grid)
    for (auto& ring : of_code) rings.push_back(&ring);
  const double least = 2 * least_area * grid * grid;
  while (drop(rings, small_points(joints_of(rings), least)) > 0) {
  }
  for (auto& [code, boundary] : boundaries) boundary = from_grid(on_grid[code]);
}

}  // namespace koepel::exchange
