// SPDX-License-Identifier: EUPL-1.2
// A process that is killed while it writes: everything it had acknowledged is there, once, in an unbroken chain.
// KOEPEL_KILL_ROUNDS sets how often (30).
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <map>
#include <thread>

#include "base/ensure.h"
#include "base/random.h"
#include "store/children_test.h"
#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

int rounds() {
  const char* const set = std::getenv("KOEPEL_KILL_ROUNDS");
  return set == nullptr ? 30 : std::atoi(set);
}

/// Appends batches of one to three events from several threads for ever; tells each answer in one line, which a pipe
/// takes as a whole.
void write_for_ever(const Place& place, const std::string& study, int out) {
  const auto store = place.open();
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 6; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0;; ++i) {
        const std::string id = std::to_string(thread) + "-" + std::to_string(i);
        const auto answer = stored(
            append(*store, batch(study, id, std::vector<NewEvent>(static_cast<std::size_t>(1 + i % 3), event("a")))));
        const std::string line = id + " " + std::to_string(answer.first) + " " + std::to_string(answer.last) + "\n";
        ENSURE(write(out, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
      }
    });
}

/// Reads what the child acknowledged; kills it after `answers` lines, and reads what was still in the pipe.
std::string acknowledged_until_killed(pid_t child, int in, std::uint32_t answers) {
  std::string text;
  char piece[4096];
  bool killed = false;
  std::uint32_t lines = 0;
  for (ssize_t got = 0; (got = read(in, piece, sizeof piece)) > 0;) {
    text.append(piece, static_cast<std::size_t>(got));
    lines += static_cast<std::uint32_t>(std::count(piece, piece + got, '\n'));
    if (lines < answers || killed) continue;
    kill(child, SIGKILL);
    killed = true;
  }
  return text;
}

/// The sequences of every batch.
using Batches = std::map<std::string, std::vector<std::int64_t>>;

Batches batches_in(Store& store, const std::string& study) {
  Batches found;
  for (const auto& event : events_after(store, study, 0)) found[event.client_id].push_back(event.sequence);
  return found;
}

void expect_all(const std::string& acknowledged, const Batches& found) {
  std::istringstream lines(acknowledged);
  std::string id;
  for (std::int64_t first = 0, last = 0; lines >> id >> first >> last;) {
    ASSERT_TRUE(found.contains(id)) << id;
    std::vector<std::int64_t> wanted;
    for (; first <= last; ++first) wanted.push_back(first);
    EXPECT_EQ(found.at(id), wanted) << id;
  }
}

/// Also what was not acknowledged is there as a whole or not at all.
void expect_whole_batches(const Batches& found) {
  for (const auto& [id, sequences] : found)
    EXPECT_EQ(sequences.size(), 1 + std::stoul(id.substr(id.find('-') + 1)) % 3) << id;
}

struct Kill : OnBoth {
  void round(std::uint32_t answers, int number) {
    const std::string study = "s" + std::to_string(number);
    EXPECT_TRUE(add_study(db(), {study, 5}));
    opened.reset();
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = in_child([&] { write_for_ever(place, study, ends[1]); });
    close(ends[1]);
    const std::string acknowledged = acknowledged_until_killed(child, ends[0], answers);
    close(ends[0]);
    EXPECT_TRUE(WIFSIGNALED(end_of(child)));
    opened = place.open();
    const auto found = batches_in(db(), study);
    expect_all(acknowledged, found);
    expect_whole_batches(found);
    EXPECT_TRUE(verify_chain(db(), study).broken.empty());
    EXPECT_GE(std::count(acknowledged.begin(), acknowledged.end(), '\n'), answers);
  }
};
KOEPEL_ON_BOTH(Kill);

TEST_P(Kill, LosesNothingThatWasAcknowledged) {
  Random random(17, "kill");
  for (int number = 0; number < rounds() && !HasFailure(); ++number) round(1 + random.below(400), number);
}

}  // namespace
}  // namespace koepel::store
