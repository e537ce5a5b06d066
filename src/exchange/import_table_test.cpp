// SPDX-License-Identifier: EUPL-1.2
#include "exchange/import_table.h"

#include <gtest/gtest.h>

#include "exchange/import_accounts.h"

namespace koepel::exchange {
namespace {

TEST(PlainNumber, ReadsPointAndCommaOnly) {
  EXPECT_EQ(plain_number("1.5"), 1.5);
  EXPECT_EQ(plain_number("-1,5"), -1.5);
  for (const std::string text : {"", ".", "1.234,5", "12 euro", "1e400", "nan", "--1"})
    EXPECT_FALSE(plain_number(text)) << text;
  for (const double value : {0.1, -14174.0, 1e21, 5.55}) EXPECT_EQ(plain_number(plain_text(value)), value);
}

TEST(YearInName, TakesOneClearYear) {
  EXPECT_EQ(year_in_name("gr_list_2015.csv"), 2015);
  EXPECT_EQ(year_in_name("45071NED_2023_2023.csv"), 2023);
  EXPECT_EQ(year_in_name("2023_2024.csv"), 0);
  EXPECT_EQ(year_in_name("120234.csv"), 0);
  EXPECT_EQ(year_in_name("x.csv"), 0);
}

TEST(ReportIn, UnderstandsCodesAndWords) {
  EXPECT_EQ(report_in("2023X005").kind, "actual");
  EXPECT_EQ(report_in("2023X000").kind, "budget");
  EXPECT_EQ(report_in("2023X002").kind, "quarter");
  EXPECT_EQ(report_in("Jaarrekening 2022").year, 2022);
  EXPECT_EQ(report_in("Begroting 2024").kind, "budget");
  EXPECT_EQ(report_in("accounts").kind, "");
}

TEST(TaskCode, IsNoDateAndNoBalanceSheetItem) {
  for (const std::string code : {"0.1", "0.10", "6.71a", "6.711"}) EXPECT_TRUE(is_task_code(code)) << code;
  for (const std::string code : {"", "0", "0.", "a.1", "A111", "2023-02-01", "1-feb", "6.71ab", "0,1", "6.7111"})
    EXPECT_FALSE(is_task_code(code)) << code;
}

}  // namespace
}  // namespace koepel::exchange
