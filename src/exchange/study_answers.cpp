// SPDX-License-Identifier: EUPL-1.2
// A sheet of survey answers or of walks through the decision tree in; one record per respondent or walk out. Both may
// be wide (a column per item or question) or long (a row per answer).
#include <algorithm>

#include "exchange/study_rows.h"
#include "model/event.h"

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
    } else if (const auto before =
                   std::find_if(columns.begin(), columns.end(), [&](const auto& a) { return a.id == *id; });
               before != columns.end()) {
      tell_error(problems, {"study.column-twice",
                            place_of(*view.sheet, 0, c),
                            header,
                            {word("first", cell(*view.sheet, 0, before->at))}});
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
  std::size_t item = 0;  ///< column number in the view of the item; the answer is the next
};

AnswerView view_answers(const Sheet& sheet, std::vector<Column> columns, const std::vector<Column>& long_columns,
                        const NameIndex& index, Problems& problems) {
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

/// Gathers the rows of the long form in the record they belong to; an answer given twice is told and the later one
/// counts.
template <class Record, class Answer>
class LongForm {
 public:
  explicit LongForm(Problems& problems) : problems_(problems) {}

  void take(Record&& about, const std::string& item, Answer answer, const Cell& cell) {
    const auto key = key_of(about);
    const auto [place, fresh] = records_of_key_.try_emplace(key, records.size());
    if (fresh) records.push_back(std::move(about));
    auto& answers = records[place->second].answers;
    const auto [row, first] = rows_.try_emplace(key + '\n' + item, cell.row);
    if (first) {
      answers.emplace_back(item, std::move(answer));
      return;
    }
    const auto before = place_of(*cell.sheet, row->second);
    tell_error(
        problems_,
        {"study.duplicate", cell.where(), item, {word("file", sheet_name(*cell.sheet)), number("line", before.line)}});
    row->second = cell.row;
    std::find_if(answers.begin(), answers.end(), [&](const auto& a) { return a.first == item; })->second =
        std::move(answer);
  }

  std::vector<Record> records;

 private:
  Problems& problems_;
  TextMap<std::size_t> records_of_key_;
  TextMap<std::size_t> rows_;
};

/// The item or question that a row of the long form is about; told when it is missing or unknown.
std::optional<std::string> item_of(const Cell& cell, const Column& column, CellReader& reader) {
  if (!cell.text().empty()) return reader.word(cell, column.kind);
  tell_error(reader.problems(),
             {"study.cell-missing", cell.where(), "", {word("nl", column.nl), word("en", column.en)}});
  return std::nullopt;
}

/// Reads a table of answers. `read` takes a cell and the item it answers, and gives the answer or nothing.
template <class Record, class Answer, class Read>
std::vector<Record> read_all(const Sheet& sheet, const std::vector<Column>& long_columns, const NameIndex& index,
                             CellReader& reader, Read read) {
  const auto from = view_answers(sheet, columns_of<Record>(), long_columns, index, reader.problems());
  LongForm<Record, Answer> gathered(reader.problems());
  auto& records = gathered.records;
  for (std::size_t r = 1; from.view.complete && r < from.view.rows(); ++r) {
    const Row row{&from.view, r};
    auto record = read_row<Record>(row, reader);
    if (!record) continue;
    if (from.is_long) {
      const auto item = item_of(row.cell(from.item), long_columns[0], reader);
      const auto cell = row.cell(from.item + 1);
      if (auto answer = item ? read(cell, *item) : std::nullopt)
        gathered.take(std::move(*record), *item, std::move(*answer), cell);
      continue;
    }
    for (const auto& column : from.answers)
      if (auto answer = read(Cell{&sheet, r, column.at, 0, DecimalSign::unknown}, column.id))
        record->answers.emplace_back(column.id, std::move(*answer));
    records.push_back(std::move(*record));
  }
  const auto places = places_in(index);
  for (auto& record : records) sort_by_pack(record.answers, places);
  return std::move(records);
}

}  // namespace

std::vector<AnswerSheet> read_answers(const Sheet& sheet, CellReader& reader) {
  const auto read = [&](const Cell& cell, const std::string&) { return reader.item_answer(cell); };
  return read_all<AnswerSheet, int>(sheet, long_columns_of_answers(), reader.names().items, reader, read);
}

std::vector<TreeAnswers> read_tree_answers(const Sheet& sheet, CellReader& reader) {
  using Chosen = std::vector<std::string>;
  const auto read = [&](const Cell& cell, const std::string& question) -> std::optional<Chosen> {
    auto chosen =
        cell.text().empty() ? Chosen{} : reader.question_answers(cell, *reader.names().question.find(question)->second);
    if (chosen.empty()) return std::nullopt;
    return chosen;
  };
  return read_all<TreeAnswers, Chosen>(sheet, long_columns_of_tree_answers(), reader.names().questions, reader, read);
}

}  // namespace koepel::exchange::folder
