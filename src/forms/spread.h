// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/random.h"
#include "forms/voices.h"

// How differing answers spread over positions and forms. Both take the questions as independent: who differs on one
// question may be somebody else than who differs on the next. With few respondents that says more than drawing whole
// respondents, at the price of combinations that nobody gave.

namespace koepel::forms {

/// Exact distribution of the position: the shifts of all questions convolved, cut to [0, 100] at the end.
/// 10 % and 90 % are the smallest positions with at least that chance at or below them.
[[nodiscard]] Band position_band(const tree::Compiled& tree, const Voices& voices);

/// How often each form wins (by its place in the pack) over `draws` sets of answers, each question drawn from what was
/// said on it. The sum falls short of `draws` by the draws that left no form.
[[nodiscard]] std::vector<int> wins(const tree::Compiled& tree, const Voices& voices, int draws, Random& random);

/// Wins as shares of the draws, most often first; forms that never win are left out.
[[nodiscard]] std::vector<FormShare> shares(const tree::Compiled& tree, const std::vector<int>& wins, int draws);

}  // namespace koepel::forms
