// SPDX-License-Identifier: EUPL-1.2
// A study with a long log as the server first sees it: events out of the store, the study as it stands out. The log is
// one of a group of twenty that was busy for years: respondents who answered, ratings and figures changed again and
// again. fold_bench [events, default 250000] [runs, default 7]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/random.h"
#include "exchange/record_json.h"
#include "service/changes.h"
#include "service/shelf.h"
#include "store/studies.h"
#include "timing.h"

namespace {

using namespace koepel;

constexpr double goal = 0.5;  // seconds, 250,000 events
constexpr int partners = 20, tasks = 100, respondents = 6'000;

std::string numbered(const char* letter, int number) { return letter + std::to_string(1'000 + number); }

Happening respondent(int number) {
  return Respondent{.id = numbered("r-", number), .partner = numbered("GM", number % partners), .role = "official"};
}

Happening answers(int number, int turn) {
  AnswerSheet sheet{.respondent = numbered("r-", number)};
  for (int item = 0; item < 20; ++item) sheet.answers.emplace_back(numbered("M", item), (number + item + turn) % 5 + 1);
  return sheet;
}

Happening rating(int place, int turn) {
  Rating one{.partner = numbered("GM", place % partners), .task = numbered("T", place / partners), .role = "official"};
  one.scores = {{"urgency", turn % 5 + 1}};
  return one;
}

Happening figures(int place, int turn) {
  Figures one{.partner = numbered("GM", place % partners), .task = numbered("T", place / partners % tasks)};
  one.year = 2'020 + place / (partners * tasks);
  one.fte = turn * 0.25;
  return one;
}

std::vector<Happening> long_log(int events) {
  std::vector<Happening> log{StudyHead{.id = "lang", .date = "2026-01-01"}};
  for (int i = 0; i < partners; ++i) log.push_back(Partner{.id = numbered("GM", i)});
  for (int i = 0; i < tasks; ++i) log.push_back(GrossListEntry{.task = numbered("T", i)});
  for (int i = 0; i < respondents; ++i) log.push_back(respondent(i)), log.push_back(answers(i, 0));
  Random random(342, "bench.fold");
  for (int turn = 1; int(log.size()) < events; ++turn)
    log.push_back(turn % 2 == 0 ? rating(int(random.below(partners * tasks)), turn)
                                : figures(int(random.below(partners * tasks * 3)), turn));
  return log;
}

void store_log(store::Store& store, const std::vector<Happening>& log) {
  if (!store::add_study(store, {"lang", 1})) std::abort();
  for (std::size_t i = 0; i < log.size();) {
    store::Batch batch{"lang", "c-" + std::to_string(i), 1'700'000'000'000'000, {}};
    for (; i < log.size() && batch.events.size() < 500; ++i)
      batch.events.push_back(service::event_for(log[i], "p-00000000000000aa"));
    if (!std::holds_alternative<store::Stored>(store::append(store, batch))) std::abort();
  }
}

double processor_seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// The way that reads every record there ever was: what the quick one must equal, and be compared with.
Study every_record(store::Store& store) {
  StudyFold fold;
  for (const auto& event : store::events_after(store, "lang", 0)) {
    const auto payload = exchange::Json::parse(event.payload);
    auto what = exchange::record_of(event.kind, payload["cells"]);
    std::visit([&](auto& record) { record.origin = {.file = "log", .line = int(event.sequence)}; }, what);
    fold.take(what, event.record_key);
  }
  return fold.study();
}

}  // namespace

int main(int count, char** words) {
  const int events = count > 1 ? std::atoi(words[1]) : 250'000;
  const int runs = count > 2 ? std::atoi(words[2]) : 7;
  const std::filesystem::path folder = "fold_bench_data";
  std::filesystem::remove_all(folder);
  const auto log = long_log(events);
  {
    store::Store store(folder);
    store_log(store, log);
  }
  std::vector<double> wall, processor, plain;
  for (int run = 0; run < runs; ++run) {
    store::Store store(folder);
    service::Shelf shelf;
    std::shared_ptr<const service::LiveStudy> live;
    const double before = processor_seconds();
    wall.push_back(bench::seconds_of([&] { live = shelf.get(store, "lang"); }));
    processor.push_back(processor_seconds() - before);
    Study expected;
    plain.push_back(bench::seconds_of([&] { expected = every_record(store); }));
    if (live->study != expected) return std::fprintf(stderr, "fold_bench: another study than the log says\n"), 1;
    if (run == 0) std::printf("%zu events, %zu records stand\n", log.size(), live->records.size());
  }
  const double median = bench::median(wall);
  std::printf("fold of a study nobody looked at yet: median %.3f s (%.3f s of the processor), %d runs\n", median,
              bench::median(processor), runs);
  std::printf("every event read as a record:         median %.3f s\n", bench::median(plain));
  std::printf("beside the goal of %.1f s: %.2f (%s)\n", goal, median / goal, median < goal ? "reached" : "NOT reached");
  std::filesystem::remove_all(folder);
}
