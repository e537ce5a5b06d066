// SPDX-License-Identifier: EUPL-1.2
// What units put in and bring out in; scores, slacks, peers and scale out. The faces are frontier_scores and
// scale_scores.
#include "benchmark/frontier.h"

#include <algorithm>
#include <cmath>

#include "benchmark/frontier_program.h"

namespace koepel::benchmark {

namespace {

constexpr double close = 1e-6;

bool no_slack(const UnitScore& score, const std::vector<double>& inputs, const std::vector<double>& outputs) {
  for (std::size_t k = 0; k < inputs.size(); ++k)
    if (score.input_slacks[k] > close * inputs[k]) return false;
  for (std::size_t k = 0; k < outputs.size(); ++k)
    if (score.output_slacks[k] > close * std::max(outputs[k], close)) return false;
  return true;
}

UnitOutcome try_unit(FrontierProgram& program, int unit, const FrontierOptions& options, UnitScore& score) {
  const bool quick = options.scores_only && !options.leave_out_self;
  const auto outcome = quick ? program.solve_near(unit) : program.solve(unit, options.leave_out_self);
  if (outcome != UnitOutcome::solved) return outcome;
  score.score = program.score();
  if (!options.scores_only && !program.enlarge_slacks(options.slack_sum)) return UnitOutcome::not_solved;
  program.read_out(score);
  return outcome;
}

/// Once more with care when the arithmetic stalls: figures many powers of ten apart.
UnitOutcome solve_unit(FrontierProgram& program, int unit, const FrontierOptions& options, UnitScore& score) {
  const auto outcome = try_unit(program, unit, options, score);
  if (outcome != UnitOutcome::not_solved) return outcome;
  program.be_careful(true);
  const auto again = try_unit(program, unit, options, score);
  program.be_careful(false);
  return again;
}

}  // namespace

std::vector<UnitScore> frontier_scores(const UnitTable& table, const FrontierOptions& options,
                                       const Progress& progress) {
  const auto units = scaled_units(table, options.returns, 0);
  FrontierProgram program(units, units.columns, options.returns, options.orientation);
  std::vector<UnitScore> scores(table.inputs.size());
  bool stopped = false;
  for (std::size_t j = 0; j < scores.size(); ++j) {
    auto& score = scores[j];
    score.outcome = units.outcomes[j];
    stopped = stopped || progress.stopped();
    if (stopped) score.outcome = UnitOutcome::stopped;
    if (score.outcome != UnitOutcome::solved) continue;
    score.outcome = solve_unit(program, static_cast<int>(j), options, score);
    if (score.outcome != UnitOutcome::solved) continue;
    const bool on_edge =
        options.orientation == Orientation::input ? score.score >= 1 - close : score.score <= 1 + close;
    score.efficient = on_edge && (options.scores_only || no_slack(score, table.inputs[j], table.outputs[j]));
    progress.at(static_cast<double>(j + 1) / static_cast<double>(scores.size()));
  }
  return scores;
}

std::vector<ScaleScore> scale_scores(const UnitTable& table, const Progress& progress) {
  FrontierOptions options;
  options.scores_only = true;
  const auto with = [&](Returns returns) {
    options.returns = returns;
    return frontier_scores(table, options, progress);
  };
  const auto constant = with(Returns::constant), variable = with(Returns::variable),
             smaller = with(Returns::non_increasing);
  std::vector<ScaleScore> out(constant.size());
  for (std::size_t j = 0; j < out.size(); ++j) {
    for (const auto* scores : {&constant, &variable, &smaller})
      if (out[j].outcome == UnitOutcome::solved) out[j].outcome = (*scores)[j].outcome;
    if (out[j].outcome != UnitOutcome::solved) continue;
    out[j].constant = constant[j].score;
    out[j].variable = variable[j].score;
    out[j].scale = constant[j].score / variable[j].score;
    const bool equal = std::abs(smaller[j].score - variable[j].score) <= close * variable[j].score;
    out[j].kind = out[j].scale >= 1 - close ? ScaleKind::optimal : equal ? ScaleKind::too_large : ScaleKind::too_small;
  }
  return out;
}

}  // namespace koepel::benchmark
