// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

// What people type in cells: amounts, numbers, dates and yes or no, in Dutch and English notation. Reading is exact:
// "0,1" is one tenth, never a double on the way to cents.

namespace koepel::exchange::folder {

/// The sign before the decimals of a number; `unknown` when the text does not tell ("1.234": a thousand or one and a
/// bit?).
enum class DecimalSign { unknown, point, comma };

/// A number as written, in decimal digits.
struct Decimal {
  bool negative = false;
  std::string whole;     ///< without leading zeros, except "0" itself
  std::string fraction;  ///< as typed
};

/// What one cell says about the notation of its column: a sign when it can be read in one way only, else `unknown`.
[[nodiscard]] DecimalSign decimal_sign_of(std::string_view text);
/// Whether the cell is a number with one sign and three digits behind it, so that its column must tell how it is read.
[[nodiscard]] bool is_ambiguous(std::string_view text);

/// Reads "1.234.567,89", "1,234,567.89", "€ 1.234,-", "1 234", "-5", "12,50 euro". An ambiguous number has its decimals
/// behind `sign`; with `unknown` its sign divides thousands. None when it is no number.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text, DecimalSign sign = DecimalSign::unknown);

/// The number times 10^`zeros`, in cents, rounded half away from zero. None when it does not fit.
[[nodiscard]] std::optional<std::int64_t> to_cents(const Decimal& number, int zeros = 0);
/// The nearest double of the number times 10^`zeros`. None when it is beyond 1e15: nothing in a municipality is.
[[nodiscard]] std::optional<double> to_double(const Decimal& number, int zeros = 0);
/// The number times 10^`zeros` when it is whole and fits an int.
[[nodiscard]] std::optional<int> to_whole(const Decimal& number, int zeros = 0);

/// A date as ISO text from "2026-03-01", "1-3-2026", "01/03/2026", "1 maart 2026", "March 1, 2026", or a time stamp of
/// such a day.
struct DateReading {
  std::string iso;          ///< empty when it is no date
  bool impossible = false;  ///< it looks like a date, but there is no such day
};
[[nodiscard]] DateReading read_date(std::string_view text);

/// ja, nee, yes, no, x, true, false, waar, onwaar, 1, 0, ...
[[nodiscard]] std::optional<bool> read_yes_no(std::string_view text);

/// "weet niet", "don't know", "-", "n.v.t.", "?", nothing: no answer was given, which is never a zero.
[[nodiscard]] bool is_no_answer(std::string_view text);

/// The shortest text with a decimal point that is this number: the canonical notation.
[[nodiscard]] std::string write_shortest(double value);
/// Text that reads back as the same number, whichever column it stands in: "1234,5", and "1,2340" because "1,234" would
/// be ambiguous. No thousands signs, so that a spreadsheet sees a number.
[[nodiscard]] std::string write_plain(double value, Language language);
/// Always two decimals: "1234,50".
[[nodiscard]] std::string write_cents(std::int64_t cents, Language language);
[[nodiscard]] std::string write_yes_no(bool value, Language language);

}  // namespace koepel::exchange::folder
