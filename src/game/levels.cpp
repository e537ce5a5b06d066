// SPDX-License-Identifier: EUPL-1.2
// In: a game. Out: level by level the least largest excess and who decides it. Face: Levels.
#include "game/levels.h"

#include <Eigen/LU>

#include "base/ensure.h"

namespace koepel::game {

namespace {

constexpr int most_rounds =
    10'000;  // some tens are needed; without end only if rounding were larger than the tolerance

Coalition only(int player) { return Coalition{1} << player; }

}  // namespace

Levels::Levels(Setup setup) : setup_(std::move(setup)), settled_(setup_.players) {
  const Coalition all = (Coalition{1} << setup_.players) - 1;
  settled_.add(all);
  fixed_.push_back({Line::Kind::fixed, all, 0, setup_.value(all)});
  for (int i = 0; i < setup_.players; ++i) {
    pool_.push_back(line_of(only(i)));
    if (only(i) != all) pool_.push_back(line_of(all ^ only(i)));
    if (setup_.nobody_below_alone) pool_.push_back(alone(i));
  }
  division_.assign(static_cast<std::size_t>(setup_.players), setup_.value(all) / setup_.players);
}

Line Levels::line_of(Coalition coalition) const {
  return {Line::Kind::excess, coalition, weight_of(setup_.measure, coalition), setup_.value(coalition)};
}

Line Levels::alone(int player) const { return {Line::Kind::alone, only(player), 0, setup_.value(only(player))}; }

/// The settled lines, a coalition that is not settled with its opposite (multipliers 1 / sum of weights), and single
/// players to complete the span (multipliers zero).
std::vector<Line> Levels::first_basis() const {
  auto basis = fixed_;
  auto span = settled_;
  const Coalition all = fixed_.front().coalition;
  for (int i = 0; i < setup_.players; ++i) {
    if (!span.add(only(i))) continue;
    if (basis.size() == fixed_.size()) basis.push_back(line_of(all ^ only(i)));
    basis.push_back(line_of(only(i)));
  }
  return basis;
}

Levels::Outcome Levels::next(const Progress& progress) {
  ENSURE(!finished());
  std::erase_if(pool_, [&](const Line& line) { return settled_.contains(line.coalition); });
  ExcessProgram program(setup_.players, first_basis(), setup_.tolerance / 2);
  for (int round = 0;; ++round) {
    if (round == most_rounds) return Outcome::stuck;
    if (progress.stopped()) return Outcome::stopped;
    if (program.solve(pool_) != ExcessProgram::Outcome::optimal) return Outcome::stuck;
    const auto found = setup_.search({program.division(), program.largest_excess(), settled_});
    ++searches_;
    division_ = program.division();
    if (found.empty()) break;
    for (const auto coalition : found) pool_.push_back(line_of(coalition));
  }
  settle(program);
  progress.at(static_cast<double>(settled_.rank()) / setup_.players);
  return Outcome::settled;
}

void Levels::settle(const ExcessProgram& program) {
  const double excess = program.largest_excess();
  excesses_.push_back(excess);
  deciding_ = program.binding();
  ENSURE(!deciding_.empty());
  for (const auto& line : deciding_) {
    if (!settled_.add(line.coalition)) continue;
    const double less = line.kind == Line::Kind::excess ? line.weight * excess : 0;
    fixed_.push_back({Line::Kind::fixed, line.coalition, 0, line.value - less});
  }
  if (finished()) finish();
}

/// All is settled: the division follows from the settled lines alone.
void Levels::finish() {
  const int n = setup_.players;
  Eigen::MatrixXd rows(n, n);
  Eigen::VectorXd values(n);
  for (int r = 0; r < n; ++r) {
    const auto& line = fixed_[static_cast<std::size_t>(r)];
    for (int i = 0; i < n; ++i) rows(r, i) = static_cast<double>(line.coalition >> i & 1);
    values[r] = line.value;
  }
  const Eigen::PartialPivLU<Eigen::MatrixXd> factors(rows);
  Eigen::VectorXd x = factors.solve(values);
  x += factors.solve(values - rows * x);
  division_.assign(x.data(), x.data() + n);
}

}  // namespace koepel::game
