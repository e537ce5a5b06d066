// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "priorities/weights.h"

namespace koepel::priorities {

/// How alternatives rank when the weights are uncertain.
struct Acceptability {
  int alternatives = 0;
  std::vector<double> mean_rank;  ///< per alternative, 1 = best
  std::vector<double> share;      ///< [alternative * alternatives + rank - 1]; rows and columns add up to 1

  [[nodiscard]] std::span<const double> of(int alternative) const {
    const auto n = static_cast<std::size_t>(alternatives);
    return {share.data() + static_cast<std::size_t>(alternative) * n, n};
  }
};

/// Rank acceptability: the share of the draws in which an alternative takes each rank, when its value is the weighted
/// sum of its scores. `scores` is [alternative * criteria + criterion], higher is better, any common scale.
/// Alternatives of equal value share their ranks evenly. Expected cost O(draws * alternatives * criteria): 20
/// alternatives, 12 criteria and 100,000 draws take some 40 ms. Deterministic. Source: Lahdelma & Salminen (2001),
/// SMAA-2; docs/methods/rank-acceptability.md.
[[nodiscard]] Acceptability smaa(std::span<const double> scores, const WeightDraws& weights);

}  // namespace koepel::priorities
