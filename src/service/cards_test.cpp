// SPDX-License-Identifier: EUPL-1.2
// What the server keeps of studies: a list tells of each without holding them, and what is asked for longest ago goes.
#include "service/cards.h"

#include <gtest/gtest.h>

#include "service/changes.h"
#include "service/desk_test_parts.h"
#include "service/least_recent.h"

namespace koepel::service {

using testing_desk::TestDesk;

TEST(LeastRecent, LetsGoWhatWasAskedForLongestAgo) {
  LeastRecent<std::string> held(10);
  for (const char* key : {"a", "b", "c"}) held.touch(key, 4);
  EXPECT_EQ(held.surplus(), "a");
  EXPECT_EQ(held.surplus(), std::nullopt) << "b and c weigh 8";
  held.touch("b", 4), held.touch("d", 4);
  EXPECT_EQ(held.surplus(), "c") << "b was asked for after it";
}

TEST(LeastRecent, KeepsTheLastOneHoweverHeavy) {
  LeastRecent<std::string> held(10);
  held.touch("a", 1), held.touch("heavy", 99);
  EXPECT_EQ(held.surplus(), "a");
  EXPECT_EQ(held.surplus(), std::nullopt);
}

TEST(Shelf, ForgetsAStudyAndFoldsItAgain) {
  TestDesk test;
  const auto one = test.small_study(), two = test.small_study();
  Shelf shelf(1);
  const auto before = shelf.get(test.store, one);
  EXPECT_EQ(shelf.get(test.store, one), before) << "kept";
  ASSERT_TRUE(shelf.get(test.store, two));
  const auto after = shelf.get(test.store, one);
  EXPECT_NE(after, before) << "folded again";
  EXPECT_EQ(after->study, before->study);
}

TEST(Cards, AreThoseOfTheStudyAsItStands) {
  TestDesk test;
  const auto study = test.small_study();
  const auto card = card_of(test.desk, *store::find_study(test.store, study));
  EXPECT_EQ(card.title.nl, "Proef");
  EXPECT_EQ(card.partners.size(), 2u);
  EXPECT_EQ(card.phase, "zero");
  ASSERT_TRUE(submit(test.desk, test.as(Role::facilitator),
                     {study, "c1", {{.kind = "version-named", .cells = {{"name", "x"}}}}}));
  EXPECT_GT(card_of(test.desk, *store::find_study(test.store, study)).sequence, card.sequence);
}

TEST(Cards, SayWhichStudyCannotBeReadAndTellTheOthers) {
  TestDesk test;
  const auto sound = test.small_study(), broken = test.small_study();
  (void)store::append(test.store,
                      {broken, "c1", 1, {{"p-maker", "figures-entered", "", R"({"cells":{"colour":"red"}})", {}}}});
  const auto card = card_of(test.desk, *store::find_study(test.store, broken));
  EXPECT_EQ(card.title.nl, broken);
  EXPECT_NE(card.broken.find("colour"), std::string::npos) << card.broken;
  EXPECT_EQ(card_of(test.desk, *store::find_study(test.store, sound)).broken, "");
}

}  // namespace koepel::service
