// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "base/random.h"

namespace koepel::survey {

using Point = std::array<double, 2>;

/// Answers of people to items, any scale; people x items, row by row. Unknown values are 0 with `known` 0.
struct Opinions {
  std::size_t people = 0;
  std::size_t items = 0;
  std::vector<double> value;
  std::vector<unsigned char> known;
};

/// Everybody's place on the plane in which the answers differ most: the first two principal components of the answers,
/// centred per item, a missing answer set to the item's mean and a person with few answers moved outward in proportion
/// (as Polis does: factor sqrt(items / answered)). Only `who` counts and is placed, in that order. Orthogonal iteration
/// from a fixed start; deterministic.
[[nodiscard]] std::vector<Point> opinion_plane(const Opinions& opinions, std::span<const std::size_t> who);

/// k-means with k-means++ starts; the best of a few seeded starts. Returns the group of each point, largest group 0.
[[nodiscard]] std::vector<int> k_means(std::span<const Point> points, int k, Random& random);

/// Mean silhouette over the points of at least two groups, [-1, 1]. O(points^2): beyond 1,000 points, every n-th is
/// measured against every n-th. Source: Rousseeuw (1987), J. Comput. Appl. Math. 20, 53-65.
[[nodiscard]] double silhouette(std::span<const Point> points, std::span<const int> groups);

/// Adjusted Rand index of two divisions of the same things: 1 = the same, 0 = as by chance. Source: Hubert & Arabie
/// (1985), J. Classif. 2, 193-218.
[[nodiscard]] double adjusted_rand(std::span<const int> a, std::span<const int> b);

/// What may be called a group.
struct GroupRules {
  std::size_t smallest = 4;    ///< people in the smallest group
  std::size_t resamples = 20;  ///< of 80 % of the people each; and as many shuffles to compare with chance
  double stability = 0.6;      ///< mean adjusted Rand index between the groups of all and those of a resample
};

struct Grouping {
  std::vector<int> groups;  ///< per person; empty: no division passed the rules
  double silhouette = 0;
  double stability = 0;  ///< of the division found, or of the best one that failed
};

/// Divides into 2 to 5 groups by k-means on the opinion plane: of the divisions that are stable, have no group that is
/// too small and lie further apart than any division of shuffled answers, the one with the largest silhouette. Method
/// after Polis: Small et al. (2021), Recerca 26(2).
[[nodiscard]] Grouping group_likeminded(const Opinions& opinions, const GroupRules& rules, std::uint64_t seed);

}  // namespace koepel::survey
