// SPDX-License-Identifier: EUPL-1.2
#include "coalition/candidates.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

std::vector<Pair> path(int n) {
  std::vector<Pair> pairs;
  for (int i = 1; i < n; ++i) pairs.emplace_back(i - 1, i);
  return pairs;
}

std::vector<Pair> grid(int side) {
  std::vector<Pair> pairs;
  for (int i = 0; i < side * side; ++i) {
    if (i % side != side - 1) pairs.emplace_back(i, i + 1);
    if (i + side < side * side) pairs.emplace_back(i, i + side);
  }
  return pairs;
}

struct Graph {
  int partners;
  std::vector<Pair> pairs;
};

Graph named(const std::string& name) {
  if (name == "grid_3x3") return {9, grid(3)};
  if (name == "grid_4x4") return {16, grid(4)};
  Graph graph{8, {}};
  if (name == "path_8" || name == "cycle_8") graph.pairs = path(8);
  if (name == "cycle_8") graph.pairs.emplace_back(7, 0);
  for (int i = 0; i < 8; ++i)
    for (int j = i + 1; j < 8; ++j)
      if (name == "complete_8" || (name == "star_8" && i == 0)) graph.pairs.emplace_back(i, j);
  return graph;
}

std::uint64_t count_teams(const Graph& graph) {
  std::uint64_t count = 0;
  each_connected_team(graph.partners, graph.pairs, graph.partners, [&](auto) {
    ++count;
    return true;
  });
  return count;
}

TEST(Connected, ReproducesConnectedCoalitionCounts) {
  const char* shared = std::getenv("KOEPEL_SHARED");
  const std::filesystem::path file =
      std::filesystem::path(shared ? shared : "../shared") / "data/graphs/connected_coalition_counts.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "NOT CHECKED: " << file << " is absent; set KOEPEL_SHARED";
  std::ifstream stream(file);
  const auto counts = nlohmann::json::parse(stream).at("reference_graphs");
  ASSERT_EQ(counts.size(), 6U);
  for (const auto& [name, expected] : counts.items()) {
    const auto graph = named(name);
    EXPECT_EQ(count_teams(graph), expected.at("connected_coalitions_total").get<std::uint64_t>()) << name;
    if (expected.at("connected_partitions").is_null()) continue;
    EXPECT_EQ(*count_connected_divisions(graph.partners, graph.pairs),
              expected.at("connected_partitions").get<std::uint64_t>())
        << name;
  }
}

RC_GTEST_PROP(Connected, VisitsEverySetThatHangsTogetherOnce, ()) {
  const int partners = *rc::gen::inRange(1, 9);
  auto pairs = *rc::gen::container<std::vector<Pair>>(
      rc::gen::pair(rc::gen::inRange(0, partners), rc::gen::inRange(0, partners)));
  std::erase_if(pairs, [](auto& p) { return p.first == p.second; });
  const int largest = *rc::gen::inRange(1, partners + 1);
  const TeamJudge judge({.neighbours = pairs, .largest = largest}, partners);
  std::set<Mask> expected, found;
  for (Mask set = 1; set < Mask{1} << partners; ++set)
    if (judge.allows(members(set))) expected.insert(set);
  each_connected_team(partners, pairs, largest, [&](std::span<const int> team) {
    RC_ASSERT(found.insert(mask_of(team)).second);
    return true;
  });
  RC_ASSERT(found == expected);
}

TEST(Connected, StopsWhenTheVisitorHasEnough) {
  int seen = 0;
  EXPECT_FALSE(each_connected_team(8, path(8), 8, [&](auto) { return ++seen < 5; }));
  EXPECT_EQ(seen, 5);
}

TEST(Connected, RefusesToCountForTooMany) {
  EXPECT_EQ(count_connected_divisions(21, path(21)).error()[0].code, "coalition.too_many_partners");
}

/// Partners on a line: the best division is a simple recursion, also for many.
std::int64_t best_on_line(int partners, int largest, const std::function<std::int64_t(int, int)>& value) {
  std::vector<std::int64_t> best(static_cast<std::size_t>(partners) + 1, impossible);
  best[0] = 0;
  for (int end = 1; end <= partners; ++end)
    for (int begin = std::max(0, end - largest); begin < end; ++begin)
      best[static_cast<std::size_t>(end)] =
          std::max(best[static_cast<std::size_t>(end)], best[static_cast<std::size_t>(begin)] + value(begin, end));
  return best.back();
}

Candidates on_line(int partners, int largest, const std::function<std::int64_t(int, int)>& value) {
  Candidates list{.partners = partners};
  each_connected_team(partners, path(partners), largest, [&](std::span<const int> team) {
    list.add(team, value(team.front(), team.back() + 1));
    return true;
  });
  return list;
}

RC_GTEST_PROP(BestDivisionOfCandidates, EqualsTheRecursionOnALine, ()) {
  const int partners = *rc::gen::element(5, 12, 18, 26, 40, 100);
  const int largest = *rc::gen::inRange(1, 6);
  const auto numbers = *rc::gen::container<std::vector<int>>(1024, rc::gen::inRange(-500, 1000));
  const auto value = [&](int begin, int end) {
    return static_cast<std::int64_t>(
        numbers[static_cast<std::size_t>(begin * 7 + (end - begin) * 131) % numbers.size()]);
  };
  const auto division = best_division(on_line(partners, largest, value), {}, 0);
  RC_ASSERT(division);
  RC_ASSERT(division->certainty == Certainty::best);
  RC_ASSERT(division->value == best_on_line(partners, largest, value));
  RC_ASSERT(division->method == (partners > 25 ? Method::column_generation : Method::exact_search));
}

// Triangles of an odd number of partners who only gain in pairs: fractions are worth more than any whole division.
TEST(BestDivisionOfCandidates, IsProvenBestAlsoWhereFractionsAreWorthMore) {
  Candidates list{.partners = 27};
  for (int i = 0; i < 27; ++i) list.add(std::vector{i}, 0);
  for (int i = 0; i < 27; i += 3)
    for (const auto& [a, b] : {Pair{i, i + 1}, Pair{i, i + 2}, Pair{i + 1, i + 2}}) list.add(std::vector{a, b}, 100);
  const auto division = best_division(list, {}, 0);
  EXPECT_EQ(division->value, 900);
  EXPECT_EQ(division->certainty, Certainty::best);
  const auto rough = best_division(list, {}, 0.6);
  EXPECT_GE(rough->bound, 900);
  EXPECT_GE(static_cast<double>(rough->value), 0.4 * rough->bound);
}

// Two groups of 14 that have no team in common: together above the limit of a table, each below it. Often without any
// division, often with a dead end for who places the surest team first.
RC_GTEST_PROP(BestDivisionOfCandidates, EqualsTheTablesOfTwoGroups, ()) {
  constexpr int half = 14;
  Candidates list{.partners = 2 * half};
  std::vector<std::vector<std::int64_t>> tables(2, std::vector<std::int64_t>(1 << half, impossible));
  const auto masks = *rc::gen::container<std::vector<int>>(200, rc::gen::inRange(1, 1 << half));
  const int most = *rc::gen::inRange(2, 6);
  const bool alone = *rc::gen::arbitrary<bool>();
  for (std::size_t k = 0; k < masks.size(); ++k) {
    auto team = members(static_cast<Mask>(masks[k]));
    if (static_cast<int>(team.size()) > most) team.resize(static_cast<std::size_t>(most));
    const auto value = static_cast<std::int64_t>((k * 7919 + static_cast<std::size_t>(masks[k])) % 100) - 20;
    auto& entry = tables[k % 2][mask_of(team)];
    entry = std::max(entry, value);
    for (auto& partner : team) partner += k % 2 ? half : 0;
    list.add(team, value);
  }
  for (int i = 0; i < 2 * half && alone; ++i) {
    list.add(std::vector{i}, -10);
    auto& entry = tables[i < half ? 0 : 1][std::size_t{1} << (i % half)];
    entry = std::max(entry, std::int64_t{-10});
  }
  const auto first = best_division(tables[0]), second = best_division(tables[1]), both = best_division(list, {}, 0);
  RC_ASSERT(first && second && both);
  RC_ASSERT(both->found() == (first->found() && second->found()));
  if (!both->found()) RC_ASSERT(both->certainty == Certainty::infeasible);
  if (both->found()) RC_ASSERT(both->certainty == Certainty::best);
  if (both->found()) RC_ASSERT(both->value == first->value + second->value);
}

TEST(BestDivisionOfCandidates, NamesWhatCannotBeDivided) {
  Candidates list{.partners = 30};
  for (int i = 0; i < 29; ++i) list.add(std::vector{i}, 1);
  EXPECT_EQ(best_division(list)->certainty, Certainty::infeasible);
  EXPECT_FALSE(best_division(list)->found());
  list.add(std::vector{28, 29}, 1);
  EXPECT_EQ(best_division(list)->value, 29);
  EXPECT_EQ(best_division(list, {.largest = 1})->certainty, Certainty::infeasible);
}

TEST(BestDivisionOfCandidates, NamesTeamsThatAreNone) {
  for (const auto& team : {std::vector<int>{}, {3}, {-1}, {1, 1}, {2, 1}}) {
    Candidates list{.partners = 3};
    list.add(team, 1);
    EXPECT_EQ(best_division(list).error()[0].code, "coalition.team");
  }
  EXPECT_EQ(best_division(Candidates{}).error()[0].code, "coalition.table_size");
  Candidates list{.partners = 1};
  list.add(std::vector{0}, std::int64_t{1} << 52);
  EXPECT_EQ(best_division(list).error()[0].code, "coalition.value_too_large");
}

TEST(BestDivisionOfCandidates, StopsWhenAsked) {
  const auto list = on_line(60, 4, [](int a, int b) { return (a * 31 + b * 17) % 50; });
  const auto division = best_division(list, {}, 0, Progress{.stop = [] { return true; }});
  EXPECT_EQ(division->certainty, Certainty::stopped);
}

TEST(BestDivisionOfCandidates, TakesTheGreaterOfTwoValues) {
  Candidates list{.partners = 1};
  list.add(std::vector{0}, 1);
  list.add(std::vector{0}, 5);
  list.add(std::vector{0}, 2);
  EXPECT_EQ(best_division(list)->value, 5);
}

}  // namespace
}  // namespace koepel::coalition
