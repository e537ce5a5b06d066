// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace koepel::survey::test {

/// The rows (without the header) of the table below "<!-- example: name -->" on a page of docs/methods. Empty when
/// there is none.
inline std::vector<std::vector<std::string>> example(const std::string& page, const std::string& name) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
  std::vector<std::vector<std::string>> rows;
  bool found = false;
  int seen = 0;
  for (std::string line; std::getline(file, line);) {
    if (line == "<!-- example: " + name + " -->") found = true;
    if (!found || line.empty()) continue;
    if (line[0] != '|' && seen > 0) break;
    if (line[0] != '|' || ++seen <= 2) continue;
    std::vector<std::string> cells;
    std::stringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) {
      const auto first = cell.find_first_not_of(' ');
      const auto last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace koepel::survey::test
