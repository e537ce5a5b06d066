// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/study.h"

// The tables of a study folder and their columns. This one description is used by the reader, the writer, the
// templates, the log and docs/study-folder.md, so that they cannot say different things.

namespace koepel::exchange::folder {

/// What a cell must hold. How each kind is read is in cells.h; how it is explained is text "study.kind.<name>".
enum class Kind {
  code,          ///< own code of this record
  text,          ///< free text
  text_nl,       ///< free text, Dutch part
  text_en,       ///< free text, English part
  municipality,  ///< any municipality of the reference table: code or name
  partner,       ///< partner of this study
  partners,      ///< several
  members,       ///< municipalities, or plain names of others
  member,        ///< one of those
  own_task,      ///< task of the catalogue, or a new code
  task,          ///< task of the catalogue or of the own list
  tasks,         ///< several
  subject,       ///< task or package
  free_subject,  ///< code of a task or package, or free text: kept as typed
  respondent,
  role,
  motive,
  form,
  body,
  group,
  indicator,
  indicator_value,  ///< read further by the indicator's own kind
  item,
  item_answer,  ///< 1..5 or no answer
  question,
  question_answer,  ///< answers of a question of the tree
  date,
  year,
  money,     ///< euros, 0 or more
  number,    ///< 0 or more, decimals likely: FTE, hectares
  quantity,  ///< 0 or more, thousands likely: volume
  whole,     ///< 0 or more, whole
  one_to_five,
  share,        ///< 0.4 or 40 %, from 0 to 1
  figure,       ///< any number or percentage, also below zero: its meaning depends on the row
  cost_figure,  ///< a quantity of the cost model, by id or name
  own_driver,   ///< standard driver, or a new name
  driver,       ///< standard driver, or one with values
  key,          ///< cost key, or a driver by which alone the cost is shared
  project,
  rule_kind,
  condition_kind,
  yes_no
};

enum class Need { may, names, must };

struct Column {
  std::string_view id;       ///< canonical name: "fixed_cost"
  std::string_view nl;       ///< header in a Dutch file
  std::string_view en;       ///< header in an English file
  std::string_view aliases;  ///< other headers people use, divided by |
  Kind kind = Kind::text;
  /// `must`: without it the row is left out. `names`: it may be empty, which means something of its own (all partners,
  /// no year), so a wrong cell must not pass for an empty one and costs the row too. `may`: a wrong cell costs only
  /// itself.
  Need need = Need::may;

  [[nodiscard]] bool required() const { return need == Need::must; }
};

/// Scores by criterion; the column's id is the criterion.
using Scores = std::vector<std::pair<std::string, double>>;

template <class Record>
using Member = std::variant<std::string Record::*, std::vector<std::string> Record::*, Text Record::*, bool Record::*,
                            int Record::*, double Record::*, std::optional<int> Record::*,
                            std::optional<double> Record::*, std::optional<Money> Record::*, Scores Record::*>;

/// A column and the member of the record that it fills.
template <class Record>
struct Field : Column {
  Member<Record> member;
};

struct TableName {
  std::string_view id;  ///< also its English name: "figures"
  std::string_view nl;  ///< "cijfers"
};

template <class Record>
struct Table {
  TableName name;
  std::vector<Field<Record>> fields;
};

template <class Record>
[[nodiscard]] const Table<Record>& table_of();
template <>
const Table<Partner>& table_of<Partner>();
template <>
const Table<GrossListEntry>& table_of<GrossListEntry>();
template <>
const Table<TaskPackage>& table_of<TaskPackage>();
template <>
const Table<Figures>& table_of<Figures>();
template <>
const Table<Rating>& table_of<Rating>();
template <>
const Table<Arrangement>& table_of<Arrangement>();
template <>
const Table<ThirdParty>& table_of<ThirdParty>();
template <>
const Table<Respondent>& table_of<Respondent>();
template <>
const Table<AnswerSheet>& table_of<AnswerSheet>();
template <>
const Table<IndicatorValue>& table_of<IndicatorValue>();
template <>
const Table<TreeAnswers>& table_of<TreeAnswers>();
template <>
const Table<FunctionWish>& table_of<FunctionWish>();
template <>
const Table<FormPreference>& table_of<FormPreference>();
template <>
const Table<Decision>& table_of<Decision>();
template <>
const Table<Estimate>& table_of<Estimate>();
template <>
const Table<DriverValue>& table_of<DriverValue>();
template <>
const Table<CostKeyPart>& table_of<CostKeyPart>();
template <>
const Table<TeamRule>& table_of<TeamRule>();
template <>
const Table<JoinCondition>& table_of<JoinCondition>();
template <>
const Table<Project>& table_of<Project>();
template <>
const Table<ProjectEffort>& table_of<ProjectEffort>();

/// The two columns of the long form of answers and tree_answers: one answer per row instead of one column per question.
[[nodiscard]] const std::vector<Column>& long_columns_of_answers();
[[nodiscard]] const std::vector<Column>& long_columns_of_tree_answers();

/// The keys of study.yaml, as columns without a record: their order is the order in the file.
[[nodiscard]] const std::vector<Column>& study_keys();
/// The keys of one weight in study.yaml.
[[nodiscard]] const std::vector<Column>& weight_keys();

/// A table without its record: for templates, documentation and the search for files.
struct TableGuide {
  TableName name;
  std::vector<Column> columns;
  std::vector<Column> long_form;  ///< empty but for the two tables of answers
};
/// All tables, in the order of the Study struct.
[[nodiscard]] const std::vector<TableGuide>& all_tables();

/// The header in a language; for text columns the plain header is the file's own language.
[[nodiscard]] inline std::string_view header(const Column& column, Language language) {
  return language == Language::nl ? column.nl : column.en;
}
[[nodiscard]] inline std::string_view file_base(const TableName& name, Language language) {
  return language == Language::nl ? name.nl : name.id;
}

/// "money", "one_to_five": the name in the text keys.
[[nodiscard]] std::string_view kind_name(Kind kind);

}  // namespace koepel::exchange::folder
