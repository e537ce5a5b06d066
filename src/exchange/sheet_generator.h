// SPDX-License-Identifier: EUPL-1.2
// For tests: random tables as a reader would give them back (trimmed cells, no trailing empty cells, no empty rows).
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace koepel::exchange::testing_sheets {

/// Pieces that went wrong somewhere in the world of spreadsheets.
[[nodiscard]] inline std::string any_cell() {
  static const std::vector<std::string> pieces{"a",    "0.1",  "0.10", "é",    "€",          "\"",    "\"\"",   ";",
                                               ",",    "\t",   "\n",   "'",    "=",          "+",     "-",      "@",
                                               "<",    "&",    "]]>",  " x",   "  ",         "|",     "1",      "%",
                                               "sep=", "🏛", "007",  "true", "2026-11-23", "\r\nx", "_x000D_"};
  std::string text;
  for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) text += piece;
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

[[nodiscard]] inline std::vector<std::vector<std::string>> any_rows() {
  std::vector<std::vector<std::string>> rows;
  const int height = *rc::gen::inRange(0, 6), width = *rc::gen::inRange(1, 6);
  for (int r = 0; r < height; ++r) {
    std::vector<std::string> row;
    for (int c = 0; c < width; ++c) row.push_back(any_cell());
    if (r == 0) row.back() += "h";  // the header is the widest row
    while (!row.empty() && row.back().empty()) row.pop_back();
    if (!row.empty()) rows.push_back(row);
  }
  return rows;
}

}  // namespace koepel::exchange::testing_sheets
