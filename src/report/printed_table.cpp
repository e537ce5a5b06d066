// SPDX-License-Identifier: EUPL-1.2
// A table of the analysis in, the same table on paper out: chosen columns and rows, nothing computed.
#include "report/printed_table.h"

#include <algorithm>

namespace koepel::report {

namespace {

/// "task/U01" is about U01.
std::string id_of(const Arg& arg) { return arg.word.substr(arg.word.find('/') + 1); }

/// Places of the wanted columns in the table; all of them when none is named.
std::vector<std::size_t> places(const Table& table, const std::vector<std::string>& wanted) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (wanted.empty() || std::ranges::any_of(wanted, [&](const auto& name) {
          return table.columns[i].key == "analysis.column." + name;
        }))
      out.push_back(i);
  return out;
}

std::vector<Cell> printed_row(const Draft& draft, const std::vector<TableCell>& row,
                              const std::vector<std::size_t>& at) {
  std::vector<Cell> out;
  for (const auto i : at) {
    const auto& [value, step] = row[i];
    const std::string text = draft.phrases.say(value, draft.document.language);
    if (is_figure(value))
      out.push_back(number_cell({text, step}));
    else
      out.push_back(cell({i == at.front() ? capital(text) : text, step}));
  }
  return out;
}

}  // namespace

const Table* find_table(const Analysis& analysis, const std::string& id) {
  const auto found = std::ranges::find(analysis.tables, id, &Table::id);
  return found == analysis.tables.end() ? nullptr : &*found;
}

bool print_table(Draft& draft, const PrintedTable& asked) {
  const Table* source = find_table(draft.analysis(), asked.id);
  if (source == nullptr) return false;
  const auto at = places(*source, asked.columns);
  TableBlock block;
  block.caption = say(draft, source->title);
  block.widths = asked.widths;
  block.note = asked.note;
  for (const auto i : at) block.header.push_back(say(draft, source->columns[i]));
  for (const auto& row : source->rows)
    if (block.rows.size() < asked.most &&
        (asked.about.empty() || std::ranges::find(asked.about, id_of(row.front().value)) != asked.about.end()))
      block.rows.push_back(printed_row(draft, row, at));
  const bool any = !block.rows.empty();
  table(draft, std::move(block));
  return any;
}

}  // namespace koepel::report
