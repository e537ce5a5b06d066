// SPDX-License-Identifier: EUPL-1.2
#include "content/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koepel::content {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<std::string> columns = {"task", "nl", "cost"};

TEST(Table, ReadsCellsByName) {
  Problems problems;
  const auto rows = read_table("t.csv", "task;nl;cost\nU01;belasting;2.5\n\nU02;woz;3", columns, problems);
  EXPECT_THAT(problems, IsEmpty());
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1].text("task"), "U02");
  EXPECT_EQ(rows[0].number("cost"), 2.5);
}

TEST(Table, KeepsSemicolonsAndQuotesInsideQuotes) {
  Problems problems;
  const auto rows = read_table("t.csv", "task;nl;cost\r\nU01;\"een; \"\"twee\"\"\";1\r\n", columns, problems);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].cell("nl"), "een; \"twee\"");
  EXPECT_EQ(rows[0].cell("cost"), "1");
}

TEST(Table, CountsLinesAcrossQuotedLineBreaks) {
  Problems problems;
  const auto rows = read_table("t.csv", "task;nl;cost\nU01;\"een\ntwee\";1\nU02;drie\n", columns, problems);
  EXPECT_THAT(rows, SizeIs(1));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, "pack.wrong-cells");
  EXPECT_EQ(problems[0].where.line, 4);
}

TEST(Table, ReportsAQuoteThatNeverCloses) {
  Problems problems;
  EXPECT_THAT(read_table("t.csv", "task;nl;cost\nU01;\"een;1\nU02;twee;2\n", columns, problems), IsEmpty());
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, "pack.open-quote");
  EXPECT_EQ(problems[0].where.line, 2);
}

TEST(Table, TellsEmptyCellsAndWordsThatAreNoNumbers) {
  Problems problems;
  const auto rows = read_table("t.csv", "task;nl;cost\n;een;1,5\n", columns, problems);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].text("task"), "");
  EXPECT_EQ(rows[0].number("cost"), 0);
  std::vector<std::string> codes;
  for (const auto& p : problems) codes.push_back(p.code + " " + p.where.column);
  EXPECT_THAT(codes, ElementsAre("pack.not-text task", "pack.not-a-number cost"));
}

TEST(Table, SplitsSeveralValues) {
  Problems problems;
  const auto rows = read_table("t.csv", "task;nl;cost\nU01;a|b|c;\n", columns, problems);
  EXPECT_THAT(rows[0].words("nl"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(rows[0].words("cost"), IsEmpty());
}

}  // namespace
}  // namespace koepel::content
