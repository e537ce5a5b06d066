// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::scale {

/// A quantity as it holds for one task and partner: the study's estimate, else the pack's own range.
struct Range {
  double low = 0, value = 0, high = 0;
  bool drawn = true;
  bool given = false;  ///< by the study, not the pack
  Origin origin;       ///< row of the estimate when given

  bool operator==(const Range&) const = default;
};

/// The most specific estimate of a quantity: of task and partner, then of the task, then of the partner, then of all;
/// of equals the last row. An estimate out of order, below zero, zero where the engine
/// divides by it, or above one for a share is left out (see estimate_faults).
[[nodiscard]] Range range_of(const Study& study, const MethodPack& pack, const std::string& quantity,
                             const std::string& task, const std::string& partner = {});

/// The estimates that range_of leaves out, with the reason: quantity unknown, or a range that cannot be.
[[nodiscard]] std::vector<Message> estimate_faults(const Study& study, const MethodPack& pack);

/// One draw from a triangle over low, value and high (inverse of its distribution); `value` itself when not drawn.
[[nodiscard]] double draw(const Range& range, Random& random);

/// What many draws gave.
struct Spread {
  Band band;               ///< 10 %, mean, 90 %
  double worst = 0;        ///< lowest draw
  double loss_chance = 0;  ///< share of the draws below zero
};
/// `values` not empty; their order is lost. O(n).
[[nodiscard]] Spread spread_of(std::vector<double>& values);

}  // namespace koepel::scale
