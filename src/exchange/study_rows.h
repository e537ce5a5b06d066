// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/columns.h"
#include "exchange/study_records.h"

namespace koepel::exchange::folder {

/// Puts what a cell says into its member. Visited once per kind of member; nothing is written when the cell says
/// nothing.
template <class Record>
struct CellTaker {
  Record& record;
  const Column& column;
  const Cell& cell;
  CellReader& reader;

  void operator()(std::string Record::*member) const { put(member, reader.word(cell, column.kind)); }
  void operator()(std::vector<std::string> Record::*member) const { put(member, reader.words(cell, column.kind)); }
  void operator()(bool Record::*member) const { put(member, reader.yes_no(cell)); }
  void operator()(int Record::*member) const { put(member, reader.whole(cell, column.kind)); }
  void operator()(std::optional<int> Record::*member) const { put(member, reader.whole(cell, column.kind)); }
  void operator()(std::optional<double> Record::*member) const { put(member, reader.number(cell, column.kind)); }
  void operator()(std::optional<Money> Record::*member) const { put(member, reader.money(cell)); }
  void operator()(Text Record::*member) const {
    auto& text = record.*member;
    (column.kind == Kind::text_nl ? text.nl : text.en) = cell.text();
  }
  void operator()(Scores Record::*member) const {
    if (const auto score = reader.number(cell, column.kind)) (record.*member).emplace_back(column.id, *score);
  }

 private:
  template <class Value, class Read>
  void put(Value Record::*member, Read read) const {
    if (read) record.*member = std::move(*read);
  }
};

template <class Record>
struct IsEmpty {
  const Record& record;

  bool operator()(std::string Record::*member) const { return (record.*member).empty(); }
  bool operator()(std::vector<std::string> Record::*member) const { return (record.*member).empty(); }
  bool operator()(std::optional<int> Record::*member) const { return !(record.*member); }
  template <class Other>
  bool operator()(Other Record::*) const {
    return false;
  }
};

/// Reads the cells of one row. False when a cell that says what the row is about is wrong (told by its reader) or,
/// where it must not be, empty.
template <class Record>
bool read_cells(Record& record, const Row& row, CellReader& reader) {
  bool whole = true;
  const auto& fields = table_of<Record>().fields;
  for (std::size_t c = 0; c < fields.size(); ++c) {
    const auto cell = row.cell(c);
    if (!cell.text().empty())
      std::visit(CellTaker<Record>{record, fields[c], cell, reader}, fields[c].member);
    else if (fields[c].required())
      tell_error(reader.problems(),
                 {"study.cell-missing", cell.where(), "", {word("nl", fields[c].nl), word("en", fields[c].en)}});
    const bool wanted = fields[c].required() || (fields[c].need == Need::names && !is_no_answer(cell.text()));
    if (wanted && std::visit(IsEmpty<Record>{record}, fields[c].member)) whole = false;
  }
  return whole;
}

/// One row as a record, or nothing when it had to be left out.
template <class Record>
std::optional<Record> read_row(const Row& row, CellReader& reader) {
  Record record;
  record.origin = row.where();
  if (read_cells(record, row, reader) && settle(record, row, reader)) return record;
  refuse<Record>(row, reader);
  return std::nullopt;
}

template <class Record>
std::vector<Column> columns_of() {
  const auto& fields = table_of<Record>().fields;
  return {fields.begin(), fields.end()};
}

/// A whole table. Tables about people say why names are not read.
template <class Record>
std::vector<Record> read_records(const Sheet& sheet, CellReader& reader) {
  const auto columns = columns_of<Record>();
  const auto view = view_of(sheet, columns, reader.problems());
  tell_unknown_columns(view, columns, std::is_same_v<Record, Respondent>, reader.problems());
  std::vector<Record> records;
  for (std::size_t r = 1; r < view.rows(); ++r) {
    const Row row{&view, r};
    if (!view.complete) {
      refuse<Record>(row, reader);
    } else if (auto record = read_row<Record>(row, reader)) {
      records.push_back(std::move(*record));
    }
  }
  return records;
}

/// The survey: one row per respondent with a column per item, or one row per answer.
[[nodiscard]] std::vector<AnswerSheet> read_answers(const Sheet& sheet, CellReader& reader);
/// The decision tree: one row per walk with a column per question, or one row per answer.
[[nodiscard]] std::vector<TreeAnswers> read_tree_answers(const Sheet& sheet, CellReader& reader);

}  // namespace koepel::exchange::folder
