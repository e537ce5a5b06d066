// SPDX-License-Identifier: EUPL-1.2
// The reference table and its boundaries in; the country on a page, and the borders between groups, out.
#include "pictures/country_map.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "pictures/rings.h"

namespace koepel::pictures {

namespace {

// The Netherlands in Europe; the islands in the Caribbean are no municipalities.
constexpr double west = 3.30, east = 7.27, south = 50.72, north = 53.62;

using Place = std::pair<double, double>;
using Edge = std::pair<Place, Place>;

Edge edge_between(const Place& a, const Place& b) { return a < b ? Edge{a, b} : Edge{b, a}; }

/// Who lies on both sides of an edge; -1: nobody.
struct Sides {
  int first = -1, second = -1;
};
using Edges = std::map<Edge, Sides>;

const Boundary* boundary_of(const Canvas& canvas, const Municipality& m) {
  const auto found = canvas.reference.boundaries.find(m.id);
  return found == canvas.reference.boundaries.end() ? nullptr : &found->second;
}

template <class Visit>
void each_edge(const std::vector<Place>& ring, Visit visit) {
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (const auto& next = ring[(i + 1) % ring.size()]; next != ring[i]) visit(ring[i], next);
}

Edges edges_of(const Canvas& canvas, const PartnerMap& map) {
  Edges edges;
  for (std::size_t i = 0; i < map.partners.size(); ++i)
    if (const auto* boundary = boundary_of(canvas, *map.partners[i]))
      for (const auto& ring : *boundary)
        each_edge(ring, [&](const Place& a, const Place& b) {
          auto& sides = edges[edge_between(a, b)];
          (sides.first < 0 ? sides.first : sides.second) = static_cast<int>(i);
        });
  return edges;
}

/// The wanted stretches of the ring of municipality `i`. A border of two is drawn from the side of the later one.
void add_stretches(const std::vector<Place>& ring, int i, const Edges& edges, const PartnerMap& map,
                   const BorderWanted& wanted, std::vector<std::vector<Point>>& out) {
  std::vector<Point> line;
  const auto end_line = [&] {
    if (line.size() > 1) out.push_back(thin_out(line, 0.8));
    line.clear();
  };
  each_edge(ring, [&](const Place& a, const Place& b) {
    const auto& sides = edges.at(edge_between(a, b));
    const auto [low, high] = std::minmax(sides.first, sides.second);
    if (i != high || !wanted(low, high)) return end_line();
    if (line.empty()) line.push_back(map.project(a.first, a.second));
    line.push_back(map.project(b.first, b.second));
  });
  end_line();
}

}  // namespace

PartnerMap country_of(const Canvas& canvas) {
  PartnerMap map;
  for (const auto& m : canvas.reference.municipalities) map.partners.push_back(&m);
  // A few that are missing are drawn as dots; with most missing the map would be a sea with islands.
  map.with_boundaries = 2 * canvas.reference.boundaries.size() > map.partners.size();
  const double cosine = std::cos((south + north) / 2 * std::numbers::pi / 180);
  const double width = page_width - 2 * margin, scale = width / ((east - west) * cosine);
  map.project = {west, north, cosine, scale};
  map.frame = box_at({margin, margin}, width, (north - south) * scale);
  return map;
}

std::vector<std::vector<Point>> borders_of(const Canvas& canvas, const PartnerMap& map, const BorderWanted& wanted) {
  const Edges edges = edges_of(canvas, map);
  std::vector<std::vector<Point>> lines;
  for (std::size_t i = 0; i < map.partners.size(); ++i)
    if (const auto* boundary = boundary_of(canvas, *map.partners[i]))
      for (const auto& ring : *boundary) add_stretches(ring, static_cast<int>(i), edges, map, wanted, lines);
  return lines;
}

}  // namespace koepel::pictures
