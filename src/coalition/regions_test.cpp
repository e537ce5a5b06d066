// SPDX-License-Identifier: EUPL-1.2
#include "coalition/regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "coalition/anneal.h"

namespace koepel::coalition {
namespace {

/// A map of side x side partners; teams of up to `largest` that hang together, worth a fixed amount per member saved,
/// less what does not fit in whole steps of capacity.
Candidates grid(int side, int largest) {
  std::vector<Pair> pairs;
  for (int i = 0; i < side * side; ++i) {
    if (i % side != side - 1) pairs.emplace_back(i, i + 1);
    if (i + side < side * side) pairs.emplace_back(i, i + side);
  }
  Candidates list{.partners = side * side};
  each_connected_team(side * side, pairs, largest, [&](std::span<const int> team) {
    std::int64_t people = 0;
    for (const int i : team) people += 10 + i * 37 % 41;
    list.add(team, 1000 * static_cast<std::int64_t>(team.size() - 1) - 40 * (people % 25));
    return true;
  });
  return list;
}

void expect_division(const Candidates& list, const Division& division) {
  std::vector<int> placed;
  std::int64_t value = 0;
  for (const auto& team : division.teams) {
    placed.insert(placed.end(), team.begin(), team.end());
    for (std::size_t t = 0; t < list.size(); ++t)
      if (std::ranges::equal(list.team(t), team)) value += list.values[t];
  }
  std::sort(placed.begin(), placed.end());
  std::vector<int> all(static_cast<std::size_t>(list.partners));
  std::iota(all.begin(), all.end(), 0);
  EXPECT_EQ(placed, all);
  EXPECT_EQ(value, division.value);
}

TEST(Anneal, GivesAProperDivisionAndTheSameTwice) {
  const auto list = grid(7, 4);
  for (const double reward : {0.0, 1.0}) {
    const Annealing how{.steps = 200'000, .reward_for_size = reward};
    const auto once = anneal(list, how, {}), again = anneal(list, how, {});
    ASSERT_TRUE(once);
    expect_division(list, *once);
    EXPECT_EQ(once->teams, again->teams);
    EXPECT_GT(once->value, 0);
  }
}

TEST(Anneal, GivesNoneWhenSomebodyCannotBeAlone) {
  Candidates list{.partners = 2};
  list.add(std::vector{0, 1}, 5);
  list.add(std::vector{0}, 0);
  EXPECT_FALSE(anneal(list, {.steps = 100}, {}));
}

TEST(Anneal, FindsMatesWhereNoTeamOfTwoMayBe) {
  Candidates list{.partners = 4};
  list.add(std::vector{0, 1, 2}, 5);
  list.add(std::vector{2, 3}, 5);
  EXPECT_EQ(mates_of(list), (std::vector<std::vector<int>>{{1, 2}, {0, 2}, {3}, {2}}));
}

// Half of every side of a pentagon: no triple is broken, the five hold two and a half pairs.
TEST(Cuts, FindFivePartnersWithTooManyPairs) {
  Candidates list{.partners = 5};
  for (int i = 0; i < 5; ++i) list.add(std::vector{std::min(i, (i + 1) % 5), std::max(i, (i + 1) % 5)}, 1);
  const std::vector<std::size_t> teams{0, 1, 2, 3, 4};
  EXPECT_EQ(broken_cuts(list, teams, std::vector(5, 0.5)), (std::vector<Cut>{{0, 1, 2, 3, 4}}));
  EXPECT_EQ(pairs_in({0, 1, 2, 3, 4}, std::vector{1, 2, 4}), 1);
  EXPECT_EQ(pairs_in({0, 1, 2, 3, 4}, std::vector{0, 1, 2, 4}), 2);
}

// A region can hold the whole map: then what is found is the best of all.
TEST(Regions, FindTheBestWhenTheMapIsOneRegion) {
  const auto list = grid(5, 4);
  const double scale = 1.0 / 4;
  std::vector<std::size_t> alone;
  Division division;
  for (std::size_t t = 0; t < list.size(); ++t)
    if (list.team(t).size() == 1) {
      alone.push_back(t);
      division.teams.emplace_back(list.team(t).begin(), list.team(t).end());
      division.value += list.values[t];
    }
  const std::vector<char> none(25, 0);
  const auto relaxed = relax(list, none, alone, {}, scale, most_cut_rounds, {});
  const auto better = improve_regions(division, list, *relaxed, scale, 1e18, {});
  ASSERT_TRUE(better && *better);
  expect_division(list, division);
  EXPECT_LE(division.value, best_division(list)->value);
  const auto annealed = anneal(list, {.steps = 500'000}, {});
  Division second = *annealed;
  ASSERT_TRUE(improve_regions(second, list, *relaxed, scale, 1e18, {}));
  expect_division(list, second);
  EXPECT_EQ(second.value, best_division(list)->value);
}

}  // namespace
}  // namespace koepel::coalition
