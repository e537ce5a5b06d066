// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

namespace koepel::survey {

/// Van der Eijk's agreement A of a distribution over ordered categories: 1 = all in one category, 0 = all categories
/// equally full, -1 = two halves at the ends. `counts` has at least three categories; at least one answer.
///
/// The distribution is peeled into layers in which every category is empty or equally full; A is the mean of the
/// layers' agreement, weighted by their size. Exact on integer counts, so scaling all counts changes nothing. O(K^4)
/// for K categories. Source: van der Eijk (2001), Quality and Quantity 35(3), 325-341.
[[nodiscard]] double agreement(std::span<const int> counts);

/// Tastle & Wierman's consensus of a distribution over equally spaced categories: 1 = all in one category, 0 = two
/// halves at the ends. Cns = 1 + sum p_i log2(1 - |x_i - mean| / width). Source: Tastle & Wierman (2007), Int. J.
/// Approx. Reasoning 45(3), 531-545.
[[nodiscard]] double consensus(std::span<const int> counts);

}  // namespace koepel::survey
