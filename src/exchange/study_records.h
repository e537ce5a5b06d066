// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "exchange/study_cells.h"
#include "model/study.h"

// What a row must be as a whole, once its cells are read: completes it, lets other tables find it, and tells what is
// wrong. False: the row is left out (and what it names is remembered as refused).

namespace koepel::exchange::folder {

/// A row being settled: where it is, and where its cells are.
struct Row {
  const SheetView* view = nullptr;
  std::size_t number = 0;

  [[nodiscard]] Origin where() const { return place_of(*view->sheet, number); }
  /// The cell of a column of the table; with an empty text when the sheet does not have it.
  [[nodiscard]] Cell cell(std::size_t column) const {
    const auto& place = view->places[column];
    return {view->sheet, number, place.at.value_or(static_cast<std::size_t>(-1)), place.zeros, place.sign};
  }
};

[[nodiscard]] bool settle(Partner& partner, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(GrossListEntry& entry, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(TaskPackage& package, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(Arrangement& arrangement, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(ThirdParty& party, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(Respondent& respondent, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(IndicatorValue& value, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(TreeAnswers& answers, const Row& row, CellReader& reader);
template <class Record>
[[nodiscard]] bool settle(Record&, const Row&, CellReader&) {
  return true;
}

/// Remembers that the row naming this thing was refused, so that its mentions are not told as faults of their own.
template <class Record>
void refuse(const Row&, CellReader&) {}
template <>
void refuse<Partner>(const Row& row, CellReader& reader);
template <>
void refuse<GrossListEntry>(const Row& row, CellReader& reader);
template <>
void refuse<TaskPackage>(const Row& row, CellReader& reader);
template <>
void refuse<Respondent>(const Row& row, CellReader& reader);

/// Fills what a partner does not say from the reference table, and says so in its source.
void complete_partner(Partner& partner, const Reference& reference);

/// Makes a partner findable for the other tables.
void add_partner(const Partner& partner, StudyNames& names);

}  // namespace koepel::exchange::folder
