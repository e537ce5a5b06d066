// SPDX-License-Identifier: EUPL-1.2
#include "store/log.h"

#include <gmock/gmock.h>

#include "base/hash.h"
#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;
using testing::ElementsAre;
using testing::Field;

struct Log : OnBoth {
  void SetUp() override {
    OnBoth::SetUp();
    if (!opened) return;
    EXPECT_TRUE(add_study(db(), {"kempen", 5}));
  }
  std::string refusal(const std::string& sql) {
    try {
      run(db(), sql);
    } catch (const DatabaseError& error) {
      return error.kind == DatabaseError::Kind::forbidden ? "forbidden" : error.what();
    }
    return "done";
  }
};
KOEPEL_ON_BOTH(Log);

TEST_P(Log, GivesBackWhatWasStoredAfterReopening) {
  const auto answer = stored(append(db(), batch("kempen", "c1", {event("a", R"({"x":"é🙂"})"), event("b")})));
  EXPECT_EQ(answer.first, 1);
  EXPECT_EQ(answer.last, 2);
  EXPECT_FALSE(answer.repeated);
  reopen();
  const auto events = events_after(db(), "kempen", 0);
  ASSERT_EQ(events.size(), 2U);
  LoggedEvent first{
      {1, 1'700'000'000'000'000, "p-00000000000000aa", "figures-entered", "a", R"({"x":"é🙂"})"}, "c1", "", ""};
  first.hash = event_hash("kempen", first);
  EXPECT_EQ(events[0], first);
  EXPECT_EQ(events[1].previous_hash, first.hash);
  EXPECT_EQ(find_study(db(), "kempen")->last_hash, events[1].hash);
  EXPECT_EQ(events_after(db(), "kempen", 1).size(), 1U);
  EXPECT_EQ(events_after(db(), "kempen", 0, 1).size(), 1U);
}

TEST(EventHash, IsTheSumOfPartsWithTheirLengths) {
  const LoggedEvent one{{7, 12, "p-1", "k", "", "{}"}, "c", "ab", ""};
  EXPECT_EQ(event_hash("kempen", one), sha256("6:kempen1:72:123:p-11:k0:2:{}1:c2:ab"));
}

TEST(EventHash, ChangesWithEveryPart) {
  const LoggedEvent one{{7, 12, "a", "b", "c", "d"}, "e", "f", ""};
  std::vector<LoggedEvent> others(9, one);
  others[0].sequence = 8;
  others[1].time_us = 13;
  others[2].actor = "ab";
  others[2].kind = "";  // the same letters, divided otherwise
  others[3].kind = "x";
  others[4].record_key = "x";
  others[5].payload = "x";
  others[6].client_id = "x";
  others[7].previous_hash = "x";
  others[8].actor = "x";
  for (const auto& other : others) EXPECT_NE(event_hash("s", other), event_hash("s", one));
  EXPECT_NE(event_hash("t", one), event_hash("s", one));
}

TEST_P(Log, StoresARepeatedBatchOnceAndAnswersTheSame) {
  const auto once = batch("kempen", "c1", {event("a"), event("b")});
  (void)append(db(), once);
  (void)append(db(), batch("kempen", "c2", {event("a")}));
  auto changed = once;  // the id counts, not the content
  changed.events.pop_back();
  for (const auto& again : {once, changed}) {
    const auto answer = stored(append(db(), again));
    EXPECT_TRUE(answer.repeated);
    EXPECT_EQ(answer.first, 1);
    EXPECT_EQ(answer.last, 2);
  }
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 3U);
}

TEST_P(Log, KnowsAClientIdPerStudy) {
  EXPECT_TRUE(add_study(db(), {"gooi", 5}));
  (void)append(db(), batch("kempen", "c1", {event("a")}));
  EXPECT_FALSE(stored(append(db(), batch("gooi", "c1", {event("a")}))).repeated);
}

TEST_P(Log, RefusesAnUnknownAndAnArchivedStudyButRepeatsAnAnswer) {
  EXPECT_TRUE(std::holds_alternative<NoSuchStudy>(append(db(), batch("nowhere", "c1", {event("a")}))));
  (void)append(db(), batch("kempen", "c1", {event("a")}));
  archive_study(db(), "kempen", 9);
  EXPECT_TRUE(std::holds_alternative<StudyClosed>(append(db(), batch("kempen", "c2", {event("a")}))));
  EXPECT_TRUE(stored(append(db(), batch("kempen", "c1", {event("a")}))).repeated);
  archive_study(db(), "kempen", 0);
  EXPECT_EQ(stored(append(db(), batch("kempen", "c2", {event("a")}))).first, 2);
}

TEST_P(Log, ShowsWhatOthersWroteUnderTheSameKeys) {
  (void)append(db(), batch("kempen", "c1", {event("a", "1"), event("b", "1")}));
  (void)append(db(), batch("kempen", "c2", {event("a", "2"), event("c", "2")}));
  (void)append(db(), batch("kempen", "c3", {event("a", "3")}));
  auto mine = batch("kempen", "c4", {event("a", "4"), event("b", "4"), event("c", "4")});
  mine.events[0].expected = 1;
  mine.events[1].expected = 2;
  mine.events[2].expected = 0;
  const auto answer = append(db(), mine);
  ASSERT_TRUE(std::holds_alternative<Conflict>(answer));
  EXPECT_THAT(std::get<Conflict>(answer).theirs,
              ElementsAre(Field(&LoggedEvent::sequence, 3), Field(&LoggedEvent::sequence, 4),
                          Field(&LoggedEvent::sequence, 5)));
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 5U);
  mine.events[0].expected = 5;
  mine.events[2].expected = 4;
  EXPECT_EQ(stored(append(db(), mine)).first, 6);
}

TEST_P(Log, NeverConflictsWithoutKeyOrWithoutExpectation) {
  (void)append(db(), batch("kempen", "c1", {event(""), event("a")}));
  auto mine = batch("kempen", "c2", {event(""), event("a")});
  mine.events[0].expected = 0;
  EXPECT_EQ(stored(append(db(), mine)).last, 4);
}

TEST_P(Log, StoresABigBatchInOrder) {
  std::vector<NewEvent> events;
  for (int i = 0; i < 203; ++i) events.push_back(event("k" + std::to_string(i)));
  EXPECT_EQ(stored(append(db(), batch("kempen", "c1", events))).last, 203);
  const auto read = events_after(db(), "kempen", 0);
  for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i].record_key, events[i].record_key);
  EXPECT_TRUE(verify_chain(db()).broken.empty());
}

TEST_P(Log, IsNeverChangedOrDeleted) {
  (void)append(db(), batch("kempen", "c1", {event("a")}));
  EXPECT_EQ(refusal("UPDATE event SET payload = 'x'"), "forbidden");
  EXPECT_EQ(refusal("DELETE FROM event"), "forbidden");
  if (GetParam() == "postgresql") {
    EXPECT_EQ(refusal("TRUNCATE event"), "forbidden");
  } else {
    EXPECT_EQ(refusal("INSERT OR REPLACE INTO event SELECT * FROM event"), "forbidden");
    EXPECT_EQ(refusal("UPDATE OR REPLACE event SET sequence = 9"), "forbidden");
  }
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 1U);
  EXPECT_TRUE(verify_chain(db()).broken.empty());
}

TEST_P(Log, RefusesTextsThatOnlyOneDatabaseWouldTake) {
  for (const std::string& text :
       {std::string("a\0b", 3), std::string("\xff"), std::string("\xc0\x80"), std::string("\xed\xa0\x80"),
        std::string("\xf4\x90\x80\x80"), std::string("\xe2\x82")})
    EXPECT_THROW((void)append(db(), batch("kempen", "c1", {event("a", text)})), DatabaseError);
  EXPECT_THROW(run(db(), "SELECT ?1", {}), DatabaseError);
  EXPECT_THROW(run(db(), "SELECT 1", {std::int64_t{1}}), DatabaseError);
  EXPECT_EQ(stored(append(db(), batch("kempen", "c1", {event("a", "ë€𐍈\xf4\x8f\xbf\xbf")}))).first, 1);
}

}  // namespace
}  // namespace koepel::store
