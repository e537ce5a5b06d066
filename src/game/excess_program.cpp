// SPDX-License-Identifier: EUPL-1.2
// In: lines of the program. Out: the division with the least largest excess and the lines that decide it.
// Face: ExcessProgram. The basis is factorised anew at each step: it is small, and rounding does not build up.
#include "game/excess_program.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "base/ensure.h"
#include "game/exact_span.h"

namespace koepel::game {

namespace {

constexpr double smallest_pivot = 1e-9;  // entries of the basis are small integers, its inverse has no tiny entries
constexpr int patience = 30;             // steps without progress before Bland's rule, which cannot cycle
constexpr int most_steps = 100'000;

int weight_of(const Line& line) { return line.kind == Line::Kind::excess ? line.weight : 0; }

Eigen::VectorXd column(const Line& line, int players) {
  Eigen::VectorXd column(players + 1);
  for (int i = 0; i < players; ++i) column[i] = static_cast<double>(line.coalition >> i & 1);
  column[players] = weight_of(line);
  return column;
}

/// A fixed order of all lines, for Bland's rule.
bool before(const Line& a, const Line& b) {
  return a.coalition != b.coalition ? a.coalition < b.coalition : a.kind < b.kind;
}

}  // namespace

ExcessProgram::ExcessProgram(int players, std::vector<Line> basis, double tolerance)
    : players_(players), basis_(std::move(basis)), tolerance_(tolerance) {
  ENSURE(static_cast<int>(basis_.size()) == players + 1);
  refresh();
}

void ExcessProgram::refresh() {
  Eigen::MatrixXd matrix(players_ + 1, players_ + 1);
  Eigen::VectorXd values(players_ + 1);
  for (int j = 0; j <= players_; ++j) {
    matrix.col(j) = column(basis_[static_cast<std::size_t>(j)], players_);
    values[j] = basis_[static_cast<std::size_t>(j)].value;
  }
  inverse_ = matrix.partialPivLu().inverse();
  multipliers_ = inverse_.col(players_);
  Eigen::VectorXd prices = inverse_.transpose() * values;
  prices += inverse_.transpose() * (values - matrix.transpose() * prices);  // one step of refinement
  division_.assign(prices.data(), prices.data() + players_);
  excess_ = prices[players_];
}

double ExcessProgram::violation(const Line& line) const {
  return line.value - total(division_, line.coalition) - weight_of(line) * excess_;
}

int ExcessProgram::entering(const std::vector<Line>& pool, bool cautious) const {
  int best = -1;
  double most = tolerance_;
  for (std::size_t i = 0; i < pool.size(); ++i) {
    const double by = violation(pool[i]);
    if (by <= (cautious ? tolerance_ : most)) continue;
    if (cautious && best >= 0 && !before(pool[i], pool[static_cast<std::size_t>(best)])) continue;
    best = static_cast<int>(i);
    most = by;
  }
  return best;
}

int ExcessProgram::leaving(const Line& line, bool cautious, double& step) const {
  const Eigen::VectorXd direction = inverse_ * column(line, players_);
  int best = -1;
  for (int j = 0; j <= players_; ++j) {
    const auto& candidate = basis_[static_cast<std::size_t>(j)];
    if (candidate.kind == Line::Kind::fixed || direction[j] <= smallest_pivot) continue;
    const double ratio = std::max(0.0, multipliers_[j]) / direction[j];
    const bool tie = best >= 0 && std::abs(ratio - step) <= 1e-12;
    const bool better = best < 0 || (!tie && ratio < step) ||
                        (tie && (cautious ? before(candidate, basis_[static_cast<std::size_t>(best)])
                                          : direction[j] > direction[best]));
    if (!better) continue;
    best = j;
    step = ratio;
  }
  return best;
}

ExcessProgram::Outcome ExcessProgram::solve(const std::vector<Line>& pool) {
  int idle = 0;
  for (int steps = 0; steps < most_steps; ++steps) {
    const bool cautious = idle > patience;
    const int in = entering(pool, cautious);
    if (in < 0) return Outcome::optimal;
    const auto& line = pool[static_cast<std::size_t>(in)];
    double step = 0;
    const int out = leaving(line, cautious, step);
    if (out < 0) return Outcome::stuck;
    idle = step > 1e-12 ? 0 : idle + 1;
    basis_[static_cast<std::size_t>(out)] = line;
    refresh();
  }
  return Outcome::stuck;
}

std::vector<Line> ExcessProgram::binding() const {
  std::vector<std::vector<int>> columns;
  for (const auto& line : basis_) {
    std::vector<int> entries;
    for (int i = 0; i < players_; ++i) entries.push_back(static_cast<int>(line.coalition >> i & 1));
    entries.push_back(weight_of(line));
    columns.push_back(std::move(entries));
  }
  std::vector<int> right(basis_.size());
  right.back() = 1;
  const auto zero = exact_zeros(std::move(columns), right);
  std::vector<Line> lines;
  for (std::size_t j = 0; j < basis_.size(); ++j)
    if (!zero[j] && basis_[j].kind != Line::Kind::fixed) lines.push_back(basis_[j]);
  return lines;
}

}  // namespace koepel::game
