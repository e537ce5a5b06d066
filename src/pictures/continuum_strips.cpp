// SPDX-License-Identifier: EUPL-1.2
// The gross list in, per task group a strip with every task's code at its place on the continuum out.
#include "pictures/continuum_strips.h"

#include <algorithm>

#include "pictures/labels.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double code_size = 11;
constexpr std::size_t many_tasks = 60;

/// Sizes of a strip; a long gross list is set tighter.
struct Measures {
  double mark_height = 15, row_step = 18, head = 20, foot = 6;
};

Measures measures(std::size_t tasks) { return tasks > many_tasks ? Measures{13, 14, 17, 4} : Measures{}; }

const Task* task_of(const Canvas& canvas, const std::string& id) { return find_task(canvas.pack, id); }

std::optional<StripMark> mark_of(const Canvas& canvas, const std::string& task, const std::set<std::string>& advised) {
  const forms::SubjectAdvice* subject = advice_on(canvas, task);
  const Band* band = subject ? advised_band(*subject) : nullptr;
  if (band && advised.count(task) > 0) return StripMark{task, band->mid, StripMark::Kind::advised};
  if (subject && subject->today) return StripMark{task, *subject->today, StripMark::Kind::today};
  if (const Task* known = task_of(canvas, task))
    return StripMark{task, known->default_position, StripMark::Kind::catalogue};
  return std::nullopt;
}

void lay_out(Strip& strip, const Scale& scale, const Measures& sizes) {
  std::vector<AxisLabel> places;
  for (StripMark& mark : strip.marks) {
    mark.width = text_width(mark.task, code_size) + 8;
    mark.x = std::clamp(scale(mark.position), margin + mark.width / 2, page_width - margin - mark.width / 2);
    places.push_back({mark.x, mark.width});
  }
  const std::vector<int> rows = swarm(places, 3);
  int most = strip.without_place.empty() ? 0 : 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    strip.marks[i].row = rows[i];
    most = std::max(most, rows[i] + 1);
  }
  strip.height = sizes.head + most * sizes.row_step + sizes.foot;
}

}  // namespace

const forms::SubjectAdvice* advice_on(const Canvas& canvas, const std::string& subject) {
  for (const auto& advice : canvas.analysis.forms.subjects)
    if (advice.subject == subject) return &advice;
  return nullptr;
}

const Band* advised_band(const forms::SubjectAdvice& subject) {
  return subject.form.empty() || subject.bands.empty() ? nullptr : &subject.bands.front().position;
}

std::vector<Strip> plan_strips(const Canvas& canvas, const Scale& scale, const std::set<std::string>& advised) {
  std::vector<Strip> strips;
  for (const TaskGroup& group : canvas.pack.groups) {
    Strip strip{group.id, {}, {}, 0};
    for (const auto& task : canvas.analysis.priorities.tasks) {
      if (task.group != group.id) continue;
      if (const auto mark = mark_of(canvas, task.task, advised))
        strip.marks.push_back(*mark);
      else
        strip.without_place.push_back(task.task);
    }
    if (strip.marks.empty() && strip.without_place.empty()) continue;
    lay_out(strip, scale, measures(canvas.analysis.priorities.tasks.size()));
    strips.push_back(std::move(strip));
  }
  return strips;
}

void draw_strip_mark(Svg& svg, const Box& box, const std::string& code, StripMark::Kind kind) {
  const bool advised = kind == StripMark::Kind::advised, today = kind == StripMark::Kind::today;
  const Ink ink{advised ? palette.accent : palette.paper,
                advised ? palette.accent
                : today ? palette.ink
                        : palette.line,
                today ? 1.2 : 0.8, kind == StripMark::Kind::catalogue ? "2 2" : ""};
  svg.rect(box, ink, 3);
  svg.text({box.centre().x, box.centre().y + 4}, code,
           {.size = code_size, .colour = advised ? palette.paper : palette.ink, .anchor = Anchor::middle});
}

double draw_strips(Svg& svg, const Canvas& canvas, const Scale& scale, const std::vector<Strip>& strips, double top) {
  const Measures sizes = measures(canvas.analysis.priorities.tasks.size());
  for (const Strip& strip : strips) {
    svg.line({scale(0), top}, {scale(100), top}, stroked(palette.hairline));
    const std::string head = say(canvas, "continuum.strip",
                                 {term("group", "group", strip.group),
                                  number("n", static_cast<double>(strip.marks.size() + strip.without_place.size()))});
    svg.text({margin, top + 14}, head, {.size = 11, .bold = true});
    if (!strip.without_place.empty()) {
      std::string codes;
      for (const auto& task : strip.without_place) codes += (codes.empty() ? "" : ", ") + task;
      svg.text({page_width - margin, top + 14},
               shorten(say(canvas, "continuum.without_place", {word("tasks", codes)}), page_width / 2, 11),
               {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
    }
    for (const StripMark& mark : strip.marks)
      draw_strip_mark(
          svg,
          box_around({mark.x, top + sizes.head + (mark.row + 0.5) * sizes.row_step}, mark.width, sizes.mark_height),
          mark.task, mark.kind);
    top += strip.height;
  }
  return top;
}

}  // namespace koepel::pictures
