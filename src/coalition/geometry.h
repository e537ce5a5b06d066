// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coalition/division.h"

namespace koepel::coalition {

/// Every task its own teams (variable geometry), beside one division for all tasks together.
struct Geometry {
  std::vector<Division> per_task;       ///< the best division for each task alone
  Division together;                    ///< the best single division: of the sums of the tasks' values
  std::int64_t value_per_task = 0;      ///< sum over `per_task`
  std::int64_t price_of_one_house = 0;  ///< what one division for all tasks costs: value_per_task - together.value
  bool complete = false;  ///< every division was proven best; otherwise the two sums do not tell and stay 0
};

/// `tables`: one table per task, each as best_division wants it and all equally long. A team that is impossible for one
/// task is impossible together. `known`: divisions that best_division already gave for the same table and rules, in the
/// order of the tables; a task beyond them or without one is divided here. Problems: "coalition.tables", and those of
/// best_division.
[[nodiscard]] Result<Geometry> compare_geometry(std::span<const std::vector<std::int64_t>> tables,
                                                const Rules& rules = {}, const Progress& progress = {},
                                                std::span<const std::optional<Division>> known = {});

}  // namespace koepel::coalition
