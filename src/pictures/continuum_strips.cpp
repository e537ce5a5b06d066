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

/// Sizes of a strip. A long gross list is set tighter, and its usual places, a rough figure anyhow, may move a little.
struct Measures {
  double mark_height = 15, row_step = 18, head = 20, foot = 6, slack = 0;
};

Measures measures(const Canvas& canvas) {
  return canvas.analysis.priorities.tasks.size() > many_tasks ? Measures{13, 14, 17, 4, 16} : Measures{};
}

const Task* task_of(const Canvas& canvas, const std::string& id) { return find_task(canvas.pack, id); }

std::optional<StripMark> mark_of(const Canvas& canvas, const std::string& task, const std::set<std::string>& advised) {
  const forms::SubjectAdvice* subject = advice_on(canvas, task);
  const Band* band = subject ? advised_band(*subject) : nullptr;
  if (band && advised.count(task) > 0) return StripMark{task, band->mid, StripMark::Kind::advised};
  if (const auto now = today_of(canvas, task)) return StripMark{task, *now, StripMark::Kind::today};
  if (const Task* known = task_of(canvas, task))
    return StripMark{task, known->default_position, StripMark::Kind::catalogue};
  return std::nullopt;
}

void lay_out(Strip& strip, const Scale& scale, const Measures& sizes) {
  std::vector<SwarmMark> marks;
  const auto on_page = [](double x, double width) {
    return std::clamp(x, margin + width / 2, page_width - margin - width / 2);
  };
  for (StripMark& mark : strip.marks) {
    mark.width = text_width(mark.task, code_size) + 8;
    const bool may_move = mark.kind == StripMark::Kind::catalogue;
    marks.push_back({on_page(scale(mark.position), mark.width), mark.width, may_move ? sizes.slack : 0});
  }
  const std::vector<SwarmPlace> places = swarm(marks, 3);
  int most = strip.without_place.empty() ? 0 : 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    strip.marks[i].x = on_page(places[i].x, strip.marks[i].width);
    strip.marks[i].row = places[i].row;
    most = std::max(most, places[i].row + 1);
  }
  strip.height = sizes.head + most * sizes.row_step + sizes.foot;
}

void add(Strip& strip, const Canvas& canvas, const std::string& subject, const std::set<std::string>& without_row) {
  if (const auto mark = mark_of(canvas, subject, without_row))
    strip.marks.push_back(*mark);
  else
    strip.without_place.push_back(subject);
}

bool in_groups(const Canvas& canvas, const std::string& group) {
  const auto& groups = canvas.pack.groups;
  return std::any_of(groups.begin(), groups.end(), [&](const TaskGroup& g) { return g.id == group; });
}

/// What belongs to none of the four lists: packages without a row of their own, and tasks of an unknown group.
Strip other_strip(const Canvas& canvas, const std::set<std::string>& without_row) {
  Strip strip;
  const auto& tasks = canvas.analysis.priorities.tasks;
  for (const auto& subject : without_row)
    if (std::none_of(tasks.begin(), tasks.end(), [&](const auto& t) { return t.task == subject; }))
      add(strip, canvas, subject, without_row);
  for (const auto& task : tasks)
    if (!in_groups(canvas, task.group)) add(strip, canvas, task.task, without_row);
  return strip;
}

}  // namespace

std::optional<double> today_of(const Canvas& canvas, const std::string& task) {
  if (const auto* subject = advice_on(canvas, task)) return subject->today;
  const auto& known = canvas.analysis.forms.today;
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.task == task; });
  return found == known.end() ? std::nullopt : std::optional(found->position);
}

const forms::SubjectAdvice* advice_on(const Canvas& canvas, const std::string& subject) {
  for (const auto& advice : canvas.analysis.forms.subjects)
    if (advice.subject == subject) return &advice;
  return nullptr;
}

const Band* advised_band(const forms::SubjectAdvice& subject) {
  return subject.form.empty() || subject.bands.empty() ? nullptr : &subject.bands.front().position;
}

std::vector<Strip> plan_strips(const Canvas& canvas, const Scale& scale, const std::set<std::string>& without_row) {
  std::vector<Strip> strips{other_strip(canvas, without_row)};
  for (const TaskGroup& group : canvas.pack.groups) {
    strips.push_back({group.id, {}, {}, 0});
    for (const auto& task : canvas.analysis.priorities.tasks)
      if (task.group == group.id) add(strips.back(), canvas, task.task, without_row);
  }
  std::erase_if(strips, [](const Strip& strip) { return strip.marks.empty() && strip.without_place.empty(); });
  for (Strip& strip : strips) lay_out(strip, scale, measures(canvas));
  return strips;
}

bool marks_may_move(const Canvas& canvas) { return measures(canvas).slack > 0; }

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
  const Measures sizes = measures(canvas);
  for (const Strip& strip : strips) {
    svg.line({scale(0), top}, {scale(100), top}, stroked(palette.hairline));
    const Arg count = number("n", static_cast<double>(strip.marks.size() + strip.without_place.size()));
    const std::string head = strip.group.empty()
                                 ? say(canvas, "continuum.others", {count})
                                 : say(canvas, "continuum.strip", {term("group", "group", strip.group), count});
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
