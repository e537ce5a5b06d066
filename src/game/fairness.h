// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "game/nucleolus.h"

namespace koepel::game {

/// A way to divide, by name: a cost key, a proposal. In the game's kind: amounts received, or charges.
struct Allocation {
  std::string name;
  std::vector<double> shares;
};

/// Amounts smaller than this share of the largest value do not count when a proposal is judged: it was rounded.
inline constexpr double rounding_of_proposals = 1e-6;

struct WorseOff {
  int player = 0;
  double by = 0;  ///< what it would be better off alone
};

/// What can be said of one allocation.
struct Fairness {
  std::string name;
  double undivided = 0;             ///< value of all together minus the sum of shares; 0 when only rounding
  std::vector<WorseOff> worse_off;  ///< than alone
  bool in_core = false;             ///< all is divided and no coalition gains by leaving
  Complaint leaving;                ///< the coalition that gains most (or loses least) by leaving; none with 1 player
  std::optional<double> to_nucleolus;  ///< what must move between players: half the sum of absolute differences
  double to_shapley = 0;
  std::vector<Message> says;  ///< in plain sentences
};

struct FairnessReport {
  std::vector<Fairness> allocations;
  std::vector<Message> says;  ///< which allocations leave nobody worse off, which keep every coalition in
};

/// Judges allocations (each with a share for every player) beside the nucleolus (empty: not known) and the
/// Shapley value.
/// Cost: a pass over the table per allocation.
[[nodiscard]] FairnessReport judge_allocations(const Game& game, const std::vector<std::string>& players,
                                               const std::vector<Allocation>& allocations,
                                               const std::vector<double>& nucleolus,
                                               const std::vector<double>& shapley);

/// Decimals with which amounts of this game are said: 2, or 4 when no value reaches 10.
[[nodiscard]] int decimals_of(const Game& game);

/// The members by name: "a, b en c".
[[nodiscard]] Arg members(std::string_view argument, const std::vector<std::string>& players, Coalition coalition);

/// Whether the core exists and who decides that, in a sentence.
[[nodiscard]] Message say_core(const Game& game, const std::vector<std::string>& players, const LeastCore& core);

}  // namespace koepel::game
