// SPDX-License-Identifier: EUPL-1.2
// In: coalitions as people write them and their values. Out: a full table, or what is missing, twice or unknown.
// Face: CoalitionTable.
#include "exchange/game_parts.h"

#include <algorithm>
#include <bit>

#include "exchange/cell_values.h"
#include "exchange/study_problems.h"

namespace koepel::exchange {

namespace {

constexpr long most_told = 20;
constexpr std::size_t most_named = 5;

std::string trim(std::string_view text) {
  constexpr const char* around = " \t\r\n{}";
  const auto first = text.find_first_not_of(around);
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(around) - first + 1));
}

std::string joined(const std::vector<std::string>& players, game::Coalition coalition) {
  std::string text;
  for (; coalition != 0; coalition &= coalition - 1)
    text += (text.empty() ? "" : "+") + players[static_cast<std::size_t>(std::countr_zero(coalition))];
  return text;
}

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

}  // namespace

void GameProblems::tell(const std::string& code, int line, const std::string& column, std::string_view found,
                        std::vector<Arg> args) {
  if (std::count_if(problems_.begin(), problems_.end(), [&](const Problem& p) { return p.code == code; }) >= most_told)
    return;
  problems_.push_back({code,
                       Severity::error,
                       {file_, "", line, column},
                       folder::cut(found),
                       {code + ".expected", args},
                       {code + ".repair", args}});
}

void GameProblems::take(const Problems& problems) {
  for (const auto& p : problems)
    if (p.severity == Severity::error) problems_.push_back(p);
}

std::vector<std::string> members_in(std::string_view text) {
  std::vector<std::string> members;
  for (;;) {
    const auto end = text.find_first_of("+,");
    members.push_back(trim(text.substr(0, end)));
    if (end == text.npos) return members;
    text.remove_prefix(end + 1);
  }
}

CoalitionTable::CoalitionTable(const std::vector<std::string>& players, GameProblems& problems)
    : players_(players), problems_(problems) {
  const auto n = players.size();
  if (n == 0) problems.tell("game.no-players", 0, "", "");
  if (n > game::most_players)
    problems.tell("game.too-many-players", 0, "", std::to_string(n), {number("most", game::most_players)});
  for (std::size_t i = 0; i < n; ++i)
    if (std::find(players.begin(), players.begin() + static_cast<std::ptrdiff_t>(i), players[i]) !=
        players.begin() + static_cast<std::ptrdiff_t>(i))
      problems.tell("game.player-twice", 0, "", players[i]);
  usable_ = n > 0 && n <= game::most_players;
  if (!usable_) return;
  values_.assign(std::size_t{1} << n, 0);
  known_.assign(values_.size(), false);
}

int CoalitionTable::player(std::string_view name) const {
  const auto found = std::find(players_.begin(), players_.end(), name);
  if (found != players_.end()) return static_cast<int>(found - players_.begin());
  if (!all_digits(name) || name.size() > 2) return -1;
  const int position = std::stoi(std::string(name));
  return position >= 1 && position <= static_cast<int>(players_.size()) ? position - 1 : -1;
}

std::optional<game::Coalition> CoalitionTable::coalition_of(const std::string& text, const Place& place) {
  auto members = members_in(text);
  if (members.size() == 1 && members[0].empty()) return 0;
  if (members.size() == 1 && player(members[0]) < 0 && all_digits(members[0])) {
    const std::string digits = members[0];
    members.clear();
    for (const char digit : digits) members.emplace_back(1, digit);
    if (digits == "0") return 0;
  }
  game::Coalition coalition = 0;
  bool good = true;
  for (const auto& member : members) {
    const int i = player(member);
    if (i < 0)
      problems_.tell("game.unknown-player", place.line, place.column, member);
    else if ((coalition >> i & 1) != 0)
      problems_.tell("game.player-twice", place.line, place.column, text);
    else
      coalition |= game::Coalition{1} << i;
    good = good && i >= 0;
  }
  return good ? std::optional(coalition) : std::nullopt;
}

void CoalitionTable::put(game::Coalition coalition, double value, const std::string& text, const Place& place) {
  if (coalition == 0) {
    if (value != 0) problems_.tell("game.nobody-has-value", place.line, place.column, plain(value));
    return;
  }
  if (known_[coalition]) problems_.tell("game.coalition-twice", place.line, place.column, text);
  known_[coalition] = true;
  values_[coalition] = value;
}

game::Game CoalitionTable::finish(game::Kind kind) {
  if (!usable_) return {};
  std::vector<std::string> first;
  std::size_t missing = 0;
  for (game::Coalition s = 1; s < known_.size(); ++s)
    if (!known_[s] && ++missing <= most_named) first.push_back(joined(players_, s));
  if (missing > 0)
    problems_.tell("game.coalitions-missing", 0, "", "",
                   {number("n", static_cast<double>(missing)), number("all", static_cast<double>(known_.size() - 1)),
                    folder::words("first", first)});
  return {static_cast<int>(players_.size()), kind, std::move(values_)};
}

std::string plain(double value) { return folder::write_shortest(value); }

}  // namespace koepel::exchange
