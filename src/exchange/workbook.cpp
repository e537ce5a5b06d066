// SPDX-License-Identifier: EUPL-1.2
// The bytes of an XLSX or ODS file in; its sheets, or one clear problem, out.
#include "exchange/workbook.h"

#include "exchange/encoding.h"
#include "exchange/trim.h"

namespace koepel::exchange {

void SheetBuilder::start_sheet(std::string_view name) {
  Sheet& sheet = sheets_.emplace_back();
  sheet.file = file_;
  sheet.name = name;
}

void SheetBuilder::put(std::size_t row, std::size_t column, std::string_view text) {
  text = trim(text);
  if (text.empty()) return;
  if (row >= workbook_limits.rows || column >= workbook_limits.columns)
    throw Refusal{"sheet.too-large", sheets_.back().name};
  Sheet& sheet = sheets_.back();
  const int line = static_cast<int>(row) + 1;
  if (!sheet.lines.empty() && line < sheet.lines.back()) throw Refusal{"sheet.damaged", sheet.name};
  if (sheet.lines.empty() || sheet.lines.back() != line) {
    sheet.lines.push_back(line);
    sheet.rows.emplace_back();
  }
  auto& cells = sheet.rows.back();
  if (column >= cells.size()) {
    cells_ += column + 1 - cells.size();
    if (cells_ > workbook_limits.cells) throw Refusal{"sheet.too-large", sheet.name};
    cells.resize(column + 1);
  }
  text_bytes_ += text.size();
  if (text_bytes_ > workbook_limits.text_bytes) throw Refusal{"sheet.too-large", sheet.name};
  cells[column] = text;
}

void append_cell_text(std::string& text, std::string_view piece) {
  if (text.size() + piece.size() > workbook_limits.cell_bytes) throw Refusal{"sheet.too-large", text.substr(0, 40)};
  text += piece;
}

namespace {

std::vector<Sheet> read_either(std::string_view bytes, const std::string& file) {
  // Excel keeps a workbook with a password, and every workbook of before 2007, in Microsoft's older container.
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw Refusal{"sheet.protected", file};
  if (!bytes.starts_with("PK")) throw Refusal{"sheet.not-a-workbook", file};
  Archive archive(bytes);
  if (archive.has("content.xml")) return read_ods(archive, file);
  if (archive.has("_rels/.rels")) return read_xlsx(archive, file);
  throw Refusal{"sheet.not-a-workbook", file};
}

Problem as_problem(const Refusal& refusal, const std::string& file) {
  Problem problem;
  problem.code = refusal.code;
  problem.where = {file, "", 0, ""};
  std::string buffer;
  problem.found = to_utf8(std::string_view(refusal.found).substr(0, 80), buffer);
  problem.expected = {refusal.code + ".expected", {}};
  problem.repair = {refusal.code + ".repair", {}};
  return problem;
}

}  // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& file) {
  try {
    return read_either(bytes, file);
  } catch (const Refusal& refusal) {
    return failure(as_problem(refusal, file));
  }
}

}  // namespace koepel::exchange
