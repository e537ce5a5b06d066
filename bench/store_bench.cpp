// SPDX-License-Identifier: EUPL-1.2
// The log: batches of one event appended per second by callers that each wait until theirs is on disk, and reading a
// long log back, beside the disk's own limit in the same run: flushes of one page per second.
// store_bench [postgresql://... (an empty database)] [seconds]: SQLite in a folder under the current one by default.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "store/log.h"
#include "store/studies.h"
#include "timing.h"

namespace {

using namespace koepel;
using namespace koepel::bench;

const std::string payload =
    R"({"task":"belastingen","year":2025,"fixed":1250000,"fte":12.5,"note":")" + std::string(200, 'x') + "\"}";

store::Batch batch(const std::string& study, const std::string& id, std::size_t events) {
  store::Batch made{study, id, 1'700'000'000'000'000, {}};
  for (std::size_t i = 0; i < events; ++i)
    made.events.push_back({"p-00000000000000aa", "figures-entered", "k" + std::to_string(i), payload, {}});
  return made;
}

/// How often one page reaches the disk, one after another.
double flushes_per_second(const std::filesystem::path& folder) {
  const auto file = folder / "flush";
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT, 0600);
  const std::array<char, 4096> page{};
  constexpr int times = 200;
  const double seconds = seconds_of([&] {
    for (int i = 0; i < times; ++i)
      if (pwrite(descriptor, page.data(), page.size(), i * 4096) < 0 || fdatasync(descriptor) != 0) std::abort();
  });
  close(descriptor);
  return times / seconds;
}

/// Each thread appends, waits for the answer, and appends again, in one of ten studies.
double appends_per_second(store::Store& store, int threads, double seconds) {
  static int run = 0;
  ++run;
  std::atomic<bool> over = false;
  std::atomic<int> done = 0;
  const auto work = [&](int thread) {
    for (int i = 0; !over; ++i, ++done) {
      const std::string id = std::to_string(run) + "-" + std::to_string(thread) + "-" + std::to_string(i);
      const auto answer = append(store, batch("s" + std::to_string(thread % 10), id, 1));
      const auto* stored = std::get_if<store::Stored>(&answer);
      if (stored == nullptr || stored->repeated) std::abort();  // a database that is not empty answers without storing
    }
  };
  const double took = seconds_of([&] {
    std::vector<std::jthread> all;
    for (int thread = 0; thread < threads; ++thread) all.emplace_back(work, thread);
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    over = true;
  });
  return done / took;
}

void read_back(store::Store& store) {
  constexpr std::size_t events = 250'000, at_once = 500;
  for (std::size_t i = 0; i < events / at_once; ++i) (void)append(store, batch("long", std::to_string(i), at_once));
  std::size_t read = 0;
  const double seconds = median_of(5, [&] { read = events_after(store, "long", 0).size(); });
  store::ChainReport report;
  const double verified = median_of(3, [&] { report = verify_chain(store, "long"); });
  if (read != events || report.events != events || !report.broken.empty()) std::abort();
  std::printf("reading %zu events    %8.2f s  (%.0f a second)\n", events, seconds, events / seconds);
  std::printf("verifying their chain     %8.2f s\n", verified);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string address = count > 1 ? arguments[1] : "sqlite";
  const double seconds = count > 2 ? std::atof(arguments[2]) : 3;
  const std::filesystem::path folder = "store_bench_data";
  std::filesystem::remove_all(folder);
  {
    store::Store store(folder, address);
    std::filesystem::create_directories(folder);
    std::printf("one page flushed          %8.0f a second\n", flushes_per_second(folder));
    (void)add_study(store, {"long", 1});
    for (int i = 0; i < 10; ++i) (void)add_study(store, {"s" + std::to_string(i), 1});
    for (const int threads : {1, 10, 100, 500})
      std::printf("%4d threads waiting      %8.0f appends a second\n", threads,
                  appends_per_second(store, threads, seconds));
    read_back(store);
    const auto report = verify_chain(store);
    std::printf("%zu events in %zu studies, %zu broken links\n", report.events, report.studies, report.broken.size());
  }
  std::filesystem::remove_all(folder);
}
