// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "game/fairness.h"

namespace koepel::exchange {

/// A cooperative game as somebody wrote it down.
struct GameFile {
  std::string title;
  std::vector<std::string> players;  ///< names; bit i of a coalition is players[i]
  game::Game game;
  std::vector<game::Coalition> blocks;        ///< a priori unions; empty: none given
  std::vector<game::Allocation> allocations;  ///< to be judged; may be empty
};

/// The games in a file (docs/methods/sharing-the-gain.md describes the forms), by the ending of its name:
/// .json  title, kind (cost, savings, bankruptcy, voting, airport), player_order, characteristic_function, blocks,
///        allocations; a bankruptcy file may hold several games
/// .csv   coalition;value, members joined by "+" or a number whose bits are the members; a header "cost" makes it costs
/// .bin   2^n whole numbers of 64 bits, little end first, for coalitions 0, 1, 2, ...
/// other  a number per line, 2^n lines for coalitions 0, 1, ... or 2^n - 1 lines from coalition 1 on
/// Fails with every problem at once: coalitions that are missing or come twice, unknown players, what is no number,
/// more than 25 players. `name` is told in problems.
[[nodiscard]] Result<std::vector<GameFile>> read_games(std::string bytes, const std::string& name);

/// Every code that read_games can give; each has CODE.expected and CODE.repair.
[[nodiscard]] const std::vector<std::string>& game_problem_codes();

}  // namespace koepel::exchange
