// SPDX-License-Identifier: EUPL-1.2
// A task's cost model or waste case in, the points of its cost curve out. The face is curve_of.
#include "pictures/cost_curve_points.h"

#include <algorithm>
#include <numeric>

namespace koepel::pictures {

using scale::CollectionCase;
using scale::TaskScale;

namespace {

bool by_volume(const TaskScale& task) { return task.model->kind == scale::ModelKind::activity; }

/// Units, or inhabitants.
double size_of(const TaskScale& task, const scale::PartnerCost& partner) {
  return by_volume(task) ? partner.volume : partner.thousands * 1000;
}

/// Largest own cost first: who leads is the one that others join.
std::vector<std::size_t> joining_order(const TaskScale& task) {
  std::vector<std::size_t> order(task.model->partners.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return task.model->partners[a].own() > task.model->partners[b].own();
  });
  return order;
}

std::string evidence_of(const Canvas& canvas, const TaskScale& task) {
  if (task.evidence.empty()) return {};
  return say(canvas, "cost.evidence", {term("evidence", "evidence", task.evidence.front())});
}

}  // namespace

Curve curve_of(const Canvas& canvas, const TaskScale& task) {
  const std::string step = "scale." + task.task;
  Curve curve;
  curve.range_step = step + ".range";
  curve.no_saving_step = step + ".no_saving";
  std::vector<std::size_t> joined;
  double size = 0;
  for (const std::size_t i : joining_order(task)) {
    const auto& partner = task.model->partners[i];
    joined.push_back(i);
    if (size_of(task, partner) <= 0) continue;
    size += size_of(task, partner);
    curve.today.push_back({{size_of(task, partner), partner.own() / size_of(task, partner)},
                           name_of(canvas, "partner", partner.partner),
                           step + "." + partner.partner + ".own"});
    curve.line.push_back({size, scale::joint_cost(*task.model, task.terms, joined).together() / size});
  }
  if (size <= 0) return curve;
  curve.together = {
      {size, (task.joint.alone - task.saving.band.mid) / size}, say(canvas, "cost.together"), step + ".range"};
  curve.range =
      Point{(task.joint.alone - task.saving.band.high) / size, (task.joint.alone - task.saving.band.low) / size};
  curve.no_saving = (task.joint.alone - task.no_saving_year) / size;
  if (const auto* cluster = task.model->cluster; cluster && !by_volume(task) && cluster->valid_high > 0)
    curve.valid = Point{cluster->valid_low * 1000, cluster->valid_high * 1000};
  curve.x_name = by_volume(task) ? task.model->unit : say(canvas, "cost.inhabitants");
  curve.y_name = say(canvas, by_volume(task) ? "cost.per_unit" : "cost.per_inhabitant");
  curve.note = evidence_of(canvas, task);
  return curve;
}

/// As far as the answer lies, and a little on.
Curve curve_of(const Canvas& canvas, const CollectionCase& waste) {
  const std::string step = "scale." + waste.task + ".collection.";
  Curve curve;
  const double far = 1.25 * std::max({waste.needed.value_or(0), waste.needed_surely.value_or(0),
                                      waste.all_partners.connections, waste.own.connections * 2});
  for (const auto& point : waste.curve)
    if (point.connections <= far) curve.line.push_back({point.connections, point.per_connection});
  curve.today.push_back(
      {{waste.own.connections, waste.today}, name_of(canvas, "partner", waste.own.municipality), step + "today"});
  for (const auto& candidate : waste.candidates)
    if (candidate.area.partner && candidate.area.own_cost && candidate.area.connections > 0)
      curve.today.push_back({{candidate.area.connections, *candidate.area.own_cost / candidate.area.connections},
                             name_of(canvas, "partner", candidate.area.municipality),
                             step + "joiner." + candidate.area.municipality});
  if (waste.all_partners.connections > 0)
    curve.together = {
        {waste.all_partners.connections, waste.all_expected}, say(canvas, "cost.together"), step + "together"};
  curve.target = waste.target;
  curve.needed = waste.needed;
  curve.surely = waste.needed_surely;
  curve.x_name = say(canvas, "cost.connections");
  curve.y_name = say(canvas, "cost.per_connection");
  for (const auto& task : canvas.analysis.scale.tasks)
    if (task.task == waste.task) curve.note = evidence_of(canvas, task);
  return curve;
}

}  // namespace koepel::pictures
