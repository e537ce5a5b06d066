// SPDX-License-Identifier: EUPL-1.2
// The partners and the reference table in, a map out: real boundaries where they were imported, else centres of
// municipalities joined by lines as thick as their border is long.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "pictures/frame.h"
#include "pictures/labels.h"
#include "pictures/marks.h"
#include "pictures/rings.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double map_width = page_width - 2 * margin;
constexpr double tallest = 560;
constexpr double km_per_degree = 111.32;

/// Equal kilometres in both directions around the middle of the map: good to a few per mille for a region.
struct Projection {
  double west = 0, north = 0, cosine = 1, px_per_degree = 1;

  Point operator()(double lon, double lat) const {
    return {margin + (lon - west) * cosine * px_per_degree, margin + (north - lat) * px_per_degree};
  }
};

struct Extent {
  double west = 180, east = -180, south = 90, north = -90;

  void add(double lon, double lat) {
    west = std::min(west, lon);
    east = std::max(east, lon);
    south = std::min(south, lat);
    north = std::max(north, lat);
  }
};

struct PartnerMap {
  std::vector<const Municipality*> partners;
  std::vector<const Municipality*> neighbours;  ///< outside the study, sharing a border
  bool with_boundaries = false;
  Projection project;
  Box frame;
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

PartnerMap map_of(const Canvas& canvas) {
  PartnerMap map;
  collect(canvas, map);
  if (!map.partners.empty()) scale_to_page(map, extent_of(canvas, map));
  return map;
}

/// What can be seen of a municipality; nothing when its boundary is not known.
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

double shared_km(const Municipality& a, const std::string& b) {
  for (const auto& [code, km] : a.neighbours)
    if (code == b) return km;
  return 0;
}

struct Link {
  Point from, to;
  double km = 0;
};

void draw_link(Svg& svg, const Link& link, const std::string& colour, LabelPlacer& labels) {
  if (link.km <= 0) return;
  const double width = std::clamp(link.km / 3, 1.0, 9.0);
  svg.line(link.from, link.to, stroked(colour, width));
  for (int i = 0; i <= 60; ++i)
    labels.avoid(
        box_around({link.from.x + (link.to.x - link.from.x) * i / 60, link.from.y + (link.to.y - link.from.y) * i / 60},
                   width, width));
}

void draw_links(Svg& svg, const PartnerMap& map, LabelPlacer& labels) {
  const auto link = [&](const Municipality& a, const Municipality& b) {
    return Link{map.project(a.lon, a.lat), map.project(b.lon, b.lat), shared_km(a, b.id)};
  };
  for (const Municipality* a : map.partners)
    for (const Municipality* b : map.neighbours) draw_link(svg, link(*a, *b), palette.hairline, labels);
  for (std::size_t i = 0; i < map.partners.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      draw_link(svg, link(*map.partners[i], *map.partners[j]), palette.accent_soft, labels);
}

double radius_of(const Municipality& m) { return std::clamp(std::sqrt(m.inhabitants / 1000.0) * 1.6, 5.0, 26.0); }

void draw_areas(Svg& svg, const Canvas& canvas, const PartnerMap& map) {
  svg.rect(map.frame, filled(palette.zone));
  for (const Municipality* m : map.neighbours)
    svg.rings(visible_rings(canvas, map, *m), {palette.mist, palette.paper, 1.2, ""});
  for (const Municipality* m : map.partners)
    svg.rings(visible_rings(canvas, map, *m), {palette.accent_soft, palette.accent, 1.4, ""});
}

void draw_centres(Svg& svg, const PartnerMap& map, LabelPlacer& labels) {
  svg.rect(map.frame, filled(palette.zone));
  draw_links(svg, map, labels);
  for (const Municipality* m : map.neighbours) {
    const Point at = map.project(m->lon, m->lat);
    svg.circle(at, 4, {palette.paper, palette.line, 1, ""});
    labels.keep_free(box_around(at, 8, 8));
  }
  for (const Municipality* m : map.partners) {
    const Point at = map.project(m->lon, m->lat);
    const double r = radius_of(*m);
    svg.circle(at, r, {palette.accent, palette.paper, 1.5, ""});
    labels.keep_free(box_around(at, 2 * r, 2 * r));
  }
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

void draw_names(Svg& svg, const Canvas& canvas, const PartnerMap& map, LabelPlacer& labels) {
  const auto place = [&](const Municipality& m, const std::string& text, double radius, const Font& font) {
    const auto rings = visible_rings(canvas, map, m);
    if (map.with_boundaries && rings.empty()) return;  // wholly outside the frame
    const Point at = map.with_boundaries ? widest_place(rings) : map.project(m.lon, m.lat);
    draw_name(svg, {at, map.with_boundaries ? 0 : radius, text, font}, labels);
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

void fill_table(Picture& picture, const Canvas& canvas) {
  for (const auto& partner : canvas.analysis.partners) {
    const Municipality* m = find_municipality(canvas.reference, partner.id);
    std::string borders;
    for (const auto& other : canvas.analysis.partners)
      if (const double km = m ? shared_km(*m, other.id) : 0; km > 0)
        borders +=
            (borders.empty() ? "" : ", ") + name_of(canvas, "partner", other.id) + " (" + figure(canvas, km) + " km)";
    picture.rows.push_back({name_of(canvas, "partner", partner.id),
                            partner.inhabitants ? figure(canvas, *partner.inhabitants) : say(canvas, "unknown"),
                            partner.land_area_ha ? figure(canvas, *partner.land_area_ha) : say(canvas, "unknown"),
                            borders.empty() ? say(canvas, "none") : borders});
  }
}

}  // namespace

Picture partner_map(const Canvas& canvas) {
  const PartnerMap map = map_of(canvas);
  double people = 0;
  for (const auto& partner : canvas.analysis.partners) people += partner.inhabitants.value_or(0);
  Picture picture =
      picture_of(canvas, "map", say(canvas, "map.title"),
                 say(canvas, map.with_boundaries ? "map.description" : "map.description_centres",
                     {number("n", static_cast<double>(canvas.analysis.partners.size())), number("people", people),
                      number("neighbours", static_cast<double>(map.neighbours.size()))}),
                 {"map.column.partner", "map.column.people", "map.column.area", "map.column.borders"});
  if (!map.partners.empty()) fill_table(picture, canvas);
  Svg svg(page_width);
  LabelPlacer labels(map.frame);
  if (map.with_boundaries)
    draw_areas(svg, canvas, map);
  else
    draw_centres(svg, map, labels);
  draw_names(svg, canvas, map, labels);
  if (!map.partners.empty()) draw_scale_bar(svg, canvas, map);
  finish(picture, svg, map.frame.bottom + 24, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
