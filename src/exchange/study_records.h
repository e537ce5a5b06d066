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
    return {view->sheet, number, place.at.value_or(static_cast<std::size_t>(-1)), place.zeros,
            view->sign_at(number, column)};
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
[[nodiscard]] bool settle(Estimate& estimate, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(DriverValue& value, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(CostKeyPart& part, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(TeamRule& rule, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(JoinCondition& condition, const Row& row, CellReader& reader);
[[nodiscard]] bool settle(Project& project, const Row& row, CellReader& reader);
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

template <>
void refuse<DriverValue>(const Row& row, CellReader& reader);
template <>
void refuse<CostKeyPart>(const Row& row, CellReader& reader);
template <>
void refuse<Project>(const Row& row, CellReader& reader);

/// Warns of keys whose shares do not add up to 1 or whose rows say different terms. A key of which a row was refused is
/// not added up.
void tell_of_keys(const std::vector<CostKeyPart>& parts, const OwnNames& keys, Problems& problems);
/// Warns of a minimum above the maximum of the same subject (team sizes) or partner and subject (positions).
void tell_crossing_bounds(const Study& study, Problems& problems);

/// A text given in one language counts for both.
void mirror(Text& text);
/// Remembers a name whose row was refused.
void remember(OwnNames& own, std::string_view typed);

/// Fills what a partner does not say from the reference table, and says so in its source.
void complete_partner(Partner& partner, const Reference& reference);

/// Makes a partner findable for the other tables.
void add_partner(const Partner& partner, StudyNames& names);

}  // namespace koepel::exchange::folder
