// SPDX-License-Identifier: EUPL-1.2
// The outcome of a game in; tables and sentences out.
#include <algorithm>
#include <iostream>

#include "apps/game_outcome.h"
#include "apps/terminal.h"

namespace koepel::apps {

namespace {

std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ') + text;
}

std::string left(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

class Printer {
 public:
  Printer(const exchange::GameFile& file, const GameOutcome& outcome, const Phrasebook& phrases, Language language)
      : file_(file), out_(outcome), phrases_(phrases), language_(language), decimals_(game::decimals_of(file.game)) {}

  void print() {
    heading(file_.title.empty() ? text("app.game.title") : file_.title);
    sentence(file_.game.kind == game::Kind::cost ? "app.game.is_cost" : "app.game.is_savings");
    shares();
    completeness();
    if (out_.least_core.complete) core();
    excesses();
    fairness();
  }

 private:
  [[nodiscard]] std::string text(const std::string& key) const { return phrases_.text(key, language_); }
  void sentence(const std::string& key) { say({key, {}}); }
  void say(const Message& message) { std::cout << folded(phrases_.say(message, language_)) << "\n"; }
  void heading(const std::string& title) { std::cout << "\n" << paint(Ink::bold, title) << "\n"; }
  [[nodiscard]] std::string amount(double value) const { return write_number(value, decimals_, language_); }

  void shares() {
    columns_.clear();
    const auto alone = [&] {
      std::vector<double> values;
      for (int i = 0; i < file_.game.players; ++i) values.push_back(file_.game.value[std::size_t{1} << i]);
      return values;
    }();
    column("app.game.alone", alone);
    if (out_.nucleolus.complete) column("app.game.nucleolus", out_.nucleolus.shares);
    if (out_.per_capita.complete) column("app.game.per_capita", out_.per_capita.shares);
    column("app.game.shapley", out_.shapley);
    if (!out_.owen.empty()) column("app.game.owen", out_.owen);
    column("app.game.banzhaf", out_.banzhaf);
    if (!out_.normalised_banzhaf.empty()) column("app.game.banzhaf_normalised", out_.normalised_banzhaf);
    std::cout << "\n";
    table();
  }

  void column(const std::string& key, const std::vector<double>& values) {
    std::vector<std::string> cells{text(key)};
    double sum = 0;
    for (const double v : values) cells.push_back(amount(v)), sum += v;
    cells.push_back(amount(sum));
    columns_.push_back(std::move(cells));
  }

  /// Players down, solutions across, the sums last.
  void table() {
    std::vector<std::string> names{text("app.game.player")};
    names.insert(names.end(), file_.players.begin(), file_.players.end());
    names.push_back(text("app.game.sum"));
    const std::size_t first = widest(names);
    for (std::size_t row = 0; row < names.size(); ++row) {
      std::string line = left(names[row], first);
      for (const auto& cells : columns_) line += "  " + right(cells[row], widest(cells));
      const bool strong = row == 0 || row + 1 == names.size();
      std::cout << (strong ? paint(Ink::bold, line) : line) << "\n";
    }
  }

  [[nodiscard]] static std::size_t widest(const std::vector<std::string>& cells) {
    std::size_t width = 0;
    for (const auto& cell : cells) width = std::max(width, width_of(cell));
    return width;
  }

  void completeness() {
    std::cout << "\n";
    unfinished(out_.nucleolus, "app.game.nucleolus");
    unfinished(out_.per_capita, "app.game.per_capita");
    if (!out_.least_core.complete) say({"app.game.stopped", {term("what", "text", "app.game.core_name")}});
    if (!out_.nucleolus.nobody_below_alone) sentence("app.game.less_than_alone");
    sentence("app.game.banzhaf_note");
  }

  void unfinished(const game::Nucleolus& one, const char* name) {
    if (one.complete) return;
    const auto what = term("what", "text", name);
    say(one.stuck ? Message{"app.game.stuck", {what}} : Message{"app.game.stopped", {what}});
  }

  void core() {
    heading(text("app.game.core"));
    say(game::say_core(file_.game, file_.players, out_.least_core));
    if (file_.game.players > 1) say({"app.game.epsilon", {number("epsilon", out_.least_core.excess, decimals_)}});
  }

  void excesses() {
    const auto& shown = out_.by_head ? out_.per_capita : out_.nucleolus;
    if (out_.excesses.empty() || !shown.complete) return;
    heading(text(out_.by_head ? "app.game.excesses_per_capita" : "app.game.excesses"));
    std::vector<std::string> amounts;
    for (const auto& c : out_.excesses) amounts.push_back(amount(c.excess));
    for (std::size_t i = 0; i < amounts.size(); ++i)
      std::cout << right(amounts[i], widest(amounts)) << "  "
                << folded(phrases_.say(game::members("", file_.players, out_.excesses[i].coalition), language_),
                          widest(amounts) + 2)
                << "\n";
  }

  void fairness() {
    if (out_.fairness.allocations.empty()) return;
    heading(text("app.game.proposals"));
    for (const auto& message : out_.fairness.says) say(message);
    for (const auto& f : out_.fairness.allocations) {
      heading(f.name);
      for (const auto& message : f.says) std::cout << "• " << folded(phrases_.say(message, language_), 2) << "\n";
    }
  }

  const exchange::GameFile& file_;
  const GameOutcome& out_;
  const Phrasebook& phrases_;
  Language language_;
  int decimals_;
  std::vector<std::vector<std::string>> columns_;
};

}  // namespace

void print_game(const exchange::GameFile& file, const GameOutcome& outcome, const Phrasebook& phrases,
                Language language) {
  Printer(file, outcome, phrases, language).print();
}

}  // namespace koepel::apps
