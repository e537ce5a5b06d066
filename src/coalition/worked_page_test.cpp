// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/who-with-whom.md, read from the page: "= name" lines are outcomes, the others
// inputs.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "coalition/parts.h"
#include "coalition/stability.h"

namespace koepel::coalition {
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

Team team_named(const std::string& name) {
  Team team;
  for (const char letter : name)
    if (letter != '+') team.push_back(letter - 'A');
  return team;
}

std::string name_of(const Team& team) {
  std::string name;
  for (const int partner : team) name += (name.empty() ? "" : "+") + std::string(1, static_cast<char>('A' + partner));
  return name;
}

TEST(WhoWithWhomPage, WorkedExampleHolds) {
  const auto lines = example_on("who-with-whom.md");
  ASSERT_EQ(lines.size(), 8U);
  std::vector<std::int64_t> values(16, 0);
  for (const auto& [name, value] : lines)
    if (name.front() != '=') values[mask_of(team_named(name))] = std::stoll(value);
  const auto division = best_division(values);
  ASSERT_TRUE(division);
  std::string teams;
  for (const auto& team : division->teams) teams += (teams.empty() ? "" : " ") + name_of(team);
  EXPECT_EQ(teams, lines.at("= division"));
  EXPECT_EQ(std::to_string(division->value), lines.at("= value"));
  const auto stability = judge_stability(division->teams, values, equal_shares(values));
  ASSERT_EQ(stability.breakaways.size(), 1U);
  EXPECT_EQ(name_of(stability.breakaways[0].team), lines.at("= breaks away"));
  EXPECT_NEAR(stability.breakaways[0].least_gain, std::stod(lines.at("= least gain")), 1e-9);
}

}  // namespace
}  // namespace koepel::coalition
