// SPDX-License-Identifier: EUPL-1.2
// The study's own figures in; per task the partners side by side by cost per unit out. The face is compare_tasks.
#include <algorithm>
#include <cmath>

#include "benchmark/efficiency_parts.h"

namespace koepel::benchmark {

namespace {

constexpr std::size_t fewest_partners = 3;

/// The newest row of each partner for a task, in the order of the partners.
std::vector<const Figures*> newest_figures(const Study& study, const std::string& task) {
  std::vector<const Figures*> out;
  for (const auto& partner : study.partners) {
    const Figures* newest = nullptr;
    for (const auto& figures : study.figures)
      if (figures.partner == partner.id && figures.task == task &&
          (newest == nullptr || figures.year.value_or(0) > newest->year.value_or(0)))
        newest = &figures;
    if (newest != nullptr) out.push_back(newest);
  }
  return out;
}

double euro(const Figures& figures) {
  return static_cast<double>((*figures.fixed_cost + *figures.variable_cost).cents) / 100;
}

/// Why a row cannot be compared; empty when it can.
Message hindrance(const Figures& figures) {
  if (!figures.fixed_cost || !figures.variable_cost) return {"benchmark.efficiency.no_cost", {}};
  if (!figures.volume || *figures.volume <= 0) return {"benchmark.efficiency.no_volume", {}};
  if (euro(figures) <= 0) return {"benchmark.efficiency.no_cost", {}};
  return {};
}

/// The unit that most partners use; ties to the one that comes first.
std::string common_unit(const std::vector<const Figures*>& rows) {
  std::string best;
  std::ptrdiff_t most = 0;
  for (const auto* row : rows) {
    const auto count = std::count_if(rows.begin(), rows.end(), [&](const Figures* other) {
      return other->unit == row->unit && hindrance(*other).empty();
    });
    if (hindrance(*row).empty() && count > most) best = row->unit, most = count;
  }
  return best;
}

Step row_step(const TaskEfficiency& task, const TaskEfficiencyRow& row, const Figures& figures) {
  Step step;
  step.id = row.trace;
  step.what = {"benchmark.efficiency.step.task",
               {term("partner", "partner", row.partner), term("task", "task", task.task)}};
  step.value =
      row.missing.empty() ? percent("value", row.score) : term("value", "text", "benchmark.efficiency.no_score");
  step.rule = row.missing;
  if (row.missing.empty())
    step.rule = {
        "benchmark.efficiency.rule.task",
        {money("cost", std::llround(row.unit_cost * 100)), word("unit", task.unit), percent("variable", row.variable)}};
  step.inputs = {figures.origin};
  step.parameters = {"benchmark.efficiency_margin"};
  step.source = "design";
  return step;
}

void fill_scores(const std::vector<const Figures*>& taking_part, const std::vector<TaskEfficiencyRow*>& rows) {
  UnitTable table;
  for (const auto* figures : taking_part) {
    table.inputs.push_back({euro(*figures)});
    table.outputs.push_back({*figures->volume});
  }
  FrontierOptions options;
  options.returns = Returns::constant;
  const auto constant = frontier_scores(table, options);
  options.returns = Returns::variable;
  const auto variable = frontier_scores(table, options);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i]->unit_cost = euro(*taking_part[i]) / *taking_part[i]->volume;
    rows[i]->score = constant[i].score;
    rows[i]->variable = variable[i].score;
    for (const auto& peer : constant[i].peers)
      rows[i]->peers.push_back({rows[static_cast<std::size_t>(peer.unit)]->partner, peer.weight, true, false});
  }
}

std::optional<TaskEfficiency> compare_task(const std::string& id, const Study& study, const MethodPack& pack,
                                           Trace& trace) {
  const auto all = newest_figures(study, id);
  TaskEfficiency task{id, common_unit(all), {}, {}};
  std::vector<const Figures*> taking_part;
  for (const auto* figures : all) {
    TaskEfficiencyRow row{
        figures->partner, hindrance(*figures), 0, 0, 0, {}, "efficiency." + id + "." + figures->partner};
    if (row.missing.empty() && figures->unit != task.unit)
      row.missing = {"benchmark.efficiency.other_unit", {word("unit", figures->unit), word("common", task.unit)}};
    if (row.missing.empty()) taking_part.push_back(figures);
    task.rows.push_back(std::move(row));
  }
  if (taking_part.size() < fewest_partners) return std::nullopt;
  std::vector<TaskEfficiencyRow*> rows;
  for (auto& row : task.rows)
    if (row.missing.empty()) rows.push_back(&row);
  fill_scores(taking_part, rows);
  std::vector<Contender> contenders;
  for (const auto* row : rows) contenders.push_back({row->partner, row->score, row->score, row->score});
  task.lead = lead_of(contenders, parameter(pack, "benchmark.efficiency_margin"), term("subject", "task", id));
  task.lead.clear = false;  // a handful of partners proves nothing
  for (std::size_t i = 0; i < task.rows.size(); ++i) trace.push_back(row_step(task, task.rows[i], *all[i]));
  return task;
}

}  // namespace

std::vector<TaskEfficiency> compare_tasks(const Study& study, const MethodPack& pack, Trace& trace) {
  std::vector<TaskEfficiency> out;
  for (const auto& entry : study.gross_list)
    if (entry.on_list)
      if (auto task = compare_task(entry.task, study, pack, trace)) out.push_back(std::move(*task));
  return out;
}

}  // namespace koepel::benchmark
