// SPDX-License-Identifier: EUPL-1.2
// The outcome of a game in; JSON out.
#include <bit>

#include "apps/game_outcome.h"

namespace koepel::apps {

namespace {

using exchange::Json;

/// Writes one game with its players' names.
class Writer {
 public:
  Writer(const exchange::GameFile& file, const Phrasebook& phrases, Language language)
      : file_(file), phrases_(phrases), language_(language) {}

  [[nodiscard]] Json coalition(game::Coalition s) const {
    Json names = Json::array();
    for (; s != 0; s &= s - 1) names.push_back(file_.players[static_cast<std::size_t>(std::countr_zero(s))]);
    return names;
  }

  [[nodiscard]] static Json nucleolus(const game::Nucleolus& n) {
    if (!n.complete) return {{"complete", false}, {"stuck", n.stuck}, {"levels", n.levels}};
    return {
        {"complete", true}, {"shares", n.shares}, {"levels", n.levels}, {"nobody_below_alone", n.nobody_below_alone}};
  }

  [[nodiscard]] Json least_core(const game::LeastCore& core) const {
    if (!core.complete) return {{"complete", false}};
    return {{"complete", true},
            {"epsilon", core.excess},
            {"core_exists", core.core_exists},
            {"shares", core.shares},
            {"deciding", exchange::list_of(core.deciding, [&](auto s) { return coalition(s); })},
            {"says", phrases_.say(game::say_core(file_.game, file_.players, core), language_)}};
  }

  [[nodiscard]] Json complaint(const game::Complaint& c) const {
    return {{"coalition", coalition(c.coalition)}, {"excess", c.excess}};
  }

  [[nodiscard]] Json says(const std::vector<Message>& messages) const {
    return exchange::list_of(messages, [&](const Message& m) { return Json(phrases_.say(m, language_)); });
  }

  [[nodiscard]] Json fairness(const game::Fairness& f) const {
    return {
        {"name", f.name},
        {"undivided", f.undivided},
        {"worse_off",
         exchange::list_of(f.worse_off,
                           [&](const game::WorseOff& w) {
                             return Json{{"player", file_.players[static_cast<std::size_t>(w.player)]}, {"by", w.by}};
                           })},
        {"in_core", f.in_core},
        {"leaving", complaint(f.leaving)},
        {"to_nucleolus", exchange::json_of(f.to_nucleolus)},
        {"to_shapley", f.to_shapley},
        {"says", says(f.says)}};
  }

 private:
  const exchange::GameFile& file_;
  const Phrasebook& phrases_;
  Language language_;
};

}  // namespace

exchange::Json json_of(const exchange::GameFile& file, const GameOutcome& outcome, const Phrasebook& phrases,
                       Language language) {
  const Writer write(file, phrases, language);
  const auto& shown = outcome.by_head ? outcome.per_capita : outcome.nucleolus;
  Json json{{"title", file.title},
            {"kind", file.game.kind == game::Kind::cost ? "cost" : "savings"},
            {"players", file.players},
            {"value_of_all", file.game.value.back()},
            {"shapley", outcome.shapley},
            {"banzhaf", outcome.banzhaf},
            {"banzhaf_normalised", outcome.normalised_banzhaf}};
  if (!outcome.owen.empty()) json["owen"] = outcome.owen;
  json["nucleolus"] = Writer::nucleolus(outcome.nucleolus);
  json["per_capita_nucleolus"] = Writer::nucleolus(outcome.per_capita);
  json["least_core"] = write.least_core(outcome.least_core);
  if (shown.complete)
    json[outcome.by_head ? "largest_excesses_per_head" : "largest_excesses"] =
        exchange::list_of(outcome.excesses, [&](const auto& c) { return write.complaint(c); });
  json["allocations"] =
      exchange::list_of(outcome.fairness.allocations, [&](const auto& f) { return write.fairness(f); });
  json["says"] = write.says(outcome.fairness.says);
  return json;
}

}  // namespace koepel::apps
