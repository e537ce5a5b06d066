// SPDX-License-Identifier: EUPL-1.2
#include "exchange/cell_values.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace koepel::exchange::folder {
namespace {

std::optional<std::int64_t> cents(std::string_view text, DecimalSign sign = DecimalSign::unknown, int zeros = 0) {
  const auto number = read_decimal(text, sign);
  return number ? to_cents(*number, zeros) : std::nullopt;
}

TEST(CellValues, AmountsAsPeopleWriteThem) {
  const std::vector<std::pair<const char*, std::int64_t>> amounts{{"1234", 123400},
                                                                  {"1.234.567,89", 123456789},
                                                                  {"1,234,567.89", 123456789},
                                                                  {"€ 1.234", 123400},
                                                                  {"€1.234,-", 123400},
                                                                  {"1.234,--", 123400},
                                                                  {"1 234 567", 123456700},
                                                                  {"1\u00A0234,50", 123450},
                                                                  {"1\u202F234", 123400},
                                                                  {"1'234.5", 123450},
                                                                  {"12,50 euro", 1250},
                                                                  {"EUR 12.5", 1250},
                                                                  {"-5", -500},
                                                                  {"€ -5,25", -525},
                                                                  {"−5", -500},
                                                                  {"0,005", 1},
                                                                  {"0.004", 0},
                                                                  {",5", 50},
                                                                  {"5,", 500},
                                                                  {"0001", 100},
                                                                  {"1.234.567", 123456700},
                                                                  {"12.345.678,999", 1234567900}};
  for (const auto& [text, expected] : amounts) EXPECT_EQ(cents(text), expected) << text;
}

TEST(CellValues, WhatIsNoNumberIsRefused) {
  for (const auto* text : {"",  "abc", "12a",        "1.23.4", "1.234,567.8", "1,2,3", "12 34", "1..2", ".",     ",",
                           "€", "--",  "1.2345.678", "1e5",    "0x1",         "inf",   "nan",   "1/2",  "1 .5.", "₂"})
    EXPECT_FALSE(read_decimal(text)) << text;
}

TEST(CellValues, AmbiguousNumberIsReadAsItsColumnSays) {
  EXPECT_TRUE(is_ambiguous("1.234"));
  EXPECT_TRUE(is_ambiguous("€ 12,345"));
  for (const auto* text : {"0.123", "1234.567", "1.23", "1.234.567", "1.234,5", "1234", "1 234.567"})
    EXPECT_FALSE(is_ambiguous(text)) << text;
  EXPECT_EQ(cents("1.234"), 123400);
  EXPECT_EQ(cents("1.234", DecimalSign::comma), 123400);
  EXPECT_EQ(cents("1.234", DecimalSign::point), 123);
  EXPECT_EQ(cents("1,234", DecimalSign::comma), 123);
  EXPECT_EQ(cents("1,234", DecimalSign::point), 123400);
}

TEST(CellValues, OneCellTellsTheNotationOfItsColumn) {
  EXPECT_EQ(decimal_sign_of("1,5"), DecimalSign::comma);
  EXPECT_EQ(decimal_sign_of("1.234.567"), DecimalSign::comma);
  EXPECT_EQ(decimal_sign_of("1.234,56"), DecimalSign::comma);
  EXPECT_EQ(decimal_sign_of("0.5"), DecimalSign::point);
  EXPECT_EQ(decimal_sign_of("1,234,567"), DecimalSign::point);
  for (const auto* text : {"1.234", "1234", "", "n.v.t.", "abc", "1.2.3"})
    EXPECT_EQ(decimal_sign_of(text), DecimalSign::unknown) << text;
}

TEST(CellValues, ThousandsOfEurosAreExact) {
  EXPECT_EQ(cents("12,5", DecimalSign::unknown, 3), 1250000);
  EXPECT_EQ(cents("1,23456789", DecimalSign::unknown, 3), 123457);
  EXPECT_EQ(cents("7", DecimalSign::unknown, 6), 700000000);
}

TEST(CellValues, TooLargeIsNothingInsteadOfWrong) {
  EXPECT_FALSE(cents(std::string(40, '9')));
  EXPECT_FALSE(to_double(*read_decimal("9999999999999999")));
  EXPECT_FALSE(to_whole(*read_decimal("2147483648")));
  EXPECT_EQ(to_whole(*read_decimal("2147483647")), 2147483647);
  EXPECT_FALSE(to_whole(*read_decimal("1,5")));
  EXPECT_EQ(to_whole(*read_decimal("20.000,00")), 20000);
}

TEST(CellValues, WrittenNumbersReadBackTheSameInAnyColumn) {
  EXPECT_TRUE(rc::check("read(write(x)) == x", [] {
    const double value =
        *rc::gen::inRange(0, 2'000'000'000) / static_cast<double>(*rc::gen::element(1, 3, 10, 1000, 100000));
    for (const auto language : {Language::nl, Language::en})
      for (const auto sign : {DecimalSign::unknown, DecimalSign::point, DecimalSign::comma}) {
        const auto text = write_plain(value, language);
        RC_ASSERT(!is_ambiguous(text));
        RC_ASSERT(to_double(*read_decimal(text, sign)) == value);
      }
  }));
}

TEST(CellValues, WrittenCentsReadBackTheSame) {
  EXPECT_TRUE(rc::check("read(write(cents)) == cents", [] {
    const auto amount = *rc::gen::inRange<std::int64_t>(-9'000'000'000'000, 9'000'000'000'000);
    for (const auto language : {Language::nl, Language::en}) RC_ASSERT(cents(write_cents(amount, language)) == amount);
  }));
}

TEST(CellValues, DatesAsPeopleWriteThem) {
  for (const auto* text :
       {"2026-03-01", "1-3-2026", "01/03/2026", "1.3.2026", "1 maart 2026", "1 mrt 2026", "1 mrt. 2026", "1 March 2026",
        "March 1, 2026", "2026-03-01T00:00:00", "2026-03-01 00:00:00", "1-3-2026 0:00", "2026/3/1"})
    EXPECT_EQ(read_date(text).iso, "2026-03-01") << text;
  EXPECT_EQ(read_date("29 februari 2024").iso, "2024-02-29");
}

TEST(CellValues, ImpossibleDaysAreToldFromNoDates) {
  for (const auto* text : {"31-4-2026", "2026-13-01", "29-2-2025", "29-2-1900", "0-1-2026", "3/25/2026"}) {
    EXPECT_TRUE(read_date(text).impossible) << text;
    EXPECT_TRUE(read_date(text).iso.empty()) << text;
  }
  for (const auto* text :
       {"", "morgen", "1-3-26", "maart 2026", "2026", "1-2-3-2026", "1 foo 2026", "12:00", "99999-1-1"}) {
    EXPECT_FALSE(read_date(text).impossible) << text;
    EXPECT_TRUE(read_date(text).iso.empty()) << text;
  }
}

TEST(CellValues, YesNoAndNoAnswer) {
  for (const auto* text : {"ja", "Ja", "YES", "x", "X", "1", "waar", "✓", " j "})
    EXPECT_EQ(read_yes_no(text), true) << text;
  for (const auto* text : {"nee", "No", "0", "onwaar"}) EXPECT_EQ(read_yes_no(text), false) << text;
  for (const auto* text : {"misschien", "2", "", "?"}) EXPECT_FALSE(read_yes_no(text)) << text;
  for (const auto* text : {"", "-", "?", "weet niet", "Weet ik niet", "don't know", "don’t know", "n.v.t.", "NVT",
                           "n/a", "geen mening", "–"})
    EXPECT_TRUE(is_no_answer(text)) << text;
  for (const auto* text : {"0", "3", "nee", "een"}) EXPECT_FALSE(is_no_answer(text)) << text;
}

}  // namespace
}  // namespace koepel::exchange::folder
