// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/approach.md, read from the page: "= name" lines are outcomes, the others inputs.
#include <gtest/gtest.h>

#include <fstream>

#include "approach/approach.h"
#include "content/pack_reader.h"

namespace koepel::approach {
namespace {

std::map<std::string, std::string> example_on(const std::string& page) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
  std::map<std::string, std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(": ");
    if (inside && colon != std::string::npos) lines[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return lines;
}

TEST(ApproachPage, WorkedExampleHolds) {
  const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(pack);
  const auto lines = example_on("approach.md");
  Indicators indicators;
  for (const auto& [key, value] : lines) {
    if (key.front() == '=') continue;
    const auto* indicator = find_indicator(*pack, key);
    ASSERT_NE(indicator, nullptr) << key;
    if (indicator->kind == "words")
      indicators[key].value = value;
    else
      indicators[key].value = std::stod(value);
  }
  const auto advice = choose(indicators, *pack);
  EXPECT_NEAR(advice.d, std::stod(lines.at("= D")), 0.00005);
  EXPECT_NEAR(advice.coverage, std::stod(lines.at("= coverage")), 1e-9);
  EXPECT_EQ(id_of(advice.approach), lines.at("= approach"));
  EXPECT_EQ(advice.rules.at(0), lines.at("= rule"));
  ASSERT_TRUE(advice.flip);
  EXPECT_EQ(advice.flip->indicator, lines.at("= flip"));
  EXPECT_DOUBLE_EQ(advice.flip->to.number, std::stod(lines.at("= to")));
  EXPECT_EQ(id_of(advice.flip->becomes), lines.at("= becomes"));
}

}  // namespace
}  // namespace koepel::approach
