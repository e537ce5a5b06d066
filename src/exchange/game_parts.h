// SPDX-License-Identifier: EUPL-1.2
// What the readers of games share; for game_*.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/game_file.h"

namespace koepel::exchange {

struct Place {
  int line = 0;
  std::string column;
};

/// Problems of one file. Of each code at most 20 are told; what is wrong everywhere is wrong once.
class GameProblems {
 public:
  explicit GameProblems(std::string file) : file_(std::move(file)) {}
  void tell(const std::string& code, int line, const std::string& column, std::string_view found,
            std::vector<Arg> args = {});
  void take(const Problems& problems);  ///< errors of another reader
  [[nodiscard]] bool empty() const { return problems_.empty(); }
  [[nodiscard]] tl::unexpected<Problems> failed() const { return tl::unexpected<Problems>(problems_); }

 private:
  std::string file_;
  Problems problems_;
};

/// The parts of "a+b" or "a,b" or "{a, b}", trimmed.
[[nodiscard]] std::vector<std::string> members_in(std::string_view text);

/// A table that is filled coalition by coalition; tells what comes twice and what is missing.
class CoalitionTable {
 public:
  CoalitionTable(const std::vector<std::string>& players, GameProblems& problems);

  /// False when the number of players makes no table; that was told.
  [[nodiscard]] bool usable() const { return usable_; }
  /// "12" as positions, names or positions joined by "+" or ","; a name that is the whole text comes first.
  [[nodiscard]] std::optional<game::Coalition> coalition_of(const std::string& text, const Place& place);
  void put(game::Coalition coalition, double value, const std::string& text, const Place& place);
  [[nodiscard]] game::Game finish(game::Kind kind);

 private:
  [[nodiscard]] int player(std::string_view name) const;

  const std::vector<std::string>& players_;
  GameProblems& problems_;
  bool usable_ = false;
  std::vector<double> values_;
  std::vector<bool> known_;
};

[[nodiscard]] Result<std::vector<GameFile>> read_game_json(const std::string& bytes, const std::string& name);

/// A number as short as it can be told.
[[nodiscard]] std::string plain(double value);

}  // namespace koepel::exchange
