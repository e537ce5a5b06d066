// SPDX-License-Identifier: EUPL-1.2
// The first lines of a CSV text in, its separator out.
#include <array>
#include <vector>

#include "exchange/csv_scan.h"

namespace koepel::exchange {

namespace {

constexpr std::string_view candidates = ";,\t";  // in order of preference: Dutch spreadsheets write semicolons
constexpr std::size_t looked_at = 65536;
constexpr std::size_t lines_looked_at = 50;

using Counts = std::array<int, candidates.size()>;

/// How often each candidate stands outside quotes, per line that has any text.
std::vector<Counts> count_candidates(std::string_view text) {
  std::vector<Counts> lines;
  Counts counts{};
  bool quoted = false, empty = true;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (!empty) lines.push_back(counts);
      if (lines.size() == lines_looked_at) return lines;
      counts = {};
      empty = true;
      continue;
    }
    empty = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += !quoted && c == candidates[i];
  }
  if (!empty) lines.push_back(counts);
  return lines;
}

}  // namespace

char sniff_separator(std::string_view utf8) {
  const auto lines = count_candidates(utf8.substr(0, looked_at));
  char best = candidates.front();
  std::pair<int, int> best_score{0, 0};
  for (std::size_t i = 0; i < candidates.size() && !lines.empty(); ++i) {
    const int in_header = lines.front()[i];
    if (in_header == 0) continue;  // a separator divides the header too; a decimal comma does not
    int alike = 0;
    for (const auto& line : lines) alike += line[i] == in_header;
    if (const std::pair score{alike, in_header}; score > best_score) best = candidates[i], best_score = score;
  }
  return best;
}

}  // namespace koepel::exchange
