// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/columns.h"
#include "exchange/study_records.h"

namespace koepel::exchange::folder {

/// Puts what a cell says into its member; false, and nothing written, when the cell says nothing. Visited once per kind
/// of member.
template <class Record>
struct CellTaker {
  Record& record;
  const Column& column;
  const Cell& cell;
  CellReader& reader;

  bool operator()(std::string Record::*member) const { return put(member, reader.word(cell, column.kind)); }
  bool operator()(std::vector<std::string> Record::*member) const {
    return put(member, reader.words(cell, column.kind));
  }
  bool operator()(bool Record::*member) const { return put(member, reader.yes_no(cell)); }
  bool operator()(int Record::*member) const { return put(member, reader.whole(cell, column.kind)); }
  bool operator()(std::optional<int> Record::*member) const { return put(member, reader.whole(cell, column.kind)); }
  bool operator()(double Record::*member) const { return put(member, reader.number(cell, column.kind)); }
  bool operator()(std::optional<double> Record::*member) const { return put(member, reader.number(cell, column.kind)); }
  bool operator()(std::optional<Money> Record::*member) const { return put(member, reader.money(cell)); }
  bool operator()(Text Record::*member) const {
    auto& text = record.*member;
    (column.kind == Kind::text_nl ? text.nl : text.en) = cell.text();
    return true;
  }
  bool operator()(Scores Record::*member) const {
    const auto score = reader.number(cell, column.kind);
    if (score) (record.*member).emplace_back(column.id, *score);
    return score.has_value();
  }

 private:
  template <class Value, class Read>
  bool put(Value Record::*member, Read read) const {
    if (!read) return false;
    record.*member = std::move(*read);
    return true;
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
    bool said = false;
    if (!cell.text().empty())
      said = std::visit(CellTaker<Record>{record, fields[c], cell, reader}, fields[c].member);
    else if (fields[c].required())
      tell_error(reader.problems(),
                 {"study.cell-missing", cell.where(), "", {word("nl", fields[c].nl), word("en", fields[c].en)}});
    const bool wanted = fields[c].required() || (fields[c].need == Need::names && !is_no_answer(cell.text()));
    if (wanted && (!said || std::visit(IsEmpty<Record>{record}, fields[c].member))) whole = false;
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
