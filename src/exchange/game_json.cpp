// SPDX-License-Identifier: EUPL-1.2
// In: a game as JSON. Out: the games in it with blocks and proposals, or every problem. Face: read_game_json().
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "exchange/game_parts.h"

namespace koepel::exchange {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* table_key = "characteristic_function";

/// Parses, and notes keys that come twice in one object: the parser itself would keep only the last.
Json parse(const std::string& bytes, GameProblems& problems) {
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
      problems.tell("game.coalition-twice", 0, parsed.get<std::string>(), parsed.get<std::string>());
    return true;
  };
  return Json::parse(bytes, watch, false);
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class JsonReader {
 public:
  explicit JsonReader(const std::string& name) : problems_(name) {}

  Result<std::vector<GameFile>> read(const std::string& bytes) {
    const Json root = parse(bytes, problems_);
    if (root.is_discarded() || !root.is_object()) {
      problems_.tell("game.not-json", 0, "", bytes.substr(0, 40));
      return problems_.failed();
    }
    kind_ = root.contains("kind") ? text_of(root["kind"]) : "";
    std::transform(kind_.begin(), kind_.end(), kind_.begin(), [](unsigned char c) { return std::tolower(c); });
    if (root.contains("title")) title_ = text_of(root["title"]);
    std::vector<GameFile> files;
    if (root.contains("examples") && root["examples"].is_array()) {
      for (const auto& example : root["examples"]) add(example, files);
    } else {
      add(root, files);
    }
    if (files.empty() && problems_.empty()) problems_.tell("game.no-coalitions", 0, "examples", "");
    if (!problems_.empty()) return problems_.failed();
    return files;
  }

 private:
  void add(const Json& one, std::vector<GameFile>& files) {
    GameFile file;
    file.title = title_;
    if (!one.is_object()) return problems_.tell("game.not-json", 0, "examples", text_of(one));
    if (one.contains(table_key)) {
      read_table(one, file);
    } else if (kind_.find("bankrupt") != kind_.npos || one.contains("estate")) {
      read_numbers(one, "claims", "estate", file);
    } else if (one.contains("weights") || kind_.find("voting") != kind_.npos) {
      read_numbers(one, "weights", "quota", file);
    } else if (one.contains("needs") || kind_.find("airport") != kind_.npos) {
      read_numbers(one, "needs", "", file);
    } else {
      problems_.tell("game.no-coalitions", 0, table_key, "");
    }
    if (file.game.players == 0) return;
    read_blocks(one, file);
    read_allocations(one, file);
    files.push_back(std::move(file));
  }

  std::optional<double> number_of(const Json& value, const std::string& where) {
    if (value.is_number() && std::isfinite(value.get<double>())) return value.get<double>();
    problems_.tell("game.not-a-number", 0, where, text_of(value));
    return std::nullopt;
  }

  /// "player_order" or "players": names, or how many there are; else the single digits in the coalitions.
  std::vector<std::string> players_in(const Json& one) {
    std::vector<std::string> names;
    for (const char* key : {"player_order", "players"}) {
      if (!names.empty() || !one.contains(key)) continue;
      if (one[key].is_array())
        for (const auto& name : one[key]) names.push_back(text_of(name));
      else if (one[key].is_number_integer())
        for (int i = 1; i <= std::clamp(one[key].get<int>(), 0, game::most_players + 1); ++i)
          names.push_back(std::to_string(i));
    }
    return names;
  }

  void players_from_table(const Json& table, std::vector<std::string>& names) {
    std::set<std::string> single;
    std::vector<std::string> joined;
    for (const auto& [key, value] : table.items()) {
      const auto parts = members_in(key);
      if (parts.size() == 1 && key.find_first_not_of("0123456789") == key.npos)
        for (const char digit : key) single.insert(std::string(1, digit));
      else
        for (const auto& part : parts)
          if (std::find(joined.begin(), joined.end(), part) == joined.end()) joined.push_back(part);
    }
    if (joined.empty())
      names.assign(single.begin(), single.end());
    else
      names = joined;
    std::erase(names, "");
    std::erase(names, "0");
  }

  void read_table(const Json& one, GameFile& file) {
    const Json& table = one[table_key];
    if (!table.is_object()) return problems_.tell("game.no-coalitions", 0, table_key, text_of(table));
    file.players = players_in(one);
    if (file.players.empty()) players_from_table(table, file.players);
    CoalitionTable values(file.players, problems_);
    if (!values.usable()) return;
    for (const auto& [key, value] : table.items()) {
      const auto coalition = values.coalition_of(key, {0, key});
      const auto amount = number_of(value, key);
      if (coalition) values.put(*coalition, amount.value_or(0), key, {0, key});
    }
    file.game = values.finish(kind_of_table());
  }

  game::Kind kind_of_table() {
    const auto says = [&](const char* word) { return kind_.find(word) != kind_.npos; };
    if (says("saving") || says("bespar")) return game::Kind::savings;
    if (says("cost") || says("kosten") || says("airport")) return game::Kind::cost;
    if (!says("game") && !says("spel")) problems_.tell("game.unknown-kind", 0, "kind", kind_);
    return game::Kind::savings;
  }

  /// Bankruptcy (claims, estate), voting (weights, quota) and airport (needs).
  void read_numbers(const Json& one, const char* list, const char* single, GameFile& file) {
    std::vector<double> numbers;
    if (one.contains(list) && one[list].is_array())
      for (const auto& value : one[list]) {
        numbers.push_back(number_of(value, list).value_or(0));
        if (numbers.back() < 0) problems_.tell("game.negative", 0, list, text_of(value));
      }
    file.players = players_in(one);
    if (file.players.empty())
      for (std::size_t i = 1; i <= numbers.size(); ++i) file.players.push_back(std::to_string(i));
    if (file.players.size() != numbers.size())
      problems_.tell("game.not-a-share-each", 0, list, std::to_string(numbers.size()),
                     {number("n", static_cast<double>(file.players.size()))});
    const CoalitionTable checked(file.players, problems_);
    const double amount = *single == 0 ? 0 : number_of(one.contains(single) ? one[single] : Json(), single).value_or(0);
    if (!checked.usable() || file.players.size() != numbers.size()) return;
    const double all = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const std::string what = list;
    // A division of more than is claimed, or a vote that nobody or everybody wins, is no game of this kind.
    if ((what == "claims" && (amount < 0 || amount > all)) || (what == "weights" && (amount <= 0 || amount > all)))
      return problems_.tell("game.out-of-range", 0, single, plain(amount), {number("most", all, 2)});
    file.game = what == "claims"    ? game::bankruptcy_game(amount, numbers)
                : what == "weights" ? game::voting_game(amount, numbers)
                                    : game::airport_game(numbers);
    if (file.game.value[0] != 0) problems_.tell("game.nobody-has-value", 0, single, plain(file.game.value[0]));
    if (what == "claims") file.title += (file.title.empty() ? "" : ", ") + plain(amount);
  }

  void read_blocks(const Json& one, GameFile& file) {
    if (!one.contains("blocks")) return;
    CoalitionTable names(file.players, problems_);
    game::Coalition seen = 0;
    bool good = one["blocks"].is_array();
    for (const auto& block : one["blocks"]) {
      std::string text = text_of(block);
      if (block.is_array()) {
        text.clear();
        for (const auto& member : block) text += (text.empty() ? "" : "+") + text_of(member);
      }
      const auto coalition = names.coalition_of(text, {0, "blocks"});
      if (!coalition || *coalition == 0 || (*coalition & seen) != 0) good = false;
      if (!coalition) continue;
      seen |= *coalition;
      file.blocks.push_back(*coalition);
    }
    if (!good || seen != file.game.everybody()) problems_.tell("game.not-blocks", 0, "blocks", text_of(one["blocks"]));
  }

  void read_allocations(const Json& one, GameFile& file) {
    if (!one.contains("allocations") || !one["allocations"].is_object()) return;
    for (const auto& [name, shares] : one["allocations"].items()) {
      game::Allocation allocation{name, {}};
      for (std::size_t i = 0; i < file.players.size() && shares.is_object(); ++i)
        if (shares.contains(file.players[i]))
          allocation.shares.push_back(number_of(shares[file.players[i]], name).value_or(0));
      for (std::size_t i = 0; i < shares.size() && shares.is_array(); ++i)
        allocation.shares.push_back(number_of(shares[i], name).value_or(0));
      if (allocation.shares.size() != file.players.size() || shares.size() != file.players.size())
        problems_.tell("game.not-a-share-each", 0, name, text_of(shares),
                       {number("n", static_cast<double>(file.players.size()))});
      else
        file.allocations.push_back(std::move(allocation));
    }
  }

  GameProblems problems_;
  std::string kind_;
  std::string title_;
};

}  // namespace

Result<std::vector<GameFile>> read_game_json(const std::string& bytes, const std::string& name) {
  return JsonReader(name).read(bytes);
}

}  // namespace koepel::exchange
