// SPDX-License-Identifier: EUPL-1.2
// koepel game: who gets what of a joint gain or cost, and which group would rather leave.
#include <iomanip>
#include <iostream>

#include "apps/commands.h"
#include "apps/game_outcome.h"
#include "apps/watch.h"
#include "exchange/files.h"

namespace koepel::apps {

namespace {

GameOutcome solve(const exchange::GameFile& file, const GameOrder& order, const std::string& label) {
  Watch watch(label, order.time_limit, 3);
  const auto& game = file.game;
  GameOutcome out;
  out.shapley = game::shapley(game);
  out.banzhaf = game::banzhaf(game);
  out.normalised_banzhaf = game::normalised_banzhaf(game);
  if (!file.blocks.empty()) out.owen = game::owen(game, file.blocks);
  out.least_core = game::least_core(game, watch.part(0));
  out.nucleolus = game::nucleolus(game, game::Measure::total, watch.part(1));
  out.per_capita = game::nucleolus(game, game::Measure::per_capita, watch.part(2));
  out.by_head = order.per_capita;
  const auto& shown = order.per_capita ? out.per_capita : out.nucleolus;
  const auto measure = order.per_capita ? game::Measure::per_capita : game::Measure::total;
  if (shown.complete) out.excesses = game::largest_excesses(game, shown.shares, 10, measure);
  const auto known = out.nucleolus.complete ? out.nucleolus.shares : std::vector<double>{};
  out.fairness = game::judge_allocations(game, file.players, file.allocations, known, out.shapley);
  return out;
}

}  // namespace

int solve_game(const Options& options, const GameOrder& order) {
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const Phrasebook phrases(*pack);
  auto files = exchange::read_games(exchange::read_file(order.file), order.file.filename().string());
  if (!files) return tell_problems(files.error(), phrases, options);
  auto all = exchange::Json::array();
  for (const auto& file : *files) {
    const auto outcome = solve(file, order, phrases.text("app.game.working", options.language));
    if (options.json)
      all.push_back(json_of(file, outcome, phrases, options.language));
    else
      print_game(file, outcome, phrases, options.language);
  }
  if (options.json) print_json({{"games", all}});
  return Exit::ok;
}

}  // namespace koepel::apps
