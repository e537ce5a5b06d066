// SPDX-License-Identifier: EUPL-1.2
// Clients send again what may have arrived: in any order, from several threads, nothing is doubled and nothing lost.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <thread>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

struct Repeats : OnBoth {
  int studies = 0;
  std::string new_study() {
    const std::string study = "s" + std::to_string(++studies);
    EXPECT_TRUE(add_study(db(), {study, 5}));
    return study;
  }
};
KOEPEL_ON_BOTH(Repeats);

/// Batches about few records, some of which expect a record to be new.
std::vector<Batch> random_batches(const std::string& study) {
  const auto sizes = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 12)));
  std::vector<Batch> batches;
  for (const int size : sizes) {
    Batch made = batch(study, "c" + std::to_string(batches.size()), {});
    for (int i = 0; i < size; ++i) {
      made.events.push_back(event("k" + std::to_string(*rc::gen::inRange(0, 40)), std::to_string(i)));
      if (*rc::gen::inRange(0, 8) == 0) made.events.back().expected = 0;
    }
    batches.push_back(std::move(made));
  }
  return batches;
}

/// For each thread which batches it sends, in which order; every batch at least once.
std::vector<std::vector<std::size_t>> random_turns(std::size_t batches) {
  std::vector<std::vector<std::size_t>> turns(4);
  const auto pick = [&](int most) { return static_cast<std::size_t>(*rc::gen::inRange(0, most)); };
  for (std::size_t i = 0; i < batches; ++i) turns[pick(4)].push_back(i);
  for (std::size_t i = 0; i < 2 * batches; ++i) turns[pick(4)].push_back(pick(static_cast<int>(batches)));
  for (auto& turn : turns)
    for (std::size_t i = 1; i < turn.size(); ++i) std::swap(turn[i], turn[pick(static_cast<int>(i) + 1)]);
  return turns;
}

/// The answers to each batch, however often it was sent.
using Answers = std::map<std::size_t, std::vector<Appended>>;

Answers send(Store& store, const std::vector<Batch>& batches, const std::vector<std::vector<std::size_t>>& turns) {
  std::vector<Answers> by_thread(turns.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < turns.size(); ++thread)
      threads.emplace_back([&, thread] {
        for (const std::size_t i : turns[thread]) by_thread[thread][i].push_back(append(store, batches[i]));
      });
  }
  Answers all;
  for (auto& answers : by_thread)
    for (auto& [i, given] : answers) all[i].insert(all[i].end(), given.begin(), given.end());
  return all;
}

/// All answers to one batch name the same events, and one of them is the first.
std::optional<Stored> one_answer(const std::vector<Appended>& answers) {
  std::optional<Stored> found;
  int first_times = 0;
  for (const Appended& answer : answers) {
    const auto* stored = std::get_if<Stored>(&answer);
    RC_ASSERT((stored != nullptr) == std::holds_alternative<Stored>(answers.front()));
    if (stored == nullptr) continue;
    RC_ASSERT(!found || (found->first == stored->first && found->last == stored->last));
    found = *stored;
    first_times += stored->repeated ? 0 : 1;
  }
  RC_ASSERT(first_times == (found ? 1 : 0));
  return found;
}

void expect_events(const std::vector<LoggedEvent>& log, const Batch& batch, const Stored& stored) {
  RC_ASSERT(stored.last - stored.first + 1 == static_cast<std::int64_t>(batch.events.size()));
  for (std::size_t i = 0; i < batch.events.size(); ++i) {
    const LoggedEvent& found = log.at(static_cast<std::size_t>(stored.first) - 1 + i);
    RC_ASSERT(found.client_id == batch.client_id);
    RC_ASSERT(found.record_key == batch.events[i].record_key);
    RC_ASSERT(found.payload == batch.events[i].payload);
  }
}

TEST_P(Repeats, StoreEveryBatchOnceInOneChain) {
  const bool holds = rc::check([&] {
    const std::string study = new_study();
    const auto batches = random_batches(study);
    const auto answers = send(db(), batches, random_turns(batches.size()));
    const auto log = events_after(db(), study, 0);
    std::size_t events = 0;
    for (const auto& [i, given] : answers)
      if (const auto stored = one_answer(given)) {
        expect_events(log, batches[i], *stored);
        events += batches[i].events.size();
      }
    RC_ASSERT(log.size() == events);
    RC_ASSERT(verify_chain(db(), study).broken.empty());
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace koepel::store
