// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "apps/session.h"
#include "exchange/game_file.h"
#include "exchange/json_values.h"
#include "game/fairness.h"
#include "game/values.h"

namespace koepel::apps {

/// All that `koepel game` computes of one game.
struct GameOutcome {
  std::vector<double> shapley;
  std::vector<double> banzhaf;
  std::vector<double> normalised_banzhaf;  ///< empty when it does not exist
  std::vector<double> owen;                ///< empty without blocks
  game::LeastCore least_core;
  game::Nucleolus nucleolus;
  game::Nucleolus per_capita;
  bool by_head = false;                   ///< the excesses are those of the per-capita nucleolus
  std::vector<game::Complaint> excesses;  ///< the largest, in amounts or per head
  game::FairnessReport fairness;
};

/// Tables and sentences on standard output.
void print_game(const exchange::GameFile& file, const GameOutcome& outcome, const Phrasebook& phrases,
                Language language);

/// The same with all digits.
[[nodiscard]] exchange::Json json_of(const exchange::GameFile& file, const GameOutcome& outcome,
                                     const Phrasebook& phrases, Language language);

}  // namespace koepel::apps
