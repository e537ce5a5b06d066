// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "settlement/key.h"

namespace koepel::settlement {

/// What a key does by itself when populations change and nobody decides anything. The joint cost stays what it is and
/// caps do not count: only the shares move.
struct KeyDrift {
  std::vector<std::vector<double>> shares;  ///< [year 0..years][partner]
  std::vector<std::vector<Money>> pays;     ///< [year 0..years][partner], each row adds up to the joint cost
  double moved = 0;          ///< part of the cost that others pay in the last year than in year 0, in [0, 1]
  std::string most_shifted;  ///< partner whose share moved most; empty when none moved
  double largest_shift = 0;  ///< change of that share; above zero: it pays more
  bool frozen = false;       ///< no driver of this key can move: what it shares by is fixed in the past
  Message missing;           ///< of whom the growth is not known; then the rest is empty
};

/// Follows a key for `years` years. Drivers given for two years grow at their own pace; inhabitants, dwellings and
/// volume follow `population_growth` (per year, one per partner); own cost, area, FTE and other drivers stay what they
/// are. `drivers` are those of `mix`, known for every partner.
[[nodiscard]] KeyDrift drift_of(const Study& study, std::span<const KeyDriver> mix, std::span<const Driver> drivers,
                                Money joint_cost, std::span<const std::optional<double>> population_growth, int years);

}  // namespace koepel::settlement
