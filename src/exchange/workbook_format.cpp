// SPDX-License-Identifier: EUPL-1.2
// Numbers as a spreadsheet stores and shows them in, text out.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "exchange/workbook.h"

namespace koepel::exchange {

namespace {

/// The first section of a format code, in lower case, without literal texts, colours and currencies; "[h]" becomes "h".
std::string bare_format(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', i), code.size());
      const char inside = i + 1 < code.size() ? static_cast<char>(code[i + 1] | 0x20) : '?';
      if (inside == code[i + 1] && close == i + 2 && (inside == 'h' || inside == 'm' || inside == 's')) out += inside;
      if (close > i + 2 && code.substr(i + 1, close - i - 1) == "hh") out += 'h';
      i = close;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  return out;
}

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string iso_date(std::int64_t day, bool epoch_1904) {
  using namespace std::chrono;
  if (!epoch_1904 && day == 60) return "1900-02-29";  // the day that Lotus 1-2-3 and Excel believe in
  const sys_days epoch = epoch_1904 ? sys_days{1904y / 1 / 1} : sys_days{1899y / 12 / (day < 60 ? 31 : 30)};
  const year_month_day date{epoch + days{day}};
  return std::to_string(static_cast<int>(date.year())) + "-" + two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day()));
}

}  // namespace

NumberFormat built_in_format(int id) {
  using enum NumberFormat::Kind;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return {date, 0};
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return {time, 0};
  if (id == 22) return {date_time, 0};
  const bool two_decimals = id == 2 || id == 4 || id == 39 || id == 40 || id == 43 || id == 44 || id == 7 || id == 8;
  return {number, two_decimals ? 2 : 0};
}

NumberFormat parse_number_format(std::string_view code) {
  using enum NumberFormat::Kind;
  const std::string bare = bare_format(code);
  if (bare.starts_with("general")) return {};
  const auto has = [&](std::string_view any) { return bare.find_first_of(any) != bare.npos; };
  const bool clock = has("hs");
  const bool calendar = has("yd") || (has("m") && !clock);
  if (calendar) return {clock ? date_time : date, 0};
  if (clock) return {time, 0};
  const auto point = bare.find('.');
  if (point == bare.npos || has("%e/")) return {};
  const auto end = std::min(bare.find_first_not_of('0', point + 1), bare.size());
  return {number, std::min(static_cast<int>(end - point) - 1, 15)};
}

std::string number_text(std::string_view text, int decimals) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || !std::isfinite(value)) return std::string(text);
  std::array<char, 64> buffer;
  const auto to_15 = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::general, 15);
  std::from_chars(buffer.begin(), to_15.ptr, value);
  const double size = std::abs(value);
  const bool usual = size == 0 || (size >= 1e-9 && size < 1e18);
  const auto end = usual ? std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed)
                         : std::to_chars(buffer.begin(), buffer.end(), value);
  std::string out(buffer.begin(), end.ptr);
  if (out == "-0") out = "0";
  if (!usual || decimals == 0) return out;
  const auto point = out.find('.');
  const std::size_t have = point == out.npos ? 0 : out.size() - point - 1;
  if (point == out.npos) out += '.';
  if (have < static_cast<std::size_t>(decimals)) out.append(static_cast<std::size_t>(decimals) - have, '0');
  return out;
}

std::optional<std::string> serial_text(double serial, NumberFormat::Kind kind, bool epoch_1904) {
  if (!(serial >= 0) || serial > (epoch_1904 ? 2957003.0 : 2958466.0)) return std::nullopt;
  auto seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
  const std::int64_t day = seconds / 86400;
  if (day > (epoch_1904 ? 2957003 : 2958465)) return std::nullopt;
  if (kind == NumberFormat::Kind::date) return iso_date(day, epoch_1904);
  if (kind == NumberFormat::Kind::date_time) seconds %= 86400;
  const std::string time =
      two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60);
  return kind == NumberFormat::Kind::time ? time : iso_date(day, epoch_1904) + "T" + time;
}

}  // namespace koepel::exchange
