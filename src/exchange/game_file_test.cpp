// SPDX-License-Identifier: EUPL-1.2
#include "exchange/game_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "content/pack_reader.h"
#include "exchange/files.h"
#include "game/nucleolus.h"
#include "game/values.h"

namespace koepel::exchange {
namespace {

using game::Kind;

std::set<std::string> codes_of(const Result<std::vector<GameFile>>& read) {
  std::set<std::string> codes;
  if (!read)
    for (const auto& problem : read.error()) codes.insert(problem.code);
  return codes;
}

std::set<std::string> codes_in(const std::string& bytes, const std::string& name) {
  return codes_of(read_games(bytes, name));
}

const std::string good =
    R"({"title": "t", "kind": "cost game", "player_order": ["a", "b"], "characteristic_function": {"1": 3, "b": 4, "b+a": 6},
        "blocks": [["a"], ["b"]], "allocations": {"x": [3, 3], "y": {"b": 4, "a": 2}}})";

TEST(GameFile, ReadsPositionsNamesBlocksAndAllocations) {
  const auto read = read_games(good, "g.json");
  ASSERT_TRUE(read);
  const auto& file = read->at(0);
  EXPECT_EQ(file.game.kind, Kind::cost);
  EXPECT_EQ(file.game.value, (std::vector<double>{0, 3, 4, 6}));
  EXPECT_EQ(file.blocks, (std::vector<game::Coalition>{1, 2}));
  EXPECT_EQ(file.allocations.at(1).shares, (std::vector<double>{2, 4}));
}

TEST(GameFile, ReadsTables) {
  const auto named = read_games("coalitie;kosten\nEde;1.000,5\nEpe;2\nEpe+Ede;2.500,25\n", "g.csv");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->at(0).players, (std::vector<std::string>{"Ede", "Epe"}));
  EXPECT_EQ(named->at(0).game.kind, Kind::cost);
  EXPECT_EQ(named->at(0).game.value, (std::vector<double>{0, 1000.5, 2, 2500.25}));
  const auto masks = read_games("coalition,value\n3,5\n1,0\n2,-1.5\n", "g.csv");
  ASSERT_TRUE(masks);
  EXPECT_EQ(masks->at(0).game.value, (std::vector<double>{0, 0, -1.5, 5}));
}

TEST(GameFile, ReadsRowsOfNumbersWithAndWithoutTheEmptyCoalition) {
  const std::vector<double> expected{0, 1, -2, 7};
  EXPECT_EQ(read_games("1\n-2\n7\n", "g.bnf")->at(0).game.value, expected);
  EXPECT_EQ(read_games("0\r\n1\r\n-2\r\n7\r\n", "g.txt")->at(0).game.value, expected);
  std::string bytes(32, '\0');
  bytes[8] = 1;
  bytes[16] = '\xfe';
  for (int i = 17; i < 24; ++i) bytes[static_cast<std::size_t>(i)] = '\xff';
  bytes[24] = 7;
  EXPECT_EQ(read_games(bytes, "g.bin")->at(0).game.value, expected);
}

TEST(GameFile, TellsEveryProblemAtOnce) {
  const auto read = read_games(
      R"({"kind": "cost game", "player_order": ["a", "b", "c"], "characteristic_function":
          {"a": "veel", "2": 1, "12": 3, "b+a": 3, "a+d": 4, "a+a": 1, "": 5}, "blocks": [["a"]], "allocations": {"x": [1]}})",
      "g.json");
  EXPECT_EQ(codes_of(read),
            (std::set<std::string>{"game.not-a-number", "game.coalition-twice", "game.unknown-player",
                                   "game.player-twice", "game.nobody-has-value", "game.coalitions-missing",
                                   "game.not-blocks", "game.not-a-share-each"}));
  for (const auto& problem : read.error()) {
    EXPECT_EQ(problem.where.file, "g.json");
    if (problem.code != "game.coalitions-missing") continue;
    EXPECT_EQ(problem.expected.args.at(0).number, 4);  // c, a+c, b+c, all
    EXPECT_EQ(problem.expected.args.at(2).parts.at(0).word, "c");
  }
}

TEST(GameFile, EachProblemCanBeProvokedAndHasItsSentences) {
  std::set<std::string> seen;
  const auto take = [&](const std::string& bytes, const std::string& name, const std::string& code) {
    const auto codes = codes_in(bytes, name);
    EXPECT_TRUE(codes.contains(code)) << code;
    seen.insert(codes.begin(), codes.end());
  };
  take("{", "g.json", "game.not-json");
  take(R"({"characteristic_function": {"1": 1}})", "g.json", "game.unknown-kind");
  take(R"({"kind": "game", "characteristic_function": {}})", "g.json", "game.no-players");
  take(R"({"kind": "game", "players": 26, "characteristic_function": {}})", "g.json", "game.too-many-players");
  take(R"({"kind": "game"})", "g.json", "game.no-coalitions");
  take("coalition;value\n", "g.csv", "game.no-coalitions");
  take("coalition;value\na;1\nb;2\n", "g.csv", "game.coalitions-missing");
  take("coalition;value\na;nan\n", "g.csv", "game.not-a-number");
  take("1\ninf\n3\n", "g.bnf", "game.not-a-number");
  take("coalition;value\na;1\na;1\n", "g.csv", "game.coalition-twice");
  take(R"({"kind": "game", "characteristic_function": {"1": 1, "1": 2}})", "g.json", "game.coalition-twice");
  take(R"({"kind": "game", "players": 1, "characteristic_function": {"9": 1}})", "g.json", "game.unknown-player");
  take("coalition;value\na+a;1\n", "g.csv", "game.player-twice");
  take("1\n2\n", "g.bnf", "game.nobody-has-value");
  take("1\n2\n3\n4\n5\n", "g.bnf", "game.not-a-table");
  take("12345", "g.bin", "game.not-a-table");
  take(R"({"kind": "bankruptcy", "estate": 1, "claims": [-1, 3]})", "g.json", "game.negative");
  take(R"({"kind": "bankruptcy", "estate": 5, "claims": [1, 3]})", "g.json", "game.out-of-range");
  take(R"({"kind": "bankruptcy", "estate": -1, "claims": [1, 3]})", "g.json", "game.out-of-range");
  take(R"({"kind": "voting game", "quota": 0, "weights": [1, 3]})", "g.json", "game.out-of-range");
  take(R"({"kind": "voting game", "quota": 5, "weights": [1, 3]})", "g.json", "game.out-of-range");
  take(R"({"kind": "bankruptcy", "estate": 1, "claims": [1, 3], "players": 3})", "g.json", "game.not-a-share-each");
  take(R"({"kind": "game", "characteristic_function": {"1": 1}, "blocks": 3})", "g.json", "game.not-blocks");
  const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(pack);
  for (const auto& code : game_problem_codes()) {
    EXPECT_TRUE(seen.contains(code)) << code;
    EXPECT_TRUE(pack->texts.contains(code + ".expected") && pack->texts.contains(code + ".repair")) << code;
  }
  for (const auto& code : seen) EXPECT_TRUE(pack->texts.contains(code + ".expected")) << code;
}

TEST(GameFile, KindsOfGamesAreBuiltFromTheirNumbers) {
  const auto voting = read_games(R"({"kind": "voting game", "quota": 51, "weights": [50, 49, 1]})", "g.json");
  ASSERT_TRUE(voting);
  EXPECT_EQ(voting->at(0).game.value, (std::vector<double>{0, 0, 0, 1, 0, 1, 0, 1}));
  const auto airport = read_games(R"({"kind": "airport game", "needs": [1, 4]})", "g.json");
  ASSERT_TRUE(airport);
  EXPECT_EQ(airport->at(0).game.kind, Kind::cost);
  EXPECT_EQ(airport->at(0).game.value, (std::vector<double>{0, 1, 4, 4}));
}

TEST(GameFile, SharedTablesAreReproduced) {
  const char* place = std::getenv("KOEPEL_SHARED");
  const std::filesystem::path folder = std::filesystem::path(place != nullptr ? place : "../shared") / "data/games";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder << ": the published games were NOT checked";
  const auto games_in = [&](const std::string& name) { return read_games(read_file(folder / name), name).value(); };
  const auto tva = games_in("tva_1938_straffin_heaney_1981.json").at(0);
  EXPECT_EQ(tva.players.at(0), "navigation");
  EXPECT_NEAR(game::nucleolus(tva.game).shares.at(2), 202810, 0.5);
  EXPECT_NEAR(game::shapley(tva.game).at(1), 100756.5, 0.05);
  const auto young = games_in("young_1985_three_player_cost.json").at(0);
  EXPECT_NEAR(game::nucleolus(young.game, game::Measure::per_capita).shares.at(0), 14.3333, 0.00005);
  const auto talmud = games_in("talmud_bankruptcy_aumann_maschler_1985.json");
  ASSERT_EQ(talmud.size(), 3U);
  EXPECT_NEAR(game::nucleolus(talmud.at(1).game).shares.at(1), 75, 1e-9);
}

}  // namespace
}  // namespace koepel::exchange
