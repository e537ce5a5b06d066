// SPDX-License-Identifier: EUPL-1.2
// What only a server brings: several processes at once, lost connections, waiting in a circle.
#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <set>
#include <thread>

#include "store/drivers.h"
#include "store/postgres_words.h"
#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

/// Named so that it runs with the others in one program.
struct Server : OnBoth {
  std::unique_ptr<Store> other;
  void SetUp() override {
    OnBoth::SetUp();
    if (!opened) return;
    other = place.open();
    for (const char* study : {"gooi", "kempen"}) EXPECT_TRUE(add_study(db(), {study, 5}));
  }
  void cut_all_connections() const {
    place.connect()->query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()");
  }
};
INSTANTIATE_TEST_SUITE_P(Postgres, Server, testing::Values(std::string("postgresql")));

constexpr int threads_each = 6, batches_each = 60;

/// Appends to both studies from several threads of one process.
std::vector<std::jthread> append_many(Store& store, const std::string& name, std::atomic<int>& answers) {
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < threads_each; ++thread)
    threads.emplace_back([&store, &answers, name, thread] {
      for (int i = 0; i < batches_each; ++i) {
        const std::string id = name + std::to_string(thread) + "-" + std::to_string(i);
        (void)stored(append(store, batch(i % 2 == 0 ? "gooi" : "kempen", id, {event("a"), event("b")})));
        ++answers;
        answers.notify_all();
      }
    });
  return threads;
}

void expect_each_once(Store& store, std::size_t batches) {
  std::set<std::pair<std::string, std::string>> found;
  std::size_t events = 0;
  for (const char* study : {"gooi", "kempen"})
    for (const auto& event : events_after(store, study, 0)) {
      found.insert({study, event.client_id});
      ++events;
    }
  EXPECT_EQ(found.size(), batches);
  EXPECT_EQ(events, 2 * batches);
  EXPECT_THAT(verify_chain(store).broken, testing::IsEmpty());
}

TEST_P(Server, KeepsOneChainForSeveralProcesses) {
  std::atomic<int> answers = 0;
  auto here = append_many(db(), "here", answers), there = append_many(*other, "there", answers);
  here.clear();
  there.clear();
  expect_each_once(db(), std::size_t{2} * threads_each * batches_each);
}

TEST_P(Server, StoresOnceWhatTwoProcessesSendAtTheSameTime) {
  std::atomic<int> answers = 0;
  auto here = append_many(db(), "same", answers), there = append_many(*other, "same", answers);
  here.clear();
  there.clear();
  expect_each_once(db(), std::size_t{threads_each} * batches_each);
}

TEST_P(Server, LosesAndDoublesNothingWhenConnectionsAreCut) {
  std::atomic<int> answers = 0;
  auto here = append_many(db(), "here", answers);
  for (int next = 10; next < threads_each * batches_each; next += 40) {
    for (int now = answers; now < next; now = answers) answers.wait(now);
    cut_all_connections();
    EXPECT_TRUE(find_study(db(), "gooi"));  // readers come back too
  }
  here.clear();
  expect_each_once(db(), std::size_t{threads_each} * batches_each);
}

TEST_P(Server, LetsOneOfTwoGoFirstThatWaitForEachOther) {
  std::latch both(2);
  const auto change = [&](Store& store, const std::string& first, const std::string& second) {
    bool waited = false;
    store.write([&](Database& database) {
      database.query("UPDATE study SET created_us = created_us + 1 WHERE id = ?1", {first});
      if (!waited) both.arrive_and_wait();
      waited = true;
      database.query("UPDATE study SET created_us = created_us + 1 WHERE id = ?1", {second});
    });
  };
  {
    std::jthread here([&] { change(db(), "gooi", "kempen"); });
    std::jthread there([&] { change(*other, "kempen", "gooi"); });
  }
  for (const auto& study : all_studies(db())) EXPECT_EQ(study.created_us, 7);
}

TEST_P(Server, HandsInOnceWhatTwoProcessesHandIn) {
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i), pseudonym = "r-" + number;
    add_invitations(db(), {{"i-" + number, "kempen", "h" + number, "", "", "", "open"}});
    std::atomic<int> first_times = 0;
    const auto hand = [&](Store& store, const std::string& id) {
      const auto answer =
          hand_in(store, batch("kempen", id, {{pseudonym, "answer", pseudonym, "3", {}}}), pseudonym, "i-" + number);
      if (!stored(answer).repeated) ++first_times;
    };
    {
      std::jthread here([&] { hand(db(), "here" + number); });
      std::jthread there([&] { hand(*other, "there" + number); });
    }
    EXPECT_EQ(first_times, 1);
  }
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 20U);
  EXPECT_THAT(verify_chain(db()).broken, testing::IsEmpty());
}

TEST_P(Server, AcknowledgesNothingAfterAnErrorThatWasSwallowed) {
  EXPECT_THROW(db().write([](Database& database) {
    database.query("UPDATE study SET created_us = 9");
    try {
      database.query("SELECT nonsense");
    } catch (const DatabaseError&) {
    }
  }),
               StoreFault);
  EXPECT_EQ(find_study(db(), "gooi")->created_us, 5);
}

TEST_P(Server, HasItsOwnWayToMakeACopy) {
  try {
    db().backup("/nowhere");
    FAIL();
  } catch (const StoreFault& fault) {
    EXPECT_THAT(fault.what(), testing::HasSubstr("pg_dump"));
  }
}

TEST(Dollars, TakeThePlaceOfQuestionMarksOutsideQuotes) {
  std::size_t highest = 0;
  EXPECT_EQ(with_dollars("a = ?1 AND b = '?2' AND c = ?12 AND d = ?3", highest),
            "a = $1 AND b = '?2' AND c = $12 AND d = $3");
  EXPECT_EQ(highest, 12U);
}

}  // namespace
}  // namespace koepel::store
