// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/decision-tree.md, read from the page.
#include <gtest/gtest.h>

#include <fstream>

#include "content/pack_reader.h"
#include "tree/tree.h"

namespace koepel::tree {
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

TEST(DecisionTreePage, WorkedExampleHolds) {
  const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(pack);
  auto lines = example_on("decision-tree.md");
  Answers answers;
  for (const auto& [key, value] : lines)
    if (find_question(pack->tree, key) != nullptr) answers[key] = {value};
  EXPECT_EQ(answers.size(), 24U);
  const auto outcome = walk(pack->tree, answers);
  EXPECT_EQ(outcome.position, std::stod(lines.at("position")));
  int scores = 0;
  for (const auto& ranked : outcome.ranking)
    if (const auto told = lines.find("score " + ranked.form); told != lines.end()) {
      EXPECT_EQ(ranked.score, std::stod(told->second)) << ranked.form;
      ++scores;
    }
  EXPECT_EQ(scores, 3);
  const auto flip = smallest_flip(pack->tree, answers);
  ASSERT_TRUE(flip);
  ASSERT_EQ(flip->changes.size(), 1U);
  EXPECT_EQ(flip->changes[0].second.front(), lines.at("flip " + flip->changes[0].first));
  EXPECT_EQ(flip->becomes, lines.at("becomes"));
}

}  // namespace
}  // namespace koepel::tree
