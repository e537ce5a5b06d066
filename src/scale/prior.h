// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/pack.h"

// What research says of cost and scale, for a kind of task (cluster): cost per inhabitant AC at N thousand inhabitants,
// as multiple of the lowest, AC*. log: 1 + a ln^2(N / n_star) below n_star, and above it when the cluster rises_above,
// else 1. power: (N / n_star)^(elasticity - 1). flat and none: 1. docs/methods/scale.md.

namespace koepel::scale {

/// A cost ratio AC(N) / AC* and whether N lay outside what research saw.
struct CostRatio {
  double value = 1;
  double at = 0;         ///< the N (thousands) that it was computed with, inside the valid range
  bool clamped = false;  ///< N was outside the valid range: the border was used, nothing is extrapolated
};

/// The number of the curve: a of log, elasticity of power. Meaningless for flat and none.
[[nodiscard]] double slope(const ScaleCluster& cluster);

/// AC(N) / AC* with slope `slope`. `thousands` > 0. O(1).
[[nodiscard]] CostRatio cost_ratio(const ScaleCluster& cluster, double thousands, double slope);
[[nodiscard]] CostRatio cost_ratio(const ScaleCluster& cluster, double thousands);

/// Cost per inhabitant of together as multiple of alone: AC(together) / AC(alone). 0.9: 10 % less per inhabitant.
[[nodiscard]] CostRatio change_of_scale(const ScaleCluster& cluster, double alone, double together, double slope);

/// Smallest N (thousands) in the valid range at which AC is within `margin` of the lowest in that range.
[[nodiscard]] double efficient_scale(const ScaleCluster& cluster, double margin);

/// The cluster a task belongs to; nullptr when it stands in none (check-pack forbids it).
[[nodiscard]] const ScaleCluster* cluster_of(const MethodPack& pack, const std::string& task);

/// A cluster and the variants of it: other readings of the same research, shown side by side.
[[nodiscard]] std::vector<const ScaleCluster*> readings_of(const MethodPack& pack, const ScaleCluster& cluster);

/// Part of the time that nobody is there: p^people, for people who are absent independently of each other. Half people
/// do not replace anybody: the whole positions in `fte` count, at least one person. `p` in [0, 1], fte > 0.
[[nodiscard]] double outage(double p, double fte);

}  // namespace koepel::scale
