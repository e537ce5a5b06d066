// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/sharing-the-gain.md, read from the page.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "game/nucleolus.h"
#include "game/values.h"

namespace koepel::game {
namespace {

std::map<std::string, std::string> example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/sharing-the-gain.md");
  std::map<std::string, std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(": ");
    if (inside && colon != std::string::npos) lines[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return lines;
}

std::vector<double> numbers(const std::string& text) {
  std::istringstream in(text);
  std::vector<double> values;
  for (double v = 0; in >> v;) values.push_back(v);
  return values;
}

void expect_printed(const std::vector<double>& found, const std::string& text) {
  const auto expected = numbers(text);
  ASSERT_EQ(found.size(), expected.size()) << text;
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 0.00005) << text;
}

TEST(SharingPage, WorkedExampleHolds) {
  auto lines = example();
  const auto table = numbers(lines.at("table"));
  ASSERT_EQ(table.size(), 8U);
  const Game game{3, lines.at("kind") == "cost" ? Kind::cost : Kind::savings, table};
  expect_printed(nucleolus(game).shares, lines.at("nucleolus"));
  expect_printed(nucleolus(game, Measure::per_capita).shares, lines.at("per-capita nucleolus"));
  expect_printed(shapley(game), lines.at("shapley"));
  expect_printed({least_core(game).excess}, lines.at("least core"));
  EXPECT_EQ(least_core(game).core_exists ? "yes" : "no", lines.at("core"));
}

}  // namespace
}  // namespace koepel::game
