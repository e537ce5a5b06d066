// SPDX-License-Identifier: EUPL-1.2
// What units put in and bring out in; scores by the slack-based measure out. The face is slack_based_scores.
#include <algorithm>
#include <cmath>

#include "benchmark/frontier_program.h"

namespace koepel::benchmark {

namespace {

constexpr double nothing = 1e-9;

// After Charnes & Cooper (1962) the ratio is linear in t, t x weights and t x slacks. Row 0: t plus the mean share of
// output slack is 1. Own columns: t, then one slack per kind, then the slack of the sum.
class SlackProgram {
 public:
  SlackProgram(const ScaledUnits& units, Returns returns, SlackOrientation orientation)
      : units_(units), orientation_(orientation), simplex_(units.columns, 2 + units.kinds()) {
    const double slack = returns == Returns::non_increasing ? 1 : returns == Returns::non_decreasing ? -1 : 0;
    if (units.sum_row) simplex_.own(1 + units.kinds(), 1 + units.kinds()) = slack;
    simplex_.own(0, 0) = simplex_.right(0) = 1;
  }

  bool solve(int unit) {
    set_up(unit);
    bool solved = simplex_.start(first_basis(unit)) && simplex_.minimise() == Solved::optimal;
    if (solved) return true;
    simplex_.be_careful(true);
    solved = simplex_.start(first_basis(unit)) && simplex_.minimise() == Solved::optimal;
    simplex_.be_careful(false);
    return solved;
  }

  void read_out(int unit, UnitScore& out) const {
    double t = 1;
    for (std::size_t i = 0; i < simplex_.basis().size(); ++i)
      if (simplex_.basis()[i] == simplex_.first_own()) t = simplex_.level(static_cast<int>(i));
    const double grow = 1 / units_.shrink[static_cast<std::size_t>(unit)] / t;
    out.score = simplex_.value();
    out.efficient = out.score >= 1 - 1e-6;
    out.input_slacks.assign(static_cast<std::size_t>(units_.inputs), 0);
    out.output_slacks.assign(static_cast<std::size_t>(units_.outputs), 0);
    for (std::size_t i = 0; i < simplex_.basis().size(); ++i)
      if (simplex_.level(static_cast<int>(i)) > nothing)
        read_column(unit, simplex_.basis()[i], simplex_.level(static_cast<int>(i)) * grow, out);
    std::sort(out.peers.begin(), out.peers.end(), [](const Peer& a, const Peer& b) { return a.unit < b.unit; });
  }

 private:
  [[nodiscard]] double figure(int unit, int kind) const { return units_.columns.row(1 + kind)[unit]; }

  /// Slacks are counted in shares of the unit's own figure, 1 where it has none.
  [[nodiscard]] double slack_size(int unit, int kind) const { return figure(unit, kind) > 0 ? figure(unit, kind) : 1; }

  /// How many kinds from..to the unit has.
  [[nodiscard]] double has(int unit, int from, int to) const {
    double count = 0;
    for (int k = from; k < to; ++k) count += figure(unit, k) > 0 ? 1 : 0;
    return count;
  }

  void set_up(int unit) {
    simplex_.clear_costs();
    const double inputs = has(unit, 0, units_.inputs), outputs = has(unit, units_.inputs, units_.kinds());
    simplex_.cost(simplex_.first_own()) = 1;
    for (int k = 0; k < units_.kinds(); ++k) {
      const double value = figure(unit, k);
      simplex_.own(1 + k, 0) = -value;
      const bool input = k < units_.inputs;
      simplex_.own(1 + k, 1 + k) = input ? slack_size(unit, k) : -slack_size(unit, k);
      const bool left_out = value <= 0 || orientation_ == (input ? SlackOrientation::output : SlackOrientation::input);
      const double share = left_out ? 0 : 1 / (input ? inputs : outputs);
      if (input)
        simplex_.cost(simplex_.first_own() + 1 + k) = -share;
      else
        simplex_.own(0, 1 + k) = share;
    }
    const int last = 1 + units_.kinds();
    if (units_.sum_row) simplex_.own(last, 0) = -units_.columns.row(last)[unit];
  }

  /// The unit held against itself: t = 1, its own column, and slacks at zero.
  [[nodiscard]] std::vector<int> first_basis(int unit) const {
    int fixing = units_.sum_row ? -1 : 0;  // the input that fixes the unit's own weight where no sum does
    for (int k = 0; fixing >= 0 && k < units_.inputs; ++k)
      if (figure(unit, k) > figure(unit, fixing)) fixing = k;
    std::vector<int> basis = {unit, simplex_.first_own()};
    for (int k = 0; k < units_.kinds(); ++k)
      if (k != fixing) basis.push_back(simplex_.first_own() + 1 + k);
    return basis;
  }

  void read_column(int unit, int column, double level, UnitScore& out) const {
    const int kind = column - simplex_.first_own() - 1;
    if (column < simplex_.first_own())
      out.peers.push_back({column, level * units_.shrink[static_cast<std::size_t>(column)]});
    if (kind < 0 || kind >= units_.kinds()) return;
    const double slack = level * slack_size(unit, kind) * units_.row_mean[static_cast<std::size_t>(kind)];
    if (kind < units_.inputs)
      out.input_slacks[static_cast<std::size_t>(kind)] = slack;
    else
      out.output_slacks[static_cast<std::size_t>(kind - units_.inputs)] = slack;
  }

  const ScaledUnits& units_;
  SlackOrientation orientation_;
  Simplex simplex_;
};

}  // namespace

std::vector<UnitScore> slack_based_scores(const UnitTable& table, Returns returns, SlackOrientation orientation,
                                          const Progress& progress) {
  const auto units = scaled_units(table, returns, 1);
  SlackProgram program(units, returns, orientation);
  std::vector<UnitScore> scores(table.inputs.size());
  bool stopped = false;
  for (std::size_t j = 0; j < scores.size(); ++j) {
    auto& score = scores[j];
    score.outcome = units.outcomes[j];
    stopped = stopped || progress.stopped();
    if (stopped) score.outcome = UnitOutcome::stopped;
    if (score.outcome != UnitOutcome::solved) continue;
    if (program.solve(static_cast<int>(j)))
      program.read_out(static_cast<int>(j), score);
    else
      score.outcome = UnitOutcome::not_solved;
    progress.at(static_cast<double>(j + 1) / static_cast<double>(scores.size()));
  }
  return scores;
}

}  // namespace koepel::benchmark
