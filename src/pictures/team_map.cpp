// SPDX-License-Identifier: EUPL-1.2
// The best division of the partners into teams in, a map out: one colour, pattern and letter per team.
#include <algorithm>
#include <optional>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/region_map.h"
#include "pictures/rings.h"
#include "pictures/team_style.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using gains::TeamSaving;

struct Division {
  std::vector<TeamSaving> teams;   ///< of two or more, largest saving first
  std::vector<std::string> alone;  ///< partners in no team
  Money saving;
  std::string subject;  ///< empty: all modelled tasks
};

/// One division for all modelled tasks; with a single task its own.
Division division_of(const Canvas& canvas) {
  Division out;
  std::vector<TeamSaving> all;
  const auto& gains = canvas.analysis.gains;
  if (gains.geometry) {
    all = gains.geometry->one_house;
    out.saving = gains.geometry->together;
  } else if (!gains.subjects.empty()) {
    all = gains.subjects.front().teams.teams;
    out.saving = gains.subjects.front().teams.saving;
    out.subject = gains.subjects.front().subject;
  }
  for (auto& team : all)
    if (team.partners.size() > 1)
      out.teams.push_back(std::move(team));
    else
      out.alone.insert(out.alone.end(), team.partners.begin(), team.partners.end());
  std::stable_sort(out.teams.begin(), out.teams.end(), [](auto& a, auto& b) { return a.saving > b.saving; });
  return out;
}

std::string letter(std::size_t team) { return std::string(1, static_cast<char>('A' + team % 26)); }

std::optional<std::size_t> team_of(const Division& division, const std::string& partner) {
  for (std::size_t t = 0; t < division.teams.size(); ++t)
    for (const auto& member : division.teams[t].partners)
      if (member == partner) return t;
  return std::nullopt;
}

/// The octagon that stands for a municipality without a boundary.
std::vector<std::vector<Point>> dot(Point c, double r) {
  const double k = 0.4142 * r;
  return {{{c.x - k, c.y - r},
           {c.x + k, c.y - r},
           {c.x + r, c.y - k},
           {c.x + r, c.y + k},
           {c.x + k, c.y + r},
           {c.x - k, c.y + r},
           {c.x - r, c.y + k},
           {c.x - r, c.y - k}}};
}

void draw_area(Svg& svg, const std::vector<std::vector<Point>>& rings, const std::optional<std::size_t>& team) {
  svg.rings(rings, filled(team ? style_of_team(*team).colour : palette.paper));
  if (team) draw_pattern(svg, rings, style_of_team(*team).pattern);
  svg.rings(rings, stroked(palette.ink, 1.2));
}

void draw_letter(Svg& svg, Point at, std::size_t team) {
  svg.circle(at, 9, {palette.ink, palette.paper, 1.5, ""});
  svg.text({at.x, at.y + 4}, letter(team),
           {.size = 12, .bold = true, .colour = palette.paper, .anchor = Anchor::middle});
}

void draw_region(Svg& svg, const Canvas& canvas, const PartnerMap& map, const Division& division, LabelPlacer& labels) {
  svg.rect(map.frame, filled(palette.zone));
  if (map.with_boundaries)
    for (const Municipality* m : map.neighbours)
      svg.rings(visible_rings(canvas, map, *m), {palette.mist, palette.paper, 1.2, ""});
  if (!map.with_boundaries)
    for (const Municipality* m : map.neighbours) {
      const Point at = map.project(m->lon, m->lat);
      svg.circle(at, 4, {palette.paper, palette.line, 1, ""});
      labels.keep_free(box_around(at, 8, 8));
    }
  for (const Municipality* m : map.partners) {
    const Point centre = map.project(m->lon, m->lat);
    const double r = std::max(radius_of(*m), 12.0);
    draw_area(svg, map.with_boundaries ? visible_rings(canvas, map, *m) : dot(centre, r), team_of(division, m->id));
    if (!map.with_boundaries) labels.keep_free(box_around(centre, 2 * r + 6, 2 * r + 6));
  }
  for (const Municipality* m : map.partners) {
    const auto team = team_of(division, m->id);
    if (!team) continue;
    Point at = middle_of(canvas, map, *m);
    if (map.with_boundaries) at.y -= 17;
    draw_letter(svg, at, *team);
    labels.keep_free(box_around(at, 20, 20));
  }
}

std::string names_of(const Canvas& canvas, const std::vector<std::string>& partners) {
  std::string names;
  for (const auto& partner : partners) names += (names.empty() ? "" : ", ") + name_of(canvas, "partner", partner);
  return names;
}

/// One line below the map: its area, its letter and who is in it; returns the y of the next.
double draw_team(Svg& svg, const std::optional<std::size_t>& team, const std::string& line, double top) {
  draw_area(svg, {{{margin, top - 11}, {margin + 30, top - 11}, {margin + 30, top + 3}, {margin, top + 3}}}, team);
  if (team) svg.text({margin + 38, top}, letter(*team), {.size = 12, .bold = true});
  const auto lines = wrap(line, page_width - 2 * margin - 54, 11, false, 3);
  svg.text_lines({margin + 54, top}, lines, {.size = 11});
  return top + 8 + 14 * static_cast<double>(lines.size());
}

double draw_teams(Svg& svg, const Canvas& canvas, const Division& division, double top) {
  for (std::size_t t = 0; t < division.teams.size(); ++t)
    top = draw_team(svg, t,
                    say(canvas, "teams.line",
                        {word("who", names_of(canvas, division.teams[t].partners)),
                         money("saving", division.teams[t].saving.cents / 100 * 100)}),
                    top);
  if (!division.alone.empty())
    top = draw_team(svg, std::nullopt, say(canvas, "teams.alone") + ": " + names_of(canvas, division.alone), top);
  return top;
}

std::string describe(const Canvas& canvas, const Division& division) {
  if (division.teams.empty()) return say(canvas, "teams.description_none");
  return say(canvas,
             division.teams.size() == 1 && division.alone.empty() ? "teams.description_one" : "teams.description",
             {number("teams", static_cast<double>(division.teams.size())),
              number("alone", static_cast<double>(division.alone.size())),
              money("saving", division.saving.cents / 100 * 100)});
}

}  // namespace

Picture team_map(const Canvas& canvas) {
  const Division division = division_of(canvas);
  Picture picture =
      picture_of(canvas, "teams",
                 division.subject.empty() ? say(canvas, "teams.title_all")
                                          : say(canvas, "teams.title", {term("subject", "subject", division.subject)}),
                 describe(canvas, division), {"map.column.partner", "teams.column.team"});
  open_by(picture, canvas, division.subject.empty() ? "gains.geometry" : "gains." + division.subject);
  const PartnerMap map = map_of(canvas);
  Svg svg(page_width);
  double end = margin;
  if (!map.partners.empty() && !division.teams.empty()) {
    for (const auto& partner : canvas.analysis.partners) {
      const auto team = team_of(division, partner.id);
      picture.rows.push_back(
          {name_of(canvas, "partner", partner.id), team ? letter(*team) : say(canvas, "teams.alone")});
    }
    LabelPlacer labels(map.frame);
    draw_region(svg, canvas, map, division, labels);
    draw_names(svg, canvas, map, labels);
    draw_scale_bar(svg, canvas, map);
    end = draw_teams(svg, canvas, division, map.frame.bottom + 44);
  }
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
