// SPDX-License-Identifier: EUPL-1.2
// An analysis in, every picture that has something to show out, in the order of a document.
#include "pictures/picture.h"

#include <algorithm>
#include <tuple>

#include "pictures/chart.h"

namespace koepel::pictures {

namespace {

constexpr std::size_t tasks_drawn = 3;  ///< with a cost curve, keys and a cash flow of their own

/// The field in which the leader is surest: an interval apart first, then most partners compared, then the largest
/// distance. Few scores with a huge distance mostly mean that others book elsewhere.
const benchmark::FieldEfficiency* clearest_lead(const Canvas& canvas) {
  const double least = parameter(canvas.pack, "pictures.least_score");
  const auto odd = [&](const auto& row) { return row.score && row.corrected < least; };
  const benchmark::FieldEfficiency* best = nullptr;
  for (const auto& field : canvas.analysis.efficiency.fields) {
    if (!field.missing.empty() || field.lead.leader.empty()) continue;
    const auto rank = [&](const auto& f) {
      const auto scored = std::count_if(f.rows.begin(), f.rows.end(), [](auto& row) { return row.score; });
      return std::tuple{std::none_of(f.rows.begin(), f.rows.end(), odd), f.lead.clear, scored, f.lead.ahead};
    };
    if (!best || rank(field) > rank(*best)) best = &field;
  }
  return best;
}

void add_saving(const Canvas& canvas, std::vector<Picture>& drawn) {
  drawn.push_back(saving_partners(canvas));
  drawn.push_back(cash_flow(canvas, "all"));
  const auto tasks = tasks_that_save_most(canvas, tasks_drawn);
  const auto& collections = canvas.analysis.scale.collections;
  for (const auto* task : tasks) drawn.push_back(cost_curve(canvas, task->task));
  for (const auto& waste : collections)
    if (std::none_of(tasks.begin(), tasks.end(), [&](auto* t) { return t->task == waste.task; }))
      drawn.push_back(cost_curve(canvas, waste.task));
  if (tasks.size() > 1)
    for (const auto* task : tasks) drawn.push_back(cash_flow(canvas, task->task));
}

void add_sharing(const Canvas& canvas, std::vector<Picture>& drawn) {
  const auto tasks = tasks_that_save_most(canvas, tasks_drawn);
  for (const auto& subject : canvas.analysis.gains.subjects) {
    const bool package = !find_task(canvas.pack, subject.subject);
    if (package || std::any_of(tasks.begin(), tasks.end(), [&](auto* t) { return t->task == subject.subject; }))
      drawn.push_back(key_comparison(canvas, subject.subject));
  }
  drawn.push_back(team_map(canvas));
}

}  // namespace

std::vector<Picture> all_pictures(const Canvas& canvas) {
  std::vector<Picture> drawn{continuum(canvas),          opportunity_map(canvas), rank_acceptability(canvas),
                             motive_heat_map(canvas),    factor_heat_map(canvas), partner_map(canvas),
                             partnership_network(canvas)};
  for (const auto& matrix : canvas.analysis.partner_set.matrices)
    if (matrix.overall) drawn.push_back(pair_matrix(canvas, matrix.criterion));
  for (const auto& subject : canvas.analysis.forms.subjects) drawn.push_back(decision_path(canvas, subject.subject));
  if (const auto* field = clearest_lead(canvas)) drawn.push_back(efficiency_scores(canvas, field->task_field));
  add_saving(canvas, drawn);
  add_sharing(canvas, drawn);
  drawn.push_back(third_party_matrix(canvas));
  for (const auto& project : canvas.analysis.projects.projects) drawn.push_back(project_bars(canvas, project.project));
  std::erase_if(drawn, [](const Picture& picture) { return picture.rows.empty(); });
  return drawn;
}

}  // namespace koepel::pictures
