// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/random.h"
#include "tree/compiled.h"

namespace koepel::tree {

/// How often each form (by its place in the pack) comes first when every shift and every preference of the chosen
/// answers is multiplied by its own random factor, uniform in [1 - doubt, 1 + doubt]. The weights of the tree are a
/// judgement: a ranking that turns when they are a little different is not firm. Knock-outs stay as they are.
/// The sum of the result is `draws` less the draws in which no form stands (all or none). Cost O(draws x answers).
[[nodiscard]] std::vector<int> wins_under_doubt(const Compiled& tree, const Choices& choices, int draws, double doubt,
                                                Random& random);

}  // namespace koepel::tree
