// SPDX-License-Identifier: EUPL-1.2
// The halves of read_workbook; for workbook*.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/archive.h"
#include "exchange/sheet.h"

namespace koepel::exchange {

/// Collects the cells of all sheets of a workbook within the limits: trims, drops empty cells at the end and empty
/// rows.
class SheetBuilder {
 public:
  explicit SheetBuilder(const std::string& file) : file_(file) {}

  void start_sheet(std::string_view name);
  /// Puts a text at a place counted from 0. Rows come in order, columns of a row too.
  void put(std::size_t row, std::size_t column, std::string_view text);
  [[nodiscard]] std::vector<Sheet> finish() { return std::move(sheets_); }

 private:
  std::string file_;
  std::vector<Sheet> sheets_;
  std::size_t cells_ = 0;
  std::size_t text_bytes_ = 0;
};

/// Appends, within the limit for the text of one cell.
void append_cell_text(std::string& text, std::string_view piece);

[[nodiscard]] std::vector<Sheet> read_xlsx(Archive& archive, const std::string& file);
[[nodiscard]] std::vector<Sheet> read_ods(Archive& archive, const std::string& file);

/// How a spreadsheet shows a number.
struct NumberFormat {
  enum class Kind { number, date, time, date_time };
  Kind kind = Kind::number;
  int decimals = 0;  ///< at least so many; 0 for percentages, whose value is not what is shown
};

/// By built-in id of XLSX, and by format code ("0.00", "[$-413]d mmmm yyyy;@").
[[nodiscard]] NumberFormat built_in_format(int id);
[[nodiscard]] NumberFormat parse_number_format(std::string_view code);

/// A number as text: at most 15 significant digits (what spreadsheets hold), decimal point, no exponent for usual
/// sizes, at least `decimals` decimals, so that a code 0.1 shown as "0.10" stays "0.10". The text itself when it is not
/// a number.
[[nodiscard]] std::string number_text(std::string_view text, int decimals = 0);

/// A spreadsheet's day number as ISO date, time or both; nothing when outside the years 1900 (1904) to 9999.
[[nodiscard]] std::optional<std::string> serial_text(double serial, NumberFormat::Kind kind, bool epoch_1904);

}  // namespace koepel::exchange
