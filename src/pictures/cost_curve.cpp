// SPDX-License-Identifier: EUPL-1.2
// A task's cost model in, cost against scale out: every partner's place today, how the cost falls when they join one by
// one, the range for all together, and how far research reaches. For collecting waste: the curve of the service itself.
#include <algorithm>
#include <cmath>

#include "pictures/cost_curve_points.h"
#include "pictures/labels.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using scale::CollectionCase;
using scale::TaskScale;

constexpr double axis_width = 66, chart_top = 44, chart_height = 330;

struct Chart {
  Scale x, y;
  Box frame;

  [[nodiscard]] Point operator()(const Point& p) const { return {x(p.x), y(p.y)}; }
};

Chart chart_of(const Curve& curve) {
  std::vector<double> sizes, costs;
  for (const auto& point : curve.line) {
    sizes.push_back(point.x);
    costs.push_back(point.y);
  }
  for (const auto& place : curve.today) {
    sizes.push_back(place.at.x);
    costs.push_back(place.at.y);
  }
  if (curve.together) {
    sizes.push_back(curve.together->at.x);
    costs.push_back(curve.together->at.y);
  }
  if (curve.range) costs.insert(costs.end(), {curve.range->x, curve.range->y});
  for (const auto& cost : {curve.no_saving, curve.target})
    if (cost) costs.push_back(*cost);
  const Box frame = box_at({margin + axis_width, chart_top}, page_width - 2 * margin - axis_width, chart_height);
  Scale y = roomy(costs, false, frame.bottom, frame.top);
  return {roomy(sizes, true, frame.left, frame.right), {std::max(0.0, y.from), y.to, y.start, y.end}, frame};
}

/// Outside what research saw the paper is grey: nothing is extrapolated there.
void draw_valid(Svg& svg, const Canvas& canvas, const Chart& chart, const Point& valid) {
  const double from = std::clamp(chart.x(valid.x), chart.frame.left, chart.frame.right);
  const double to = std::clamp(chart.x(valid.y), chart.frame.left, chart.frame.right);
  for (const Box& box : {Box{chart.frame.left, chart.frame.top, from, chart.frame.bottom},
                         Box{to, chart.frame.top, chart.frame.right, chart.frame.bottom}}) {
    if (box.width() < 1) continue;
    svg.rect(box, filled(palette.mist));
    const std::string label = say(canvas, "cost.outside");
    if (box.width() > text_width(label, 11) + 12)
      svg.text({box.centre().x, chart.frame.bottom - 8}, label,
               {.size = 11, .colour = palette.quiet, .anchor = Anchor::middle});
  }
}

std::vector<std::pair<double, std::string>> draw_target(Svg& svg, const Canvas& canvas, const Chart& chart,
                                                        const Curve& curve, LabelPlacer& labels) {
  std::vector<std::pair<double, std::string>> wanted;
  if (!curve.target) return wanted;
  const double y = chart.y(*curve.target);
  svg.line({chart.frame.left, y}, {chart.frame.right, y}, stroked(palette.ink, 1.2, "6 4"));
  labels.avoid({chart.frame.left, y - 2, chart.frame.right, y + 2});
  const std::string label = say(canvas, "cost.target", {word("cost", euro(canvas, *curve.target))});
  labels.keep_free(svg.text({chart.frame.right - 4, y - 5}, label, {.size = 11, .bold = true, .anchor = Anchor::end}));
  for (const auto& [needed, key] : {std::pair{curve.needed, "cost.needed"}, std::pair{curve.surely, "cost.surely"}}) {
    if (!needed || *needed > chart.x.to) continue;
    const double x = chart.x(*needed);
    svg.line({x, y}, {x, chart.frame.bottom}, stroked(palette.ink, 1, "2 3"));
    labels.keep_free({x - 1, y, x + 1, chart.frame.bottom});
    wanted.emplace_back(x, say(canvas, key, {number("n", *needed)}));
  }
  return wanted;
}

/// Names beside the dotted lines: the left one to the left, the right one to the right.
void draw_needs(Svg& svg, const Chart& chart, std::vector<std::pair<double, std::string>> wanted, LabelPlacer& labels) {
  std::sort(wanted.begin(), wanted.end());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto& [x, text] = wanted[i];
    const double width = text_width(text, 11);
    for (double y = chart.frame.bottom - 8; y > chart.frame.top + 20; y -= 14) {
      const Box right = box_at({x + 5, y - 11}, width, 13), left = box_at({x - 5 - width, y - 11}, width, 13);
      const bool at_left = i + 1 < wanted.size() && labels.is_free(left) && inside(left, chart.frame);
      if (!at_left && !(labels.is_free(right) && inside(right, chart.frame))) continue;
      labels.keep_free(at_left ? left : right);
      svg.rect(at_left ? left : right, filled(palette.paper));
      svg.text({(at_left ? left : right).left, y - 1}, text, {.size = 11});
      break;
    }
  }
}

void draw_together(Svg& svg, const Chart& chart, const Curve& curve) {
  if (!curve.together) return;
  const Point at = chart(curve.together->at);
  if (curve.range) {
    svg.line({at.x, chart.y(curve.range->x)}, {at.x, chart.y(curve.range->y)}, stroked(palette.accent, 2));
    for (const double end : {curve.range->x, curve.range->y})
      svg.line({at.x - 6, chart.y(end)}, {at.x + 6, chart.y(end)}, stroked(palette.accent, 2));
  }
  if (curve.no_saving)
    draw_mark(svg, {at.x, chart.y(*curve.no_saving)}, {palette.paper, Pattern::plain, Shape::diamond}, 4.5);
  svg.rect(box_around(at, 11, 11), {palette.accent, palette.ink, 1, ""});
}

void draw_names(Svg& svg, const Chart& chart, const Curve& curve, LabelPlacer& labels) {
  std::vector<const Place*> places;
  if (curve.together) places.push_back(&*curve.together);
  for (const auto& place : curve.today) places.push_back(&place);
  for (const Place* place : places) {
    const bool bold = place == places.front() && curve.together;
    if (const auto room = labels.place(chart(place->at), 8, text_width(place->name, 11, bold), 12))
      svg.text({room->left, room->bottom - 2}, place->name, {.size = 11, .bold = bold});
  }
}

void draw_curve(Svg& svg, const Canvas& canvas, const Chart& chart, const Curve& curve) {
  if (curve.valid) draw_valid(svg, canvas, chart, *curve.valid);
  draw_level_grid(svg, chart.y, chart.frame.left, chart.frame.right, [&](double v) { return euro(canvas, v); });
  draw_upright_grid(svg, chart.x, chart.frame.bottom, chart.frame.bottom + 4,
                    [&](double v) { return figure(canvas, v); });
  LabelPlacer labels(chart.frame);
  if (curve.valid) labels.keep_free({chart.frame.left, chart.frame.bottom - 20, chart.frame.right, chart.frame.bottom});
  std::vector<Point> line;
  for (const auto& point : curve.line) line.push_back(chart(point));
  if (line.size() > 1) svg.polyline(line, stroked(palette.accent, 2.2));
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    for (double t = 0; t <= 1; t += 0.04)
      labels.avoid(box_around({std::lerp(line[i].x, line[i + 1].x, t), std::lerp(line[i].y, line[i + 1].y, t)}, 4, 4));
  for (const auto& place : curve.today) labels.keep_free(box_around(chart(place.at), 13, 13));
  if (curve.together) labels.keep_free(box_around(chart(curve.together->at), 13, 13));
  for (const auto& place : curve.today) svg.circle(chart(place.at), 5, {palette.paper, palette.ink, 1.6, ""});
  draw_together(svg, chart, curve);
  const auto wanted = draw_target(svg, canvas, chart, curve, labels);
  draw_names(svg, chart, curve, labels);
  draw_needs(svg, chart, wanted, labels);
  svg.text({margin, chart.frame.top - 12}, curve.y_name, {.size = 12, .bold = true});
  svg.text({chart.frame.right, chart.frame.bottom + 34}, curve.x_name,
           {.size = 12, .bold = true, .anchor = Anchor::end});
}

double draw_legend(Svg& svg, const Canvas& canvas, const Curve& curve, double top) {
  std::vector<KeyEntry> key{{[](Svg& s, Point c) {
                               s.circle(c, 5, {palette.paper, palette.ink, 1.6, ""});
                             },
                             12, say(canvas, "cost.key.today")},
                            {[](Svg& s, Point c) {
                               s.line({c.x - 11, c.y}, {c.x + 11, c.y}, stroked(palette.accent, 2.2));
                             },
                             22, say(canvas, curve.range ? "cost.key.joining" : "cost.key.service")},
                            {[range = curve.range.has_value()](Svg& s, Point c) {
                               if (range) s.line({c.x, c.y - 9}, {c.x, c.y + 9}, stroked(palette.accent, 2));
                               s.rect(box_around(c, 11, 11), {palette.accent, palette.ink, 1, ""});
                             },
                             12, say(canvas, curve.range ? "cost.key.together" : "cost.key.together_waste")}};
  if (curve.no_saving)
    key.push_back({[](Svg& s, Point c) {
                     draw_mark(s, c, {palette.paper, Pattern::plain, Shape::diamond}, 4.5);
                   },
                   10, say(canvas, "saving.key.none")});
  return draw_key(svg, {margin, top}, page_width - margin, key);
}

void fill_table(Picture& picture, const Canvas& canvas, const Curve& curve) {
  const auto add = [&](const Place& place) {
    picture.rows.push_back(
        {place.name, {figure(canvas, place.at.x), place.step}, {euro(canvas, place.at.y), place.step}});
  };
  for (const auto& place : curve.today) add(place);
  if (!curve.together) return;
  const double size = curve.together->at.x;
  add(*curve.together);
  if (curve.range) {
    add({{size, curve.range->x}, say(canvas, "cost.low"), curve.range_step});
    add({{size, curve.range->y}, say(canvas, "cost.high"), curve.range_step});
  }
  if (curve.no_saving) add({{size, *curve.no_saving}, say(canvas, "saving.key.none"), curve.no_saving_step});
}

std::string describe(const Canvas& canvas, const TaskScale& task, const Curve& curve) {
  if (!curve.together) return say(canvas, "cost.description_empty");
  const double size = curve.together->at.x;
  return say(
      canvas,
      curve.no_saving && curve.range->y >= task.joint.alone / size ? "cost.description_unsure" : "cost.description",
      {term("task", "task", task.task), word("today", euro(canvas, task.joint.alone / size)),
       word("together", euro(canvas, curve.together->at.y)), word("low", euro(canvas, curve.range->x)),
       word("high", euro(canvas, curve.range->y)), word("what", curve.y_name)});
}

std::string describe(const Canvas& canvas, const CollectionCase& waste) {
  const std::vector<Arg> args{
      term("task", "task", waste.task),           term("own", "partner", waste.own.municipality),
      word("today", euro(canvas, waste.today)),   word("target", euro(canvas, waste.target)),
      number("needed", waste.needed.value_or(0)), number("now", waste.own.connections)};
  return say(canvas, waste.needed ? "cost.description_waste" : "cost.description_waste_never", args);
}

const CollectionCase* collection_of(const Canvas& canvas, const std::string& task) {
  for (const auto& waste : canvas.analysis.scale.collections)
    if (waste.task == task && waste.missing.empty() && !waste.curve.empty()) return &waste;
  return nullptr;
}

}  // namespace

Picture cost_curve(const Canvas& canvas, const std::string& task) {
  const CollectionCase* waste = collection_of(canvas, task);
  const TaskScale* found = scale::find_scale(canvas.analysis.scale, task);
  const bool modelled = found && found->model;
  const Curve curve = waste ? curve_of(canvas, *waste) : modelled ? curve_of(canvas, *found) : Curve{};
  Picture picture = picture_of(canvas, "cost_curve_" + task, say(canvas, "cost.title", {term("task", "task", task)}),
                               waste      ? describe(canvas, *waste)
                               : modelled ? describe(canvas, *found, curve)
                                          : say(canvas, "cost.description_empty"),
                               {"map.column.partner"});
  open_by(picture, canvas, "scale." + task + (waste ? ".collection.needed" : ".range"));
  picture.columns.insert(picture.columns.end(), {curve.x_name, curve.y_name});
  Svg svg(page_width);
  double end = margin;
  if (!curve.line.empty()) {
    fill_table(picture, canvas, curve);
    const Chart chart = chart_of(curve);
    draw_curve(svg, canvas, chart, curve);
    end = draw_legend(svg, canvas, curve, chart.frame.bottom + 60);
    if (!curve.note.empty()) end = draw_note(svg, curve.note, end + 12, 3);
  }
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
