// SPDX-License-Identifier: EUPL-1.2
// The text of a cell in; an exact number, a yes or no, out; and back to text. Dates: cell_dates.cpp.
#include "exchange/cell_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "exchange/names.h"
#include "exchange/trim.h"

namespace koepel::exchange::folder {

namespace {

constexpr char group = '_';  // any blank or apostrophe between digits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

bool drop_end(std::string_view& text, std::string_view end) {
  if (text.size() <= end.size() || !text.ends_with(end)) return false;
  text = trim(text.substr(0, text.size() - end.size()));
  return true;
}

/// Takes the euro sign, the minus and the words around a number; gives what is left.
std::string_view without_trimmings(std::string_view text, bool& negative) {
  text = trim(text);
  for (bool again = true; again;) {
    again = take(text, "€") || take(text, "EUR") || take(text, "eur") || take(text, "+");
    if (take(text, "-") || take(text, "−")) negative = !negative, again = true;
    text = trim(text);
  }
  for (const auto* end : {"euro", "EUR", "eur", "€", ",--", ",-", ".--", ".-", ",–"}) drop_end(text, end);
  return text;
}

/// Only digits, points, commas and group marks; empty when there is anything else.
std::string bare(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (is_digit(text[0]) || text[0] == '.' || text[0] == ',') {
      out += text[0];
      text.remove_prefix(1);
    } else if (take(text, " ") || take(text, "'") || take(text, "\u00A0") || take(text, "\u202F") ||
               take(text, "\u2009") || take(text, "’")) {
      out += group;
    } else {
      return {};
    }
  }
  return out;
}

/// "12", "1.234.567": a first group of one to three digits and then groups of three, all divided by one sign; or no
/// groups.
bool well_grouped(std::string_view whole) {
  const auto first = whole.find_first_of(".,_");
  if (first == whole.npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < whole.size(); at += 4)
    if (whole[at] != whole[first] || whole.size() < at + 4 ||
        !std::all_of(whole.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     whole.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit))
      return false;
  return true;
}

struct Signs {
  std::size_t points = 0, commas = 0, groups = 0;
  std::size_t last = std::string::npos;  ///< of point or comma
};

Signs signs_in(std::string_view number) {
  const auto count = [&](char c) { return static_cast<std::size_t>(std::count(number.begin(), number.end(), c)); };
  return {count('.'), count(','), count(group), number.find_last_of(".,")};
}

DecimalSign sign(char c) { return c == '.' ? DecimalSign::point : DecimalSign::comma; }
DecimalSign other(char c) { return c == '.' ? DecimalSign::comma : DecimalSign::point; }

bool is_ambiguous_number(std::string_view number) {
  const auto s = signs_in(number);
  return s.points + s.commas == 1 && s.groups == 0 && s.last >= 1 && s.last <= 3 && number[0] != '0' &&
         number.size() - s.last == 4;
}

/// Where the decimals begin (the place of their sign), or npos when there are none. `meant` decides what is ambiguous.
std::size_t decimals_at(std::string_view number, DecimalSign meant) {
  const auto s = signs_in(number);
  if (s.last == std::string::npos) return s.last;
  if (is_ambiguous_number(number)) return sign(number[s.last]) == meant ? s.last : std::string::npos;
  const auto same = number[s.last] == '.' ? s.points : s.commas;
  return same == 1 ? s.last : std::string::npos;
}

std::string number_in(std::string_view text, bool& negative) { return bare(without_trimmings(text, negative)); }

/// The digits of number x 10^zeros before the decimal sign, and those behind.
std::pair<std::string, std::string> shifted(const Decimal& number, int zeros) {
  std::string whole = number.whole, fraction = number.fraction;
  for (int i = 0; i < zeros; ++i) {
    whole += fraction.empty() ? '0' : fraction[0];
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  return {whole, fraction};
}

std::optional<std::int64_t> to_integer(const std::string& digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

template <std::size_t n>
bool one_of(const std::string& word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

DecimalSign decimal_sign_of(std::string_view text) {
  bool negative = false;
  const auto number = number_in(text, negative);
  const auto s = signs_in(number);
  if (s.last == std::string::npos || is_ambiguous_number(number)) return DecimalSign::unknown;
  if (!read_decimal(text)) return DecimalSign::unknown;
  const auto at = decimals_at(number, DecimalSign::unknown);
  return at == std::string::npos ? other(number[s.last]) : sign(number[at]);
}

bool is_ambiguous(std::string_view text) {
  bool negative = false;
  return is_ambiguous_number(number_in(text, negative));
}

std::optional<Decimal> read_decimal(std::string_view text, DecimalSign meant) {
  Decimal decimal;
  const auto number = number_in(text, decimal.negative);
  const auto at = decimals_at(number, meant);
  auto whole = number.substr(0, at);
  if (at != std::string::npos) decimal.fraction = number.substr(at + 1);
  if (number.empty() || !well_grouped(whole) || (whole.empty() && decimal.fraction.empty())) return std::nullopt;
  if (!std::all_of(decimal.fraction.begin(), decimal.fraction.end(), is_digit)) return std::nullopt;
  const auto is_sign = [](char c) { return !is_digit(c); };
  whole.erase(std::remove_if(whole.begin(), whole.end(), is_sign), whole.end());
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  decimal.whole = whole.empty() ? "0" : whole;
  return decimal;
}

std::optional<std::int64_t> to_cents(const Decimal& number, int zeros) {
  const auto [whole, fraction] = shifted(number, zeros + 2);
  auto cents = to_integer(whole);
  constexpr std::int64_t most =
      std::numeric_limits<std::int64_t>::max() / 1'000'000;  // sums of a million cells still fit
  if (!cents || *cents > most) return std::nullopt;
  if (!fraction.empty() && fraction[0] >= '5') ++*cents;
  return number.negative ? -*cents : *cents;
}

std::optional<double> to_double(const Decimal& number, int zeros) {
  const auto [whole, fraction] = shifted(number, zeros);
  if (whole.size() > 15) return std::nullopt;
  const std::string text = (number.negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // Smaller than a double can tell is nothing.
  if (error == std::errc::result_out_of_range) return 0.0;
  return value == 0 ? 0.0 : value;
}

std::optional<int> to_whole(const Decimal& number, int zeros) {
  const auto [whole, fraction] = shifted(number, zeros);
  if (fraction.find_first_not_of('0') != std::string::npos) return std::nullopt;
  const auto value = to_integer(whole);
  if (!value || *value > std::numeric_limits<int>::max()) return std::nullopt;
  return static_cast<int>(number.negative ? -*value : *value);
}

std::optional<bool> read_yes_no(std::string_view text) {
  static constexpr std::array<std::string_view, 9> yes{"ja", "j", "yes", "y", "x", "1", "true", "waar", "wel"};
  static constexpr std::array<std::string_view, 8> no{"nee", "n", "no", "0", "false", "onwaar", "neen", "niet"};
  if (trim(text) == "✓" || trim(text) == "✔") return true;
  const auto word = folded(text);
  if (one_of(word, yes)) return true;
  if (one_of(word, no)) return false;
  return std::nullopt;
}

bool is_no_answer(std::string_view text) {
  static constexpr std::array<std::string_view, 15> words{"weetniet",     "weetiknietgeenmening",
                                                          "weetikniet",   "ikweethetniet",
                                                          "dontknow",     "idontknow",
                                                          "idk",          "geenmening",
                                                          "noopinion",    "nvt",
                                                          "na",           "notapplicable",
                                                          "geenantwoord", "noanswer",
                                                          "onbekend"};
  const auto word = folded(text);
  return word.find_first_not_of("?.") == std::string::npos || one_of(word, words);
}

std::string write_shortest(double value) {
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), end};
}

std::string write_plain(double value, Language language) {
  auto text = write_shortest(value);
  if (is_ambiguous(text)) text += '0';
  if (language == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string write_cents(std::int64_t cents, Language language) {
  const auto size = cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
  const auto rest = std::to_string(100 + size % 100).substr(1);
  return (cents < 0 ? "-" : "") + std::to_string(size / 100) + (language == Language::nl ? "," : ".") + rest;
}

std::string write_yes_no(bool value, Language language) {
  if (language == Language::nl) return value ? "ja" : "nee";
  return value ? "yes" : "no";
}

}  // namespace koepel::exchange::folder
