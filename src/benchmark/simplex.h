// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace koepel::benchmark {

/// Columns that many small programs share, row by row, each row padded with zeros to a multiple of eight so that
/// pricing goes eight at a time. A padded column is all zero and never enters.
class Columns {
 public:
  Columns(int rows, int count)
      : rows_(rows), count_(count), stride_((count + 7) / 8 * 8), values_(static_cast<std::size_t>(rows) * stride_) {}

  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] int count() const { return count_; }
  [[nodiscard]] int stride() const { return stride_; }
  [[nodiscard]] double* row(int i) { return values_.data() + static_cast<std::ptrdiff_t>(i) * stride_; }
  [[nodiscard]] const double* row(int i) const { return values_.data() + static_cast<std::ptrdiff_t>(i) * stride_; }

 private:
  int rows_, count_, stride_;
  std::vector<double> values_;
};

enum class Solved { optimal, unbounded, stalled };

/// Revised simplex for programs with few rows and many columns: minimise cost . z with A z = right, z >= 0, where
/// A = [shared columns | own columns]. Columns are numbered shared first. The caller gives a basis that is feasible, so
/// there is no first phase here. Largest reduced cost enters, ties to the lower number; after a run of degenerate steps
/// Bland's rule takes over, so that it cannot cycle. One object serves many programs in turn; a step costs
/// rows x columns multiply-adds. Source: Dantzig & Orchard-Hays (1954); Bland (1977).
class Simplex {
 public:
  Simplex(const Columns& shared, int own_columns);

  [[nodiscard]] double& own(int row, int column) { return own_[at(row, column)]; }
  [[nodiscard]] double& right(int row) { return right_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] double& cost(int column) { return cost_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] int first_own() const { return shared_.count(); }
  void clear_costs();
  void bar(int column) { barred_[static_cast<std::size_t>(column)] = 1; }
  void allow_all();
  /// A fresh inverse at every step and Bland's rule from the start: slower, for the rare program that stalls.
  void be_careful(bool careful) { careful_ = careful; }

  /// False when these columns do not form a basis.
  [[nodiscard]] bool start(const std::vector<int>& basis);
  [[nodiscard]] Solved minimise();
  /// For a basis whose reduced costs are not negative but whose levels may be: the dual simplex. `stalled` when it does
  /// not get there; then start anew with minimise.
  [[nodiscard]] Solved repair(const std::vector<int>& basis);
  /// What one more of each row's right side would cost, at the basis reached.
  [[nodiscard]] const std::vector<double>& prices();
  /// After minimise: bars every column whose entering would cost something, so that a second minimise with other costs
  /// stays among the optimal points of the first.
  void keep_to_optimal_points();
  /// Takes a column that stands at zero out of the basis, unless no other can take its place.
  void drive_out(int column);

  [[nodiscard]] double value() const;
  [[nodiscard]] const std::vector<int>& basis() const { return basis_; }
  [[nodiscard]] double level(int row) const { return levels_[static_cast<std::size_t>(row)]; }  ///< of basis()[row]

 private:
  [[nodiscard]] std::size_t at(int row, int column) const {
    return static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row);
  }
  [[nodiscard]] std::size_t place_of(int column) const {
    return static_cast<std::size_t>(column < shared_.count() ? column : column - shared_.count() + shared_.stride());
  }
  void column_of(int column, std::vector<double>& out) const;
  [[nodiscard]] bool refactor();
  void find_prices();
  void subtract_rows(const double* factors, double* out) const;
  void find_reduced_costs();
  [[nodiscard]] double weight_of(int column) const;
  [[nodiscard]] int entering(bool bland);
  [[nodiscard]] int first_or_most_negative(bool bland) const;
  void find_direction(int column);
  [[nodiscard]] int leaving(bool bland) const;
  [[nodiscard]] double usable_pivot() const;
  [[nodiscard]] int lowest_level() const;
  [[nodiscard]] int entering_for(int row);
  void pivot(int row, int column);

  const Columns& shared_;
  int rows_, all_;
  std::vector<double> own_, right_, cost_, inverse_, levels_, prices_, reduced_, direction_, work_;
  std::vector<char> barred_;
  std::vector<int> basis_;
  std::vector<double> along_;
  double floor_ = 0;  ///< levels below are rounding noise; far down while the dual simplex is at work
  int since_refactor_ = 0;
  bool careful_ = false;
};

}  // namespace koepel::benchmark
