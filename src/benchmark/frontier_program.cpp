// SPDX-License-Identifier: EUPL-1.2
// A unit and the columns of all in, its score, slacks and peers out. The face is FrontierProgram::solve.
#include "benchmark/frontier_program.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/ensure.h"

namespace koepel::benchmark {

namespace {

constexpr double nothing = 1e-9;

double figure(const UnitTable& table, std::size_t unit, std::size_t kind) {
  const auto inputs = table.inputs[unit].size();
  return kind < inputs ? table.inputs[unit][kind] : table.outputs[unit][kind - inputs];
}

/// Means over the units that take part; 1 where all are zero.
std::vector<double> means(const UnitTable& table, const std::vector<UnitOutcome>& outcomes, int kinds) {
  std::vector<double> mean(static_cast<std::size_t>(kinds));
  double n = 0;
  for (const auto outcome : outcomes) n += outcome == UnitOutcome::solved ? 1 : 0;
  for (std::size_t k = 0; k < mean.size(); ++k) {
    for (std::size_t j = 0; j < outcomes.size(); ++j)
      if (outcomes[j] == UnitOutcome::solved) mean[k] += figure(table, j, k) / n;
    if (mean[k] <= 0) mean[k] = 1;
  }
  return mean;
}

void fill_column(ScaledUnits& units, const UnitTable& table, std::size_t j) {
  const auto column = static_cast<std::ptrdiff_t>(j);
  double largest = units.sum_row ? 1 : 0;
  for (std::size_t k = 0; k < units.row_mean.size(); ++k)
    largest = std::max(largest, figure(table, j, k) / units.row_mean[k]);
  units.shrink[j] = 1 / largest;
  for (std::size_t k = 0; k < units.row_mean.size(); ++k)
    units.columns.row(units.first_row + static_cast<int>(k))[column] =
        figure(table, j, k) / units.row_mean[k] / largest;
  if (units.sum_row) units.columns.row(units.first_row + units.kinds())[column] = 1 / largest;
}

}  // namespace

UnitOutcome fit_for_frontier(const std::vector<double>& inputs, const std::vector<double>& outputs) {
  double in = 0, out = 0;
  for (const auto* list : {&inputs, &outputs})
    for (const double value : *list) {
      if (!std::isfinite(value)) return UnitOutcome::not_a_number;
      if (value < 0) return UnitOutcome::negative;
      (list == &inputs ? in : out) += value;
    }
  if (in <= 0) return UnitOutcome::no_input;
  return out <= 0 ? UnitOutcome::no_output : UnitOutcome::solved;
}

ScaledUnits scaled_units(const UnitTable& table, Returns returns, int rows_before) {
  const auto n = table.inputs.size();
  ENSURE(table.outputs.size() == n);
  const auto inputs = n == 0 ? 0 : table.inputs[0].size(), outputs = n == 0 ? 0 : table.outputs[0].size();
  const bool sum_row = returns != Returns::constant;
  const int kinds = static_cast<int>(inputs + outputs), rows = rows_before + kinds + (sum_row ? 1 : 0);
  ScaledUnits units{
      static_cast<int>(inputs),    static_cast<int>(outputs),         rows_before, sum_row, {}, std::vector<double>(n),
      std::vector<UnitOutcome>(n), Columns(rows, static_cast<int>(n))};
  for (std::size_t j = 0; j < n; ++j) {
    ENSURE(table.inputs[j].size() == inputs && table.outputs[j].size() == outputs);
    units.outcomes[j] = fit_for_frontier(table.inputs[j], table.outputs[j]);
  }
  units.row_mean = means(table, units.outcomes, kinds);
  for (std::size_t j = 0; j < n; ++j)
    if (units.outcomes[j] == UnitOutcome::solved) fill_column(units, table, j);
  return units;
}

// Own columns: the score, then one slack per kind, then the slack of the sum (non-increasing, non-decreasing only).
FrontierProgram::FrontierProgram(const ScaledUnits& units, const Columns& columns, Returns returns,
                                 Orientation orientation)
    : units_(units),
      columns_(columns),
      returns_(returns),
      orientation_(orientation),
      simplex_(columns, 2 + units.kinds()) {
  const double slack = returns == Returns::non_increasing ? 1 : returns == Returns::non_decreasing ? -1 : 0;
  if (units.sum_row) simplex_.own(row_of(units.kinds()), 1 + units.kinds()) = slack;
}

double FrontierProgram::slack_size(int kind) const {
  const double value = units_.columns.row(row_of(kind))[unit_];
  return value > 0 ? value : 1;
}

void FrontierProgram::set_up(int unit) {
  unit_ = unit;
  const bool of_inputs = orientation_ == Orientation::input;
  for (int k = 0; k < units_.kinds(); ++k) {
    const bool scored = (k < units_.inputs) == of_inputs;
    const double value = units_.columns.row(row_of(k))[unit];
    simplex_.own(row_of(k), 0) = scored ? -value : 0;
    simplex_.own(row_of(k), 1 + k) = k < units_.inputs ? slack_size(k) : -slack_size(k);
    simplex_.right(row_of(k)) = scored ? 0 : value;
  }
  const int last = row_of(units_.kinds());
  if (units_.sum_row) simplex_.right(last) = units_.columns.row(last)[unit];
  simplex_.clear_costs();
  simplex_.allow_all();
}

/// The unit held against itself: its own column and the score, and all slacks but those of one input and (where no sum
/// fixes the weight) one output that it has.
std::vector<int> FrontierProgram::first_basis(int unit) const {
  const auto largest = [&](int from, int to) {
    int best = from;
    for (int k = from; k < to; ++k)
      if (units_.columns.row(row_of(k))[unit] > units_.columns.row(row_of(best))[unit]) best = k;
    return best;
  };
  const bool of_inputs = orientation_ == Orientation::input;
  const int input = of_inputs || !units_.sum_row ? largest(0, units_.inputs) : -1;
  const int output = !of_inputs || !units_.sum_row ? largest(units_.inputs, units_.kinds()) : -1;
  std::vector<int> basis = {unit, simplex_.first_own()};
  for (int k = 0; k < units_.kinds(); ++k)
    if (k != input && k != output) basis.push_back(simplex_.first_own() + 1 + k);
  return basis;
}

UnitOutcome FrontierProgram::solve(int unit, bool leave_out_self) {
  set_up(unit);
  if (!simplex_.start(first_basis(unit))) return UnitOutcome::not_solved;
  if (leave_out_self) {
    simplex_.cost(unit) = 1;
    if (simplex_.minimise() != Solved::optimal) return UnitOutcome::not_solved;
    if (simplex_.value() > nothing) return UnitOutcome::infeasible;
    simplex_.cost(unit) = 0;
    simplex_.bar(unit);
    simplex_.drive_out(unit);
  }
  simplex_.cost(simplex_.first_own()) = orientation_ == Orientation::input ? 1 : -1;
  return simplex_.minimise() == Solved::optimal ? UnitOutcome::solved : UnitOutcome::not_solved;
}

void FrontierProgram::forget_faces() {
  faces_.clear();
  bases_.clear();
}

void FrontierProgram::keep_face() {
  const auto& prices = simplex_.prices();
  faces_.insert(faces_.end(), prices.begin(), prices.end());
  bases_.push_back(simplex_.basis());
}

/// A face's prices bound the score of every unit from below (its dual value); the face with the best bound. -1: none.
int FrontierProgram::nearest_face() {
  const int rows = columns_.rows();
  const double sign = orientation_ == Orientation::input ? 1 : -1;
  double best = -std::numeric_limits<double>::infinity();
  int found = -1;
  for (std::size_t f = 0; f < bases_.size(); ++f) {
    const double* const prices = faces_.data() + f * static_cast<std::size_t>(rows);
    double worth = 0, per_score = 0, largest = 0;
    for (int i = 0; i < rows; ++i) {
      worth += prices[i] * simplex_.right(i), per_score += prices[i] * simplex_.own(i, 0);
      largest = std::max(largest, std::abs(prices[i]));
    }
    if (per_score * sign <= 1e-12 * largest) continue;  // a face that does not price what is scored
    const double bound = sign * worth / per_score;
    if (bound > best) best = bound, found = static_cast<int>(f);
  }
  return found;
}

UnitOutcome FrontierProgram::solve_near(int unit) {
  set_up(unit);
  simplex_.cost(simplex_.first_own()) = orientation_ == Orientation::input ? 1 : -1;
  const int face = nearest_face();
  if (face >= 0 && simplex_.repair(bases_[static_cast<std::size_t>(face)]) == Solved::optimal) {
    if (simplex_.basis() == bases_[static_cast<std::size_t>(face)]) return UnitOutcome::solved;
    if (simplex_.minimise() == Solved::optimal) {  // a look at all units: nearly always there already
      keep_face();
      return UnitOutcome::solved;
    }
  }
  const auto outcome = solve(unit, false);
  if (outcome == UnitOutcome::solved) keep_face();
  return outcome;
}

double FrontierProgram::score() const {
  for (std::size_t i = 0; i < simplex_.basis().size(); ++i)
    if (simplex_.basis()[i] == simplex_.first_own()) return simplex_.level(static_cast<int>(i));
  return 0;
}

bool FrontierProgram::enlarge_slacks(SlackSum sum) {
  simplex_.keep_to_optimal_points();
  simplex_.clear_costs();
  const auto worth = [&](int k) {
    return slack_size(k) * (sum == SlackSum::own_units ? units_.row_mean[static_cast<std::size_t>(k)] : 1);
  };
  double largest = 0;
  for (int k = 0; k < units_.kinds(); ++k) largest = std::max(largest, worth(k));
  for (int k = 0; k < units_.kinds(); ++k) simplex_.cost(simplex_.first_own() + 1 + k) = -worth(k) / largest;
  return simplex_.minimise() == Solved::optimal;
}

void FrontierProgram::read_out(UnitScore& out) const {
  const double grow = 1 / units_.shrink[static_cast<std::size_t>(unit_)];
  out.input_slacks.assign(static_cast<std::size_t>(units_.inputs), 0);
  out.output_slacks.assign(static_cast<std::size_t>(units_.outputs), 0);
  for (std::size_t i = 0; i < simplex_.basis().size(); ++i) {
    const int column = simplex_.basis()[i], kind = column - simplex_.first_own() - 1;
    const double level = simplex_.level(static_cast<int>(i));
    if (level <= nothing) continue;
    if (column < simplex_.first_own())
      out.peers.push_back({column, level * units_.shrink[static_cast<std::size_t>(column)] * grow});
    if (kind < 0 || kind >= units_.kinds()) continue;
    auto& slacks = kind < units_.inputs ? out.input_slacks : out.output_slacks;
    const int place = kind < units_.inputs ? kind : kind - units_.inputs;
    slacks[static_cast<std::size_t>(place)] =
        level * slack_size(kind) * grow * units_.row_mean[static_cast<std::size_t>(kind)];
  }
  std::sort(out.peers.begin(), out.peers.end(), [](const Peer& a, const Peer& b) { return a.unit < b.unit; });
}

}  // namespace koepel::benchmark
