// SPDX-License-Identifier: EUPL-1.2
// Records as people type them in; whole records and every problem out. Each kind becomes one small sheet, so that cells
// are read, recognised and complained of exactly as those of a study folder.
#include <algorithm>
#include <map>

#include "exchange/cell_values.h"
#include "exchange/record_json.h"
#include "exchange/study_rows.h"
#include "exchange/study_yaml.h"
#include "exchange/trim.h"

namespace koepel::exchange {

namespace {

using namespace folder;

std::string text_of(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_number()) return write_plain(value.get<double>(), Language::en);
  return value.is_string() ? std::string(trim(value.get_ref<const std::string&>())) : value.dump();
}

/// The typed records of one kind as a sheet: the columns that any of them gives, a row for each.
Sheet sheet_of(const std::vector<TypedRecord>& typed, const std::string& kind) {
  Sheet sheet{.file = kind, .lines = {1}, .rows = {{}}};
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i].kind != kind) continue;
    sheet.lines.push_back(static_cast<int>(i + 1));
    sheet.rows.emplace_back();
    for (const auto& [column, value] : typed[i].cells.items()) {
      const auto [place, fresh] = columns.try_emplace(column, columns.size());
      if (fresh) sheet.rows.front().push_back(column);
      if (sheet.rows.back().size() <= place->second) sheet.rows.back().resize(place->second + 1);
      sheet.rows.back()[place->second] = text_of(value);
    }
  }
  return sheet;
}

class TypedReader {
 public:
  TypedReader(const std::vector<TypedRecord>& typed, const Study& study, const MethodPack& pack,
              const Reference& reference)
      : typed_(typed), names_(pack, reference), cells_(names_, reading_.problems) {
    add_study(names_, study);
    reading_.records.resize(typed.size());
  }

  RecordReading read() {
    tell_unknown_kinds();
    read_heads();
    // In the order of the Study struct: a table may refer to those before it.
    read_kinds(std::make_index_sequence<std::variant_size_v<Happening>>{});
    return std::move(reading_);
  }

 private:
  void tell_unknown_kinds() {
    for (std::size_t i = 0; i < typed_.size(); ++i)
      if (!kind_of(typed_[i].kind) || !typed_[i].cells.is_object())
        tell_error(reading_.problems, {"study.unknown-kind", line(i), typed_[i].kind});
  }

  static Origin line(std::size_t i) { return {"", "", static_cast<int>(i + 1), ""}; }

  void read_heads() {
    const auto kind = event_name(StudyHead{});
    for (std::size_t i = 0; i < typed_.size(); ++i) {
      if (typed_[i].kind != kind || !typed_[i].cells.is_object()) continue;
      Problems found;
      auto head = read_study_yaml(typed_[i].cells.dump(), kind, names_, found).head;
      for (auto& problem : found) problem.where.line = static_cast<int>(i + 1);
      if (!has_errors(found)) reading_.records[i] = std::move(head);
      reading_.problems.insert(reading_.problems.end(), found.begin(), found.end());
    }
  }

  template <std::size_t... I>
  void read_kinds(std::index_sequence<I...>) {
    (read_kind<std::variant_alternative_t<I, Happening>>(), ...);
  }

  template <class Record>
  void read_kind() {
    if constexpr (!std::is_same_v<Record, StudyHead>) {
      const auto sheet = sheet_of(typed_, event_name(Record{}));
      if (sheet.rows.size() == 1) return;
      for (auto& record : records_in<Record>(sheet)) {
        const auto place = static_cast<std::size_t>(record.origin.line - 1);
        record.origin = {};
        reading_.records[place] = std::move(record);
      }
    }
  }

  template <class Record>
  std::vector<Record> records_in(const Sheet& sheet) {
    if constexpr (std::is_same_v<Record, AnswerSheet>) {
      return read_answers(sheet, cells_);
    } else if constexpr (std::is_same_v<Record, TreeAnswers>) {
      return read_tree_answers(sheet, cells_);
    } else {
      return read_records<Record>(sheet, cells_);
    }
  }

  const std::vector<TypedRecord>& typed_;
  RecordReading reading_;
  StudyNames names_;
  CellReader cells_;
};

}  // namespace

RecordReading read_records(const std::vector<TypedRecord>& typed, const Study& study, const MethodPack& pack,
                           const Reference& reference) {
  return TypedReader(typed, study, pack, reference).read();
}

}  // namespace koepel::exchange
