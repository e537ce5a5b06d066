// SPDX-License-Identifier: EUPL-1.2
// The poll in, two heat maps out: the five motives and the six factors, by partner and role. Every published mean is
// one cell; a group too small to publish looks different from one that gave no answers.
#include <optional>

#include "pictures/frame.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using survey::Cut;
using survey::Shown;

constexpr double names_width = 168;
constexpr double cell_height = 32;
constexpr std::size_t most_split = 6;  ///< up to so many partners have a column per role group

struct Cell {
  Shown shown = Shown::no_answers;
  double mean = 0;
  std::string step = {};  ///< of the analysis; empty when nothing is shown
};

/// A column: whose answers, below which group head.
struct Column {
  Cut cut;
  std::string group;  ///< head over several columns
  std::string head;
};

struct Row {
  std::string name;
  std::vector<Cell> cells;
};

struct HeatMap {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

Cell cell_of(const survey::SurveyResult& poll, const std::string& construct, const Cut& cut) {
  const auto* result = survey::find_construct(poll, construct);
  const auto* found = result ? survey::find_cut(result->cuts, cut) : nullptr;
  if (!found) return {};
  if (!found->numbers) return {found->shown, 0, {}};
  return {found->shown, found->numbers->mean, survey::step_id(construct, cut)};
}

/// Mean over the constructs of a factor; as little known as the least known of them.
Cell cell_of(const survey::SurveyResult& poll, const std::vector<std::string>& constructs, const Cut& cut) {
  Cell out{constructs.empty() ? Shown::no_answers : Shown::shown, 0, {}};
  for (const auto& construct : constructs) {
    const Cell part = cell_of(poll, construct, cut);
    if (part.shown != Shown::shown) return part;
    out.mean += part.mean / static_cast<double>(constructs.size());
    if (out.step.empty()) out.step = part.step;
  }
  return out;
}

std::vector<Column> columns_of(const Canvas& canvas) {
  const std::string together = say(canvas, "heat.together"), all = say(canvas, "heat.all");
  const auto role = [&](const char* id) { return say(canvas, std::string("heat.") + id); };
  std::vector<Column> columns{{{"", ""}, together, all},
                              {{"", "administrator"}, together, role("administrator")},
                              {{"", "official"}, together, role("official")}};
  const bool split = canvas.analysis.partners.size() <= most_split;
  for (const auto& partner : canvas.analysis.partners) {
    const std::string name = name_of(canvas, "partner", partner.id);
    if (!split) {
      columns.push_back({{partner.id, ""}, "", name});
      continue;
    }
    columns.push_back({{partner.id, "administrator"}, name, role("administrator")});
    columns.push_back({{partner.id, "official"}, name, role("official")});
  }
  return columns;
}

bool known(const HeatMap& map) {
  for (const Row& row : map.rows)
    for (const Cell& cell : row.cells)
      if (cell.shown != Shown::no_answers) return true;
  return false;
}

void draw_cell(Svg& svg, const Canvas& canvas, const Box& box, const Cell& cell) {
  const Point c = box.centre();
  if (cell.shown == Shown::no_answers) {
    svg.rect(box, {palette.paper, palette.hairline, 1, ""});
    return;
  }
  if (cell.shown != Shown::shown) {
    hatch(svg, box, palette.line, 6);
    svg.rect(box, stroked(palette.hairline));
    return;
  }
  const std::string& shade = shade_of((cell.mean - 1) / 4);
  svg.rect(box, {shade, palette.paper, 1, ""});
  svg.text({c.x, c.y + 4.2}, figure(canvas, cell.mean, 1),
           {.size = 12, .colour = text_on(shade), .anchor = Anchor::middle});
}

bool upright_heads(const HeatMap& map, double width) {
  for (const Column& column : map.columns)
    if (text_width(column.head, 11) > width - 4) return true;
  return false;
}

double head_height(const HeatMap& map, bool upright) {
  double longest = 12;
  for (const Column& column : map.columns) longest = std::max(longest, upright ? text_width(column.head, 11) : 0);
  return longest + 8;
}

/// Group heads above, column heads below them; returns the y where the cells begin.
double draw_heads(Svg& svg, const HeatMap& map, double left, double width) {
  const bool upright = upright_heads(map, width);
  const double heads = head_height(map, upright), bottom = 40 + heads;
  for (std::size_t i = 0; i < map.columns.size(); ++i) {
    const double x = left + width * static_cast<double>(i);
    const Column& column = map.columns[i];
    if (upright)
      svg.text({x + width / 2 + 4, bottom - 5}, column.head, {.size = 11, .colour = palette.quiet, .upright = true});
    else
      svg.text({x + width / 2, bottom - 7}, column.head,
               {.size = 11, .colour = palette.quiet, .anchor = Anchor::middle});
    if (column.group.empty() || (i > 0 && map.columns[i - 1].group == column.group)) continue;
    std::size_t last = i;
    while (last + 1 < map.columns.size() && map.columns[last + 1].group == column.group) ++last;
    const double span = width * static_cast<double>(last - i + 1);
    const auto lines = wrap(column.group, span - 6, 12, true, 2);
    svg.text_lines({x + 2, 40 - 15.0 * static_cast<double>(lines.size()) + 6}, lines, {.size = 12, .bold = true});
    svg.line({x + 2, 41}, {x + span - 4, 41}, stroked(palette.line, 0.8));
  }
  return bottom;
}

std::vector<KeyEntry> key_of(const Canvas& canvas) {
  std::vector<KeyEntry> key;
  for (std::size_t i = 0; i < palette.shades.size(); ++i) {
    const double low = 1 + 0.8 * static_cast<double>(i);
    key.push_back({[i](Svg& s, Point c) {
                     s.rect(box_around(c, 18, 12), {palette.shades[i], palette.hairline, 1, ""});
                   },
                   18, figure(canvas, low, 1) + " – " + figure(canvas, low + 0.8, 1)});
  }
  key.push_back({[](Svg& s, Point c) {
                   hatch(s, box_around(c, 18, 12), palette.line, 4);
                   s.rect(box_around(c, 18, 12), stroked(palette.hairline));
                 },
                 18, say(canvas, "heat.key.few")});
  key.push_back({[](Svg& s, Point c) {
                   s.rect(box_around(c, 18, 12), {palette.paper, palette.line, 1, ""});
                 },
                 18, say(canvas, "heat.key.none")});
  return key;
}

double gap_before(const HeatMap& map, std::size_t column) {
  return column > 0 && map.columns[column].group != map.columns[column - 1].group ? 3 : 0;
}

double draw(Svg& svg, const Canvas& canvas, const HeatMap& map) {
  const double left = margin + names_width,
               width = std::min(60.0, (page_width - margin - left) / static_cast<double>(map.columns.size()));
  double top = draw_heads(svg, map, left, width);
  for (const Row& row : map.rows) {
    const auto lines = wrap(row.name, names_width - 10, 12, false, 2);
    svg.text_lines({margin, top + cell_height / 2 + 4 - 7.0 * static_cast<double>(lines.size() - 1)}, lines,
                   {.size = 12}, 1.2);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const double x = left + width * static_cast<double>(i);
      draw_cell(svg, canvas, {x + gap_before(map, i), top, x + width, top + cell_height}, row.cells[i]);
    }
    top += cell_height;
  }
  top = draw_key(svg, {margin, top + 24}, page_width - margin, key_of(canvas)) + 8;
  svg.text({margin, top}, say(canvas, "heat.key.roles"), {.size = 11, .colour = palette.quiet});
  return top + 10;
}

std::string in_words(const Canvas& canvas, const Cell& cell) {
  if (cell.shown == Shown::shown) return figure(canvas, cell.mean, 1);
  return say(canvas, cell.shown == Shown::no_answers ? "heat.key.none" : "heat.key.few");
}

std::string describe(const Canvas& canvas, const HeatMap& map, const std::string& kind) {
  const Row *high = nullptr, *low = nullptr;
  for (const Row& row : map.rows) {
    if (row.cells.front().shown != Shown::shown) continue;
    if (!high || row.cells.front().mean > high->cells.front().mean) high = &row;
    if (!low || row.cells.front().mean < low->cells.front().mean) low = &row;
  }
  if (!high || !low) return say(canvas, kind + ".description_empty");
  return say(canvas, kind + ".description",
             {word("highest", high->name), number("high", high->cells.front().mean, 1), word("lowest", low->name),
              number("low", low->cells.front().mean, 1)});
}

Picture picture_from(const Canvas& canvas, const HeatMap& map, const std::string& kind) {
  Picture picture =
      picture_of(canvas, kind, say(canvas, kind + ".title"), describe(canvas, map, kind), {kind + ".column"});
  open_by(picture, canvas, "survey.respondents");
  for (const Column& column : map.columns)
    picture.columns.push_back(column.group.empty() ? column.head : column.group + ", " + column.head);
  for (const Row& row : map.rows) {
    PictureRow words{row.name};
    for (const Cell& cell : row.cells) words.emplace_back(in_words(canvas, cell), cell.step);
    picture.rows.push_back(std::move(words));
  }
  if (!known(map)) picture.rows.clear();
  Svg svg(page_width);
  const double bottom = draw(svg, canvas, map);
  finish(picture, svg, bottom, canvas.language);
  return picture;
}

/// A factor's own score where the factors were judged; the poll says why there is none where there is none.
Cell factor_cell(const Canvas& canvas, const Factor& factor, const Cut& cut) {
  const Cell polled = cell_of(canvas.analysis.survey, factor.constructs, cut);
  const auto as_cell = [&](const std::optional<double>& score, const std::string& step) {
    return score ? Cell{Shown::shown, *score, step} : polled.shown == Shown::shown ? Cell{} : polled;
  };
  for (const auto& result : canvas.analysis.factors.factors) {
    if (result.factor != factor.id) continue;
    if (cut == Cut{}) return as_cell(result.score, result.trace);
    for (const auto& partner : result.partners) {
      if (partner.partner != cut.partner) continue;
      return as_cell(cut.role.empty()         ? partner.all
                     : cut.role == "official" ? partner.officials
                                              : partner.administrators,
                     result.trace + "." + partner.partner);
    }
  }
  return polled;
}

}  // namespace

Picture motive_heat_map(const Canvas& canvas) {
  HeatMap map{columns_of(canvas), {}};
  for (const Motive& motive : canvas.pack.motives) {
    Row row{name_of(canvas, "motive", motive.id), {}};
    for (const Column& column : map.columns)
      row.cells.push_back(cell_of(canvas.analysis.survey, motive.construct, column.cut));
    map.rows.push_back(std::move(row));
  }
  return picture_from(canvas, map, "motives");
}

Picture factor_heat_map(const Canvas& canvas) {
  HeatMap map{columns_of(canvas), {}};
  for (const Factor& factor : canvas.pack.factors) {
    Row row{name_of(canvas, "factor", factor.id), {}};
    for (const Column& column : map.columns) row.cells.push_back(factor_cell(canvas, factor, column.cut));
    map.rows.push_back(std::move(row));
  }
  return picture_from(canvas, map, "factors");
}

}  // namespace koepel::pictures
