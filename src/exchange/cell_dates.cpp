// SPDX-License-Identifier: EUPL-1.2
// A date as somebody typed it in; the ISO date out, or the news that there is no such day.
#include <array>
#include <charconv>
#include <vector>

#include "exchange/cell_values.h"
#include "exchange/names.h"
#include "exchange/trim.h"

namespace koepel::exchange::folder {

namespace {

struct Day {
  int year = 0, month = 0, day = 0;
};

bool exists(const Day& d) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.year < 1800 || d.year > 2200 || d.month < 1 || d.month > 12 || d.day < 1) return false;
  const bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
  return d.day <= lengths[static_cast<std::size_t>(d.month) - 1] + (d.month == 2 && leap ? 1 : 0);
}

std::string iso(const Day& d) {
  const auto two = [](int n) { return std::to_string(100 + n).substr(1); };
  return std::to_string(d.year) + "-" + two(d.month) + "-" + two(d.day);
}

/// "maart", "mrt", "March", "Mar" -> 3; 0 when it is no month.
int month_named(const std::string& word) {
  static constexpr std::array<std::string_view, 12> dutch{"januari",   "februari", "maart",    "april",
                                                          "mei",       "juni",     "juli",     "augustus",
                                                          "september", "oktober",  "november", "december"};
  static constexpr std::array<std::string_view, 12> english{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  if (word == "mrt") return 3;
  for (std::size_t m = 0; m < 12; ++m)
    if (dutch[m].starts_with(word) || english[m].starts_with(word)) return static_cast<int>(m) + 1;
  return 0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool divides = c == ' ' || c == '-' || c == '/' || c == '.' || c == ',';
    if (!divides) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::optional<int> small_number(const std::string& word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || word.size() > 4 || error != std::errc{} || end != word.data() + word.size() || value < 0)
    return std::nullopt;
  return value;
}

/// Drops a time of day behind the date: "2026-03-01T00:00:00", "1-3-2026 0:00".
std::string_view without_time(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos) return text;
  const auto gap = text.substr(0, colon).find_last_of(" T");
  return gap == text.npos ? text : trim(text.substr(0, gap));
}

std::optional<Day> day_in(const std::vector<std::string>& words) {
  if (words.size() != 3) return std::nullopt;
  const auto a = small_number(words[0]), b = small_number(words[1]), c = small_number(words[2]);
  if (a && b && c) {
    if (words[0].size() == 4) return Day{*a, *b, *c};
    if (words[2].size() == 4) return Day{*c, *b, *a};
    return std::nullopt;  // two digits for a year: which century?
  }
  if (c && words[2].size() == 4) {
    if (const int month = month_named(folded(words[1])); a && month > 0) return Day{*c, month, *a};
    if (const int month = month_named(folded(words[0])); b && month > 0) return Day{*c, month, *b};
  }
  return std::nullopt;
}

}  // namespace

DateReading read_date(std::string_view text) {
  const auto day = day_in(words_of(without_time(trim(text))));
  if (!day) return {};
  return exists(*day) ? DateReading{iso(*day), false} : DateReading{{}, true};
}

}  // namespace koepel::exchange::folder
