// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

/// A log of two studies with the triggers gone, as somebody with the file could make it.
struct Chain : OnBoth {
  void SetUp() override {
    OnBoth::SetUp();
    if (!opened) return;
    for (const char* study : {"gooi", "kempen"}) {
      EXPECT_TRUE(add_study(db(), {study, 5}));
      for (int i = 0; i < 5; ++i)
        (void)append(db(), batch(study, "c" + std::to_string(i), {event("a", std::to_string(i))}));
    }
    EXPECT_TRUE(broken().empty());
    for (const char* trigger : {"event_not_changed", "event_not_deleted"}) drop(trigger);
  }
  void drop(const std::string& trigger) {
    const bool postgres = GetParam() == "postgresql";
    if (postgres && trigger == "event_not_deleted") return;
    run(db(), "DROP TRIGGER " + trigger + (postgres ? " ON event" : ""));
  }
  std::vector<std::string> broken() {
    std::vector<std::string> found;
    for (const auto& link : verify_chain(db()).broken)
      found.push_back(link.study + " " + std::to_string(link.sequence) + " " + link.what);
    return found;
  }
};
KOEPEL_ON_BOTH(Chain);

using testing::ElementsAre;

TEST_P(Chain, CountsWhatItLookedAt) {
  EXPECT_EQ(verify_chain(db()).events, 10U);
  EXPECT_EQ(verify_chain(db()).studies, 2U);
  EXPECT_EQ(verify_chain(db(), "gooi").events, 5U);
  EXPECT_EQ(verify_chain(db(), "nowhere").studies, 0U);
}

TEST_P(Chain, ShowsAChangedByteInEveryColumn) {
  for (const char* column : {"actor", "kind", "record_key", "payload", "client_id"}) {
    const std::string name(column);
    run(db(), "UPDATE event SET " + name + " = " + name + " || 'x' WHERE study = 'kempen' AND sequence = 3");
    EXPECT_THAT(broken(), ElementsAre("kempen 3 hash")) << column;
    run(db(), "UPDATE event SET " + name + " = substr(" + name + ", 1, length(" + name +
                  ") - 1) WHERE study = 'kempen' AND sequence = 3");
  }
  run(db(), "UPDATE event SET time_us = time_us + 1 WHERE study = 'kempen' AND sequence = 3");
  EXPECT_THAT(broken(), ElementsAre("kempen 3 hash"));
}

TEST_P(Chain, ShowsARowThatWasForgedWithItsHash) {
  auto forged = events_after(db(), "kempen", 2, 1).front();
  forged.payload = "other";
  run(db(), "UPDATE event SET payload = 'other', hash = ?1 WHERE study = 'kempen' AND sequence = 3",
      {event_hash("kempen", forged)});
  EXPECT_THAT(broken(), ElementsAre("kempen 4 previous"));
}

TEST_P(Chain, ShowsARemovedRow) {
  run(db(), "DELETE FROM event WHERE study = 'kempen' AND sequence = 3");
  EXPECT_THAT(broken(), ElementsAre("kempen 4 gap", "kempen 4 previous"));
}

TEST_P(Chain, ShowsARemovedEnd) {
  run(db(), "DELETE FROM event WHERE study = 'kempen' AND sequence = 5");
  EXPECT_THAT(broken(), ElementsAre("kempen 5 head"));
}

TEST_P(Chain, ShowsSwappedRows) {
  run(db(), "UPDATE event SET sequence = 99 WHERE study = 'kempen' AND sequence = 2");
  run(db(), "UPDATE event SET sequence = 2 WHERE study = 'kempen' AND sequence = 3");
  run(db(), "UPDATE event SET sequence = 3 WHERE study = 'kempen' AND sequence = 99");
  EXPECT_THAT(broken(), testing::IsSupersetOf({"kempen 2 hash", "kempen 2 previous", "kempen 3 hash"}));
}

TEST_P(Chain, ShowsARowOfAnotherStudy) {
  run(db(), "UPDATE event SET study = 'gooi', sequence = 6 WHERE study = 'kempen' AND sequence = 5");
  EXPECT_THAT(broken(), testing::IsSupersetOf({"gooi 6 hash", "gooi 5 head", "kempen 5 head"}));
}

}  // namespace
}  // namespace koepel::store
