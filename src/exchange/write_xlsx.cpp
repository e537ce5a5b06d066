// SPDX-License-Identifier: EUPL-1.2
// Sheets in, the bytes of an XLSX file out; by libxlsxwriter, which writes by way of a file.
#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "base/work_folder.h"
#include "exchange/files.h"
#include "exchange/sheet.h"
#include "exchange/sheet_name.h"

namespace koepel::exchange {

namespace {

constexpr std::size_t longest_text = 32'767;  // characters in a cell of Excel; bytes are never fewer
constexpr double narrow = 8, wide = 60;

/// Cuts what Excel cannot hold at a character, and writes characters that XML cannot hold, and texts that look like
/// one, Excel's way.
std::string excel_text(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(std::string_view(text).substr(at));
    const auto byte = static_cast<unsigned char>(text[at]);
    std::string piece = length == 0 ? "\xEF\xBF\xBD" : text.substr(at, length);
    if (length == 1 && byte < 0x20 && byte != '\t' && byte != '\n') {
      const char* digits = "0123456789ABCDEF";
      piece = std::string("_x00") + digits[byte >> 4] + digits[byte & 15] + "_";
    } else if (text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_') {
      piece = "_x005F_";
    }
    if (out.size() + piece.size() > longest_text) break;
    out += piece;
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

void write_rows(lxw_worksheet* worksheet, lxw_format* bold, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& text = rows[r][c];
      widths.resize(std::max(widths.size(), c + 1));
      widths[c] = std::max(widths[c], text.size());
      if (!text.empty())
        worksheet_write_string(worksheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                               excel_text(text).c_str(), r == 0 ? bold : nullptr);
    }
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const double width = std::min(wide, std::max(narrow, static_cast<double>(widths[c]) + 2));
    worksheet_set_column(worksheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), width, nullptr);
  }
  if (!rows.empty()) worksheet_freeze_panes(worksheet, 1, 0);
}

}  // namespace

std::string write_xlsx(const std::vector<Sheet>& sheets) {
  const WorkFolder folder;
  const auto file = folder.path / "sheets.xlsx";
  lxw_workbook* workbook = workbook_new(file.c_str());
  lxw_doc_properties properties{};
  properties.created = 946'684'800;  // 2000-01-01: same sheets, same bytes
  workbook_set_properties(workbook, &properties);
  lxw_format* bold = workbook_add_format(workbook);
  format_set_bold(bold);
  std::set<std::string> taken;
  for (const auto& sheet : sheets)
    write_rows(workbook_add_worksheet(workbook, sheet_name(sheet.name, taken).c_str()), bold, sheet.rows);
  if (const lxw_error error = workbook_close(workbook); error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("cannot write xlsx: ") + lxw_strerror(error));
  return read_file(file);
}

}  // namespace koepel::exchange
