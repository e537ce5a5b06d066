// SPDX-License-Identifier: EUPL-1.2
// The partners and the reference table in; their places on the page, what can be seen of each, and names out.
#include "pictures/region_map.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "pictures/rings.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double map_width = page_width - 2 * margin;
constexpr double tallest = 560;
constexpr double km_per_degree = 111.32;

struct Extent {
  double west = 180, east = -180, south = 90, north = -90;

  void add(double lon, double lat) {
    west = std::min(west, lon);
    east = std::max(east, lon);
    south = std::min(south, lat);
    north = std::max(north, lat);
  }
};

const Boundary* boundary_of(const Canvas& canvas, const Municipality& m) {
  const auto found = canvas.reference.boundaries.find(m.id);
  return found == canvas.reference.boundaries.end() ? nullptr : &found->second;
}

void collect(const Canvas& canvas, PartnerMap& map) {
  std::set<std::string> seen;
  for (const auto& partner : canvas.analysis.partners) {
    const Municipality* m = find_municipality(canvas.reference, partner.id);
    if (!m) continue;
    map.partners.push_back(m);
    seen.insert(m->id);
  }
  for (const Municipality* m : std::vector(map.partners))
    for (const auto& [code, km] : m->neighbours)
      if (const Municipality* other = find_municipality(canvas.reference, code); other && seen.insert(code).second)
        map.neighbours.push_back(other);
  map.with_boundaries = !map.partners.empty() && std::all_of(map.partners.begin(), map.partners.end(), [&](auto* m) {
    return boundary_of(canvas, *m) != nullptr;
  });
}

Extent extent_of(const Canvas& canvas, const PartnerMap& map) {
  Extent extent;
  for (const Municipality* m : map.partners) {
    extent.add(m->lon, m->lat);
    if (!map.with_boundaries) continue;
    for (const auto& ring : *boundary_of(canvas, *m))
      for (const auto& [lon, lat] : ring) extent.add(lon, lat);
  }
  if (!map.with_boundaries)
    for (const Municipality* m : map.neighbours) extent.add(m->lon, m->lat);
  const double around = std::max({0.02, (extent.east - extent.west) * 0.07, (extent.north - extent.south) * 0.07});
  return {extent.west - around, extent.east + around, extent.south - around, extent.north + around};
}

void scale_to_page(PartnerMap& map, Extent e) {
  const double cosine = std::cos((e.south + e.north) / 2 * std::numbers::pi / 180);
  const double scale = std::min(map_width / ((e.east - e.west) * cosine), tallest / (e.north - e.south));
  const double spare = map_width / scale / cosine - (e.east - e.west);  // a tall region stands in the middle
  map.project = {e.west - spare / 2, e.north, cosine, scale};
  map.frame = box_at({margin, margin}, map_width, (e.north - e.south) * scale);
}

struct Name {
  Point at;       ///< the mark, or the middle of the area
  double radius;  ///< of the mark; 0 for an area
  std::string text;
  Font font;
};

/// On an area when the name fits there, else beside its mark or wherever there is room close by.
void draw_name(Svg& svg, const Name& name, LabelPlacer& labels) {
  const double width = text_width(name.text, name.font.size, name.font.bold);
  std::optional<Box> room;
  if (const Box middle = box_around(name.at, width, name.font.size); name.radius == 0 && labels.is_free(middle)) {
    labels.keep_free(middle);
    room = middle;
  }
  if (!room) room = labels.place(name.at, name.radius, width, name.font.size);
  if (room) svg.text({room->left, room->bottom - name.font.size * 0.2}, name.text, name.font);
}

}  // namespace

PartnerMap map_of(const Canvas& canvas) {
  PartnerMap map;
  collect(canvas, map);
  if (!map.partners.empty()) scale_to_page(map, extent_of(canvas, map));
  return map;
}

std::vector<std::vector<Point>> visible_rings(const Canvas& canvas, const PartnerMap& map, const Municipality& m) {
  std::vector<std::vector<Point>> rings;
  const Boundary* boundary = boundary_of(canvas, m);
  for (const auto& ring : boundary ? *boundary : Boundary{}) {
    std::vector<Point> points;
    for (const auto& [lon, lat] : ring) points.push_back(map.project(lon, lat));
    points = clip(thin_out(points, 0.6), map.frame);
    if (points.size() >= 3) rings.push_back(std::move(points));
  }
  return rings;
}

double radius_of(const Municipality& m) { return std::clamp(std::sqrt(m.inhabitants / 1000.0) * 1.6, 5.0, 26.0); }

Point middle_of(const Canvas& canvas, const PartnerMap& map, const Municipality& m) {
  const auto rings = visible_rings(canvas, map, m);
  return map.with_boundaries && !rings.empty() ? widest_place(rings) : map.project(m.lon, m.lat);
}

void draw_names(Svg& svg, const Canvas& canvas, const PartnerMap& map, LabelPlacer& labels) {
  const auto place = [&](const Municipality& m, const std::string& text, double radius, const Font& font) {
    const auto rings = visible_rings(canvas, map, m);
    if (map.with_boundaries && rings.empty()) return;  // wholly outside the frame
    draw_name(svg, {middle_of(canvas, map, m), map.with_boundaries ? 0 : radius, text, font}, labels);
  };
  for (const Municipality* m : map.partners)
    place(*m, name_of(canvas, "partner", m->id), radius_of(*m), {.size = 13, .bold = true});
  for (const Municipality* m : map.neighbours) place(*m, m->name, 4, {.size = 11, .colour = palette.quiet});
}

void draw_scale_bar(Svg& svg, const Canvas& canvas, const PartnerMap& map) {
  const double km_px = map.project.px_per_degree / km_per_degree;
  const double km = km_px * 10 > 140 ? 5 : km_px * 10 > 50 ? 10 : 25;
  const double y = map.frame.bottom + 14, right = map.frame.right;
  svg.polyline({{right - km * km_px, y - 4}, {right - km * km_px, y}, {right, y}, {right, y - 4}},
               stroked(palette.ink));
  svg.text({right - km * km_px - 6, y + 2}, figure(canvas, km) + " km",
           {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
  const std::string source =
      map.with_boundaries ? canvas.reference.boundaries_source : canvas.reference.municipalities_source;
  if (!source.empty())
    svg.text({map.frame.left, y + 2}, shorten(say(canvas, "source", {word("source", source)}), 480, 11),
             {.size = 11, .colour = palette.quiet});
}

}  // namespace koepel::pictures
