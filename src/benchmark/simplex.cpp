// SPDX-License-Identifier: EUPL-1.2
// A small linear program and a feasible basis in, an optimal basis out. The face is Simplex::minimise.
#include "benchmark/simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace koepel::benchmark {

namespace {

// Columns and right sides come in scaled to about 1, so that these are relative to the program.
constexpr double least_gain = 1e-10;
constexpr double least_pivot = 1e-9;
constexpr double hair = 1e-12;   // that a level may be off
constexpr double noise = 1e-12;  // of a sum, beside its largest terms
constexpr int refactor_after = 24;
constexpr int trusted_steps = 8;  // after more, the end is found again from a fresh inverse
constexpr int steps_before_bland = 60;

}  // namespace

Simplex::Simplex(const Columns& shared, int own_columns)
    : shared_(shared), rows_(shared.rows()), all_(shared.count() + own_columns) {
  const auto m = static_cast<std::size_t>(rows_), n = static_cast<std::size_t>(all_);
  own_.resize(m * static_cast<std::size_t>(own_columns));
  right_.resize(m), levels_.resize(m), prices_.resize(m), direction_.resize(m), work_.resize(2 * m * m);
  inverse_.resize(m * m);
  cost_.resize(n), barred_.resize(n);
  reduced_.resize(static_cast<std::size_t>(shared.stride() + own_columns)), along_.resize(reduced_.size());
}

void Simplex::clear_costs() { std::fill(cost_.begin(), cost_.end(), 0.0); }

void Simplex::allow_all() { std::fill(barred_.begin(), barred_.end(), char{0}); }

void Simplex::column_of(int column, std::vector<double>& out) const {
  for (int i = 0; i < rows_; ++i)
    out[static_cast<std::size_t>(i)] =
        column < shared_.count() ? shared_.row(i)[column] : own_[at(i, column - shared_.count())];
}

bool Simplex::start(const std::vector<int>& basis) {
  basis_ = basis;
  return refactor();
}

/// Inverts the basis by Gauss-Jordan with row pivoting and finds the levels anew.
bool Simplex::refactor() {
  const int m = rows_, wide = 2 * m;
  const auto cell = [&](int i, int j) -> double& { return work_[static_cast<std::size_t>(i * wide + j)]; };
  for (int j = 0; j < m; ++j) {
    column_of(basis_[static_cast<std::size_t>(j)], direction_);
    for (int i = 0; i < m; ++i) cell(i, j) = direction_[static_cast<std::size_t>(i)], cell(i, m + j) = i == j ? 1 : 0;
  }
  for (int k = 0; k < m; ++k) {
    int best = k;
    for (int i = k + 1; i < m; ++i)
      if (std::abs(cell(i, k)) > std::abs(cell(best, k))) best = i;
    if (std::abs(cell(best, k)) < 1e-14) return false;
    if (best != k)
      for (int j = k; j < wide; ++j) std::swap(cell(k, j), cell(best, j));
    const double scale = 1 / cell(k, k);
    for (int j = k; j < wide; ++j) cell(k, j) *= scale;
    for (int i = 0; i < m; ++i) {
      const double factor = cell(i, k);
      if (i == k || factor == 0) continue;
      for (int j = k; j < wide; ++j) cell(i, j) -= factor * cell(k, j);
    }
  }
  for (int i = 0; i < m; ++i) {
    double level = 0;
    for (int j = 0; j < m; ++j) {
      inverse_[static_cast<std::size_t>(i * m + j)] = cell(i, m + j);
      level += cell(i, m + j) * right_[static_cast<std::size_t>(j)];
    }
    levels_[static_cast<std::size_t>(i)] = std::max(level, floor_);
  }
  since_refactor_ = 0;
  return true;
}

void Simplex::find_prices() {
  std::fill(prices_.begin(), prices_.end(), 0.0);
  for (int i = 0; i < rows_; ++i) {
    const double c = cost_[static_cast<std::size_t>(basis_[static_cast<std::size_t>(i)])];
    if (c == 0) continue;
    for (int j = 0; j < rows_; ++j)
      prices_[static_cast<std::size_t>(j)] += c * inverse_[static_cast<std::size_t>(i * rows_ + j)];
  }
}

/// Takes from `out` (one per column, padded) the sum over rows of factor times the row.
void Simplex::subtract_rows(const double* factors, double* out) const {
  const int stride = shared_.stride();
  for (int i = 0; i < rows_; ++i) {
    const double factor = factors[i];
    if (factor == 0) continue;
    const double* const values = shared_.row(i);
    for (int j = 0; j < stride; j += 8)
      for (int k = 0; k < 8; ++k) out[j + k] -= factor * values[j + k];
  }
  for (int j = 0; j < all_ - shared_.count(); ++j)
    for (int i = 0; i < rows_; ++i) out[stride + j] -= factors[i] * own_[at(i, j)];
}

void Simplex::find_reduced_costs() {
  const auto shared = shared_.count();
  std::copy(cost_.begin(), cost_.begin() + shared, reduced_.begin());
  std::copy(cost_.begin() + shared, cost_.end(), reduced_.begin() + shared_.stride());
  subtract_rows(prices_.data(), reduced_.data());
}

/// How large the terms are that a reduced cost is the sum of: what is small beside them is rounding noise.
double Simplex::weight_of(int column) const {
  double weight = std::abs(cost_[static_cast<std::size_t>(column)]);
  for (int i = 0; i < rows_; ++i) {
    const double cell = column < shared_.count() ? shared_.row(i)[column] : own_[at(i, column - shared_.count())];
    weight += std::abs(prices_[static_cast<std::size_t>(i)] * cell);
  }
  return weight;
}

int Simplex::first_or_most_negative(bool bland) const {
  int found = -1;
  double best = -least_gain;
  for (int j = 0; j < all_; ++j) {
    if (reduced_[place_of(j)] >= best || barred_[static_cast<std::size_t>(j)] != 0) continue;
    best = reduced_[place_of(j)], found = j;
    if (bland) break;
  }
  return found;
}

int Simplex::entering(bool bland) {
  for (;;) {
    const int column = first_or_most_negative(bland);
    if (column < 0 || reduced_[place_of(column)] < -noise * weight_of(column)) return column;
    reduced_[place_of(column)] = 0;
  }
}

void Simplex::find_direction(int column) {
  column_of(column, work_);
  for (int i = 0; i < rows_; ++i) {
    double sum = 0;
    for (int j = 0; j < rows_; ++j)
      sum += inverse_[static_cast<std::size_t>(i * rows_ + j)] * work_[static_cast<std::size_t>(j)];
    direction_[static_cast<std::size_t>(i)] = sum;
  }
}

double Simplex::usable_pivot() const {
  double largest = 0;
  for (const double value : direction_) largest = std::max(largest, std::abs(value));
  return least_pivot + noise * largest;
}

/// Harris' rule: levels may fall below zero by a hair, and among the rows that this allows the largest pivot is taken.
int Simplex::leaving(bool bland) const {
  const double usable = usable_pivot();
  double step = std::numeric_limits<double>::infinity();
  int found = -1;
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (direction_[i] <= usable) continue;
    const double reach = (levels_[i] + (bland ? 0 : hair)) / direction_[i];
    if (reach < step) step = reach, found = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (direction_[i] <= usable || levels_[i] > step * direction_[i]) continue;
    const auto best = static_cast<std::size_t>(found);
    if (bland ? basis_[i] < basis_[best] : direction_[i] > direction_[best]) found = static_cast<int>(i);
  }
  return found;
}

/// The column of direction_ takes the place of the one in `row`.
void Simplex::pivot(int row, int column) {
  const auto r = static_cast<std::size_t>(row);
  const auto m = static_cast<std::size_t>(rows_);
  const double step = levels_[r] / direction_[r];
  for (std::size_t j = 0; j < m; ++j) inverse_[r * m + j] /= direction_[r];
  for (std::size_t i = 0; i < m; ++i) {
    if (i == r || direction_[i] == 0) continue;
    levels_[i] = std::max(levels_[i] - direction_[i] * step, floor_);
    for (std::size_t j = 0; j < m; ++j) inverse_[i * m + j] -= direction_[i] * inverse_[r * m + j];
  }
  levels_[r] = std::max(step, floor_);
  basis_[r] = column;
  ++since_refactor_;
}

Solved Simplex::minimise() {
  const int limit = 200 + 50 * all_;
  int without_gain = 0;
  for (int steps = 0; steps < limit; ++steps) {
    if (since_refactor_ >= (careful_ ? 1 : refactor_after) && !refactor()) return Solved::stalled;
    find_prices();
    find_reduced_costs();
    const bool bland = without_gain > (careful_ ? 0 : steps_before_bland);
    const int column = entering(bland);
    if (column < 0 && since_refactor_ <= trusted_steps) return Solved::optimal;
    if (column < 0) {
      since_refactor_ = refactor_after;
      continue;
    }
    find_direction(column);
    const int row = leaving(bland);
    if (row < 0) return Solved::unbounded;
    without_gain = levels_[static_cast<std::size_t>(row)] > hair ? 0 : without_gain + 1;
    pivot(row, column);
  }
  return Solved::stalled;
}

int Simplex::lowest_level() const {
  const auto lowest = std::min_element(levels_.begin(), levels_.end());
  return *lowest < -10 * hair ? static_cast<int>(lowest - levels_.begin()) : -1;
}

/// The column that can take the place of the one in `row` without making a reduced cost negative.
int Simplex::entering_for(int row) {
  std::fill(along_.begin(), along_.end(), 0.0);
  subtract_rows(inverse_.data() + static_cast<std::ptrdiff_t>(row) * rows_, along_.data());
  int found = -1;
  double best = 1,
         best_along = 0;  // smallest reduced / along, compared crosswise: a division per column would cost more
  for (int j = 0; j < all_; ++j) {
    const auto place = place_of(j);
    if (!(reduced_[place] * best_along < best * along_[place])) continue;
    if (along_[place] <= least_pivot || barred_[static_cast<std::size_t>(j)] != 0) continue;
    best = std::max(reduced_[place], 0.0), best_along = along_[place], found = j;
  }
  return found;
}

Solved Simplex::repair(const std::vector<int>& basis) {
  basis_ = basis;
  floor_ = -std::numeric_limits<double>::infinity();
  Solved solved = Solved::stalled;
  if (refactor())
    for (int steps = 0; steps < refactor_after; ++steps) {
      const int row = lowest_level();
      if (row < 0) {
        solved = Solved::optimal;
        break;
      }
      if (steps == 0) find_prices(), find_reduced_costs();
      const int column = entering_for(row);
      if (column < 0) break;
      const double step = std::max(reduced_[place_of(column)], 0.0) / along_[place_of(column)];
      for (std::size_t j = 0; j < reduced_.size(); ++j) reduced_[j] -= step * along_[j];
      find_direction(column);
      pivot(row, column);
    }
  floor_ = 0;
  for (auto& level : levels_) level = std::max(level, floor_);
  return solved;
}

const std::vector<double>& Simplex::prices() {
  find_prices();
  return prices_;
}

void Simplex::keep_to_optimal_points() {
  for (int j = 0; j < all_; ++j)
    if (reduced_[place_of(j)] > least_pivot * std::max(1.0, weight_of(j))) bar(j);
}

void Simplex::drive_out(int column) {
  const auto found = std::find(basis_.begin(), basis_.end(), column);
  if (found == basis_.end()) return;
  const auto row = static_cast<std::size_t>(found - basis_.begin());
  int best = -1;
  double size = least_pivot;
  for (int j = 0; j < all_; ++j) {
    if (barred_[static_cast<std::size_t>(j)] != 0 || std::find(basis_.begin(), basis_.end(), j) != basis_.end())
      continue;
    find_direction(j);
    if (std::abs(direction_[row]) > size) size = std::abs(direction_[row]), best = j;
  }
  if (best < 0) return;
  levels_[row] = 0;
  find_direction(best);
  pivot(static_cast<int>(row), best);
}

double Simplex::value() const {
  double sum = 0;
  for (std::size_t i = 0; i < basis_.size(); ++i) sum += cost_[static_cast<std::size_t>(basis_[i])] * levels_[i];
  return sum;
}

}  // namespace koepel::benchmark
