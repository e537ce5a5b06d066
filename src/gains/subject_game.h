// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "game/game.h"
#include "scale/scale.h"

namespace koepel::gains {

/// What every group of these partners saves together on a subject, in euro per year once reached, at likely values.
struct SubjectGame {
  std::vector<std::string> partners;  ///< bit i of a coalition is partners[i]
  std::vector<double> alone;          ///< own cost of today, per partner
  std::vector<Origin> origins;        ///< where that cost stands; of several tasks the first
  game::Game game;
};

/// The partners of which at least one of the tasks knows the cost, in the study's order.
[[nodiscard]] std::vector<std::string> partners_with_cost(const Study& study,
                                                          const std::vector<const scale::TaskScale*>& tasks);

/// Adds up the savings tables of the tasks. Fails above game::most_players partners. O(tasks x 2^n).
[[nodiscard]] Result<SubjectGame> game_of(const std::vector<const scale::TaskScale*>& tasks,
                                          std::vector<std::string> partners);

}  // namespace koepel::gains
