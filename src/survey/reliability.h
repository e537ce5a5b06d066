// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

namespace koepel::survey {

/// How strongly two values differ: not at all or fully (nominal), by how many answers lie between them (ordinal), or by
/// their distance (interval).
enum class Metric { nominal, ordinal, interval };

/// Krippendorff's alpha: 1 = all who judged a unit gave it the same value, 0 = no better than chance, below 0 =
/// systematic disagreement. `units[u][v]` = how many coders gave value v (equally spaced, ascending) to unit u; fewer
/// than two in a unit do not count. None when nothing can be paired or all paired values are the same (then there is no
/// variation to agree about). O(units x values^2). Source: Krippendorff (2011), Computing Krippendorff's
/// alpha-reliability.
[[nodiscard]] std::optional<double> krippendorff_alpha(const std::vector<std::vector<int>>& units, Metric metric);

/// Cronbach's alpha: how far the items of one construct measure the same thing. `sheets[i]` = one person's answers to
/// all items. None with fewer than two items or people, or when the totals do not vary. May be negative. Source:
/// Cronbach (1951).
[[nodiscard]] std::optional<double> cronbach_alpha(const std::vector<std::vector<double>>& sheets);

}  // namespace koepel::survey
