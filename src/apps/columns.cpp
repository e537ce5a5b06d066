// SPDX-License-Identifier: EUPL-1.2
// Rows of cells in; a table on the terminal out.
#include "apps/columns.h"

#include <algorithm>
#include <iostream>

#include "apps/terminal.h"

namespace koepel::apps {

namespace {

std::size_t widest(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, width_of(row[column]));
  return width;
}

}  // namespace

void print_columns(const std::vector<std::vector<std::string>>& rows) {
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    const std::size_t last = rows[r].size() - 1;
    for (std::size_t c = 0; c < last; ++c)
      line += std::string(widest(rows, c) - width_of(rows[r][c]), ' ') + rows[r][c] + "  ";
    line += folded(rows[r][last], width_of(line));
    std::cout << (r == 0 ? paint(Ink::bold, line) : line) << "\n";
  }
}

std::vector<std::string> split_columns(const std::string& text) {
  std::vector<std::string> out{""};
  for (const char c : text)
    if (c == '|')
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

}  // namespace koepel::apps
