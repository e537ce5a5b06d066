// SPDX-License-Identifier: EUPL-1.2
// Values in, the way they are written in Dutch and English out.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "model/phrasebook.h"

namespace koepel {

namespace {

/// The shortest "d.ddde+x" that reads back as the same number: what a person would type, without binary noise.
std::string shortest_scientific(double value) {
  char buffer[64];
  for (int precision = 0; precision <= 17; ++precision) {
    std::snprintf(buffer, sizeof buffer, "%.*e", precision, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

/// A number as digits, with the decimal point after the first `point` of them.
struct Decimal {
  std::string digits;
  int point = 1;
};

Decimal decimal_of(double value) {
  const std::string text = shortest_scientific(std::abs(value));
  const auto e = text.find('e');
  Decimal out;
  for (const char c : text.substr(0, e))
    if (c != '.') out.digits += c;
  out.point = std::atoi(text.c_str() + e + 1) + 1;
  for (; out.point <= 0; ++out.point) out.digits.insert(out.digits.begin(), '0');
  return out;
}

/// Rounds half away from zero on the decimal digits, so that 2.675 becomes 2.68 as on paper and not 2.67 as in binary.
void round_to(Decimal& number, int decimals) {
  auto keep = static_cast<std::size_t>(number.point + decimals);
  if (number.digits.size() <= keep) number.digits.append(keep + 1 - number.digits.size(), '0');
  const bool up = number.digits[keep] >= '5';
  number.digits.resize(keep);
  if (!up) return;
  while (keep > 0 && number.digits[keep - 1] == '9') number.digits[--keep] = '0';
  if (keep > 0) {
    ++number.digits[keep - 1];
  } else {
    number.digits.insert(number.digits.begin(), '1');
    ++number.point;
  }
}

std::string grouped(const std::string& whole, char separator) {
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += separator;
    out += whole[i];
  }
  return out;
}

}  // namespace

std::string write_number(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return "-";
  Decimal number = decimal_of(value);
  round_to(number, decimals);
  const bool nl = language == Language::nl;
  const auto point = static_cast<std::size_t>(number.point);
  std::string out = grouped(number.digits.substr(0, point), nl ? '.' : ',');
  if (decimals > 0) out += (nl ? ',' : '.') + number.digits.substr(point);
  const bool zero = out.find_first_not_of("0.,") == std::string::npos;
  return value < 0 && !zero ? "-" + out : out;
}

std::string write_money(std::int64_t cents, Language language) {
  const bool whole = cents % 100 == 0;
  const std::string amount = write_number(static_cast<double>(std::abs(cents)) / 100.0, whole ? 0 : 2, language);
  const std::string sign = cents < 0 ? "\u2212" : "";  // a hyphen may stand at the end of a line
  return language == Language::nl ? "\u20ac\u00a0" + sign + amount : sign + "\u20ac" + amount;
}

std::string write_date(const std::string& iso, Language language) {
  static const char* const months[2][12] = {{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                                             "september", "oktober", "november", "december"},
                                            {"January", "February", "March", "April", "May", "June", "July", "August",
                                             "September", "October", "November", "December"}};
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  const int month = std::atoi(iso.substr(5, 2).c_str());
  if (month < 1 || month > 12) return iso;
  const int day = std::atoi(iso.substr(8, 2).c_str());
  return std::to_string(day) + " " + months[language == Language::nl ? 0 : 1][month - 1] + " " + iso.substr(0, 4);
}

}  // namespace koepel
