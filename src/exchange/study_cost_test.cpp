// SPDX-License-Identifier: EUPL-1.2
// The tables about cost, sharing, teams and projects: how their cells are read.
#include <gtest/gtest.h>

#include "exchange/study_test_parts.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;

StudyReading estimated(const std::string& rows) {
  auto files = sound();
  files["schattingen.csv"] = "grootheid;taak;waarde;laag;hoog\n" + rows;
  return read(files);
}

/// Value, low and high of one row with nothing beside it.
void reads(const std::string& cells, double value, std::optional<double> low, std::optional<double> high) {
  const auto reading = estimated("test.hours;U01;" + cells + "\n");
  ASSERT_EQ(reading.study.estimates.size(), 1u) << cells;
  const auto& estimate = reading.study.estimates[0];
  EXPECT_EQ(estimate.value, value) << cells;
  EXPECT_EQ(estimate.low, low) << cells;
  EXPECT_EQ(estimate.high, high) << cells;
}

bool warns_of_notation(const StudyReading& reading) {
  return std::any_of(reading.problems.begin(), reading.problems.end(),
                     [](const Problem& problem) { return problem.code == "study.ambiguous-number"; });
}

TEST(StudyCost, AnEstimateIsReadInOneNotation) {
  reads("58.000;52.500,50;66.000", 58000, 52500.5, 66000);
  reads("58.000;52,5;1.000.000", 58000, 52.5, 1000000);
  reads("58,000;52,500.50;66,000", 58000, 52500.5, 66000);
  reads("1.234;1,0;2.345", 1234, 1, 2345);
  reads("1.234;1.05;2.345", 1.234, 1.05, 2.345);
  reads("1,234;1,05;2,345", 1.234, 1.05, 2.345);
  reads("58.000,00;;", 58000, {}, {});
}

TEST(StudyCost, AnEstimateWithoutATellingCellFollowsItsTable) {
  const auto reading = estimated("test.hours;U01;1.500,5;1.000,5;2.000,5\ntest.hours;U02;58.000;52.000;66.000\n");
  ASSERT_EQ(reading.study.estimates.size(), 2u);
  EXPECT_EQ(reading.study.estimates[1].value, 58000);
  EXPECT_EQ(reading.study.estimates[1].low, 52000);
  EXPECT_EQ(reading.study.estimates[1].high, 66000);
  EXPECT_FALSE(warns_of_notation(reading));
}

TEST(StudyCost, ARowGoesBeforeTheOtherRows) {
  const auto reading = estimated("test.hours;U01;1.500;1,5;2.000,5\ntest.hours;U02;1.234;1.05;2.345\n");
  ASSERT_EQ(reading.study.estimates.size(), 2u);
  EXPECT_EQ(reading.study.estimates[0].value, 1500);
  EXPECT_EQ(reading.study.estimates[1].value, 1.234);
  EXPECT_FALSE(warns_of_notation(reading));
}

TEST(StudyCost, WhatNothingDecidesIsToldOnceForAllThree) {
  const auto reading = estimated("test.hours;U01;1.234;1.100;2.345\n");
  ASSERT_EQ(reading.study.estimates.size(), 1u);
  EXPECT_EQ(reading.study.estimates[0].value, 1.234);
  EXPECT_EQ(std::count_if(reading.problems.begin(), reading.problems.end(),
                          [](const Problem& problem) { return problem.code == "study.ambiguous-number"; }),
            1);
}

TEST(StudyCost, APercentageSaysNothingAboutItsRow) {
  const auto reading = estimated("test.share;U01;40 %;0,3;50%\n");
  ASSERT_EQ(reading.study.estimates.size(), 1u);
  EXPECT_EQ(reading.study.estimates[0].value, 0.4);
  EXPECT_EQ(reading.study.estimates[0].low, 0.3);
}

}  // namespace
}  // namespace koepel::exchange
