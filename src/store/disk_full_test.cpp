// SPDX-License-Identifier: EUPL-1.2
// A disk without room: what was acknowledged stays, what was not is not there, and with room again writing goes on.
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "base/ensure.h"
#include "store/children_test.h"
#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

/// What callers were told.
struct Told {
  std::mutex mutex;
  std::set<std::string> stored, refused;
};

/// Appends from four threads until each was refused once because of the full disk.
void append_until_full(Store& store, const std::string& round, Told& told) {
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0;; ++i) {
        const std::string id = round + "-" + std::to_string(thread) + "-" + std::to_string(i);
        bool full = false;
        try {
          (void)append(store, batch("kempen", id, {event("a", std::string(3000, 'x'))}));
        } catch (const StoreFault& fault) {
          full = fault.kind == StoreFault::Kind::disk_full;
          if (!full) std::fprintf(stderr, "child: %s\n", fault.what());
          ENSURE(full);
        }
        const std::lock_guard lock(told.mutex);
        (full ? told.refused : told.stored).insert(id);
        if (full) return;
      }
    });
}

void expect_what_was_told(Store& store, const Told& told) {
  std::set<std::string> found;
  for (const auto& event : events_after(store, "kempen", 0)) ENSURE(found.insert(event.client_id).second);
  ENSURE(found == told.stored);
  ENSURE(verify_chain(store).broken.empty());
}

/// Twice full and twice room again, then once more from the file alone.
void fill_and_free(const std::filesystem::path& folder, const std::function<void()>& squeeze,
                   const std::function<void()>& make_room) {
  Told told;
  {
    Store store(folder);
    ENSURE(add_study(store, {"kempen", 5}));
    for (const char* round : {"one", "two"}) {
      squeeze();
      append_until_full(store, round, told);
      expect_what_was_told(store, told);
      make_room();
      for (const auto& id : told.refused) {
        ENSURE(!stored(append(store, batch("kempen", id, {event("a")}))).repeated);
        told.stored.insert(id);
      }
      told.refused.clear();
      expect_what_was_told(store, told);
    }
  }
  Store again(folder);
  expect_what_was_told(again, told);
}

void limit_files_to(rlim_t bytes) {
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  ENSURE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
}

TEST(DiskFull, ByALimitLosesNothingThatWasAcknowledged) {
  const Place place("sqlite");
  const pid_t child = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    rlim_t most = 400'000;
    fill_and_free(
        place.folder(), [&] { limit_files_to(most); }, [&] { limit_files_to(most += 600'000); });
  });
  EXPECT_EQ(end_of(child), 0);
}

// A file system of its own, in a name space that goes with the child.
TEST(DiskFull, OnASmallDiskLosesNothingThatWasAcknowledged) {
  if (geteuid() != 0) GTEST_SKIP() << "only root may mount a small disk";
  const WorkFolder disk;
  const pid_t child = in_child([&] {
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("koepel", disk.path.c_str(), "tmpfs", 0, "size=4m") != 0)
      _exit(77);
    const auto filler = disk.path / "filler";
    std::ofstream(filler) << std::string(3'000'000, 'x');
    rlim_t keep = 3'000'000;
    fill_and_free(
        disk.path / "data", [] {}, [&] { std::filesystem::resize_file(filler, keep -= 1'400'000); });
  });
  const int status = end_of(child);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) GTEST_SKIP() << "no mounts in this container";
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace koepel::store
