// SPDX-License-Identifier: EUPL-1.2
#include "exchange/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "exchange/sheet_generator.h"
#include "exchange/workbook_test_parts.h"

namespace koepel::exchange {
namespace {

using testing::ElementsAre;
using testing_sheets::ods;
using testing_sheets::xlsx;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& bytes) {
  const auto sheets = read_workbook(bytes, "x");
  if (!sheets) ADD_FAILURE() << sheets.error().front().code << " " << sheets.error().front().found;
  return sheets ? sheets->front().rows : Rows{};
}

std::string refusal_of(const std::string& bytes) {
  const auto sheets = read_workbook(bytes, "x");
  return sheets ? "read" : sheets.error().front().code;
}

TEST(Xlsx, ReadsEveryKindOfText) {
  EXPECT_EQ(
      rows_of(
          xlsx({.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                        "<c r='C1' t='inlineStr'><is><t> inline </t></is></c></row>"
                        "<row r='3'><c r='B3' t='str'><f>A1&amp;\"x\"</f><v>formula</v></c><c r='C3' t='b'><v>1</v></c>"
                        "<c r='D3' t='e'><v>#DIV/0!</v></c><c r='E3' t='d'><v>2026-11-23T00:00:00</v></c></row>",
                .shared = "<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r>"
                          "<rPh sb='0' eb='1'><t>phonetic</t></rPh></si>"})),
      (Rows{{"plain", "rich text", "inline"}, {"", "formula", "true", "#DIV/0!", "2026-11-23"}}));
}

TEST(Xlsx, KeepsTheLineNumbersOfTheFile) {
  const auto sheets = read_workbook(
      xlsx({.rows = "<row r='2'><c r='A2'><v>1</v></c></row><row r='7'><c r='A7'><v>2</v></c></row>"}), "f");
  EXPECT_THAT(sheets.value().front().lines, ElementsAre(2, 7));
  EXPECT_EQ(sheets.value().front().name, "Taken");
  EXPECT_EQ(sheets.value().front().file, "f");
}

TEST(Xlsx, ReadsRowsAndCellsWithoutReferences) {
  EXPECT_EQ(rows_of(xlsx({.rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"})),
            (Rows{{"1", "2"}, {"3"}}));
}

TEST(Xlsx, ShowsDatesByTheirNumberFormat) {
  const std::string styles =
      "<numFmts count='3'><numFmt numFmtId='164' formatCode='[$-413]d\\ mmmm\\ yyyy;@'/><numFmt numFmtId='165' "
      "formatCode='\"datum: \"0.00'/><numFmt numFmtId='166' formatCode='[h]:mm'/></numFmts><cellStyleXfs><xf "
      "numFmtId='14'/>"
      "</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/><xf "
      "numFmtId='165'/>"
      "<xf numFmtId='166'/><xf numFmtId='20'/></cellXfs>";
  const std::string row =
      "<row r='1'><c s='0'><v>46349</v></c><c s='1'><v>46349</v></c><c s='2'><v>46349.604166666664</v></c><c "
      "s='3'><v>46349</v></c>"
      "<c s='4'><v>46349</v></c><c s='5'><v>1.5</v></c><c s='6'><v>0.75</v></c><c s='1'><v>-1</v></c><c "
      "s='1'><v>1</v></c>"
      "<c s='1'><v>60</v></c><c s='1'><v>61</v></c></row>";
  EXPECT_EQ(rows_of(xlsx({.rows = row, .styles = styles})),
            (Rows{{"46349", "2026-11-23", "2026-11-23T14:30:00", "2026-11-23", "46349.00", "36:00:00", "18:00:00", "-1",
                   "1900-01-01", "1900-02-29", "1900-03-01"}}));
  EXPECT_EQ(
      rows_of(
          xlsx({.rows = "<row r='1'><c s='1'><v>44887</v></c></row>", .styles = styles, .properties = "date1904='1'"})),
      (Rows{{"2026-11-23"}}));
}

TEST(Xlsx, KeepsTheDecimalsThatAreShown) {
  const std::string styles =
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='2'/><xf numFmtId='4'/><xf numFmtId='9'/><xf numFmtId='10'/></cellXfs>";
  const std::string row =
      "<row r='1'><c s='0'><v>0.1</v></c><c s='1'><v>0.1</v></c><c s='2'><v>1234567</v></c><c s='3'><v>0.25</v></c>"
      "<c s='4'><v>0.256</v></c><c s='1'><v>12.345</v></c><c s='0'><v>0.30000000000000004</v></c><c "
      "s='0'><v>1E+3</v></c>"
      "<c s='0'><v>-0</v></c><c s='0'><v>1e300</v></c></row>";
  EXPECT_EQ(rows_of(xlsx({.rows = row, .styles = styles})),
            (Rows{{"0.1", "0.10", "1234567.00", "0.25", "0.256", "12.345", "0.3", "1000", "0", "1e+300"}}));
}

TEST(NumberFormat, TellsDatesFromNumbers) {
  using enum NumberFormat::Kind;
  for (const auto& [code, kind] :
       std::vector<std::pair<std::string, NumberFormat::Kind>>{{"General", number},
                                                               {"0.00", number},
                                                               {"#,##0.00\\ \"dagen\"", number},
                                                               {"[Red]0.0", number},
                                                               {"0.0E+00", number},
                                                               {"yyyy-mm-dd", date},
                                                               {"d/m", date},
                                                               {"mmm", date},
                                                               {"h:mm AM/PM", time},
                                                               {"[mm]:ss", time},
                                                               {"dd-mm-yyyy hh:mm", date_time},
                                                               {"_-€ * #,##0.00_-", number},
                                                               {"[$-F800]dddd\\,\\ mmmm\\ dd", date},
                                                               {"\"unclosed", number},
                                                               {"[", number},
                                                               {"\\", number}})
    EXPECT_EQ(parse_number_format(code).kind, kind) << code;
  EXPECT_EQ(parse_number_format("#,##0.000;[Red]-0").decimals, 3);
  EXPECT_EQ(parse_number_format("0.00%").decimals, 0);
}

TEST(Ods, ReadsEveryKindOfValue) {
  EXPECT_EQ(
      rows_of(ods(
          "<table:table table:name='A'><table:table-row>"
          "<table:table-cell office:value-type='string'><text:p>one "
          "<text:span>two</text:span></text:p><text:p>three</text:p></table:table-cell>"
          "<table:table-cell office:value-type='float' office:value='0.1'><text:p>0,10</text:p></table:table-cell>"
          "<table:table-cell office:value-type='float' office:value='1000'><text:p>1.000</text:p></table:table-cell>"
          "<table:table-cell office:value-type='percentage' office:value='0.25'><text:p>25%</text:p></table:table-cell>"
          "<table:table-cell office:value-type='currency' office:currency='EUR' office:value='12.5'><text:p>€ "
          "12,50</text:p></table:table-cell>"
          "<table:table-cell office:value-type='boolean' "
          "office:boolean-value='true'><text:p>WAAR</text:p></table:table-cell>"
          "<table:table-cell office:value-type='date' "
          "office:date-value='2026-11-23'><text:p>23-11-26</text:p></table:table-cell>"
          "<table:table-cell office:value-type='date' office:date-value='2026-11-23T00:00:00'/>"
          "<table:table-cell office:value-type='time' "
          "office:time-value='PT14H30M05S'><text:p>14:30</text:p></table:table-cell>"
          "<table:table-cell office:value-type='string' "
          "office:string-value=''><text:p>#DIV/0!</text:p></table:table-cell>"
          "</table:table-row></table:table>")),
      (Rows{{"one two\nthree", "0.10", "1000", "0.25", "12.5", "true", "2026-11-23", "2026-11-23", "14:30:05",
             "#DIV/0!"}}));
}

TEST(Ods, FollowsRepeatsAndSkipsCoveredCells) {
  const auto sheets = read_workbook(
      ods("<table:table table:name='A'><table:table-row><table:table-cell table:number-columns-repeated='2'/>"
          "<table:table-cell table:number-columns-repeated='3' "
          "office:value-type='string'><text:p>x</text:p></table:table-cell>"
          "<table:table-cell table:number-columns-repeated='16379'/></table:table-row>"
          "<table:table-row table:number-rows-repeated='4'><table:table-cell "
          "table:number-columns-repeated='16384'/></table:table-row>"
          "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='float' "
          "office:value='7'><text:p>7</text:p>"
          "</table:table-cell><table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell></"
          "table:table-row>"
          "<table:table-row table:number-rows-repeated='1048569'><table:table-cell "
          "table:number-columns-repeated='16384'/></table:table-row>"
          "</table:table>"),
      "x");
  EXPECT_EQ(sheets.value().front().rows, (Rows{{"", "", "x", "x", "x"}, {"7"}, {"7"}}));
  EXPECT_THAT(sheets.value().front().lines, ElementsAre(1, 6, 7));
}

TEST(Ods, LeavesOutCommentsAndTrackedChanges) {
  EXPECT_EQ(
      rows_of(ods(
          "<table:tracked-changes><table:deletion><table:table-cell><text:p>gone</text:p></table:table-cell></"
          "table:deletion>"
          "</table:tracked-changes><table:table table:name='A'><table:table-row><table:table-cell "
          "office:value-type='string'>"
          "<office:annotation><text:p>a remark</text:p></office:annotation><text:p>a<text:s text:c='3'/>b<text:tab/>c"
          "<text:line-break/>d   e</text:p></table:table-cell></table:table-row></table:table>")),
      (Rows{{"a   b\tc\nd e"}}));
}

TEST(Workbook, WrittenIsReadBackTheSame) {
  const auto normal = [](Rows rows) {  // XML knows one line end
    for (auto& row : rows)
      for (auto& text : row)
        for (auto at = text.find("\r\n"); at != text.npos; at = text.find("\r\n")) text.erase(at, 1);
    return rows;
  };
  EXPECT_TRUE(rc::check("read_workbook(write(rows)) == rows", [&] {
    const std::vector<Sheet> sheets{{"", "One", {}, testing_sheets::any_rows()},
                                    {"", "Two", {}, testing_sheets::any_rows()}};
    for (const auto& bytes : {write_xlsx(sheets), write_ods(sheets)}) {
      const auto again = read_workbook(bytes, "x");
      RC_ASSERT(again.has_value());
      RC_ASSERT(again->size() == 2u);
      for (std::size_t i = 0; i < 2; ++i) {
        RC_ASSERT((*again)[i].name == sheets[i].name);
        RC_ASSERT(normal((*again)[i].rows) == normal(sheets[i].rows));
      }
    }
  }));
}

TEST(Workbook, SameSheetsGiveTheSameBytes) {
  const std::vector<Sheet> sheets{{"", "Taken", {}, {{"a", "b"}, {"1", "2"}}}};
  EXPECT_EQ(write_xlsx(sheets), write_xlsx(sheets));
  EXPECT_EQ(write_ods(sheets), write_ods(sheets));
}

TEST(Workbook, MakesSheetNamesFitForExcel) {
  const std::vector<Sheet> sheets{{"", "Wie/wat?", {}, {{"1"}}},
                                  {"", "wie-WAT-", {}, {{"2"}}},
                                  {"", "", {}, {}},
                                  {"", std::string(40, 'x'), {}, {}}};
  for (const auto& bytes : {write_xlsx(sheets), write_ods(sheets)}) {
    const auto again = read_workbook(bytes, "x").value();
    ASSERT_EQ(again.size(), 4u);
    EXPECT_EQ(again[0].name, "Wie-wat-");
    EXPECT_EQ(again[1].name, "wie-WAT- 2");
    EXPECT_EQ(again[3].name, std::string(28, 'x'));
  }
}

TEST(Hostile, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(refusal_of(""), "sheet.not-a-workbook");
  EXPECT_EQ(refusal_of("a;b\n"), "sheet.not-a-workbook");
  EXPECT_EQ(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "sheet.protected");
  EXPECT_EQ(refusal_of("PK\x03\x04 and then nothing"), "sheet.damaged");
  EXPECT_EQ(refusal_of(write_archive({{"word/document.xml", "<w/>"}})), "sheet.not-a-workbook");
}

TEST(Hostile, RefusesDoctypes) {
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row/>", .before_sheet = bomb})), "sheet.doctype");
  EXPECT_EQ(refusal_of(ods("", bomb)), "sheet.doctype");
}

TEST(Hostile, RefusesBombs) {
  EXPECT_EQ(refusal_of(ods(std::string(300u << 20, ' '))), "sheet.too-large");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row/>", .shared = std::string(20u << 20, ' ')})), "sheet.too-large");
}

TEST(Hostile, RefusesDeepNesting) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  for (int i = 0; i < 100; ++i) deep += "</a>";
  EXPECT_EQ(refusal_of(xlsx({.rows = deep})), "sheet.too-large");
}

TEST(Hostile, RefusesHugeRepeatsAndFarCells) {
  const auto table = [](const std::string& row, const std::string& cell) {
    return ods("<table:table table:name='A'><table:table-row " + row + "><table:table-cell " + cell +
               " office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row></table:table>");
  };
  EXPECT_EQ(refusal_of(table("", "table:number-columns-repeated='99999999'")), "sheet.damaged");
  EXPECT_EQ(refusal_of(table("", "table:number-columns-repeated='999999'")), "sheet.too-large");
  EXPECT_EQ(refusal_of(table("table:number-rows-repeated='1048576'", "table:number-columns-repeated='4'")),
            "sheet.too-large");
  EXPECT_EQ(refusal_of(table("table:number-rows-repeated='-1'", "")), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='1'><c r='XFD9999999'><v>1</v></c></row>"})), "read");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='1'><c r='XFE1'><v>1</v></c></row>"})), "sheet.too-large");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='1'><c r='ABCDE1'><v>1</v></c></row>"})), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='9999999'><c r='A1'><v>1</v></c></row>"})), "sheet.too-large");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='0'><c r='A1'><v>1</v></c></row>"})), "sheet.damaged");
  std::string sparse;  // a cell in the last column of many rows: few bytes, many empty cells
  for (int r = 1; r < 400; ++r)
    sparse += "<row r='" + std::to_string(r) + "'><c r='XFD" + std::to_string(r) + "'><v>1</v></c></row>";
  EXPECT_EQ(refusal_of(xlsx({.rows = sparse})), "sheet.too-large");
  EXPECT_EQ(refusal_of(
                ods("<table:table table:name='A'><table:table-row><table:table-cell office:value-type='string'><text:p>"
                    "<text:s text:c='9999999'/></text:p></table:table-cell></table:table-row></table:table>")),
            "sheet.too-large");
}

TEST(Hostile, RefusesMissingPartsAndStrings) {
  EXPECT_EQ(refusal_of(xlsx({.with_sheet = false})), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row/>", .with_shared = false})), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='1'><c t='s'><v>99999999</v></c></row>"})), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='1'><c t='s'><v>-1</v></c></row>"})), "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row r='5'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>"})),
            "sheet.damaged");
  EXPECT_EQ(refusal_of(xlsx({.rows = "<row><c>"})), "sheet.damaged");
}

TEST(Hostile, SurvivesEveryCutAndManyFlippedBits) {
  const std::vector<Sheet> sheets{{"", "A", {}, {{"a", "b"}, {"1", "2"}}}};
  for (const auto& whole : {write_xlsx(sheets), write_ods(sheets)}) {
    for (std::size_t length = 0; length < whole.size(); length += 7)
      EXPECT_NE(refusal_of(whole.substr(0, length)), "read");
    for (std::size_t at = 0; at < whole.size(); at += 3) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
      const auto outcome = read_workbook(flipped, "x");  // whatever it is: no crash, and a refusal has its reason
      EXPECT_TRUE(outcome || !outcome.error().front().code.empty());
    }
  }
}

}  // namespace
}  // namespace koepel::exchange
