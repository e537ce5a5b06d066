// SPDX-License-Identifier: EUPL-1.2
// A sheet of survey answers or of walks through the decision tree in; one record per respondent or walk out. Both may be wide
// (a column per item or question) or long (a row per answer).
#include <algorithm>
#include <map>
#include <tuple>

#include "exchange/study_rows.h"

namespace koepel::exchange::folder {

namespace {

/// "M11. Onze buurgemeenten hebben kennis ..." -> "M11": how survey tools name their columns.
std::string_view first_word(std::string_view header) { return header.substr(0, header.find_first_of(" .:)-_")); }

const std::string* find_in_header(const NameIndex& index, std::string_view header) {
  const auto whole = index.find(header);
  return whole.id != nullptr ? whole.id : index.find(first_word(header)).id;
}

/// A column that holds the answers to one item or question.
struct AnswerColumn {
  std::size_t at = 0;
  std::string id;
};

/// Finds the items among the columns that are no part of the table itself, and keeps the rest as unknown.
std::vector<AnswerColumn> answer_columns(SheetView& view, const NameIndex& index, Problems& problems) {
  std::vector<AnswerColumn> columns;
  std::vector<std::size_t> rest;
  for (const auto c : view.others) {
    const auto& header = cell(*view.sheet, 0, c);
    const auto* id = header.empty() ? nullptr : find_in_header(index, header);
    if (id == nullptr) {
      rest.push_back(c);
    } else if (const auto before = std::find_if(columns.begin(), columns.end(), [&](const auto& a) { return a.id == *id; }); before != columns.end()) {
      tell_error(problems, {"study.column-twice", place_of(*view.sheet, 0, c), header, {word("first", cell(*view.sheet, 0, before->at))}});
    } else {
      columns.push_back({c, *id});
    }
  }
  view.others = std::move(rest);
  return columns;
}

/// The table with, in its long form, two more columns: the item or question, and the answer.
struct AnswerView {
  SheetView view;
  std::vector<AnswerColumn> answers;  ///< wide form
  bool is_long = false;
  std::size_t item = 0;               ///< column number in the view of the item; the answer is the next
};

AnswerView view_answers(const Sheet& sheet, std::vector<Column> columns, const std::vector<Column>& long_columns, const NameIndex& index, Problems& problems) {
  AnswerView result;
  result.item = columns.size();
  auto both = columns;
  both.insert(both.end(), long_columns.begin(), long_columns.end());
  Problems aside;  // whether columns are missing is only known once the form is
  const auto tried = view_of(sheet, both, aside);
  result.is_long = tried.places[result.item].at && tried.places[result.item + 1].at;
  const auto& asked = result.is_long ? both : columns;
  result.view = view_of(sheet, asked, problems);
  if (!result.is_long) result.answers = answer_columns(result.view, index, problems);
  tell_unknown_columns(result.view, asked, true, problems);
  return result;
}

/// Where in the pack's order an item or question stands, so that the order of columns or rows does not matter.
template <class Answers>
void sort_by_pack(Answers& answers, const TextMap<std::size_t>& places) {
  const auto place = [&](const auto& answer) { return places.find(answer.first)->second; };
  std::stable_sort(answers.begin(), answers.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

TextMap<std::size_t> places_in(const NameIndex& index) {
  TextMap<std::size_t> places;
  for (const auto& id : index.all()) places.emplace(id, places.size());
  return places;
}

/// Adds rows of the long form to the record they belong to; an answer given twice is told and the later one counts.
template <class Record, class Answer>
class LongForm {
 public:
  explicit LongForm(Problems& problems) : problems_(problems) {}

  void take(const std::string& key, Record&& empty, const std::string& item, Answer answer, const Cell& cell) {
    const auto [place, fresh] = records_of_key_.try_emplace(key, records.size());
    if (fresh) records.push_back(std::move(empty));
    const auto [line, first] = lines_.try_emplace(key + '\n' + item, cell.row);
    auto& answers = records[place->second].answers;
    if (first) {
      answers.emplace_back(item, std::move(answer));
      return;
    }
    const auto before = place_of(*cell.sheet, line->second);
    tell_error(problems_, {"study.duplicate", cell.where(), item, {word("file", sheet_name(*cell.sheet)), number("line", before.line)}});
    std::find_if(answers.begin(), answers.end(), [&](const auto& a) { return a.first == item; })->second = std::move(answer);
  }

  std::vector<Record> records;

 private:
  Problems& problems_;
  TextMap<std::size_t> records_of_key_;
  TextMap<std::size_t> lines_;
};

Cell plain_cell(const Row& row, std::size_t column) { return {row.view->sheet, row.number, column, 0, DecimalSign::unknown}; }

/// The item or question of a row in long form; told when it is missing or unknown.
std::optional<std::string> item_of(const Cell& cell, Kind kind, const Column& column, CellReader& reader) {
  if (!cell.text().empty()) return reader.word(cell, kind);
  tell_error(reader.problems(), {"study.cell-missing", cell.where(), "", {word("nl", column.nl), word("en", column.en)}});
  return std::nullopt;
}

void read_wide(AnswerSheet& sheet, const AnswerView& from, const Row& row, CellReader& reader) {
  for (const auto& column : from.answers)
    if (const auto answer = reader.item_answer(plain_cell(row, column.at))) sheet.answers.emplace_back(column.id, *answer);
}

void read_wide(TreeAnswers& walk, const AnswerView& from, const Row& row, CellReader& reader) {
  for (const auto& column : from.answers) {
    const auto cell = plain_cell(row, column.at);
    if (cell.text().empty()) continue;
    auto chosen = reader.question_answers(cell, *reader.names().question.find(column.id)->second);
    if (!chosen.empty()) walk.answers.emplace_back(column.id, std::move(chosen));
  }
}

std::string key_of_walk(const TreeAnswers& walk) { return walk.subject + '\n' + walk.respondent + '\n' + walk.partner; }

}  // namespace

std::vector<AnswerSheet> read_answers(const Sheet& sheet, CellReader& reader) {
  const auto& index = reader.names().items;
  const auto from = view_answers(sheet, columns_of<AnswerSheet>(), long_columns_of_answers(), index, reader.problems());
  LongForm<AnswerSheet, int> rows(reader.problems());
  std::vector<AnswerSheet> sheets;
  for (std::size_t r = 1; from.view.complete && r < from.view.rows(); ++r) {
    const Row row{&from.view, r};
    auto record = read_row<AnswerSheet>(row, reader);
    if (!record) continue;
    if (!from.is_long) {
      read_wide(*record, from, row, reader);
      sheets.push_back(std::move(*record));
      continue;
    }
    const auto item = item_of(row.cell(from.item), Kind::item, long_columns_of_answers()[0], reader);
    const auto answer_cell = row.cell(from.item + 1);
    const auto answer = item ? reader.item_answer(answer_cell) : std::nullopt;
    const auto key = record->respondent;
    if (answer) rows.take(key, std::move(*record), *item, *answer, answer_cell);
  }
  if (from.is_long) sheets = std::move(rows.records);
  const auto places = places_in(index);
  for (auto& one : sheets) sort_by_pack(one.answers, places);
  return sheets;
}

std::vector<TreeAnswers> read_tree_answers(const Sheet& sheet, CellReader& reader) {
  const auto& index = reader.names().questions;
  const auto from = view_answers(sheet, columns_of<TreeAnswers>(), long_columns_of_tree_answers(), index, reader.problems());
  LongForm<TreeAnswers, std::vector<std::string>> rows(reader.problems());
  std::vector<TreeAnswers> walks;
  for (std::size_t r = 1; from.view.complete && r < from.view.rows(); ++r) {
    const Row row{&from.view, r};
    auto record = read_row<TreeAnswers>(row, reader);
    if (!record) continue;
    if (!from.is_long) {
      read_wide(*record, from, row, reader);
      walks.push_back(std::move(*record));
      continue;
    }
    const auto question = item_of(row.cell(from.item), Kind::question, long_columns_of_tree_answers()[0], reader);
    const auto answer_cell = row.cell(from.item + 1);
    if (!question || answer_cell.text().empty()) continue;
    auto chosen = reader.question_answers(answer_cell, *reader.names().question.find(*question)->second);
    const auto key = key_of_walk(*record);
    if (!chosen.empty()) rows.take(key, std::move(*record), *question, std::move(chosen), answer_cell);
  }
  if (from.is_long) walks = std::move(rows.records);
  const auto places = places_in(index);
  for (auto& one : walks) sort_by_pack(one.answers, places);
  return walks;
}

}  // namespace koepel::exchange::folder
