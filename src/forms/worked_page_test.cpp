// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/forms-and-continuum.md, read from the page.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "content/pack_reader.h"
#include "forms/forms.h"

namespace koepel::forms {
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

/// "BK2=high PC4=neutral"
TreeAnswers voice(const std::string& text) {
  TreeAnswers said;
  said.subject = "U01";
  std::istringstream parts(text);
  for (std::string part; parts >> part;) {
    const auto is = part.find('=');
    said.answers.push_back({part.substr(0, is), {part.substr(is + 1)}});
  }
  return said;
}

TEST(FormsPage, WorkedExampleHolds) {
  const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(pack);
  const auto lines = example_on("forms-and-continuum.md");
  Study study;
  study.tree_answers = {voice(lines.at("voice 1")), voice(lines.at("voice 2"))};
  const auto forms = derive(study, *pack);
  const auto& advice = forms.subjects.at(0);
  EXPECT_DOUBLE_EQ(advice.bands.at(0).position.low, std::stod(lines.at("low")));
  EXPECT_DOUBLE_EQ(advice.bands.at(0).position.mid, std::stod(lines.at("mid")));
  EXPECT_DOUBLE_EQ(advice.bands.at(0).position.high, std::stod(lines.at("high")));
  EXPECT_DOUBLE_EQ(advice.outcome.position, std::stod(lines.at("agreed")));
}

}  // namespace
}  // namespace koepel::forms
