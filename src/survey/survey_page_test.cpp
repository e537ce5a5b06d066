// SPDX-License-Identifier: EUPL-1.2
// The worked examples of docs/methods/survey.md, read from the page.
#include <gtest/gtest.h>

#include "survey/agreement.h"
#include "survey/protection.h"
#include "survey/sample_page.h"

namespace koepel::survey {
namespace {

TEST(SurveyPage, AgreementAndConsensusAreAsPrinted) {
  const auto rows = test::example("survey.md", "agreement");
  ASSERT_EQ(rows.size(), 4u);
  for (const auto& row : rows) {
    std::vector<int> counts;
    for (std::size_t i = 0; i < 5; ++i) counts.push_back(std::stoi(row[i]));
    EXPECT_NEAR(agreement(counts), std::stod(row[5]), 5e-4) << testing::PrintToString(row);
    EXPECT_NEAR(consensus(counts), std::stod(row[6]), 5e-4) << testing::PrintToString(row);
  }
}

std::string word_of(Shown shown) {
  switch (shown) {
    case Shown::shown:
      return "shown";
    case Shown::too_few:
      return "too few";
    case Shown::withheld:
      return "withheld";
    case Shown::no_answers:
      return "no answers";
  }
  return {};
}

TEST(SurveyPage, ProtectionIsAsPrinted) {
  const auto rows = test::example("survey.md", "protection");
  ASSERT_EQ(rows.size(), 3u);
  Crowd crowd{2, 3, {}, {4, 4, 4}, {true, true, false}};
  for (std::size_t p = 0; p < 2; ++p)
    for (std::size_t r = 0; r < 3; ++r) crowd.people.push_back(std::stoi(rows[p][r + 1]));
  const auto shown = publishable(crowd);
  const auto expect_cell = [&](std::size_t row, std::size_t column, std::size_t cut) {
    const std::string& cell = rows[row][column + 1];
    EXPECT_EQ(cell.substr(cell.find(' ') + 1), word_of(shown[cut])) << rows[row][0] << " " << column;
  };
  for (std::size_t r = 0; r < 3; ++r) expect_cell(2, r, role_cut(crowd, r));
  expect_cell(2, 3, 0);
  for (std::size_t p = 0; p < 2; ++p) {
    expect_cell(p, 3, partner_cut(crowd, p));
    for (std::size_t r = 0; r < 3; ++r) expect_cell(p, r, cell_cut(crowd, p, r));
  }
}

}  // namespace
}  // namespace koepel::survey
