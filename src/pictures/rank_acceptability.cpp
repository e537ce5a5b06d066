// SPDX-License-Identifier: EUPL-1.2
// The draws over the weights in, how sure each task's package is out: one bar per task, one part per package.
#include <algorithm>

#include "pictures/frame.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using priorities::Package;
using priorities::TaskPriority;

constexpr std::size_t most_rows = 22;
constexpr double row_height = 24, bar_height = 16;
constexpr double names_width = 292;

/// In the order of the growth scenario, within a package the surest first.
std::vector<const TaskPriority*> in_order(const Canvas& canvas) {
  std::vector<const TaskPriority*> tasks;
  for (const auto& task : canvas.analysis.priorities.tasks) tasks.push_back(&task);
  std::stable_sort(tasks.begin(), tasks.end(), [](auto* a, auto* b) { return a->rank < b->rank; });
  return tasks;
}

void draw_bar(Svg& svg, const Canvas& canvas, const TaskPriority& task, const Scale& x, double top) {
  double share = 0;
  for (int p = 0; p < priorities::package_count; ++p) {
    const double part = task.membership[static_cast<std::size_t>(p)];
    const Box box{x(share), top, x(share + part), top + bar_height};
    share += part;
    if (box.width() < 0.5) continue;
    const Category& category = style_of(static_cast<Package>(p));
    fill_area(svg, box, category);
    const std::string label = percentage(canvas, part);
    const double width = text_width(label, 11, true) + 8;
    if (box.width() < width + 4) continue;
    svg.rect(box_around(box.centre(), width, bar_height - 3), filled(category.colour));
    svg.text({box.centre().x, box.centre().y + 4}, label,
             {.size = 11, .bold = true, .colour = text_on(category.colour), .anchor = Anchor::middle});
  }
}

std::vector<KeyEntry> key_of(const Canvas& canvas, const std::vector<const TaskPriority*>& tasks) {
  std::vector<KeyEntry> key;
  for (int p = 0; p < priorities::package_count; ++p) {
    const auto package = static_cast<Package>(p);
    const bool used = std::any_of(tasks.begin(), tasks.end(),
                                  [&](auto* t) { return t->membership[static_cast<std::size_t>(p)] > 0; });
    if (used)
      key.push_back({[package](Svg& s, Point c) { fill_area(s, box_around(c, 24, 12), style_of(package)); }, 24,
                     name_of(canvas, "package", id_of(package))});
  }
  return key;
}

double share_of_own(const TaskPriority& task) { return task.membership[static_cast<std::size_t>(task.package)]; }

std::string describe(const Canvas& canvas, const std::vector<const TaskPriority*>& tasks) {
  if (tasks.empty()) return say(canvas, "acceptability.description_empty");
  const auto sure = std::count_if(tasks.begin(), tasks.end(), [](auto* t) { return share_of_own(*t) >= 0.9; });
  const auto* doubtful = *std::min_element(tasks.begin(), tasks.end(),
                                           [](auto* a, auto* b) { return share_of_own(*a) < share_of_own(*b); });
  return say(canvas, "acceptability.description",
             {number("draws", canvas.analysis.priorities.draws), number("tasks", static_cast<double>(tasks.size())),
              number("sure", static_cast<double>(sure)), term("doubtful", "task", doubtful->task),
              percent("share", share_of_own(*doubtful))});
}

void fill_table(Picture& picture, const Canvas& canvas, const std::vector<const TaskPriority*>& tasks) {
  for (int p = 0; p < priorities::package_count; ++p)
    picture.columns.push_back(name_of(canvas, "package", id_of(static_cast<Package>(p))));
  for (const TaskPriority* task : tasks) {
    const std::string step = "task." + task->task;
    PictureRow row{code_and_name(canvas, task->task), {figure(canvas, task->rank, 1), step + ".rank"}};
    for (const double share : task->membership) row.emplace_back(percentage(canvas, share), step + ".package");
    picture.rows.push_back(std::move(row));
  }
}

}  // namespace

Picture rank_acceptability(const Canvas& canvas) {
  const auto tasks = in_order(canvas);
  Picture picture = picture_of(canvas, "acceptability", say(canvas, "acceptability.title"), describe(canvas, tasks),
                               {"column.task", "acceptability.column.rank"});
  open_by(picture, canvas, "priorities.list");
  fill_table(picture, canvas, tasks);
  Svg svg(page_width);
  const Scale x{0, 1, names_width + margin, page_width - margin};
  double top = draw_key(svg, {margin, 18}, page_width - margin, key_of(canvas, tasks)) + 6;
  const std::size_t shown = std::min(tasks.size(), most_rows);
  for (std::size_t i = 0; i < shown; ++i) {
    svg.text({margin, top + 12}, shorten(code_and_name(canvas, tasks[i]->task), names_width - 8, 12), {.size = 12});
    draw_bar(svg, canvas, *tasks[i], x, top);
    top += row_height;
  }
  if (shown < tasks.size()) {
    svg.text({margin, top + 12}, say(canvas, "more_in_table", {number("n", static_cast<double>(tasks.size() - shown))}),
             {.size = 11, .colour = palette.quiet});
    top += row_height;
  }
  finish(picture, svg, top + 2, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
