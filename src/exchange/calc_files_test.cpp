// SPDX-License-Identifier: EUPL-1.2
// Workbooks that a real LibreOffice Calc made of CSV files (tests/fixtures/calc/make) read as those files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/files.h"
#include "exchange/study_test_parts.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;
namespace fs = std::filesystem;

const fs::path fixtures = fs::path(KOEPEL_SOURCE_DIR) / "tests/fixtures/calc";

StudyReading read_tables(const std::string& kind) {
  StudyFiles files{{"study.yaml", read_file(fixtures / "csv/study.yaml")}};
  for (const auto& entry : fs::directory_iterator(fixtures / kind))
    files[entry.path().filename().string()] = read_file(entry.path());
  return read(files);
}

class MadeByCalc : public testing::TestWithParam<const char*> {};

TEST_P(MadeByCalc, ReadsAsTheCsvItWasMadeOf) {
  const auto csv = read_tables("csv"), made = read_tables(GetParam());
  EXPECT_THAT(codes(csv), testing::IsEmpty());
  EXPECT_THAT(codes(made), testing::IsEmpty());
  EXPECT_EQ(log_text(made.log, Origins::left_out), log_text(csv.log, Origins::left_out));
  EXPECT_EQ(made.hash, csv.hash);
}

TEST_P(MadeByCalc, KeepsCodesDatesPercentagesAndDecimals) {
  const auto study = read_tables(GetParam()).study;
  ASSERT_EQ(study.gross_list.size(), 3u);
  EXPECT_EQ(study.gross_list[1].task, "0.10");
  EXPECT_EQ(study.gross_list[2].task, "007");
  ASSERT_EQ(study.figures.size(), 3u);
  EXPECT_EQ(study.figures[0].fixed_cost, Money{123456789});
  EXPECT_EQ(study.figures[2].volume, 0.125);
  ASSERT_EQ(study.decisions.size(), 2u);
  EXPECT_EQ(study.decisions[0].date, "2026-03-01");
  ASSERT_EQ(study.cost_keys.size(), 2u);
  EXPECT_EQ(study.cost_keys[0].share, 0.6);
  EXPECT_EQ(study.cost_keys[0].cap, 0.125);
  ASSERT_EQ(study.third_parties.size(), 1u);  // its header cell is merged over two empty columns
  EXPECT_EQ(study.third_parties[0].source, "interview");
}

INSTANTIATE_TEST_SUITE_P(Workbooks, MadeByCalc, testing::Values("xlsx", "ods"));

}  // namespace
}  // namespace koepel::exchange
