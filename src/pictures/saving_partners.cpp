// SPDX-License-Identifier: EUPL-1.2
// The cost models of the analysis in, a bar per partner out: what it would save a year, from the unfavourable to the
// favourable end, beside what stays when no saving is reached.
#include <algorithm>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double names_width = 170, row_height = 26;

/// Euro per year of one partner, added up over the tasks that are expected to save.
struct PartnerSaving {
  std::string partner;
  double low = 0, mid = 0, high = 0, none = 0;
};

/// The ranges of the tasks, divided by own cost as the cash flows are. Ends are added up as if all tasks fall badly, or
/// well, at once: wider than chance alone would make them.
std::vector<PartnerSaving> savings_of(const Canvas& canvas) {
  std::vector<PartnerSaving> rows;
  for (const auto& partner : canvas.analysis.partners) {
    PartnerSaving row{partner.id};
    bool known = false;
    for (const auto* task : tasks_worth_sharing(canvas))
      for (const auto& cost : task->model->partners) {
        if (cost.partner != partner.id || task->joint.alone <= 0) continue;
        const double share = cost.own() / task->joint.alone;
        known = true;
        row.low += share * task->saving.band.low;
        row.mid += share * task->saving.band.mid;
        row.high += share * task->saving.band.high;
        row.none += share * task->no_saving_year;
      }
    if (known) rows.push_back(row);
  }
  return rows;
}

void draw_row(Svg& svg, const Canvas& canvas, const PartnerSaving& row, const Scale& x, double top) {
  const double y = top + row_height / 2;
  svg.text({margin, y + 4}, shorten(name_of(canvas, "partner", row.partner), names_width - 12, 12), {.size = 12});
  const double from = std::min(x(0), x(row.mid)), to = std::max(x(0), x(row.mid));
  const Box bar{from, y - 7, std::max(to, from + 1), y + 7};
  svg.rect(bar, {row.mid >= 0 ? palette.accent_soft : palette.paper, palette.accent, 1, ""});
  if (row.mid < 0) hatch(svg, bar, palette.accent, 5);
  svg.line({x(row.low), y}, {x(row.high), y}, stroked(palette.ink, 1.4));
  for (const double end : {row.low, row.high}) svg.line({x(end), y - 5}, {x(end), y + 5}, stroked(palette.ink, 1.4));
  draw_mark(svg, {x(row.none), y}, {palette.paper, Pattern::plain, Shape::diamond}, 4.5);
}

double draw_legend(Svg& svg, const Canvas& canvas, double top) {
  return draw_key(svg, {margin, top}, page_width - margin,
                  {{[](Svg& s, Point c) {
                      s.rect(box_around(c, 22, 10), {palette.accent_soft, palette.accent, 1, ""});
                    },
                    22, say(canvas, "saving.key.likely")},
                   {[](Svg& s, Point c) {
                      s.line({c.x - 11, c.y}, {c.x + 11, c.y}, stroked(palette.ink, 1.4));
                      for (const double end : {c.x - 11, c.x + 11})
                        s.line({end, c.y - 5}, {end, c.y + 5}, stroked(palette.ink, 1.4));
                    },
                    22, say(canvas, "saving.key.range")},
                   {[](Svg& s, Point c) {
                      draw_mark(s, c, {palette.paper, Pattern::plain, Shape::diamond}, 4.5);
                    },
                    10, say(canvas, "saving.key.none")}});
}

std::string describe(const Canvas& canvas, const std::vector<PartnerSaving>& rows, double tasks) {
  if (rows.empty()) return say(canvas, "saving.description_empty");
  PartnerSaving all;
  for (const auto& row : rows) {
    all.low += row.low;
    all.mid += row.mid;
    all.high += row.high;
  }
  const auto most = std::max_element(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.mid < b.mid; });
  return say(
      canvas,
      all.mid > 0 ? (all.low < 0 ? "saving.description_unsure" : "saving.description") : "saving.description_loss",
      {number("tasks", tasks),
       number("all", static_cast<double>(tasks_that_save_most(canvas, canvas.analysis.scale.tasks.size()).size())),
       euros("mid", all.mid), euros("low", all.low), euros("high", all.high), term("most", "partner", most->partner),
       euros("part", most->mid)});
}

}  // namespace

Picture saving_partners(const Canvas& canvas) {
  const auto rows = savings_of(canvas);
  const auto tasks = static_cast<double>(tasks_worth_sharing(canvas).size());
  Picture picture = picture_of(
      canvas, "saving_partners", say(canvas, "saving.title"), describe(canvas, rows, tasks),
      {"map.column.partner", "saving.column.low", "saving.column.likely", "saving.column.high", "saving.column.none"});
  open_by(picture, canvas, "gains.total");
  std::vector<double> values;
  for (const auto& row : rows) {
    const auto amount = [&](double value) { return PictureCell(euro(canvas, value), "gains.total." + row.partner); };
    picture.rows.push_back({name_of(canvas, "partner", row.partner), amount(row.low), amount(row.mid), amount(row.high),
                            amount(row.none)});
    values.insert(values.end(), {row.low, row.mid, row.high, row.none});
  }
  Svg svg(page_width);
  const Scale x = roomy(values, true, names_width + margin, page_width - margin - 20);
  const double top = draw_legend(svg, canvas, 18) + 4, bottom = top + row_height * static_cast<double>(rows.size());
  draw_upright_grid(svg, x, top, bottom, [&](double v) { return euro(canvas, v); });
  for (std::size_t i = 0; i < rows.size(); ++i)
    draw_row(svg, canvas, rows[i], x, top + row_height * static_cast<double>(i));
  const double end = draw_note(svg, say(canvas, "saving.note"), bottom + 36);
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
