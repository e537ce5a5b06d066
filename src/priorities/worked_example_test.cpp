// SPDX-License-Identifier: EUPL-1.2
// The name of a page in docs/methods in, the numbers of its worked example out.
#include "priorities/worked_example_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace koepel::priorities {

std::map<std::string, std::vector<double>> read_worked_example(const std::string& page) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "```example" || (inside && line == "```")) {
      inside = !inside;
      continue;
    }
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  EXPECT_FALSE(numbers.empty()) << page;
  return numbers;
}

}  // namespace koepel::priorities
