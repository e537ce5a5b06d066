// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "exchange/sheet.h"
#include "exchange/sheet_generator.h"

namespace koepel::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(WriteCsv, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(write_csv({{"a", "b;c"}, {"say \"x\"", "1,5"}, {"two\nlines", ""}}),
            "a;\"b;c\"\n\"say \"\"x\"\"\";1,5\n\"two\nlines\";\n");
}

TEST(WriteCsv, GuardsFormulasButNotNumbers) {
  EXPECT_EQ(write_csv({{"=SUM(A1)", "+x", "@y", "- z", "-1.234,50", "+5%", "'s-Gravenhage", "'=q"}}),
            "'=SUM(A1);'+x;'@y;'- z;\"-1.234,50\";+5%;'s-Gravenhage;''=q\n");
}

TEST(WriteCsv, ReadingGivesTheSameCellsBack) {
  EXPECT_TRUE(rc::check("read_csv(write_csv(rows)) == rows", [] {
    const Rows rows = testing_sheets::any_rows();
    const auto reading = read_csv(write_csv(rows), "x.csv");
    RC_ASSERT(reading.problems.empty());
    RC_ASSERT(reading.sheet.rows == rows);
  }));
}

}  // namespace
}  // namespace koepel::exchange
