// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>

#include "lp/solve.h"

namespace koepel::lp {

/// A linear programme that grows by columns (column generation) and rows (cuts): every solve starts where the former
/// ended. Integrality is ignored.
class GrowingModel {
 public:
  /// `model` must be well formed (a bug otherwise).
  explicit GrowingModel(const Model& model);
  ~GrowingModel();
  GrowingModel(GrowingModel&&) noexcept;
  GrowingModel& operator=(GrowingModel&&) noexcept;

  /// Adds a column with its terms per row; gives its index.
  int add(const Column& column, std::span<const Term> rows);
  /// Adds a condition on the columns there are; gives its index.
  int add(const Row& row);
  [[nodiscard]] int columns() const;
  /// As lp::solve, warm.
  [[nodiscard]] Result<Solution> solve(const Limits& limits = {}, const Progress& progress = {});

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace koepel::lp
