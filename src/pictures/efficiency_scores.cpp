// SPDX-License-Identifier: EUPL-1.2
// The scores of one task field in, a strip per partner out: the corrected score with its interval, and the
// municipalities it is held against by name.
#include <algorithm>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using benchmark::EfficiencyRow;
using benchmark::FieldEfficiency;

constexpr double names_width = 160, row_height = 32, strip_right = 430;
constexpr std::size_t most_peers = 3;

const FieldEfficiency* field_of(const Canvas& canvas, const std::string& id) {
  for (const auto& field : canvas.analysis.efficiency.fields)
    if (field.task_field == id && field.missing.empty()) return &field;
  return nullptr;
}

std::vector<const EfficiencyRow*> scored(const FieldEfficiency* field) {
  std::vector<const EfficiencyRow*> rows;
  if (!field) return rows;
  for (const auto& row : field->rows)
    if (row.score) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return a->corrected > b->corrected; });
  return rows;
}

std::vector<std::string> without_score(const FieldEfficiency* field) {
  std::vector<std::string> partners;
  if (!field) return partners;
  for (const auto& row : field->rows)
    if (!row.score) partners.push_back(row.partner);
  return partners;
}

std::string municipality(const Canvas& canvas, const std::string& id) {
  const std::string partner = name_of(canvas, "partner", id);
  const auto* m = find_municipality(canvas.reference, id);
  return partner == id && m ? m->name : partner;
}

/// "7.3 Afval", as the accounts call it.
std::string field_name(const Canvas& canvas, const std::string& id) {
  for (const auto& field : canvas.reference.task_fields)
    if (field.code == id) return id + " " + field.name_nl;
  return id;
}

std::string peers_of(const Canvas& canvas, const EfficiencyRow& row, std::size_t most) {
  std::string names;
  std::size_t told = 0;
  for (const auto& peer : row.peers) {
    if (peer.municipality == row.partner || told == most) continue;
    names += (told++ ? ", " : "") + municipality(canvas, peer.municipality);
  }
  return names.empty() ? say(canvas, "none") : names;
}

void draw_row(Svg& svg, const Canvas& canvas, const EfficiencyRow& row, const Scale& x, double top, bool leads) {
  const double y = top + row_height / 2;
  svg.text({margin, y + 4}, shorten(name_of(canvas, "partner", row.partner), names_width - 12, 12, leads),
           {.size = 12, .bold = leads});
  svg.line({x(row.low), y}, {x(row.high), y}, stroked(palette.accent, 5));
  svg.circle({x(row.corrected), y}, 5.5, {leads ? palette.accent : palette.paper, palette.ink, 1.2, ""});
  const auto lines = wrap(peers_of(canvas, row, most_peers), page_width - margin - strip_right - 24, 11, false, 2);
  svg.text_lines({strip_right + 24, y + (lines.size() > 1 ? -3 : 4)}, lines, {.size = 11, .colour = palette.quiet});
}

std::string describe(const Canvas& canvas, const FieldEfficiency* field) {
  if (!field) return say(canvas, "efficiency.description_empty");
  const std::vector<Arg> args{word("field", field_name(canvas, field->task_field)),
                              number("units", field->units),
                              term("leader", "partner", field->lead.leader),
                              term("second", "partner", field->lead.second),
                              percent("ahead", field->lead.ahead),
                              terms("followers", "partner", field->lead.followers),
                              number("n", static_cast<double>(field->lead.followers.size()))};
  if (field->lead.leader.empty()) return say(canvas, "efficiency.description_one", args);
  return say(canvas, field->lead.clear ? "efficiency.description_clear" : "efficiency.description", args);
}

}  // namespace

Picture efficiency_scores(const Canvas& canvas, const std::string& task_field) {
  const FieldEfficiency* field = field_of(canvas, task_field);
  const auto rows = scored(field);
  Picture picture = picture_of(canvas, "efficiency_" + task_field,
                               say(canvas, "efficiency.title", {word("field", field_name(canvas, task_field))}),
                               describe(canvas, field),
                               {"map.column.partner", "efficiency.column.score", "efficiency.column.low",
                                "efficiency.column.high", "efficiency.column.peers"});
  if (field != nullptr) open_by(picture, canvas, field->trace);
  std::vector<double> values{1};
  for (const auto* row : rows) {
    const auto share = [&](double value) { return PictureCell(percentage(canvas, value), row->trace); };
    picture.rows.push_back({name_of(canvas, "partner", row->partner), share(row->corrected), share(row->low),
                            share(row->high), peers_of(canvas, *row, row->peers.size())});
    values.insert(values.end(), {row->low, row->high});
  }
  const auto unscored = without_score(field);
  for (const auto& partner : unscored) {
    const std::string none = say(canvas, "efficiency.no_score");
    picture.rows.push_back({name_of(canvas, "partner", partner), none, none, none, say(canvas, "none")});
  }
  if (rows.empty()) picture.rows.clear();
  Svg svg(page_width);
  const Scale x{std::max(0.0, *std::min_element(values.begin(), values.end()) - 0.04), 1.02, names_width + margin,
                strip_right};
  const double top = 34, bottom = top + row_height * static_cast<double>(rows.size() + unscored.size());
  svg.text({names_width + margin, 20}, say(canvas, "efficiency.axis"), {.size = 11, .bold = true});
  svg.text({strip_right + 24, 20}, say(canvas, "efficiency.peers"), {.size = 11, .bold = true});
  draw_upright_grid(
      svg, x, top, bottom, [&](double v) { return percentage(canvas, v); }, 4);
  for (std::size_t i = 0; i < rows.size(); ++i)
    draw_row(svg, canvas, *rows[i], x, top + row_height * static_cast<double>(i),
             rows[i]->partner == field->lead.leader);
  for (std::size_t i = 0; i < unscored.size(); ++i) {
    const double y = top + row_height * (static_cast<double>(rows.size() + i) + 0.5) + 4;
    svg.text({margin, y}, shorten(name_of(canvas, "partner", unscored[i]), names_width - 12, 12), {.size = 12});
    svg.text({strip_right + 24, y}, say(canvas, "efficiency.no_score"), {.size = 11, .colour = palette.quiet});
  }
  const double key = draw_key(svg, {margin, bottom + 38}, page_width - margin,
                              {{[](Svg& s, Point c) {
                                  s.circle(c, 5.5, {palette.accent, palette.ink, 1.2, ""});
                                },
                                12, say(canvas, "efficiency.key.leader")},
                               {[](Svg& s, Point c) {
                                  s.circle(c, 5.5, {palette.paper, palette.ink, 1.2, ""});
                                },
                                12, say(canvas, "efficiency.key.score")},
                               {[](Svg& s, Point c) {
                                  s.line({c.x - 11, c.y}, {c.x + 11, c.y}, stroked(palette.accent, 5));
                                },
                                22, say(canvas, "efficiency.key.interval")}});
  finish(picture, svg, draw_note(svg, say(canvas, "efficiency.note"), key + 10), canvas.language);
  return picture;
}

}  // namespace koepel::pictures
