// SPDX-License-Identifier: EUPL-1.2
// A scan of the country in, a map out: one colour and pattern for every group, its number by saving, and who stands
// alone or outside.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "pictures/chart.h"
#include "pictures/country_map.h"
#include "pictures/marks.h"
#include "pictures/rings.h"
#include "pictures/team_style.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using gains::Scan;
using gains::ScanPlace;
using gains::ScanRow;

constexpr std::size_t groups_listed = 10;
constexpr double list_width = 206;  ///< the North Sea, west of Noord-Holland
constexpr double number_size = 11;

/// What the drawing is made from. `rows[i]` is the row of map.partners[i].
struct ScanDrawing {
  const Canvas& canvas;
  const Scan& scan;
  PartnerMap map;
  std::vector<const ScanRow*> rows;
  std::vector<std::size_t> styles;  ///< of each group
};

std::string name_of_municipality(const Canvas& canvas, const std::string& code) {
  const auto* known = find_municipality(canvas.reference, code);
  return known == nullptr || known->name.empty() ? code : known->name;
}

std::string names_of(const Canvas& canvas, const std::vector<std::string>& codes) {
  std::string names;
  for (const auto& code : codes) names += (names.empty() ? "" : ", ") + name_of_municipality(canvas, code);
  return names;
}

/// A style for every group such that neighbours differ wherever five styles allow it; else the one least used around.
std::vector<std::size_t> styles_of(const Canvas& canvas, const Scan& scan) {
  std::map<std::string, std::size_t> group;
  for (const auto& row : scan.rows)
    if (row.group) group.emplace(row.municipality, *row.group);
  std::vector<std::size_t> styles;
  for (std::size_t g = 0; g < scan.groups.size(); ++g) {
    std::array<int, team_styles> used{};
    for (const auto& member : scan.groups[g].members)
      if (const auto* m = find_municipality(canvas.reference, member))
        for (const auto& [code, km] : m->neighbours)
          if (const auto other = group.find(code); other != group.end() && other->second < g)
            ++used.at(styles[other->second]);
    // Beginning at another style each time keeps the country from being all of the first.
    std::size_t best = g % team_styles;
    for (std::size_t s = 0; s < team_styles; ++s)
      if (used.at((g + s) % team_styles) < used.at(best)) best = (g + s) % team_styles;
    styles.push_back(best);
  }
  return styles;
}

ScanDrawing drawing_of(const Canvas& canvas, const Scan& scan) {
  ScanDrawing drawing{canvas, scan, country_of(canvas), {}, styles_of(canvas, scan)};
  for (const auto* m : drawing.map.partners) drawing.rows.push_back(gains::find_row(scan, m->id));
  std::erase_if(drawing.map.partners, [&](const auto* m) { return gains::find_row(scan, m->id) == nullptr; });
  std::erase(drawing.rows, nullptr);
  return drawing;
}

const Category* style_of(const ScanDrawing& d, const ScanRow& row) {
  return row.group ? &style_of_team(d.styles[*row.group]) : nullptr;
}

std::string ground_of(const ScanDrawing& d, const ScanRow& row) {
  if (const auto* style = style_of(d, row)) return style->colour;
  return takes_part(row.place) ? palette.paper : palette.mist;
}

void draw_areas(Svg& svg, const ScanDrawing& d) {
  std::vector<std::vector<std::vector<Point>>> areas;
  for (const auto* m : d.map.partners) areas.push_back(visible_rings(d.canvas, d.map, *m));
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const auto& row = *d.rows[i];
    // A rim of its own colour closes the hair between two areas that were thinned apart.
    svg.rings(areas[i], {ground_of(d, row), ground_of(d, row), 0.6, ""});
  }
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (const auto* style = style_of(d, *d.rows[i])) draw_pattern(svg, areas[i], style->pattern, 7);
    if (!takes_part(d.rows[i]->place))
      for (const auto& [from, to] : stripes(areas[i], {1, 1}, 4)) svg.line(from, to, stroked(palette.line, 0.9));
  }
}

/// Members of one group are parted by a thin line, all others by a strong one.
void draw_borders(Svg& svg, const ScanDrawing& d) {
  const auto one_group = [&](int a, int b) {
    if (a < 0) return false;
    const auto &first = d.rows[static_cast<std::size_t>(a)]->group,
               &second = d.rows[static_cast<std::size_t>(b)]->group;
    return first && first == second;
  };
  for (const auto& line : borders_of(d.canvas, d.map, one_group)) svg.polyline(line, stroked(palette.line, 0.7));
  for (const auto& line : borders_of(d.canvas, d.map, std::not_fn(one_group)))
    svg.polyline(line, stroked(palette.ink, 1.1));
}

double dot_radius(const Municipality& m) { return std::clamp(std::sqrt(m.inhabitants / 1000.0) * 0.8, 3.0, 11.0); }

/// Members of one group that border on each other are tied by a line.
void draw_ties(Svg& svg, const ScanDrawing& d) {
  for (std::size_t i = 0; i < d.rows.size(); ++i)
    for (const auto& [code, km] : d.map.partners[i]->neighbours) {
      const auto* other = gains::find_row(d.scan, code);
      const auto* m = find_municipality(d.canvas.reference, code);
      if (other == nullptr || m == nullptr || !d.rows[i]->group || other->group != d.rows[i]->group) continue;
      if (d.rows[i]->municipality < code)
        svg.line(d.map.project(d.map.partners[i]->lon, d.map.partners[i]->lat), d.map.project(m->lon, m->lat),
                 stroked(palette.ink, 2));
    }
}

void draw_dots(Svg& svg, const ScanDrawing& d) {
  for (std::size_t i = 0; i < d.rows.size(); ++i) {
    const auto& m = *d.map.partners[i];
    const Point at = d.map.project(m.lon, m.lat);
    svg.circle(at, dot_radius(m), {ground_of(d, *d.rows[i]), palette.ink, 1, ""});
    if (!takes_part(d.rows[i]->place)) {
      const double r = 0.7 * dot_radius(m);
      svg.line({at.x - r, at.y - r}, {at.x + r, at.y + r}, stroked(palette.ink, 1));
    }
  }
}

/// Where the number of a group belongs: the widest place of its area, or the middle of its dots.
Point place_of_number(const ScanDrawing& d, std::size_t g) {
  std::vector<std::vector<Point>> rings;
  Point middle;
  double members = 0;
  for (std::size_t i = 0; i < d.rows.size(); ++i) {
    if (d.rows[i]->group != g) continue;
    const auto& m = *d.map.partners[i];
    for (auto& ring : visible_rings(d.canvas, d.map, m)) rings.push_back(std::move(ring));
    const Point at = d.map.project(m.lon, m.lat);
    middle = {middle.x + at.x, middle.y + at.y};
    ++members;
  }
  if (d.map.with_boundaries && !rings.empty()) return widest_place(rings);
  return {middle.x / std::max(members, 1.0), middle.y / std::max(members, 1.0)};
}

void draw_number(Svg& svg, const ScanDrawing& d, std::size_t g, LabelPlacer& labels) {
  const std::string number = std::to_string(g + 1);
  const double width = text_width(number, number_size, true) + 4, height = number_size + 1;
  const Point at = place_of_number(d, g);
  Box box = box_around(at, width, height);
  if (!labels.is_free(box)) {
    const auto room = labels.place(at, 2, width, height);
    if (!room) return;
    box = *room;
    svg.line(at, box.centre(), stroked(palette.ink, 0.8));
  }
  labels.keep_free(box);
  svg.rect(box, filled(palette.paper), 3);
  svg.text({box.centre().x, box.bottom - 2.5}, number, {.size = number_size, .bold = true, .anchor = Anchor::middle});
}

/// Title and largest groups, in the sea. Returns the room it takes.
Box draw_list(Svg& svg, const ScanDrawing& d, const std::string& title) {
  const double left = d.map.frame.left + 8;
  double y = d.map.frame.top + 20;
  const auto write = [&](const std::string& text, const Font& font, double indent, std::size_t most) {
    const auto lines = wrap(text, list_width - indent, font.size, font.bold, most);
    svg.text_lines({left + indent, y}, lines, font);
    y += font.size * 1.25 * static_cast<double>(lines.size());
  };
  write(title, {.size = 14, .bold = true}, 0, 4);
  y += 6;
  if (!d.scan.groups.empty())
    write(say(d.canvas, "scan.largest",
              {number("n", static_cast<double>(std::min(groups_listed, d.scan.groups.size())))}),
          {.size = 11, .colour = palette.quiet}, 0, 2);
  y += 4;
  for (std::size_t g = 0; g < std::min(groups_listed, d.scan.groups.size()); ++g) {
    svg.text({left + 16, y}, std::to_string(g + 1), {.size = 11, .bold = true, .anchor = Anchor::end});
    write(say(d.canvas, "scan.line",
              {word("who", names_of(d.canvas, d.scan.groups[g].members)),
               about("saving", static_cast<double>(d.scan.groups[g].saving.cents) / 100)}),
          {.size = 11}, 22, 3);
    y += 2;
  }
  return {left, d.map.frame.top, left + list_width, y};
}

using Drawn = std::function<void(Svg&, const Box&)>;

KeyEntry swatch(Drawn fill, std::string meaning) {
  return {[fill = std::move(fill)](Svg& s, Point c) {
            const Box box = box_around(c, 18, 12);
            fill(s, box);
            s.rect(box, stroked(palette.ink, 1));
          },
          18, std::move(meaning)};
}

double draw_keys(Svg& svg, const ScanDrawing& d, double top) {
  std::vector<KeyEntry> key;
  key.push_back({[](Svg& s, Point c) {
                   for (std::size_t i = 0; i < team_styles; ++i) {
                     const Box box = box_at({c.x - 40 + 16 * static_cast<double>(i), c.y - 6}, 16, 12);
                     s.rect(box, filled(style_of_team(i).colour));
                     draw_pattern(
                         s,
                         {{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}},
                         style_of_team(i).pattern, 5);
                     s.rect(box, stroked(palette.ink, 1));
                   }
                 },
                 80, say(d.canvas, "scan.key.group")});
  key.push_back(
      swatch([](Svg& s, const Box& b) { s.rect(b, filled(palette.paper)); }, say(d.canvas, "scan.key.alone")));
  key.push_back(swatch(
      [](Svg& s, const Box& b) {
        s.rect(b, filled(palette.mist));
        hatch(s, b, palette.line, 4);
      },
      say(d.canvas, "scan.key.outside")));
  return draw_key(svg, {margin, top}, page_width - margin, key);
}

std::vector<Arg> totals_of(const Scan& scan) {
  const int grouped = scan.count(ScanPlace::grouped), alone = scan.count(ScanPlace::alone);
  return {word("field", scan.task_field),
          word("name", scan.name),
          word("year", std::to_string(scan.year)),
          number("groups", static_cast<double>(scan.groups.size())),
          number("grouped", grouped),
          number("alone", alone),
          number("outside", static_cast<double>(scan.rows.size()) - grouped - alone),
          about("saving", static_cast<double>(scan.saving.cents) / 100),
          about("low", scan.spread.band.low),
          about("high", scan.spread.band.high),
          about("cost", -scan.no_saving_net),
          about("ten", scan.ten_years)};
}

void fill_table(Picture& picture, const ScanDrawing& d) {
  for (std::size_t i = 0; i < d.rows.size(); ++i) {
    const auto& row = *d.rows[i];
    const std::string place = d.canvas.phrases.text(std::string("scan.place.") + word_of(row.place), d.canvas.language);
    picture.rows.push_back(
        {name_of_municipality(d.canvas, row.municipality), row.group ? std::to_string(*row.group + 1) : place,
         row.group ? names_of(d.canvas, d.scan.groups[*row.group].members) : "-",
         row.group ? euro(d.canvas, row.share) : "-", row.group ? euro(d.canvas, row.range.low) : "-",
         row.group ? euro(d.canvas, row.range.high) : "-"});
  }
}

}  // namespace

Picture scan_map(const Canvas& canvas, const Scan& scan) {
  const ScanDrawing d = drawing_of(canvas, scan);
  Picture picture =
      picture_of(canvas, "scan-" + scan.task_field, say(canvas, "scan.title", totals_of(scan)),
                 say(canvas, scan.groups.empty() ? "scan.description_none" : "scan.description", totals_of(scan)),
                 {"scan.column.municipality", "scan.column.group", "scan.column.members", "scan.column.share",
                  "column.low", "column.high"});
  fill_table(picture, d);
  Svg svg(page_width);
  LabelPlacer labels(d.map.frame);
  svg.rect(d.map.frame, filled(palette.zone));
  if (d.map.with_boundaries) {
    draw_areas(svg, d);
    draw_borders(svg, d);
  } else {
    draw_ties(svg, d);
    draw_dots(svg, d);
  }
  labels.keep_free(draw_list(svg, d, picture.title));
  if (!d.map.with_boundaries)
    for (const auto* m : d.map.partners)
      labels.keep_free(box_around(d.map.project(m->lon, m->lat), 2 * dot_radius(*m), 2 * dot_radius(*m)));
  for (std::size_t g = 0; g < scan.groups.size(); ++g) draw_number(svg, d, g, labels);
  draw_scale_bar(svg, canvas, d.map);
  const double key_bottom = draw_keys(svg, d, d.map.frame.bottom + 44);
  finish(picture, svg, draw_note(svg, picture.description, key_bottom + 8) + 4, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
