// SPDX-License-Identifier: EUPL-1.2
// The ranked gross list in, the opportunity map out: value against feasibility, packages as marks and regions.
#include <algorithm>
#include <array>
#include <cmath>

#include "pictures/frame.h"
#include "pictures/labels.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using priorities::Package;
using priorities::TaskPriority;

constexpr double mark_radius = 5;
constexpr double label_size = 11;
constexpr std::size_t crowded = 60;
constexpr std::array packages{Package::base, Package::plus, Package::not_now, Package::unsuitable, Package::arranged};

/// The borders between packages, as the pack sets them.
struct Borders {
  double base_value, base_feasibility, plus_value, low_value, low_feasibility;
};

struct Map {
  Box frame;
  Scale x, y;
  Borders borders;

  [[nodiscard]] Point place(const TaskPriority& task) const { return {x(task.feasibility), y(task.value)}; }
};

Borders borders_of(const MethodPack& pack) {
  return {parameter(pack, "priorities.base_value"), parameter(pack, "priorities.base_feasibility"),
          parameter(pack, "priorities.plus_value"), parameter(pack, "priorities.low_value"),
          parameter(pack, "priorities.low_feasibility")};
}

/// The part of [0, 1] that holds all tasks and the borders of the packages, in tenths: on a full square tasks lie close
/// together.
std::pair<double, double> range(std::vector<double> values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return {std::max(0.0, std::floor(*least * 10 - 0.3) / 10), std::min(1.0, std::ceil(*most * 10 + 0.3) / 10)};
}

Map map_of(const Canvas& canvas) {
  Map map{box_at({56, 14}, page_width - 56 - margin, 470), {}, {}, borders_of(canvas.pack)};
  std::vector<double> across{map.borders.base_feasibility}, up{map.borders.base_value, map.borders.plus_value};
  for (const auto& task : canvas.analysis.priorities.tasks) {
    across.push_back(task.feasibility);
    up.insert(up.end(), {task.value_band.low, task.value, task.value_band.high});
  }
  const auto [left, right] = range(across);
  const auto [bottom, top] = range(up);
  map.x = {left, right, map.frame.left, map.frame.right};
  map.y = {bottom, top, map.frame.bottom, map.frame.top};
  map.borders.low_feasibility = std::max(map.borders.low_feasibility, left);
  map.borders.low_value = std::max(map.borders.low_value, bottom);
  return map;
}

void draw_regions(Svg& svg, const Map& map) {
  const Borders& b = map.borders;
  const Box& f = map.frame;
  svg.rect(f, filled(palette.zone));
  svg.rect({map.x(b.low_feasibility), f.top, f.right, map.y(b.low_value)}, filled(palette.paper));
  svg.rect({map.x(b.base_feasibility), f.top, f.right, map.y(b.base_value)}, filled(palette.shades[1]));
  const Ink border = stroked(palette.line, 0.8, "3 3");
  svg.line({map.x(b.low_feasibility), map.y(b.plus_value)}, {f.right, map.y(b.plus_value)}, border);
  svg.polyline({{map.x(b.base_feasibility), f.top},
                {map.x(b.base_feasibility), map.y(b.base_value)},
                {f.right, map.y(b.base_value)}},
               border);
}

/// The name of a region on its base line, at the first place along it where no mark stands.
void draw_region_name(Svg& svg, const Canvas& canvas, Package package, Point from, double to_x, LabelPlacer& labels) {
  const Font font{.size = 12, .bold = true, .colour = palette.quiet};
  const std::string name = name_of(canvas, "package", id_of(package));
  const double width = text_width(name, font.size, font.bold), step = to_x > from.x ? 6 : -6;
  const auto clear = [&](double x) { return labels.is_free(text_box({x, from.y}, name, font)); };
  double x = from.x = step > 0 ? from.x : from.x - width;
  while (!clear(x) && (step > 0 ? x + width < to_x : x > to_x)) x += step;
  if (!clear(x)) x = from.x;
  labels.keep_free(svg.text({x, from.y}, name, font));
}

void draw_region_names(Svg& svg, const Canvas& canvas, const Map& map, LabelPlacer& labels) {
  const Borders& b = map.borders;
  const Box& f = map.frame;
  const double left = map.x(b.low_feasibility) + 8, right = f.right - 8, base = map.x(b.base_feasibility);
  draw_region_name(svg, canvas, Package::base, {right, f.top + 16}, base, labels);
  draw_region_name(svg, canvas, Package::plus, {left, f.top + 16}, base, labels);
  draw_region_name(svg, canvas, Package::not_now, {left, map.y(b.low_value) - 6}, right, labels);
  if (f.bottom - map.y(b.low_value) > 24)
    draw_region_name(svg, canvas, Package::unsuitable, {right, f.bottom - 8}, left, labels);
}

void draw_axes(Svg& svg, const Canvas& canvas, const Map& map) {
  const Box& f = map.frame;
  svg.polyline({{f.left, f.top}, {f.left, f.bottom}, {f.right, f.bottom}}, stroked(palette.ink, 1.2));
  const Font font{.size = label_size, .colour = palette.quiet, .anchor = Anchor::middle};
  for (int tenth = 0; tenth <= 10; ++tenth) {
    const double value = tenth / 10.0;
    if (value >= map.x.from - 1e-9 && value <= map.x.to + 1e-9) {
      svg.line({map.x(value), f.bottom}, {map.x(value), f.bottom + 4}, stroked(palette.ink));
      svg.text({map.x(value), f.bottom + 17}, figure(canvas, value, 1), font);
    }
    if (value >= map.y.from - 1e-9 && value <= map.y.to + 1e-9) {
      svg.line({f.left - 4, map.y(value)}, {f.left, map.y(value)}, stroked(palette.ink));
      svg.text({f.left - 8, map.y(value) + 4}, figure(canvas, value, 1),
               {.size = label_size, .colour = palette.quiet, .anchor = Anchor::end});
    }
  }
  svg.text({f.right, f.bottom + 35}, say(canvas, "opportunity.x"), {.size = 12, .bold = true, .anchor = Anchor::end});
  svg.text({20, f.top}, say(canvas, "opportunity.y"),
           {.size = 12, .bold = true, .anchor = Anchor::end, .upright = true});
}

/// Best value first: they get their label before room runs out.
std::vector<const TaskPriority*> by_value(const Canvas& canvas) {
  std::vector<const TaskPriority*> tasks;
  for (const auto& task : canvas.analysis.priorities.tasks) tasks.push_back(&task);
  std::stable_sort(tasks.begin(), tasks.end(), [](auto* a, auto* b) { return a->value > b->value; });
  return tasks;
}

/// On a crowded map only the packages that one would begin with carry whiskers and codes.
bool is_told(const TaskPriority& task, std::size_t tasks) {
  return tasks <= crowded || task.package == Package::base || task.package == Package::plus;
}

void draw_tasks(Svg& svg, const Canvas& canvas, const Map& map, const std::vector<const TaskPriority*>& tasks,
                LabelPlacer& labels) {
  for (const TaskPriority* task : tasks) {
    const Point at = map.place(*task);
    labels.keep_free(box_around(at, 2 * mark_radius, 2 * mark_radius));
    if (is_told(*task, tasks.size()))
      svg.line({at.x, map.y(task->value_band.low)}, {at.x, map.y(task->value_band.high)},
               stroked(tasks.size() > crowded ? palette.hairline : palette.line, 0.9));
  }
  draw_region_names(svg, canvas, map, labels);
  for (auto task = tasks.rbegin(); task != tasks.rend(); ++task)
    draw_mark(svg, map.place(**task), style_of((*task)->package), mark_radius);
  for (const TaskPriority* task : tasks) {
    if (!is_told(*task, tasks.size())) continue;
    const auto room = labels.place(map.place(*task), mark_radius + 1.5, text_width(task->task, label_size), label_size);
    if (room) svg.text({room->left, room->bottom - 2}, task->task, {.size = label_size});
  }
}

double draw_package_key(Svg& svg, const Canvas& canvas, const std::vector<const TaskPriority*>& tasks, double top) {
  std::vector<KeyEntry> key;
  for (const Package package : packages)
    if (std::any_of(tasks.begin(), tasks.end(), [&](auto* t) { return t->package == package; }))
      key.push_back({[package](Svg& s, Point c) { draw_mark(s, c, style_of(package), mark_radius); }, 12,
                     name_of(canvas, "package", id_of(package))});
  key.push_back({[](Svg& s, Point c) {
                   s.line({c.x, c.y - 7}, {c.x, c.y + 7}, stroked(palette.line, 0.9));
                 },
                 4, say(canvas, "opportunity.key.band")});
  return draw_key(svg, {margin, top}, page_width - margin, key);
}

/// The codes of the two packages that matter most, with their names, so that the map can be read on its own.
double draw_names(Svg& svg, const Canvas& canvas, const std::vector<const TaskPriority*>& tasks, double top) {
  constexpr double column = 344, line = 16;
  constexpr std::size_t most = 24;
  std::vector<const TaskPriority*> named;
  for (const Package package : {Package::base, Package::plus})
    for (const TaskPriority* task : tasks)
      if (task->package == package) named.push_back(task);
  const std::size_t shown = std::min(named.size(), most), rows = (shown + 1) / 2;
  for (std::size_t i = 0; i < shown; ++i) {
    const Point at{margin + 6 + (i < rows ? 0 : column), top + line * static_cast<double>(i % rows)};
    draw_mark(svg, {at.x, at.y - 4}, style_of(named[i]->package), mark_radius - 1);
    svg.text({at.x + 12, at.y}, shorten(code_and_name(canvas, named[i]->task), column - 30, label_size),
             {.size = label_size});
  }
  return top + line * static_cast<double>(rows);
}

std::string describe(const Canvas& canvas, const std::vector<const TaskPriority*>& tasks) {
  const auto count = [&](Package package) {
    return static_cast<double>(
        std::count_if(tasks.begin(), tasks.end(), [&](auto* t) { return t->package == package; }));
  };
  return say(canvas, "opportunity.description",
             {number("tasks", static_cast<double>(tasks.size())), number("base", count(Package::base)),
              number("plus", count(Package::plus)), term("best", "task", tasks.front()->task),
              number("value", tasks.front()->value, 2), number("feasibility", tasks.front()->feasibility, 2)});
}

void add_row(Picture& picture, const Canvas& canvas, const TaskPriority& task) {
  const std::string step = "task." + task.task, value = step + ".value";
  const auto told = [&](double number, const std::string& opened_by) {
    return PictureCell(figure(canvas, number, 2), opened_by);
  };
  picture.rows.push_back({code_and_name(canvas, task.task), told(task.value, value), told(task.value_band.low, value),
                          told(task.value_band.high, value), told(task.feasibility, step + ".feasibility"),
                          name_of(canvas, "package", id_of(task.package))});
}

}  // namespace

Picture opportunity_map(const Canvas& canvas) {
  const auto tasks = by_value(canvas);
  Picture picture = picture_of(canvas, "opportunity", say(canvas, "opportunity.title"),
                               tasks.empty() ? say(canvas, "opportunity.description_empty") : describe(canvas, tasks),
                               {"column.task", "opportunity.column.value", "column.low", "column.high",
                                "opportunity.column.feasibility", "column.package"});
  open_by(picture, canvas, "priorities.list");
  for (const TaskPriority* task : tasks) add_row(picture, canvas, *task);
  const Map map = map_of(canvas);
  Svg svg(page_width);
  LabelPlacer labels(map.frame);
  draw_regions(svg, map);
  draw_axes(svg, canvas, map);
  draw_tasks(svg, canvas, map, tasks, labels);
  const double key_bottom = draw_package_key(svg, canvas, tasks, map.frame.bottom + 58);
  finish(picture, svg, draw_names(svg, canvas, tasks, key_bottom + 16) + 2, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
