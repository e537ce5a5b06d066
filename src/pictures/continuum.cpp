// SPDX-License-Identifier: EUPL-1.2
// The analysis in, the picture that people remember the product by out: all tasks on the continuum. Subjects with
// advice have a row each (today, arrow, advised band, form); every task of the gross list stands on the strip of its
// group.
#include <algorithm>
#include <cmath>

#include "pictures/continuum_axis.h"
#include "pictures/continuum_strips.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using forms::SubjectAdvice;

constexpr double row_height = 38;
constexpr double name_size = 12;
constexpr double track_drop = 26;  ///< from the top of a row to its track
constexpr double band_height = 11;
constexpr double dot = 5;
constexpr std::size_t fewest_rows = 2;  ///< kept on the tallest of pictures

/// Everything that is decided before the first line is drawn.
struct Plan {
  ContinuumAxis axis;
  std::vector<const SubjectAdvice*> rows;
  std::vector<Strip> strips;
  double rows_top = 0, strips_top = 0, key_top = 0, height = 0;
};

bool lighter(const SubjectAdvice* a, const SubjectAdvice* b) {
  const Band *left = advised_band(*a), *right = advised_band(*b);
  if (left && right) return left->mid < right->mid;
  return left && !right;
}

/// Subjects from light to heavy, those without advice last; as many as fit above the strips.
std::vector<const SubjectAdvice*> rows_of(const Canvas& canvas) {
  std::vector<const SubjectAdvice*> rows;
  for (const auto& subject : canvas.analysis.forms.subjects) rows.push_back(&subject);
  std::stable_sort(rows.begin(), rows.end(), lighter);
  return rows;
}

std::set<std::string> advised_forms(const std::vector<const SubjectAdvice*>& rows) {
  std::set<std::string> forms;
  for (const SubjectAdvice* row : rows)
    if (!row->form.empty()) forms.insert(row->form);
  return forms;
}

double height_of(const std::vector<Strip>& strips) {
  double height = 0;
  for (const Strip& strip : strips) height += strip.height;
  return height;
}

/// How much a row has to show: the distance that the advice moves its subject.
double move_of(const SubjectAdvice& subject) {
  const Band* band = advised_band(subject);
  return band ? std::abs(band->mid - subject.today.value_or(0)) : -1;
}

/// Rows that do not fit become solid marks on the strips: first those without advice, then those that hardly move.
Plan plan(const Canvas& canvas) {
  Plan plan;
  plan.rows = rows_of(canvas);
  plan.axis = plan_axis(canvas, advised_forms(plan.rows));
  plan.rows_top = plan.axis.height() + 26;
  std::set<std::string> on_strip;
  for (;;) {
    plan.strips = plan_strips(canvas, plan.axis.scale, on_strip);
    plan.strips_top = plan.rows_top + static_cast<double>(plan.rows.size()) * row_height + 8;
    plan.key_top = plan.strips_top + height_of(plan.strips);
    plan.height = plan.key_top + 48;
    if (plan.height <= page_height || plan.rows.size() <= fewest_rows) return plan;
    const auto least = std::min_element(plan.rows.rbegin(), plan.rows.rend(),
                                        [](auto* a, auto* b) { return move_of(*a) < move_of(*b); });
    on_strip.insert((*least)->subject);
    plan.rows.erase(std::next(least).base());
  }
}

std::string note_on(const Canvas& canvas, const SubjectAdvice& subject) {
  if (!subject.form.empty()) return {};
  if (!subject.function_recorded) return say(canvas, "continuum.no_function");
  return say(canvas, subject.asked ? "continuum.no_form" : "continuum.no_answers");
}

void draw_move(Svg& svg, double from, double to, double y) {
  const double side = to > from ? 1 : -1;
  if (std::abs(to - from) < 3 * dot) return;
  const Point start{from + side * dot, y}, end{to - side * (dot + 1), y};
  svg.line(start, {end.x - side * 3, y}, stroked(palette.ink, 1.2));
  arrow_head(svg, start, end, palette.ink);
}

/// Points at the track from below, where neither band nor arrow can hide it.
void draw_form_mark(Svg& svg, Point tip) {
  svg.polygon({tip, {tip.x + 4.5, tip.y + 6}, {tip.x - 4.5, tip.y + 6}}, filled(palette.accent));
}

/// Everything of a row that stands on its track, so that the form's name can stand beside it.
struct Extent {
  double left = page_width, right = 0;

  void add(double x, double around) {
    left = std::min(left, x - around);
    right = std::max(right, x + around);
  }
};

Extent extent_of(const SubjectAdvice& subject, const Scale& scale, const Form* form) {
  Extent extent;
  const Band& band = subject.bands.front().position;
  for (const double place : {band.low, band.mid, band.high}) extent.add(scale(place), dot);
  if (subject.today) extent.add(scale(*subject.today), dot);
  for (const auto& [partner, place] : subject.today_per_partner) extent.add(scale(place), 1);
  if (form && form->position) extent.add(scale(*form->position), dot);
  return extent;
}

/// The advised form's name, right of everything in the row, or left when there is no room. The track makes way for it.
void draw_form_name(Svg& svg, const Canvas& canvas, const SubjectAdvice& subject, const Extent& row, const Scale& scale,
                    double y) {
  const std::string name = short_form(canvas, subject.form);
  const bool right = row.right + 8 + text_width(name, name_size, true) <= page_width - margin;
  const double room = right ? page_width : row.left - 8 - margin;
  const Box box = svg.text(
      {right ? row.right + 8 : row.left - 8, y + 4}, shorten(name, room, name_size, true),
      {.size = name_size, .bold = true, .colour = palette.accent, .anchor = right ? Anchor::start : Anchor::end});
  const auto track = [&](double from, double to) {
    if (from < to) svg.line({from, y}, {to, y}, stroked(palette.hairline));
  };
  track(scale(0), right ? row.left : box.left - 8);
  track(right ? box.right + 8 : row.right, scale(100));
}

void draw_advice(Svg& svg, const Canvas& canvas, const SubjectAdvice& subject, const Scale& scale, double y) {
  const Band& band = subject.bands.front().position;
  const Form* form = find_form(canvas.pack.tree, subject.form);
  const Extent row = extent_of(subject, scale, form);
  draw_form_name(svg, canvas, subject, row, scale, y);
  svg.line({row.left, y}, {row.right, y}, stroked(palette.hairline));
  svg.rect({scale(band.low), y - band_height / 2, scale(band.high), y + band_height / 2},
           {palette.accent_soft, palette.accent, 0.8, ""}, 2);
  if (form && form->position) draw_form_mark(svg, {scale(*form->position), y + band_height / 2 + 1.5});
  if (subject.today) draw_move(svg, scale(*subject.today), scale(band.mid), y);
  svg.circle({scale(band.mid), y}, dot, {palette.accent, palette.paper, 1, ""});
}

/// An open dot; a wider open ring where the advised dot lies under it, so that both are seen.
void draw_today(Svg& svg, const SubjectAdvice& subject, const Scale& scale, double y) {
  const Band* band = advised_band(subject);
  const bool covers = band && std::abs(scale(band->mid) - scale(*subject.today)) < 2 * dot;
  svg.circle({scale(*subject.today), y}, covers ? dot + 3 : dot, {covers ? "" : palette.paper, palette.ink, 1.6, ""});
}

void draw_row(Svg& svg, const Canvas& canvas, const SubjectAdvice& subject, const Scale& scale, double top) {
  const double y = top + track_drop;
  const std::string note = note_on(canvas, subject);
  const double room = page_width - 2 * margin - (note.empty() ? 0 : text_width(note, 11) + 20);
  svg.text({margin, top + 13}, shorten(code_and_name(canvas, subject.subject), room, name_size, true),
           {.size = name_size, .bold = true});
  svg.text({page_width - margin, top + 13}, note, {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
  if (advised_band(subject))
    draw_advice(svg, canvas, subject, scale, y);
  else
    svg.line({scale(0), y}, {scale(100), y}, stroked(palette.hairline));
  for (const auto& [partner, position] : subject.today_per_partner)
    svg.line({scale(position), y - 5}, {scale(position), y + 5}, stroked(palette.line, 1.2));
  if (subject.today) draw_today(svg, subject, scale, y);
}

std::vector<KeyEntry> key_of(const Canvas& canvas, const Plan& plan) {
  const auto sample = [](StripMark::Kind kind) {
    return [kind](Svg& svg, Point c) { draw_strip_mark(svg, box_around(c, 20, 13), "", kind); };
  };
  std::vector<KeyEntry> key;
  if (!plan.rows.empty()) {
    key.push_back({[](Svg& svg, Point c) {
                     svg.circle(c, dot, {palette.paper, palette.ink, 1.6, ""});
                   },
                   12, say(canvas, "continuum.key.today")});
    key.push_back({[](Svg& svg, Point c) {
                     svg.line({c.x, c.y - 5}, {c.x, c.y + 5}, stroked(palette.line, 1.2));
                   },
                   4, say(canvas, "continuum.key.partner")});
    key.push_back({[](Svg& svg, Point c) {
                     svg.rect(box_around(c, 34, band_height), {palette.accent_soft, palette.accent, 0.8, ""}, 2);
                     svg.circle(c, dot, {palette.accent, palette.paper, 1, ""});
                   },
                   34, say(canvas, "continuum.key.advice")});
    key.push_back({[](Svg& svg, Point c) {
                     draw_form_mark(svg, {c.x, c.y - 3});
                   },
                   10, say(canvas, "continuum.key.form")});
  }
  for (const auto& [kind, text] :
       {std::pair{StripMark::Kind::today, "continuum.key.task_today"},
        std::pair{StripMark::Kind::catalogue,
                  marks_may_move(canvas) ? "continuum.key.catalogue_rough" : "continuum.key.catalogue"},
        std::pair{StripMark::Kind::advised, "continuum.key.task_advised"}}) {
    const bool used = std::any_of(plan.strips.begin(), plan.strips.end(), [k = kind](const Strip& strip) {
      return std::any_of(strip.marks.begin(), strip.marks.end(), [k](const StripMark& m) { return m.kind == k; });
    });
    if (used) key.push_back({sample(kind), 20, say(canvas, text)});
  }
  return key;
}

PictureCell optional_figure(const Canvas& canvas, const std::optional<double>& value, const std::string& step) {
  return value ? PictureCell(figure(canvas, *value), step) : PictureCell(say(canvas, "unknown"));
}

PictureRow table_row(const Canvas& canvas, const std::string& id, const SubjectAdvice* subject) {
  const Task* task = find_task(canvas.pack, id);
  const Band* band = subject ? advised_band(*subject) : nullptr;
  const std::string step = "form." + id;
  const auto part = [&](double Band::*value) {
    return band ? PictureCell(figure(canvas, band->*value), step + ".band") : PictureCell(say(canvas, "none"));
  };
  return {
      code_and_name(canvas, id),
      optional_figure(canvas, today_of(canvas, id), step + ".today"),
      task ? PictureCell(figure(canvas, task->default_position), "catalogue." + id) : PictureCell(say(canvas, "none")),
      part(&Band::low),
      part(&Band::mid),
      part(&Band::high),
      band      ? name_of(canvas, "form", subject->form)
      : subject ? note_on(canvas, *subject)
                : say(canvas, "continuum.not_asked")};
}

/// All subjects, then every other task of the gross list.
void fill_table(Picture& picture, const Canvas& canvas) {
  for (const SubjectAdvice* subject : rows_of(canvas))
    picture.rows.push_back(table_row(canvas, subject->subject, subject));
  for (const auto& task : canvas.analysis.priorities.tasks)
    if (!advice_on(canvas, task.task)) picture.rows.push_back(table_row(canvas, task.task, nullptr));
}

std::string describe(const Canvas& canvas) {
  const auto& subjects = canvas.analysis.forms.subjects;
  double lowest = 100, highest = 0;
  int advised = 0;
  for (const auto& subject : subjects)
    if (const Band* band = advised_band(subject)) {
      lowest = std::min(lowest, band->mid);
      highest = std::max(highest, band->mid);
      ++advised;
    }
  const auto tasks = static_cast<double>(canvas.analysis.priorities.tasks.size());
  if (advised == 0) return say(canvas, "continuum.description_empty", {number("tasks", tasks)});
  return say(
      canvas, "continuum.description",
      {number("tasks", tasks), number("advised", advised), number("lowest", lowest), number("highest", highest)});
}

}  // namespace

Picture continuum(const Canvas& canvas) {
  Picture picture =
      picture_of(canvas, "continuum", say(canvas, "continuum.title"), describe(canvas),
                 {"column.task", "continuum.column.today", "continuum.column.catalogue", "continuum.column.low",
                  "continuum.column.mid", "continuum.column.high", "continuum.column.form"});
  open_by(picture, canvas, "form.vision");
  fill_table(picture, canvas);
  const Plan drawn = plan(canvas);
  Svg svg(page_width);
  draw_zones(svg, canvas, drawn.axis, drawn.key_top);
  draw_axis(svg, canvas, drawn.axis);
  double top = drawn.rows_top;
  for (const SubjectAdvice* subject : drawn.rows) {
    draw_row(svg, canvas, *subject, drawn.axis.scale, top);
    top += row_height;
  }
  draw_strips(svg, canvas, drawn.axis.scale, drawn.strips, drawn.strips_top);
  const double bottom = draw_key(svg, {margin, drawn.key_top + 18}, page_width - margin, key_of(canvas, drawn));
  finish(picture, svg, std::max(bottom, drawn.key_top + 28) + 4, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
