// SPDX-License-Identifier: EUPL-1.2
// In: the bytes of a file with a cooperative game. Out: the game with its players' names, or every problem with it.
// Face: read_games(). JSON is read in game_json.cpp, tables and rows of numbers here.
#include "exchange/game_file.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "exchange/cell_values.h"
#include "exchange/game_parts.h"
#include "exchange/sheet.h"
#include "exchange/study_problems.h"

namespace koepel::exchange {

namespace {

std::vector<std::string> numbered(int players) {
  std::vector<std::string> names;
  for (int i = 1; i <= players; ++i) names.push_back(std::to_string(i));
  return names;
}

/// The number of players when this many values make a table; none otherwise.
std::optional<int> players_of(std::size_t values) {
  if (values < 2 || !std::has_single_bit(values) || values > std::size_t{1} << game::most_players) return std::nullopt;
  return std::countr_zero(values);
}

Result<std::vector<GameFile>> one(GameFile file) {
  std::vector<GameFile> files;
  files.push_back(std::move(file));
  return files;
}

GameFile from_values(std::vector<double> values) {
  const int n = std::countr_zero(values.size());
  return {"", numbered(n), {n, game::Kind::savings, std::move(values)}, {}, {}};
}

Result<std::vector<GameFile>> read_binary(const std::string& bytes, const std::string& name) {
  GameProblems problems(name);
  const auto n = bytes.size() % 8 == 0 ? players_of(bytes.size() / 8) : std::nullopt;
  if (!n) problems.tell("game.not-a-table", 0, "", std::to_string(bytes.size() / 8));
  if (!problems.empty()) return problems.failed();
  std::vector<double> values(bytes.size() / 8);
  for (std::size_t s = 0; s < values.size(); ++s) {
    std::uint64_t bits = 0;
    for (std::size_t b = 8; b-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[8 * s + b]);
    values[s] = static_cast<double>(static_cast<std::int64_t>(bits));
  }
  if (values[0] != 0) problems.tell("game.nobody-has-value", 0, "", plain(values[0]));
  if (!problems.empty()) return problems.failed();
  return one(from_values(std::move(values)));
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

Result<std::vector<GameFile>> read_lines(std::string_view text, const std::string& name) {
  GameProblems problems(name);
  std::vector<double> values;
  for (int line = 1; !text.empty(); ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto cell = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (cell.empty()) continue;
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || !std::isfinite(value))
      problems.tell("game.not-a-number", line, "", cell);
    values.push_back(value);
  }
  if (players_of(values.size() + 1)) values.insert(values.begin(), 0.0);
  if (!players_of(values.size())) {
    problems.tell("game.not-a-table", 0, "", std::to_string(values.size()));
  } else if (values[0] != 0) {
    problems.tell("game.nobody-has-value", 1, "", plain(values[0]));
  }
  if (!problems.empty()) return problems.failed();
  return one(from_values(std::move(values)));
}

/// A table of two columns.
class TableReader {
 public:
  TableReader(std::string_view bytes, const std::string& name) : problems_(name), reading_(read_csv(bytes, name)) {}

  Result<std::vector<GameFile>> read() {
    problems_.take(reading_.problems);
    const auto& sheet = reading_.sheet;
    if (sheet.rows.size() < 2) problems_.tell("game.no-coalitions", 0, "", "");
    masks_ = all_masks();
    if (masks_) name_by_number();
    for (std::size_t row = 1; row < sheet.rows.size() && !masks_; ++row) name_players(cell(sheet, row, 0));
    CoalitionTable table(players_, problems_);
    for (std::size_t row = 1; row < sheet.rows.size() && table.usable(); ++row) take(row, table);
    auto game = table.finish(is_cost() ? game::Kind::cost : game::Kind::savings);
    if (!problems_.empty()) return problems_.failed();
    return one({"", players_, std::move(game), {}, {}});
  }

 private:
  [[nodiscard]] bool all_masks() const {
    for (std::size_t row = 1; row < reading_.sheet.rows.size(); ++row) {
      const auto& text = cell(reading_.sheet, row, 0);
      if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos) return false;
    }
    return true;
  }

  void name_by_number() {
    std::size_t largest = 0;
    for (std::size_t row = 1; row < reading_.sheet.rows.size(); ++row)
      largest = std::max<std::size_t>(largest, std::stoul(cell(reading_.sheet, row, 0)));
    players_ = numbered(static_cast<int>(std::bit_width(largest)));
  }

  void name_players(const std::string& text) {
    for (const auto& member : members_in(text))
      if (!member.empty() && std::find(players_.begin(), players_.end(), member) == players_.end())
        players_.push_back(member);
  }

  [[nodiscard]] bool is_cost() const {
    auto header = cell(reading_.sheet, 0, 1);
    std::transform(header.begin(), header.end(), header.begin(), [](unsigned char c) { return std::tolower(c); });
    return header.find("cost") != header.npos || header.find("kosten") != header.npos;
  }

  /// How the whole column writes decimals, told by the first cell that can be read in one way only.
  [[nodiscard]] folder::DecimalSign sign() {
    for (std::size_t row = 1; row < reading_.sheet.rows.size() && !sign_; ++row) {
      const auto here = folder::decimal_sign_of(cell(reading_.sheet, row, 1));
      if (here != folder::DecimalSign::unknown) sign_ = here;
    }
    if (!sign_) sign_ = folder::DecimalSign::unknown;
    return *sign_;
  }

  void take(std::size_t row, CoalitionTable& table) {
    const auto& sheet = reading_.sheet;
    const auto& key = cell(sheet, row, 0);
    const auto number = folder::read_decimal(cell(sheet, row, 1), sign());
    const auto value = number ? folder::to_double(*number) : std::nullopt;
    if (!value) problems_.tell("game.not-a-number", sheet.lines[row], cell(sheet, 0, 1), cell(sheet, row, 1));
    const Place place{sheet.lines[row], cell(sheet, 0, 0)};
    const auto coalition = masks_ ? std::optional<game::Coalition>(std::stoul(key)) : table.coalition_of(key, place);
    if (coalition) table.put(*coalition, value.value_or(0), key, place);
  }

  GameProblems problems_;
  CsvReading reading_;
  bool masks_ = false;
  std::vector<std::string> players_;
  std::optional<folder::DecimalSign> sign_;
};

bool ends_in(const std::string& name, const char* ending) { return name.ends_with(ending); }

}  // namespace

Result<std::vector<GameFile>> read_games(std::string bytes, const std::string& name) {
  if (ends_in(name, ".json")) return read_game_json(bytes, name);
  if (ends_in(name, ".csv")) return TableReader(bytes, name).read();
  if (ends_in(name, ".bin")) return read_binary(bytes, name);
  return read_lines(bytes, name);
}

const std::vector<std::string>& game_problem_codes() {
  static const std::vector<std::string> codes{
      "game.not-json",         "game.unknown-kind",       "game.no-players",   "game.too-many-players",
      "game.no-coalitions",    "game.coalitions-missing", "game.not-a-number", "game.coalition-twice",
      "game.unknown-player",   "game.player-twice",       "game.not-a-table",  "game.nobody-has-value",
      "game.not-a-share-each", "game.not-blocks",         "game.negative",     "game.out-of-range"};
  return codes;
}

}  // namespace koepel::exchange
