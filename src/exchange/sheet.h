// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace koepel::exchange {

/// A table of text as somebody typed it, from CSV, XLSX or ODS alike. Row i of `rows` stood on line `lines[i]` of the
/// file. Cells keep their text: "0.1" and "0.10" stay apart when they were text in the file; numbers of a spreadsheet
/// are written in their shortest form with a decimal point, dates as ISO, booleans as "true"/"false".
struct Sheet {
  std::string file;        ///< name as the user knows it, relative to the study folder
  std::string name;        ///< sheet name; empty for CSV
  std::vector<int> lines;  ///< line (row number) in the file of each row
  std::vector<std::vector<std::string>>
      rows;  ///< UTF-8, trimmed; each without its trailing empty cells; empty rows left out
};

/// The text of a cell; empty where the row is shorter or there is no such row.
[[nodiscard]] const std::string& cell(const Sheet& sheet, std::size_t row, std::size_t column);

/// Parses CSV text. Tolerates: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252; comma, semicolon or tab
/// (sniffed outside quotes over the first lines); CRLF, LF, CR; quotes with doubled quotes and line breaks inside;
/// trailing empty columns. Reports, with line: an unclosed quote, a NUL byte, text after a closing quote (warnings: the
/// text is kept), a row longer than the header (an error: its cells have shifted, so the row is left out). Never fails
/// as a whole: what could be read is in `sheet`.
struct CsvReading {
  Sheet sheet;
  char separator = ';';
  Problems problems;
};
[[nodiscard]] CsvReading read_csv(std::string_view bytes, const std::string& file);

/// All sheets of an XLSX or ODS file (decided by content, not by name). Refuses bombs and broken archives with a clear
/// problem: limits on parts, sizes, ratio, cells, depth (stack.md S4).
[[nodiscard]] Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& file);

/// CSV as the project writes it: UTF-8, semicolon, LF, quotes where needed. A cell that begins with = + - @ and is not
/// a number gets an apostrophe against formula injection, which read_csv takes away again: read_csv(write_csv(rows))
/// gives the rows back, trimmed.
[[nodiscard]] std::string write_csv(const std::vector<std::vector<std::string>>& rows);

/// A workbook with these sheets, every cell as text, the first row bold and kept in view; same sheets, same bytes.
/// Sheet names are made fit for Excel. Excel holds 32,767 characters in a cell: write_xlsx cuts there.
[[nodiscard]] std::string write_xlsx(const std::vector<Sheet>& sheets);
[[nodiscard]] std::string write_ods(const std::vector<Sheet>& sheets);

}  // namespace koepel::exchange
