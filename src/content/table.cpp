// SPDX-License-Identifier: EUPL-1.2
// The bytes of items.csv or tasks.csv in, rows with named cells out. Study folders have their own, forgiving reader
// (exchange/).
#include "content/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/ensure.h"
#include "content/fault.h"

namespace koepel::content {

namespace {

struct Line {
  std::vector<std::string> cells;
  int number = 0;
  bool closed = true;  ///< false: a quote was opened and never closed
};

/// Takes one line off `rest`; a quoted cell may run over several lines of the file.
Line take_line(std::string_view& rest, int& line_number) {
  Line line{{""}, line_number, true};
  bool quoted = false;
  std::size_t i = 0;
  for (; i < rest.size(); ++i) {
    const char c = rest[i];
    if (c == '\n') ++line_number;
    if (quoted && c == '"' && i + 1 < rest.size() && rest[i + 1] == '"') {
      line.cells.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ';') {
      line.cells.emplace_back();
    } else if (!quoted && c == '\n') {
      ++i;
      break;
    } else if (c != '\r') {
      line.cells.back() += c;
    }
  }
  rest.remove_prefix(i);
  line.closed = !quoted;
  return line;
}

bool is_blank(const Line& line) { return line.cells.size() == 1 && line.cells.front().empty(); }

Origin origin_of(const std::string& file, int line) {
  Origin where;
  where.file = file;
  where.line = line;
  return where;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string all;
  for (const auto& cell : cells) all += (all.empty() ? "" : ";") + cell;
  return all;
}

}  // namespace

Origin Row::at(const char* column) const {
  Origin where = where_;
  where.column = column;
  return where;
}

const std::string& Row::cell(const char* column) const {
  const auto it = std::find(columns_->begin(), columns_->end(), column);
  ENSURE(it != columns_->end());
  return cells_[static_cast<std::size_t>(it - columns_->begin())];
}

const std::string& Row::text(const char* column) const {
  const auto& found = cell(column);
  if (found.empty()) problems_->push_back(problem_of(not_text, at(column), found));
  return found;
}

double Row::number(const char* column) const {
  const auto& found = cell(column);
  double value = 0;
  const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), value);
  if (error == std::errc{} && end == found.data() + found.size() && std::isfinite(value)) return value;
  problems_->push_back(problem_of(not_a_number, at(column), found));
  return 0;
}

int Row::whole(const char* column) const {
  const auto& found = cell(column);
  int value = 0;
  const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), value);
  if (error == std::errc{} && end == found.data() + found.size()) return value;
  problems_->push_back(problem_of(not_whole, at(column), found));
  return 0;
}

bool Row::flag(const char* column) const {
  const auto& found = cell(column);
  if (found != "0" && found != "1") problems_->push_back(problem_of(not_true_or_false, at(column), found));
  return found == "1";
}

std::vector<std::string> Row::words(const char* column) const {
  std::vector<std::string> words;
  const auto& found = cell(column);
  for (std::size_t start = 0; start < found.size();) {
    const auto end = std::min(found.find('|', start), found.size());
    words.push_back(found.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

std::vector<Row> read_table(const std::string& file, const std::string& bytes, const std::vector<std::string>& columns,
                            Problems& problems) {
  std::vector<Row> rows;
  std::string_view rest = bytes;
  int line_number = 1;
  const Line header = take_line(rest, line_number);
  if (header.cells != columns) {
    problems.push_back(problem_of(wrong_header, origin_of(file, 1), joined(header.cells)));
    return rows;
  }
  while (!rest.empty()) {
    Line line = take_line(rest, line_number);
    if (is_blank(line)) continue;
    const Origin where = origin_of(file, line.number);
    if (!line.closed)
      problems.push_back(problem_of(open_quote, where, joined(line.cells)));
    else if (line.cells.size() != columns.size())
      problems.push_back(problem_of(wrong_cells, where, joined(line.cells)));
    else
      rows.emplace_back(columns, std::move(line.cells), where, problems);
  }
  return rows;
}

}  // namespace koepel::content
