// SPDX-License-Identifier: EUPL-1.2
// Values in, axes with round numbers and amounts in the reader's notation out.
#include "pictures/chart.h"

#include <algorithm>
#include <cmath>

#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

double round_step(double width, int count) {
  const double rough = width / std::max(count, 1);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (rough <= times * power * 1.0001) return times * power;
  return 10 * power;
}

}  // namespace

std::vector<double> round_steps(double from, double to, int count) {
  const double step = round_step(to - from, count);
  std::vector<double> out;
  for (double i = std::ceil(from / step - 1e-9); i * step <= to + step * 1e-9; ++i) out.push_back(i * step);
  return out;
}

Scale roomy(std::vector<double> values, bool with_zero, double start, double end) {
  if (with_zero || values.empty()) values.push_back(0);
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double room = *high > *low ? (*high - *low) * 0.06 : std::max(std::abs(*high) * 0.1, 1.0);
  const double from = with_zero && *low == 0 ? 0 : *low - room;
  return {from, with_zero && *high == 0 && *low < 0 ? 0 : *high + room, start, end};
}

std::string euro(const Canvas& canvas, double value) {
  const bool small = std::abs(value) < 1000 && value != std::round(value);
  return write_money(static_cast<std::int64_t>(small ? std::llround(value * 100) : std::llround(value) * 100),
                     canvas.language);
}

std::string euro(const Canvas& canvas, Money value) { return euro(canvas, static_cast<double>(value.cents) / 100); }

Arg euros(const std::string& name, double value) { return money(name, std::llround(value) * 100); }

void draw_upright_grid(Svg& svg, const Scale& x, double top, double bottom, const WriteValue& write, int count) {
  double free_from = -1e9;
  for (const double value : round_steps(x.from, x.to, count)) {
    const double at = x(value);
    svg.line({at, top}, {at, bottom}, stroked(value == 0 ? palette.ink : palette.hairline, value == 0 ? 1.2 : 1));
    const std::string label = write(value);
    const double half = text_width(label, 11) / 2;
    if (at - half < std::max(free_from, 2.0) || at + half > page_width - 2) continue;
    svg.text({at, bottom + 15}, label, {.size = 11, .colour = palette.quiet, .anchor = Anchor::middle});
    free_from = at + half + 6;
  }
}

void draw_level_grid(Svg& svg, const Scale& y, double left, double right, const WriteValue& write, int count) {
  for (const double value : round_steps(y.from, y.to, count)) {
    svg.line({left, y(value)}, {right, y(value)},
             stroked(value == 0 ? palette.ink : palette.hairline, value == 0 ? 1.2 : 1));
    svg.text({left - 6, y(value) + 4}, write(value), {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
  }
}

std::vector<const scale::TaskScale*> tasks_that_save_most(const Canvas& canvas, std::size_t most) {
  std::vector<const scale::TaskScale*> tasks;
  for (const auto& task : canvas.analysis.scale.tasks)
    if (task.model) tasks.push_back(&task);
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](auto* a, auto* b) { return a->saving.band.mid > b->saving.band.mid; });
  tasks.resize(std::min(tasks.size(), most));
  return tasks;
}

std::vector<const scale::TaskScale*> tasks_worth_sharing(const Canvas& canvas) {
  auto tasks = tasks_that_save_most(canvas, canvas.analysis.scale.tasks.size());
  const auto losing = [](auto* task) { return task->saving.band.mid <= 0; };
  if (!std::all_of(tasks.begin(), tasks.end(), losing)) std::erase_if(tasks, losing);
  return tasks;
}

double draw_note(Svg& svg, const std::string& text, double top, std::size_t most_lines) {
  const auto lines = wrap(text, page_width - 2 * margin, 11, false, most_lines);
  svg.text_lines({margin, top}, lines, {.size = 11, .colour = palette.quiet});
  return top + 11 * 1.25 * static_cast<double>(lines.size());
}

}  // namespace koepel::pictures
