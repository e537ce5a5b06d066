// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/names.h"
#include "exchange/study_problems.h"

namespace koepel::exchange::folder {

/// Where in a sheet one column of a table stands, and how its numbers are written.
struct ColumnPlace {
  std::optional<std::size_t> at;            ///< none: the sheet does not have it
  int zeros = 0;                            ///< 3 under "(x 1000)"
  DecimalSign sign = DecimalSign::unknown;  ///< of its ambiguous numbers
};

/// A sheet seen as a table.
struct SheetView {
  const Sheet* sheet = nullptr;
  std::vector<ColumnPlace> places;   ///< one per column asked for
  std::vector<std::size_t> figures;  ///< places of Kind::figure: value, low and high of one thing, in one notation
  std::vector<std::size_t> others;   ///< columns with a header that is none of those
  bool complete = true;              ///< no required column is missing

  [[nodiscard]] std::size_t rows() const { return sheet->rows.size(); }
  /// How an ambiguous number is read there: among the figures of a row as their other cells show, else as in the
  /// column.
  [[nodiscard]] DecimalSign sign_at(std::size_t row, std::size_t place) const;
};

/// A cell with what its column says about it.
struct Cell {
  const Sheet* sheet = nullptr;
  std::size_t row = 0;
  std::size_t column = 0;
  int zeros = 0;
  DecimalSign sign = DecimalSign::unknown;

  [[nodiscard]] std::string_view text() const { return cell(*sheet, row, column); }
  [[nodiscard]] Origin where() const { return place_of(*sheet, row, column); }
};

/// Recognises the header: Dutch or English, alias, whatever case, accents or blanks, "(x 1000)" behind amounts. Tells
/// of columns given twice, required ones that are missing, numbers that stayed ambiguous, and (in sheets) cells beyond
/// the header.
[[nodiscard]] SheetView view_of(const Sheet& sheet, const std::vector<Column>& columns, Problems& problems);

/// Tells of every column that is not read, with the header that looks like it; about persons' names it says why.
void tell_unknown_columns(const SheetView& view, const std::vector<Column>& columns, bool about_people,
                          Problems& problems);

}  // namespace koepel::exchange::folder
