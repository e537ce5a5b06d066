// SPDX-License-Identifier: EUPL-1.2
// The cash flows of one task or of all modelled tasks in, ten years out: bars of what comes in and goes out, the sum so
// far as a line, and small the same line for every partner.
#include <algorithm>
#include <cmath>
#include <map>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using scale::CashYear;
using scale::horizon;

constexpr double chart_height = 260, axis_width = 92, small_height = 74;
constexpr std::size_t small_per_row = 4, most_small = 20;

using Years = std::array<CashYear, horizon>;

/// Flows of one partner, or of all, over the chosen tasks.
struct Flow {
  std::string partner;  ///< empty: all together
  Years years;
  std::array<double, horizon> so_far{};  ///< euro, after each year
  std::optional<int> payback;            ///< 1-based year after which it stays above zero
};

void add(Years& to, const Years& from) {
  for (std::size_t y = 0; y < to.size(); ++y)
    for (const auto part : {&CashYear::saving, &CashYear::coordination, &CashYear::tax_and_interest,
                            &CashYear::friction, &CashYear::stranded, &CashYear::unwinding, &CashYear::net})
      to[y].*part = to[y].*part + from[y].*part;
}

void add_up(Flow& flow) {
  Money sum;
  for (std::size_t y = 0; y < flow.years.size(); ++y) {
    sum = sum + flow.years[y].net;
    flow.so_far[y] = static_cast<double>(sum.cents) / 100;
  }
  for (int y = horizon; y >= 1 && flow.so_far[static_cast<std::size_t>(y - 1)] > 0; --y) flow.payback = y;
}

/// All together first, then the partners in the study's order.
std::vector<Flow> flows_of(const Canvas& canvas, const std::string& task) {
  std::map<std::string, Flow> by_partner;
  Flow all;
  for (const auto* one :
       task == "all" ? tasks_worth_sharing(canvas) : tasks_that_save_most(canvas, canvas.analysis.scale.tasks.size()))
    if (task == "all" || one->task == task)
      for (const auto& flow : one->flows) {
        add(by_partner[flow.partner].years, flow.years);
        add(all.years, flow.years);
      }
  if (by_partner.empty()) return {};
  std::vector<Flow> flows{all};
  for (const auto& partner : canvas.analysis.partners)
    if (const auto found = by_partner.find(partner.id); found != by_partner.end()) {
      found->second.partner = partner.id;
      flows.push_back(found->second);
    }
  for (auto& flow : flows) add_up(flow);
  return flows;
}

/// A layer of the stack. Colour and pattern tell them apart.
struct Layer {
  const char* key;
  std::vector<Money CashYear::*> parts;
  Category style;
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> all{
      {"cash.key.saving", {&CashYear::saving}, {palette.accent, Pattern::solid}},
      {"cash.key.running", {&CashYear::coordination, &CashYear::tax_and_interest}, {"#dde3e7", Pattern::plain}},
      {"cash.key.friction", {&CashYear::friction}, {"#96432c", Pattern::cross}},
      {"cash.key.stranded", {&CashYear::stranded}, {"#e8a33d", Pattern::diagonal}},
      {"cash.key.unwinding", {&CashYear::unwinding}, {"#8fb8e8", Pattern::upright}}};
  return all;
}

double amount(const CashYear& year, const Layer& layer) {
  double sum = 0;
  for (const auto part : layer.parts) sum += static_cast<double>((year.*part).cents) / 100;
  return sum;
}

Scale amounts_of(const Flow& flow, double top, double bottom) {
  std::vector<double> values(flow.so_far.begin(), flow.so_far.end());
  for (const auto& year : flow.years) {
    double up = 0, down = 0;
    for (const auto& layer : layers()) (amount(year, layer) > 0 ? up : down) += amount(year, layer);
    values.insert(values.end(), {up, down});
  }
  return roomy(values, true, bottom, top);
}

void draw_stack(Svg& svg, const CashYear& year, const Scale& y, double left, double width) {
  double up = 0, down = 0;
  for (const auto& layer : layers()) {
    const double value = amount(year, layer);
    double& base = value > 0 ? up : down;
    const Box bar{left, std::min(y(base), y(base + value)), left + width, std::max(y(base), y(base + value))};
    base += value;
    if (bar.height() > 0.4) fill_area(svg, bar, layer.style);
  }
}

void draw_sum(Svg& svg, const Flow& flow, const Scale& x, const Scale& y, double width) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < flow.so_far.size(); ++i)
    points.push_back({x(static_cast<double>(i) + 1), y(flow.so_far[i])});
  svg.polyline(points, stroked(palette.paper, width + 2));
  svg.polyline(points, stroked(palette.ink, width));
  if (!flow.payback) return;
  draw_mark(svg, {x(*flow.payback), y(flow.so_far[static_cast<std::size_t>(*flow.payback - 1)])},
            {palette.paper, Pattern::plain, Shape::diamond}, 3 + width);
}

void draw_all(Svg& svg, const Canvas& canvas, const Flow& flow, double top) {
  const Scale x{0.4, horizon + 0.6, margin + axis_width, page_width - margin};
  const Scale y = amounts_of(flow, top, top + chart_height);
  draw_level_grid(svg, y, x.start, x.end, [&](double v) { return euro(canvas, v); });
  for (int year = 1; year <= horizon; ++year) {
    draw_stack(svg, flow.years[static_cast<std::size_t>(year - 1)], y, x(year) - 16, 32);
    svg.text({x(year), top + chart_height + 16}, figure(canvas, year),
             {.size = 11, .colour = palette.quiet, .anchor = Anchor::middle});
  }
  svg.text({x.start - 6, top + chart_height + 16}, say(canvas, "cash.year"),
           {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
  draw_sum(svg, flow, x, y, 2.4);
}

double draw_legend(Svg& svg, const Canvas& canvas, const Flow& flow, double top) {
  std::vector<KeyEntry> key;
  for (const auto& layer : layers())
    if (std::any_of(flow.years.begin(), flow.years.end(), [&](auto& y) { return amount(y, layer) != 0; }))
      key.push_back({[&layer](Svg& s, Point c) { fill_area(s, box_around(c, 22, 11), layer.style); }, 22,
                     say(canvas, layer.key)});
  key.push_back({[](Svg& s, Point c) {
                   s.line({c.x - 11, c.y}, {c.x + 11, c.y}, stroked(palette.ink, 2.4));
                 },
                 22, say(canvas, "cash.key.sum")});
  if (flow.payback)
    key.push_back({[](Svg& s, Point c) {
                     draw_mark(s, c, {palette.paper, Pattern::plain, Shape::diamond}, 5);
                   },
                   11, say(canvas, "cash.key.payback")});
  return draw_key(svg, {margin, top}, page_width - margin, key);
}

/// One scale for all partners, so that heights compare.
double draw_partners(Svg& svg, const Canvas& canvas, const std::vector<Flow>& flows, double top) {
  std::vector<double> values;
  for (std::size_t i = 1; i < flows.size(); ++i)
    values.insert(values.end(), flows[i].so_far.begin(), flows[i].so_far.end());
  const std::size_t shown = std::min(flows.size() - 1, most_small), rows = (shown + small_per_row - 1) / small_per_row;
  const double width = (page_width - 2 * margin) / static_cast<double>(small_per_row);
  svg.text({margin, top}, say(canvas, "cash.per_partner"), {.size = 12, .bold = true});
  for (std::size_t i = 0; i < shown; ++i) {
    const Point corner{margin + width * static_cast<double>(i % small_per_row),
                       top + 10 + (small_height + 22) * static_cast<double>(i / small_per_row)};
    const Scale x{1, horizon, corner.x + 4, corner.x + width - 16},
        y = roomy(values, true, corner.y + 18 + small_height - 12, corner.y + 20);
    svg.text({corner.x, corner.y + 12}, shorten(name_of(canvas, "partner", flows[i + 1].partner), width - 12, 11),
             {.size = 11});
    svg.line({x.start, y(0)}, {x.end, y(0)}, stroked(palette.line));
    draw_sum(svg, flows[i + 1], x, y, 1.6);
  }
  return top + 10 + (small_height + 22) * static_cast<double>(rows);
}

std::string describe(const Canvas& canvas, const std::vector<Flow>& flows) {
  if (flows.empty()) return say(canvas, "cash.description_empty");
  const auto& all = flows.front();
  const auto never = std::count_if(flows.begin() + 1, flows.end(), [](auto& f) { return !f.payback; });
  const std::vector<Arg> args{euros("total", all.so_far.back()), number("year", all.payback.value_or(0)),
                              number("never", static_cast<double>(never)),
                              euros("first", static_cast<double>(all.years.front().net.cents) / 100)};
  return say(canvas, all.payback ? "cash.description" : "cash.description_never", args);
}

void fill_table(Picture& picture, const Canvas& canvas, const std::string& task, const std::vector<Flow>& flows) {
  for (int year = 1; year <= horizon; ++year)
    picture.columns.push_back(say(canvas, "cash.column.year", {number("n", year)}));
  picture.columns.push_back(say(canvas, "cash.column.payback"));
  for (const auto& flow : flows) {
    const bool all = flow.partner.empty();
    const std::string step = task == "all" ? (all ? "gains.total" : "gains.total." + flow.partner)
                                           : "scale." + task + (all ? ".net" : "." + flow.partner + ".cashflow");
    PictureRow row{all ? say(canvas, "cash.all") : name_of(canvas, "partner", flow.partner)};
    for (const double sum : flow.so_far) row.emplace_back(euro(canvas, std::round(sum)), step);
    row.emplace_back(flow.payback ? figure(canvas, *flow.payback) : say(canvas, "cash.never"), step);
    picture.rows.push_back(std::move(row));
  }
}

}  // namespace

Picture cash_flow(const Canvas& canvas, const std::string& task) {
  const auto flows = flows_of(canvas, task);
  Picture picture = picture_of(
      canvas, "cash_flow_" + task,
      task == "all" ? say(canvas, "cash.title_all") : say(canvas, "cash.title", {term("task", "task", task)}),
      describe(canvas, flows), {"map.column.partner"});
  open_by(picture, canvas, task == "all" ? "gains.total" : "scale." + task + ".net");
  Svg svg(page_width);
  double end = margin;
  if (!flows.empty()) {
    fill_table(picture, canvas, task, flows);
    const double top = draw_legend(svg, canvas, flows.front(), 18) + 8;
    draw_all(svg, canvas, flows.front(), top);
    end = draw_partners(svg, canvas, flows, top + chart_height + 46);
  }
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
