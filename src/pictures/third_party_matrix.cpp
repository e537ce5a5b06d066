// SPDX-License-Identifier: EUPL-1.2
// The third parties of the analysis in, a matrix out: who deals with whom, and the hours a year that agreeing once
// would save.
#include <algorithm>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using third_parties::Dealings;

constexpr double names_width = 210, row_height = 22, hours_width = 150;
constexpr std::size_t most_rows = 34;

/// Most hours saved first.
std::vector<const Dealings*> in_order(const Canvas& canvas) {
  std::vector<const Dealings*> rows;
  for (const auto& row : canvas.analysis.third_parties.rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](auto* a, auto* b) { return a->saving.partner_hours.value > b->saving.partner_hours.value; });
  return rows;
}

double hours(const Dealings& row) { return row.once ? row.saving.partner_hours.value : 0; }

double draw_heads(Svg& svg, const Canvas& canvas, const std::vector<std::string>& partners, double cell) {
  double height = 0;
  for (const auto& id : partners)
    height = std::max(height, text_width(shorten(name_of(canvas, "partner", id), 130, 11), 11));
  const double bottom = 16 + height;
  for (std::size_t i = 0; i < partners.size(); ++i)
    svg.text({margin + names_width + cell * (static_cast<double>(i) + 0.5) + 4, bottom},
             shorten(name_of(canvas, "partner", partners[i]), 130, 11), {.size = 11, .upright = true});
  return bottom + 8;
}

void draw_row(Svg& svg, const Canvas& canvas, const Dealings& row, const Scale& x, double cell, double top) {
  const double y = top + row_height / 2;
  svg.line({margin, top + row_height}, {page_width - margin, top + row_height}, stroked(palette.hairline));
  svg.text({margin, y + 4}, shorten(name_of(canvas, "third_party", row.third_party), names_width - 10, 11.5),
           {.size = 11.5});
  for (std::size_t i = 0; i < row.deals_with.size(); ++i)
    if (row.deals_with[i])
      svg.circle({margin + names_width + cell * (static_cast<double>(i) + 0.5), y}, 5.5,
                 {row.once ? palette.accent : palette.paper, palette.ink, 1, ""});
  if (!row.once) return;
  const Box bar{x(0), y - 5, std::max(x(hours(row)), x(0) + 1), y + 5};
  svg.rect(bar, {palette.accent_soft, palette.accent, 1, ""});
  if (row.basis == Basis::preset) hatch(svg, bar, palette.accent, 5);
  svg.text({bar.right + 4, y + 4}, figure(canvas, hours(row)), {.size = 11});
}

void fill_table(Picture& picture, const Canvas& canvas, const std::vector<const Dealings*>& rows) {
  const auto& partners = canvas.analysis.third_parties.partners;
  for (const auto* row : rows) {
    std::string who;
    for (std::size_t i = 0; i < row->deals_with.size() && i < partners.size(); ++i)
      if (row->deals_with[i]) who += (who.empty() ? "" : ", ") + name_of(canvas, "partner", partners[i]);
    picture.rows.push_back(
        {name_of(canvas, "third_party", row->third_party),
         who.empty() ? say(canvas, "none") : who,
         {figure(canvas, row->agreements_today), "third_parties.party." + row->third_party + ".today"},
         {figure(canvas, row->agreements_together), row->trace},
         row->once ? PictureCell(figure(canvas, hours(*row)), row->trace) : PictureCell(say(canvas, "none")),
         say(canvas, row->basis == Basis::preset ? "third.preset" : "third.measured")});
  }
}

std::string describe(const Canvas& canvas, const std::vector<const Dealings*>& rows) {
  if (rows.empty()) return say(canvas, "third.description_empty");
  double once = 0, saved = 0;
  for (const auto* row : rows) {
    once += row->once ? 1 : 0;
    saved += hours(*row);
  }
  return say(canvas, once > 0 ? "third.description" : "third.description_none",
             {number("n", static_cast<double>(rows.size())), number("once", once), number("hours", saved),
              term("most", "third_party", rows.front()->third_party)});
}

}  // namespace

Picture third_party_matrix(const Canvas& canvas) {
  const auto rows = in_order(canvas);
  const auto& partners = canvas.analysis.third_parties.partners;
  Picture picture = picture_of(canvas, "third_parties", say(canvas, "third.title"), describe(canvas, rows),
                               {"third.column.name", "third.column.partners", "third.column.today",
                                "third.column.together", "third.column.hours", "third.column.basis"});
  open_by(picture, canvas, "third_parties.total.measured");
  fill_table(picture, canvas, rows);
  Svg svg(page_width);
  const double cell = (page_width - 2 * margin - names_width - hours_width) /
                      static_cast<double>(std::max<std::size_t>(partners.size(), 1));
  double most = 1;
  for (const auto* row : rows) most = std::max(most, hours(*row));
  const Scale x{0, most, page_width - margin - hours_width + 14, page_width - margin - 46};
  double top = draw_heads(svg, canvas, partners, cell);
  svg.text({x.start, top - 8}, say(canvas, "third.hours"), {.size = 11, .bold = true});
  const std::size_t shown = std::min(rows.size(), most_rows);
  for (std::size_t i = 0; i < shown; ++i, top += row_height) draw_row(svg, canvas, *rows[i], x, cell, top);
  double end = draw_key(svg, {margin, top + 22}, page_width - margin,
                        {{[](Svg& s, Point c) {
                            s.circle(c, 5.5, {palette.accent, palette.ink, 1, ""});
                          },
                          12, say(canvas, "third.key.once")},
                         {[](Svg& s, Point c) {
                            s.circle(c, 5.5, {palette.paper, palette.ink, 1, ""});
                          },
                          12, say(canvas, "third.key.apart")},
                         {[](Svg& s, Point c) {
                            const Box box = box_around(c, 22, 10);
                            s.rect(box, {palette.accent_soft, palette.accent, 1, ""});
                            hatch(s, box, palette.accent, 5);
                          },
                          22, say(canvas, "third.key.preset")}});
  if (shown < rows.size())
    end =
        draw_note(svg, say(canvas, "more_in_table", {number("n", static_cast<double>(rows.size() - shown))}), end + 10);
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
