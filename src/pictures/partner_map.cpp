// SPDX-License-Identifier: EUPL-1.2
// The partners and the reference table in, a map out: real boundaries where they were imported, else centres of
// municipalities joined by lines as thick as their border is long.
#include <algorithm>

#include "pictures/region_map.h"

namespace koepel::pictures {

namespace {

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

template <class Number>
PictureCell known(const Canvas& canvas, const std::optional<Number>& value, const std::string& step) {
  return value ? PictureCell(figure(canvas, *value), step) : PictureCell(say(canvas, "unknown"));
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
                            known(canvas, partner.inhabitants, "partner." + partner.id + ".inhabitants"),
                            known(canvas, partner.land_area_ha, "partner." + partner.id + ".area"),
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
