// SPDX-License-Identifier: EUPL-1.2
#include "survey/likeminded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include "survey/sample_gen.h"

namespace koepel::survey {
namespace {

std::vector<std::size_t> everybody(std::size_t n) {
  std::vector<std::size_t> who(n);
  std::iota(who.begin(), who.end(), std::size_t{0});
  return who;
}

/// `camps` camps of people who mostly answer their camp's opposite on every item; `noise` = chance of a random answer.
Opinions camps(std::size_t people, std::size_t items, int count, double noise, std::uint64_t seed) {
  Random random(seed, "camps");
  Opinions o{people, items, {}, {}};
  for (std::size_t p = 0; p < people; ++p)
    for (std::size_t i = 0; i < items; ++i) {
      const bool high = (p % static_cast<std::size_t>(count)) == i % static_cast<std::size_t>(count);
      o.value.push_back(random.uniform() < noise ? 1 + random.below(5) : high ? 5 : 1);
      o.known.push_back(1);
    }
  return o;
}

TEST(OpinionPlane, ReproducesAnExampleByHand) {
  // Centred columns (-2,0,2) and (-1,0,1): one direction (2,1)/sqrt 5 holds everything, the ends lie sqrt 5 from the
  // middle.
  const Opinions o{3, 2, {1, 2, 3, 3, 5, 4}, {1, 1, 1, 1, 1, 1}};
  const auto points = opinion_plane(o, everybody(3));
  EXPECT_NEAR(std::abs(points[0][0]), std::sqrt(5.0), 1e-9);
  EXPECT_NEAR(points[1][0], 0, 1e-9);
  EXPECT_NEAR(points[2][0], -points[0][0], 1e-9);
  for (const auto& point : points) EXPECT_NEAR(point[1], 0, 1e-9);
}

TEST(OpinionPlane, IgnoresAConstantAddedToAnItem) {
  Opinions o = camps(12, 6, 2, 0.3, 5);
  const auto before = opinion_plane(o, everybody(12));
  for (std::size_t p = 0; p < 12; ++p) o.value[p * 6 + 2] += 3;
  const auto after = opinion_plane(o, everybody(12));
  for (std::size_t p = 0; p < 12; ++p) EXPECT_NEAR(before[p][0], after[p][0], 1e-9);
}

TEST(Silhouette, ReproducesAnExampleByHand) {
  // Two pairs 1 apart, 10 between the pairs: inside 1, outside 10 or 11 on average 10.5 or 9.5.
  const std::vector<Point> points = {{0, 0}, {1, 0}, {10, 0}, {11, 0}};
  const std::vector<int> groups = {0, 0, 1, 1};
  EXPECT_NEAR(silhouette(points, groups), (2 * (1 - 1 / 10.5) + 2 * (1 - 1 / 9.5)) / 4, 1e-12);
}

TEST(AdjustedRand, ReproducesHandCountsAndItsAnchors) {
  const std::vector<int> a = {0, 0, 0, 1, 1, 1};
  const std::vector<int> renamed = {1, 1, 1, 0, 0, 0};
  const std::vector<int> b = {0, 0, 1, 1, 2, 2};
  EXPECT_DOUBLE_EQ(adjusted_rand(a, renamed), 1);
  // Pairs together: both 2, a 6, b 3 of 15: (2 - 1.2) / (4.5 - 1.2).
  EXPECT_NEAR(adjusted_rand(a, b), 0.8 / 3.3, 1e-12);
}

TEST(KMeans, FindsWhatIsApartAndNumbersTheLargestFirst) {
  const std::vector<Point> points = {{9, 9}, {0, 0}, {0, 1}, {9, 8}, {1, 0}};
  Random random(1, "test");
  EXPECT_THAT(k_means(points, 2, random), testing::ElementsAre(1, 0, 0, 1, 0));
}

TEST(GroupLikeminded, FindsCampsThatAreThere) {
  for (const int count : {2, 3}) {
    const auto found = group_likeminded(camps(60, 12, count, 0.2, 9), {}, 1);
    ASSERT_FALSE(found.groups.empty()) << count;
    std::vector<int> truth;
    for (int p = 0; p < 60; ++p) truth.push_back(p % count);
    EXPECT_DOUBLE_EQ(adjusted_rand(found.groups, truth), 1) << count;
    EXPECT_GT(found.stability, 0.95);
  }
}

TEST(GroupLikeminded, FindsNoneInPureNoise) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    found += group_likeminded(camps(80, 24, 2, 1.0, seed), {}, seed).groups.empty() ? 0 : 1;
  EXPECT_LE(found, 1);  // the comparison with chance lets through about one in twenty at most
}

TEST(GroupLikeminded, KeepsEveryGroupAboveTheSmallestAllowed) {
  GroupRules rules;
  rules.smallest = 10;
  const auto found =
      group_likeminded(camps(24, 12, 4, 0.1, 3), rules, 1);  // four camps of six: none may be shown apart
  for (const int g : found.groups) EXPECT_GE(std::count(found.groups.begin(), found.groups.end(), g), 10);
}

/// Votes and published groups of a Polis conversation: 1 agree, -1 disagree, 0 pass, blank unseen.
struct Conversation {
  Opinions opinions;
  std::vector<int> published;
};

Conversation read_conversation(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const auto items = static_cast<std::size_t>(std::count(line.begin(), line.end(), ',') + 1 - 6);
  Conversation conversation;
  conversation.opinions.items = items;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::stringstream row(line + ",");
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    cells.resize(items + 6);
    if (cells[1].empty()) continue;  // Polis groups only those with enough votes
    conversation.published.push_back(std::stoi(cells[1]));
    ++conversation.opinions.people;
    for (std::size_t i = 6; i < cells.size(); ++i) {
      conversation.opinions.known.push_back(cells[i].empty() ? 0 : 1);
      conversation.opinions.value.push_back(cells[i].empty() ? 0 : std::stod(cells[i]));
    }
  }
  return conversation;
}

TEST(GroupLikeminded, AgreesBroadlyWithTheGroupsThatPolisPublished) {
  const char* shared = std::getenv("KOEPEL_SHARED");
  const std::filesystem::path opinion = std::filesystem::path(shared ? shared : "../shared") / "data/opinion";
  if (!std::filesystem::exists(opinion))
    GTEST_SKIP() << "NOT CHECKED against the groups of Polis: " << opinion << " is absent; set KOEPEL_SHARED";
  for (const std::string name : {"15-per-hour-seattle", "brexit-consensus"}) {
    const auto conversation = read_conversation((opinion / name / "participants-votes.csv").string());
    ASSERT_GT(conversation.opinions.people, 100u) << name;
    const int k = *std::max_element(conversation.published.begin(), conversation.published.end()) + 1;
    const auto points = opinion_plane(conversation.opinions, everybody(conversation.opinions.people));
    Random random(1, "polis");
    const auto ours = k_means(points, k, random);
    const auto found = group_likeminded(conversation.opinions, {}, 1);
    ASSERT_FALSE(found.groups.empty()) << name;
    EXPECT_GT(adjusted_rand(found.groups, conversation.published), 0.5) << name;
    EXPECT_GT(adjusted_rand(ours, conversation.published), 0.7) << name;
  }
}

}  // namespace
}  // namespace koepel::survey
