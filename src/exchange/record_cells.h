// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/study_names.h"

namespace koepel::exchange::folder {

/// Several things in one cell, as the reader takes them apart again.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

enum class Notation { canonical, plain };  ///< of numbers: shortest with a point, or as people write them

/// Writes a member as a cell. With names, codes of the method (roles, forms ...) become words in that language.
template <class Record>
struct CellWriter {
  const Record& record;
  const Column& column;
  Language language;
  const StudyNames* names;  ///< nullptr: codes
  Notation notation;

  std::string operator()(std::string Record::*member) const { return said(record.*member); }
  std::string operator()(std::vector<std::string> Record::*member) const { return joined(record.*member); }
  std::string operator()(Text Record::*member) const {
    return column.kind == Kind::text_nl ? (record.*member).nl : (record.*member).en;
  }
  std::string operator()(bool Record::*member) const { return write_yes_no(record.*member, language); }
  std::string operator()(int Record::*member) const { return std::to_string(record.*member); }
  std::string operator()(std::optional<int> Record::*member) const {
    return record.*member ? std::to_string(*(record.*member)) : "";
  }
  std::string operator()(double Record::*member) const { return decimal(record.*member); }
  std::string operator()(std::optional<double> Record::*member) const {
    return record.*member ? decimal(*(record.*member)) : "";
  }
  std::string operator()(std::optional<Money> Record::*member) const {
    return record.*member ? write_cents((record.*member)->cents, language) : "";
  }
  std::string operator()(Scores Record::*member) const {
    for (const auto& [criterion, score] : record.*member)
      if (criterion == column.id) return decimal(score);
    return "";
  }

 private:
  std::string decimal(double value) const {
    return notation == Notation::canonical ? write_shortest(value) : write_plain(value, language);
  }

  std::string said(const std::string& value) const {
    if (names == nullptr || value.empty()) return value;
    const std::size_t which = language == Language::nl ? 0 : 1;
    switch (column.kind) {
      case Kind::role:
        return names->roles.name_of(value, which);
      case Kind::motive:
        return names->motives.name_of(value, which);
      case Kind::form:
        return names->forms.name_of(value, which);
      case Kind::body:
        return names->bodies.name_of(value, which);
      case Kind::group:
        return names->groups.name_of(value, which);
      case Kind::indicator:
        return names->indicators.name_of(value, which);
      case Kind::cost_figure:
        return names->quantities.name_of(value, which);
      case Kind::own_driver:
      case Kind::driver:
        return names->drivers.names.name_of(value, which);
      case Kind::rule_kind:
        return names->rule_kinds.name_of(value, which);
      case Kind::condition_kind:
        return names->condition_kinds.name_of(value, which);
      default:
        return value;
    }
  }
};

/// A cell for a file in that language.
template <class Record>
[[nodiscard]] std::string written_cell(const Record& record, const Field<Record>& field, Language language,
                                       const StudyNames& names) {
  return std::visit(CellWriter<Record>{record, field, language, &names, Notation::plain}, field.member);
}

/// The same value always as the same text.
template <class Record>
[[nodiscard]] std::string canonical_cell(const Record& record, const Field<Record>& field) {
  return std::visit(CellWriter<Record>{record, field, Language::en, nullptr, Notation::canonical}, field.member);
}

/// A cell for a form: codes, and numbers that read back as they are whichever column they stand in.
template <class Record>
[[nodiscard]] std::string form_cell(const Record& record, const Field<Record>& field, Language language) {
  return std::visit(CellWriter<Record>{record, field, language, nullptr, Notation::plain}, field.member);
}

}  // namespace koepel::exchange::folder
