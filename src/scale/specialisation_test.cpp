// SPDX-License-Identifier: EUPL-1.2
#include "scale/specialisation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace koepel::scale {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Specialisation, ReproducesFivePartnersOfFourTenths) {
  const auto found = specialise({{"A", 0.4}, {"B", 0.4}, {"C", 0.4}, {"D", 0.4}, {"E", 0.4}}, 2, 0.10);
  EXPECT_EQ(found.count, 1);
  ASSERT_THAT(found.combinations, SizeIs(1));
  EXPECT_THAT(found.combinations[0].partners, SizeIs(5));
  EXPECT_NEAR(found.combinations[0].outage, 0.01, 1e-12);
  EXPECT_NEAR(found.outage_now[0].second, 0.10, 1e-12);
}

TEST(Specialisation, KnowsThatNobodyReachesItTogether) {
  const auto found = specialise({{"A", 0.4}, {"B", 0.5}}, 1, 0.10);
  EXPECT_THAT(found.combinations, IsEmpty());
  EXPECT_THAT(found.short_of, SizeIs(2));
}

TEST(Specialisation, NamesWhoIsLargeEnoughAlone) {
  const auto found = specialise({{"A", 2.5}, {"B", 0}}, 2, 0.10);
  ASSERT_THAT(found.combinations, SizeIs(1));
  EXPECT_EQ(found.combinations[0].partners, std::vector<std::string>{"A"});
  EXPECT_EQ(found.short_of, std::vector<std::string>{"B"});
  EXPECT_THAT(found.outage_now, SizeIs(1)) << "nobody does the work at B";
}

TEST(Specialisation, StopsCountingAndSaysSo) {
  std::vector<std::pair<std::string, double>> many;
  for (int i = 0; i < 20; ++i) many.emplace_back("P" + std::to_string(i), 0.1);
  const auto found = specialise(many, 1, 0.1, 20, 500);
  EXPECT_FALSE(found.complete);
  EXPECT_THAT(found.combinations, SizeIs(20));
}

RC_GTEST_PROP(Specialisation, FindsExactlyTheSmallestCombinations, ()) {
  std::vector<std::pair<std::string, double>> fte;
  const int n = *rc::gen::inRange(1, 9);
  for (int i = 0; i < n; ++i)
    fte.emplace_back(std::string(1, static_cast<char>('A' + i)), *rc::gen::inRange(0, 15) / 10.0);
  const double needed = *rc::gen::inRange(5, 30) / 10.0;
  std::set<std::set<std::string>> expected;
  for (unsigned mask = 1; mask < 1u << n; ++mask) {
    double sum = 0, least = 1e9;
    std::set<std::string> members;
    for (int i = 0; i < n; ++i)
      if ((mask >> i & 1) != 0) {
        sum += fte[static_cast<std::size_t>(i)].second;
        least = std::min(least, fte[static_cast<std::size_t>(i)].second);
        members.insert(fte[static_cast<std::size_t>(i)].first);
      }
    if (sum >= needed - 1e-9 && sum - least < needed - 1e-9) expected.insert(members);
  }
  const auto found = specialise(fte, needed, 0.1, 1000);
  std::set<std::set<std::string>> got;
  for (const auto& one : found.combinations) got.insert({one.partners.begin(), one.partners.end()});
  RC_ASSERT(got == expected);
  RC_ASSERT(static_cast<std::size_t>(found.count) == expected.size());
}

}  // namespace
}  // namespace koepel::scale
