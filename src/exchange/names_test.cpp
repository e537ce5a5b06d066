// SPDX-License-Identifier: EUPL-1.2
#include "exchange/names.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace koepel::exchange::folder {
namespace {

using testing_list = std::vector<std::string>;

TEST(Names, FoldingForgetsCaseAccentsAndBlanksButKeepsCodesApart) {
  EXPECT_EQ(folded("Vaste  Kosten"), "vastekosten");
  EXPECT_EQ(folded("vaste_kosten"), "vastekosten");
  EXPECT_EQ(folded("Reusel-De Mierden"), "reuseldemierden");
  EXPECT_EQ(folded("’s-Hertogenbosch"), folded("'s-hertogenbosch"));
  EXPECT_EQ(folded("Súdwest-Fryslân"), "sudwestfryslan");
  EXPECT_EQ(folded("e\u0301\u00E9"), "ee");
  EXPECT_NE(folded("0.1"), folded("0.10"));
  EXPECT_NE(folded("0.1"), folded("01"));
  EXPECT_EQ(folded("n.v.t."), "nvt");
}

/// The recursion of the definition, for comparison with the two rows.
int plain_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
  const int change = a.back() == b.back() ? 0 : 1;
  const auto a1 = a.substr(0, a.size() - 1), b1 = b.substr(0, b.size() - 1);
  int least = std::min({plain_distance(a1, b) + 1, plain_distance(a, b1) + 1, plain_distance(a1, b1) + change});
  if (a.size() > 1 && b.size() > 1 && a.back() == b1.back() && a1.back() == b.back())
    least = std::min(least, plain_distance(a1.substr(0, a1.size() - 1), b1.substr(0, b1.size() - 1)) + 1);
  return least;
}

TEST(Names, EditDistanceIsThatOfItsDefinition) {
  EXPECT_EQ(edit_distance("eersel", "eersle", 5), 1);
  EXPECT_EQ(edit_distance("bladel", "bergeijk", 3), 4);
  EXPECT_TRUE(rc::check("two ways to compute", [] {
    const auto word = rc::gen::resize(6, rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c')));
    const auto a = *word, b = *word;
    const int limit = *rc::gen::inRange(0, 7);
    RC_ASSERT(edit_distance(a, b, limit) == std::min(plain_distance(a, b), limit + 1));
  }));
}

NameIndex municipalities() {
  NameIndex index;
  index.add("GM0770", {"Eersel"});
  index.add("GM0373", {"Bergen (NH.)"});
  index.add("GM0893", {"Bergen (L.)"});
  index.add("GM1724", {"Bergeijk"});
  return index;
}

TEST(Names, FindsByCodeAndName) {
  const auto index = municipalities();
  for (const auto* text : {"GM0770", "gm0770", "GM 0770", "eersel", "EERSEL "}) {
    const auto match = index.find(text);
    ASSERT_NE(match.id, nullptr) << text;
    EXPECT_EQ(*match.id, "GM0770");
  }
  EXPECT_EQ(index.find("Bergen").id, nullptr);
  EXPECT_EQ(index.find("").id, nullptr);
}

TEST(Names, SuggestsWhatLooksLikeIt) {
  const auto index = municipalities();
  EXPECT_EQ(index.near("Eerzel"), (testing_list{"Eersel (GM0770)"}));
  EXPECT_EQ(index.near("Bergen"), (testing_list{"Bergen (L.) (GM0893)", "Bergen (NH.) (GM0373)"}));
  EXPECT_EQ(index.near("GM0771"), (testing_list{"Eersel (GM0770)", "Bergen (NH.) (GM0373)"}));
  EXPECT_TRUE(index.near("Amsterdam").empty());
  EXPECT_TRUE(index.near(std::string(1000, 'x')).empty());
}

TEST(Names, NameOfTwoThingsFindsNeither) {
  NameIndex index;
  index.add("a", {"beheer"});
  index.add("b", {"Beheer"});
  EXPECT_TRUE(index.find("beheer").several);
  EXPECT_EQ(index.name_of("a", 0), "a");
  index.add("beheer", {});
  ASSERT_NE(index.find("BEHEER").id, nullptr);
  EXPECT_EQ(*index.find("BEHEER").id, "beheer");
}

TEST(Names, CodesThatDifferOnlyInSignsAreStillApart) {
  NameIndex index;
  index.add("a-1", {});
  index.add("a1", {});
  EXPECT_EQ(*index.find("a-1").id, "a-1");
  EXPECT_EQ(*index.find("a1").id, "a1");
  EXPECT_TRUE(index.find("A 1").several);
}

}  // namespace
}  // namespace koepel::exchange::folder
