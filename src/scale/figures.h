// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "model/reference.h"
#include "model/study.h"
#include "scale/model.h"

namespace koepel::scale {

/// The model of one task, or why there is none, and everything that was left out on the way.
struct Built {
  std::optional<CostModel> model;
  Message basis;                 ///< which model and on what; or why none
  std::vector<Message> missing;  ///< what was lacking, differed or could not be, one by one
};

/// Activity model when at least two partners gave fixed cost, variable cost and volume in one unit; else the prior of
/// the task's cluster when at least two partners' own cost is known (figures, or accounts of a task field that holds
/// this task alone). Rows with a negative figure, or cost without volume, are left out and named, as are partners
/// with another unit than most.
[[nodiscard]] Built build_model(const Study& study, const MethodPack& pack, const Reference& reference,
                                const std::string& task);

/// Inhabitants of a partner, from the study or else the reference table; 0 when unknown.
[[nodiscard]] double inhabitants_of(const Partner& partner, const Reference& reference);

}  // namespace koepel::scale
