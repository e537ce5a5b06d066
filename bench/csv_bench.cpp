// SPDX-License-Identifier: EUPL-1.2
// Reading CSV against what the machine can do: finding the line ends of the same bytes with memchr, in the same run.
// csv_bench [rows]: a table of 10 columns like the ones municipalities send; 1,000,000 rows by default.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "base/random.h"
#include "exchange/csv_scan.h"
#include "exchange/sheet.h"
#include "timing.h"

namespace {

using namespace koepel::bench;

constexpr int columns = 10;
constexpr int runs = 7;

/// Codes, amounts, empty cells and, in one cell of fifty, a quoted text: the mix of a study folder.
std::string table(int rows) {
  koepel::Random random(1, "csv_bench");
  std::string text = "partner;task;year;fixed;variable;fte;volume;unit;source;note\n";
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const auto draw = random.below(50);
      if (draw == 0)
        text += "\"Jansen; de \"\"Rooij\"\"\"";
      else if (draw < 40)
        text += std::to_string(random.below(column < 2 ? 1000 : 1'000'000));
      text += column + 1 < columns ? ';' : '\n';
    }
  return text;
}

std::size_t count_lines(const std::string& text) {
  std::size_t lines = 0;
  const char* end = text.data() + text.size();
  for (const char* at = text.data();
       (at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))); ++at)
    ++lines;
  return lines;
}

}  // namespace

int main(int count, char** arguments) {
  using namespace koepel::exchange;
  const int rows = count > 1 ? std::atoi(arguments[1]) : 1'000'000;
  const std::string text = table(rows);
  std::size_t lines = 0, scanned = 0, cells = 0, read = 0;
  const double limit = median_of(runs, [&] { lines = count_lines(text); });
  const double scan = median_of(runs, [&] {
    scanned = cells = 0;
    for_each_row(
        text, ';', [&](const CsvRow& row) { ++scanned, cells += row.cells.size(); },
        [](const CsvFault&) { std::abort(); });
  });
  const double whole = median_of(runs, [&] { read = read_csv(text, "bench.csv").sheet.rows.size(); });
  if (scanned != lines || cells != lines * columns || read != lines) {
    std::fprintf(stderr, "the readers disagree: %zu lines, %zu rows, %zu cells, %zu read\n", lines, scanned, cells,
                 read);
    return 1;
  }
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  std::printf("%zu cells, %.1f MB, median of %d runs\n", cells, megabytes, runs);
  std::printf("memchr over line ends  %8.0f MB/s\n", megabytes / limit);
  std::printf("for_each_row           %8.0f MB/s  (%.2f of memchr)\n", megabytes / scan, limit / scan);
  std::printf("read_csv               %8.0f MB/s  (%.2f of for_each_row)\n", megabytes / whole, scan / whole);
}
