// SPDX-License-Identifier: EUPL-1.2
// A task field compared in; the steps that open its figures out. The face is add_field_steps.
#include <array>

#include "benchmark/efficiency_parts.h"

namespace koepel::benchmark {

namespace {

std::string flag_key(FigureFlag flag) {
  constexpr std::array<const char*, 7> names = {"fine", "not_filed", "no_size", "negative",
                                                "none", "elsewhere", "outlier"};
  return std::string("benchmark.efficiency.flag.") + names[static_cast<std::size_t>(flag)];
}

std::string kind_key(ScaleKind kind) {
  constexpr std::array<const char*, 4> names = {"optimal", "too_small", "too_large", "unknown"};
  return std::string("benchmark.efficiency.size.") + names[static_cast<std::size_t>(kind)];
}

std::string name_of(const std::string& id, const EfficiencyDesk& desk) {
  for (const auto& municipality : desk.municipalities)
    if (municipality.id == id && !municipality.name.empty()) return municipality.name;
  return id;
}

Arg list_arg(const char* name) {
  Arg list;
  list.name = name;
  list.kind = Arg::Kind::list;
  return list;
}

Arg outputs_arg(const FieldEfficiency& field) {
  Arg list = list_arg("outputs");
  for (const auto& output : field.outputs)
    list.parts.push_back(term("", "text", "benchmark.efficiency.output." + output));
  return list;
}

Arg excluded_arg(const FieldEfficiency& field, const EfficiencyDesk& desk) {
  Arg list = list_arg("excluded");
  for (const auto& excluded : field.excluded)
    list.parts.push_back(nested(
        "", {"benchmark.efficiency.excluded",
             {word("name", name_of(excluded.municipality, desk)), term("why", "text", flag_key(excluded.flag))}}));
  return list;
}

Step step_with(const std::string& id, const EfficiencyDesk& desk, const char* source) {
  Step step;
  step.id = id;
  step.inputs = {{desk.desk.accounts.source, "", 0, ""}, {desk.desk.reference.municipalities_source, "", 0, ""}};
  step.source = source;
  return step;
}

Step field_step(const FieldEfficiency& field, const EfficiencyDesk& desk) {
  auto step = step_with("efficiency." + field.task_field, desk, "design");
  step.what = {"benchmark.efficiency.step.field",
               {word("field", field.task_field), word("year", std::to_string(desk.desk.accounts.year))}};
  step.value = number("value", field.units);
  step.rule = field.excluded.empty()
                  ? Message{"benchmark.efficiency.rule.field_all", {outputs_arg(field)}}
                  : Message{"benchmark.efficiency.rule.field", {outputs_arg(field), excluded_arg(field, desk)}};
  step.parameters = {"benchmark.efficiency_usual_share", "benchmark.efficiency_large_amount",
                     "benchmark.efficiency_next_to_nothing", "benchmark.efficiency_robust_deviations",
                     "benchmark.efficiency_fewest_units"};
  if (!field.outputs_parameter.empty()) step.parameters.push_back(field.outputs_parameter);
  return step;
}

Arg peers_arg(const EfficiencyRow& row, const EfficiencyDesk& desk) {
  Arg list = list_arg("peers");
  for (const auto& peer : row.peers) list.parts.push_back(word("", name_of(peer.municipality, desk)));
  return list;
}

Message row_rule(const FieldEfficiency& field, const EfficiencyRow& row, const EfficiencyDesk& desk) {
  if (row.flag != FigureFlag::fine)
    return {"benchmark.efficiency.rule.left_out", {term("why", "text", flag_key(row.flag))}};
  if (!row.score) return field.missing.empty() ? Message{"benchmark.efficiency.stopped", {}} : field.missing;
  return {"benchmark.efficiency.rule.row",
          {percent("plain", *row.score), percent("low", row.low), percent("high", row.high),
           percent("scale", row.scale), term("size", "text", kind_key(row.kind)),
           row.from_expected ? percent("expected", *row.from_expected) : term("expected", "text", "common.unknown"),
           peers_arg(row, desk)}};
}

Step row_step(const FieldEfficiency& field, const EfficiencyRow& row, const EfficiencyDesk& desk) {
  auto step = step_with(row.trace, desk, "simar_wilson_1998");
  step.what = {"benchmark.efficiency.step.row",
               {term("partner", "partner", row.partner), word("field", field.task_field)}};
  step.value = row.score ? percent("value", row.corrected) : term("value", "text", "benchmark.efficiency.no_score");
  step.rule = row_rule(field, row, desk);
  step.from = {field.trace, "efficiency." + row.partner + ".comparables"};
  step.inputs.push_back(find_partner(desk.desk.study, row.partner)->origin);
  step.parameters = {"benchmark.efficiency_replications", "benchmark.efficiency_confidence"};
  return step;
}

Message scale_rule(const CostRegression& found) {
  std::vector<Arg> args = {number("n", found.rows), number("low", found.elasticity.low, 2),
                           number("high", found.elasticity.high, 2),
                           number("optimum", found.optimal_volume.value_or(0))};
  if (found.optimum_seen) return {"benchmark.efficiency.rule.scale_optimum", std::move(args)};
  if (found.elasticity.high < 1) return {"benchmark.efficiency.rule.scale_gain", std::move(args)};
  if (found.elasticity.low > 1) return {"benchmark.efficiency.rule.scale_loss", std::move(args)};
  return {"benchmark.efficiency.rule.scale_none", std::move(args)};
}

Step scale_step(const FieldEfficiency& field, const EfficiencyDesk& desk) {
  auto step = step_with(field.trace + ".scale", desk, "mackinnon_white_1985");
  step.what = {"benchmark.efficiency.step.scale", {word("field", field.task_field)}};
  const bool done = field.regression.outcome == RegressionOutcome::done;
  step.value = done ? number("value", field.regression.elasticity.value, 2)
                    : term("value", "text", "benchmark.efficiency.no_score");
  step.rule =
      done ? scale_rule(field.regression) : Message{"benchmark.efficiency.rule.no_scale", {number("n", field.units)}};
  step.from = {field.trace};
  step.parameters = {"benchmark.efficiency_confidence", "benchmark.efficiency_fewest_units"};
  return step;
}

/// The factors whose interval does not hold zero, each said with its direction.
Arg factors_arg(const SecondStage& found) {
  constexpr std::array<const char*, 3> names = {"size", "urbanity", "density"};
  Arg list = list_arg("value");
  for (std::size_t k = 0; k < found.factors.size(); ++k)
    if (found.factors[k] && found.factors[k]->significant())
      list.parts.push_back(term("", "text",
                                std::string("benchmark.efficiency.factor.") + names[k] +
                                    (found.factors[k]->value > 0 ? "_worse" : "_better")));
  return list;
}

Step factors_step(const FieldEfficiency& field, const EfficiencyDesk& desk) {
  auto step = step_with(field.trace + ".factors", desk, "simar_wilson_2007");
  step.what = {"benchmark.efficiency.step.factors", {word("field", field.task_field)}};
  const bool done = field.factors.outcome == SecondStageOutcome::done;
  step.value = factors_arg(field.factors);
  if (step.value.parts.empty())
    step.value = done ? term("value", "text", "benchmark.efficiency.no_factor")
                      : term("value", "text", "benchmark.efficiency.no_score");
  step.rule = {done ? "benchmark.efficiency.rule.factors" : "benchmark.efficiency.rule.no_factors",
               {number("n", field.factors.units)}};
  step.from = {field.trace};
  step.parameters = {"benchmark.efficiency_factor_draws", "benchmark.efficiency_confidence"};
  return step;
}

}  // namespace

void add_field_steps(FieldEfficiency& field, const EfficiencyDesk& desk, Trace& trace) {
  trace.push_back(field_step(field, desk));
  field.trace = trace.back().id;
  for (auto& row : field.rows) {
    row.trace = field.trace + "." + row.partner;
    trace.push_back(row_step(field, row, desk));
  }
  trace.push_back(scale_step(field, desk));
  trace.push_back(factors_step(field, desk));
}

}  // namespace koepel::benchmark
