// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/csv_scan.h"
#include "exchange/encoding.h"
#include "exchange/sheet.h"

namespace koepel::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using testing::ElementsAre;

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int v : values) text += static_cast<char>(static_cast<unsigned char>(v));
  return text;
}

std::vector<std::string> codes(const CsvReading& reading) {
  std::vector<std::string> out;
  for (const auto& p : reading.problems) out.push_back(p.code + "@" + std::to_string(p.where.line));
  return out;
}

TEST(Csv, ReadsEachSeparatorAndLineEnd) {
  const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  for (const char separator : {';', ',', '\t'})
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const std::string s(1, separator);
      for (const std::string& last : {std::string{}, end}) {
        const auto reading = read_csv("a" + s + "b" + end + "1" + s + "2" + end + "3" + s + "4" + last, "x.csv");
        EXPECT_EQ(reading.sheet.rows, expected);
        EXPECT_THAT(reading.sheet.lines, ElementsAre(1, 2, 3));
        EXPECT_EQ(reading.separator, separator);
        EXPECT_TRUE(reading.problems.empty());
      }
    }
}

TEST(Csv, KeepsDecimalCommasInASemicolonFile) {
  const auto reading = read_csv("task;fte;cost\nU01;0,5;1,25\nU02;1,5;2,25\n", "x.csv");
  EXPECT_EQ(reading.sheet.rows[1], (std::vector<std::string>{"U01", "0,5", "1,25"}));
}

TEST(Csv, SniffsOutsideQuotes) {
  const auto reading = read_csv("\"a;b;c\",d\n\"1;2;3\",4\n", "x.csv");
  EXPECT_EQ(reading.separator, ',');
  EXPECT_EQ(reading.sheet.rows[0], (std::vector<std::string>{"a;b;c", "d"}));
}

TEST(Csv, HonoursExcelsOwnSeparatorLine) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto reading = read_csv("sep=," + end + "a;b,c" + end + "1,2" + end, "x.csv");
    EXPECT_EQ(reading.sheet.rows, (Rows{{"a;b", "c"}, {"1", "2"}}));
    EXPECT_THAT(reading.sheet.lines, ElementsAre(2, 3));
  }
  EXPECT_TRUE(read_csv("sep=;", "x.csv").sheet.rows.empty());
}

TEST(Csv, ReadsQuotesWithDoubledQuotesAndLineBreaks) {
  const auto reading = read_csv("a;b;c\n\"say \"\"yes\"\"\";\"two\r\nlines\n\nfour\"; \"x\" \nlast;1;2\n", "x.csv");
  EXPECT_EQ(reading.sheet.rows,
            (Rows{{"a", "b", "c"}, {"say \"yes\"", "two\r\nlines\n\nfour", "x"}, {"last", "1", "2"}}));
  EXPECT_THAT(reading.sheet.lines, ElementsAre(1, 2, 6));
  EXPECT_TRUE(reading.problems.empty());
}

TEST(Csv, KeepsTaskCodesApart) {
  const auto reading = read_csv("task;x\n0.1;1\n0.10;2\n6.71a;3\n", "x.csv");
  EXPECT_EQ(cell(reading.sheet, 1, 0), "0.1");
  EXPECT_EQ(cell(reading.sheet, 2, 0), "0.10");
  EXPECT_EQ(cell(reading.sheet, 9, 9), "");
}

TEST(Csv, ReadsEveryEncoding) {
  const Rows expected{{"naam", "bedrag"}, {"Súdwest-Fryslân", "€ 5"}, {"’s-Gravenhage", "1"}};
  const std::string utf8 = "naam;bedrag\nSúdwest-Fryslân;€ 5\n’s-Gravenhage;1\n";
  const std::string windows =
      "naam;bedrag\nS\xFA"
      "dwest-Frysl\xE2n;\x80 5\n\x92s-Gravenhage;1\n";
  std::u16string wide = u"naam;bedrag\nSúdwest-Fryslân;€ 5\n’s-Gravenhage;1\n";
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char16_t c : wide) {
    little += bytes({c & 0xFF, c >> 8});
    big += bytes({c >> 8, c & 0xFF});
  }
  for (const auto& text : {utf8, "\xEF\xBB\xBF" + utf8, windows, little, big}) {
    const auto reading = read_csv(text, "x.csv");
    EXPECT_EQ(reading.sheet.rows, expected);
    EXPECT_TRUE(reading.problems.empty());
  }
}

TEST(Csv, KeepsValidUtf8WhenOneByteIsWrong) {
  EXPECT_EQ(read_csv("é;\xE9\n", "x.csv").sheet.rows[0], (std::vector<std::string>{"é", "é"}));
}

TEST(Encoding, RefusesOverlongSurrogateAndTooLarge) {
  EXPECT_EQ(utf8_length("\xC0\x80"), 0u);
  EXPECT_EQ(utf8_length("\xE0\x80\x80"), 0u);
  EXPECT_EQ(utf8_length("\xED\xA0\x80"), 0u);
  EXPECT_EQ(utf8_length("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(utf8_length("\xF0\x9F\x8F\x9B"), 4u);
  EXPECT_EQ(utf8_length("\xE2\x82"), 0u);
}

TEST(Encoding, JoinsSurrogatePairsAndReplacesLoneOnes) {
  std::string buffer;
  EXPECT_EQ(to_utf8(bytes({0xFF, 0xFE, 0x3C, 0xD8, 0xDB, 0xDF}), buffer), "🏛");
  EXPECT_EQ(to_utf8(bytes({0xFF, 0xFE, 0x3C, 0xD8, 'a', 0}), buffer),
            "\xEF\xBF\xBD"
            "a");
}

TEST(Csv, LeavesOutTrailingEmptyColumnsAndRows) {
  const auto reading = read_csv("a;b;;;\n1;2;;;\n;;;;\n\n3;;;;\n;;\n", "x.csv");
  EXPECT_EQ(reading.sheet.rows, (Rows{{"a", "b"}, {"1", "2"}, {"3"}}));
  EXPECT_THAT(reading.sheet.lines, ElementsAre(1, 2, 5));
  EXPECT_TRUE(reading.problems.empty());
}

TEST(Csv, TrimsBlanksThatSpreadsheetsPaste) {
  EXPECT_EQ(read_csv(" a ;\xC2\xA0 b\xC2\xA0;\" c \"\n", "x.csv").sheet.rows[0],
            (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Csv, ReportsAnUnclosedQuoteAndReadsOn) {
  const auto reading = read_csv("a;b\n1;\"open\n2;x\n3;y\n", "x.csv");
  EXPECT_THAT(codes(reading), ElementsAre("sheet.unclosed-quote@2"));
  EXPECT_EQ(reading.sheet.rows, (Rows{{"a", "b"}, {"1", "open"}, {"2", "x"}, {"3", "y"}}));
}

TEST(Csv, AnUnclosedQuoteDoesNotSwallowTheLinesBeforeALaterOne) {
  const auto reading = read_csv("a;b\n1;\"open\n2;x\n3;\"y\"\n4;z\n", "x.csv");
  EXPECT_THAT(codes(reading), ElementsAre("sheet.unclosed-quote@2"));
  EXPECT_EQ(reading.sheet.rows, (Rows{{"a", "b"}, {"1", "open"}, {"2", "x"}, {"3", "y"}, {"4", "z"}}));
}

TEST(Csv, ReportsTextAfterAClosingQuote) {
  const auto reading = read_csv("a;b\n\"Jan\" Jansen;2\n", "x.csv");
  EXPECT_THAT(codes(reading), ElementsAre("sheet.text-after-quote@2"));
  EXPECT_EQ(cell(reading.sheet, 1, 0), "Jan Jansen");
}

TEST(Csv, ReportsNulBytesWithTheirLine) {
  const auto reading = read_csv(std::string("a;b\n1;\0x\0\n2;y\n", 14), "x.csv");
  EXPECT_THAT(codes(reading), ElementsAre("sheet.nul@2"));
  EXPECT_EQ(cell(reading.sheet, 1, 1), "x");
}

TEST(Csv, LeavesOutARowWhoseCellsShifted) {
  const auto reading = read_csv("a,b,c\n1,2,3\n1,2,5,3\n1,2\n", "x.csv");
  EXPECT_THAT(codes(reading), ElementsAre("sheet.row-too-long@3"));
  EXPECT_EQ(reading.problems[0].severity, Severity::error);
  EXPECT_EQ(reading.sheet.rows, (Rows{{"a", "b", "c"}, {"1", "2", "3"}, {"1", "2"}}));
}

TEST(Csv, TellsTheSameTroubleAtMostAHundredTimes) {
  std::string text = "a,b\n";
  for (int i = 0; i < 1000; ++i) text += "1,2,3\n";
  EXPECT_EQ(read_csv(text, "x.csv").problems.size(), 100u);
}

TEST(Csv, EmptyInputGivesAnEmptySheet) {
  for (const std::string text : {"", "\n", "\xEF\xBB\xBF", "\xFF\xFE", "\"", ";", "\"\""})
    EXPECT_EQ(read_csv(text, "x.csv").sheet.rows.size(), 0u) << text;
}

TEST(CsvScan, FindsCellsAcrossBlockBoundaries) {
  // Cells of every length up to 200, so that marks fall on every place of the 64-byte blocks; counted against a plain
  // loop.
  std::string text;
  std::vector<std::string> expected;
  for (std::size_t length = 0; length <= 200; ++length) {
    expected.push_back(std::string(length, static_cast<char>('a' + length % 26)));
    text += (length % 7 == 3 ? "\"" + expected.back() + "\"" : expected.back()) + (length % 10 == 9 ? "\n" : ";");
  }
  std::vector<std::string> found;
  for_each_row(
      text, ';', [&](const CsvRow& row) { found.insert(found.end(), row.cells.begin(), row.cells.end()); },
      [](const CsvFault&) { ADD_FAILURE(); });
  EXPECT_EQ(found.size(), expected.size() + 1);  // the text ends in a separator
  found.pop_back();
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace koepel::exchange
