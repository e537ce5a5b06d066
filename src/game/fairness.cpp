// SPDX-License-Identifier: EUPL-1.2
// In: a game and ways to divide. Out: who is worse off, who would leave, how far from the even-handed answers.
// Face: judge_allocations().
#include "game/fairness.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/ensure.h"

namespace koepel::game {

namespace {

double to_move(const std::vector<double>& from, const std::vector<double>& to) {
  double sum = 0;
  for (std::size_t i = 0; i < from.size(); ++i) sum += std::abs(from[i] - to[i]);
  return sum / 2;
}

/// Sentences about one game, with its players' names and decimals.
class Speaker {
 public:
  Speaker(const Game& game, const std::vector<std::string>& players)
      : players_(players), decimals_(decimals_of(game)) {}

  [[nodiscard]] Arg amount(std::string_view name, double value) const { return number(name, value, decimals_); }

  [[nodiscard]] std::vector<Message> about(const Fairness& f) const {
    std::vector<Message> says;
    if (f.undivided > 0) says.push_back({"game.fair.too_little", {amount("amount", f.undivided)}});
    if (f.undivided < 0) says.push_back({"game.fair.too_much", {amount("amount", -f.undivided)}});
    for (const auto& w : f.worse_off)
      says.push_back(
          {"game.fair.worse_off", {word("who", players_[static_cast<std::size_t>(w.player)]), amount("amount", w.by)}});
    if (f.worse_off.empty()) says.push_back({"game.fair.nobody_worse_off", {}});
    if (f.in_core) says.push_back({"game.fair.in_core", {}});
    if (f.leaving.coalition != 0 && f.leaving.excess > 0)
      says.push_back({"game.fair.would_leave",
                      {members("who", players_, f.leaving.coalition), amount("amount", f.leaving.excess),
                       number("n", std::popcount(f.leaving.coalition))}});
    if (f.to_nucleolus) says.push_back({"game.fair.to_nucleolus", {amount("amount", *f.to_nucleolus)}});
    says.push_back({"game.fair.to_shapley", {amount("amount", f.to_shapley)}});
    return says;
  }

 private:
  const std::vector<std::string>& players_;
  int decimals_;
};

Arg names_of(const std::vector<const Fairness*>& chosen) {
  Arg list;
  list.name = "which";
  list.kind = Arg::Kind::list;
  for (const auto* f : chosen) list.parts.push_back(word("", f->name));
  return list;
}

template <class Keep>
Message which(const std::vector<Fairness>& all, const char* some, const char* none, Keep keep) {
  std::vector<const Fairness*> chosen;
  for (const auto& f : all)
    if (keep(f)) chosen.push_back(&f);
  if (chosen.empty()) return {none, {}};
  return {some, {names_of(chosen), number("n", static_cast<double>(chosen.size()))}};
}

}  // namespace

int decimals_of(const Game& game) { return magnitude(game) >= 10 ? 2 : 4; }

Arg members(std::string_view argument, const std::vector<std::string>& players, Coalition coalition) {
  Arg list;
  list.name = argument;
  list.kind = Arg::Kind::list;
  for (; coalition != 0; coalition &= coalition - 1)
    list.parts.push_back(word("", players[static_cast<std::size_t>(std::countr_zero(coalition))]));
  return list;
}

FairnessReport judge_allocations(const Game& game, const std::vector<std::string>& players,
                                 const std::vector<Allocation>& allocations, const std::vector<double>& nucleolus,
                                 const std::vector<double>& shapley) {
  const Speaker speaker(game, players);
  const double small = rounding_of_proposals * magnitude(game);
  FairnessReport report;
  for (const auto& a : allocations) {
    ENSURE(static_cast<int>(a.shares.size()) == game.players);
    Fairness f{.name = a.name};
    const double undivided = game.value.back() - total(a.shares, game.everybody());
    if (std::abs(undivided) > small) f.undivided = undivided;
    for (int i = 0; i < game.players; ++i)
      if (const double by = excess(game, a.shares, Coalition{1} << i); by > small) f.worse_off.push_back({i, by});
    if (const auto worst = largest_excesses(game, a.shares, 1); !worst.empty()) f.leaving = worst.front();
    if (std::abs(f.leaving.excess) <= small) f.leaving.excess = 0;
    f.in_core = f.undivided == 0 && f.leaving.excess <= 0;
    if (!nucleolus.empty()) f.to_nucleolus = to_move(a.shares, nucleolus);
    f.to_shapley = to_move(a.shares, shapley);
    f.says = speaker.about(f);
    report.allocations.push_back(std::move(f));
  }
  if (allocations.empty()) return report;
  report.says.push_back(which(report.allocations, "game.fair.some_safe", "game.fair.none_safe",
                              [](const Fairness& f) { return f.worse_off.empty(); }));
  report.says.push_back(which(report.allocations, "game.fair.some_stable", "game.fair.none_stable",
                              [](const Fairness& f) { return f.in_core; }));
  return report;
}

Message say_core(const Game& game, const std::vector<std::string>& players, const LeastCore& core) {
  if (game.players == 1) return {"game.core.alone", {}};
  const int decimals = decimals_of(game);
  // Of the coalitions that decide, the one with the most members says most; ties by coalition.
  const auto shown = *std::max_element(core.deciding.begin(), core.deciding.end(), [](Coalition a, Coalition b) {
    return std::popcount(a) != std::popcount(b) ? std::popcount(a) < std::popcount(b) : a > b;
  });
  const auto who = members("who", players, shown);
  const auto n = number("n", std::popcount(shown));
  if (core.core_exists) return {"game.core.exists", {who, n, number("amount", std::max(0.0, -core.excess), decimals)}};
  return {"game.core.empty", {who, n, number("amount", core.excess, decimals)}};
}

}  // namespace koepel::game
