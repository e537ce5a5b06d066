// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/random.h"
#include "survey/survey.h"

namespace koepel::survey {

/// How many people gave each of the distinct values (ascending). Two groups are compared over the same values.
using Counts = std::vector<int>;

/// Cliff's delta: the chance that somebody of `a` scores higher than somebody of `b`, minus the chance of the reverse.
/// In [-1, 1]; both groups have at least one person. O(values) instead of O(people^2). Source: Cliff (1993),
/// Psychological Bulletin 114(3), 494-509.
[[nodiscard]] double cliffs_delta(std::span<const int> a, std::span<const int> b);

/// A group drawn again from itself, with replacement, `draws` times: row d holds the counts of draw d.
struct Resamples {
  std::size_t values = 0;
  std::vector<int> counts;
  [[nodiscard]] std::size_t draws() const { return values == 0 ? 0 : counts.size() / values; }
  [[nodiscard]] std::span<const int> draw(std::size_t d) const { return std::span(counts).subspan(d * values, values); }
};

/// `group` holds at least one person.
[[nodiscard]] Resamples resample(const Counts& group, std::size_t draws, Random random);

/// Cliff's delta of two groups with its 95 % percentile interval over their resamples (as many for each), taken outward
/// to a drawn value, so that swapping the groups mirrors the interval exactly.
[[nodiscard]] Difference compare(const Counts& a, const Resamples& drawn_a, const Counts& b, const Resamples& drawn_b);

}  // namespace koepel::survey
