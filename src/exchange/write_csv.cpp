// SPDX-License-Identifier: EUPL-1.2
// Rows of cells in, CSV text out: UTF-8, semicolons, LF.
#include "exchange/csv_guard.h"
#include "exchange/sheet.h"

namespace koepel::exchange {

namespace {

/// A sign, digits with points and commas, perhaps a percent sign: safe to open in a spreadsheet.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  return text.find_first_of("0123456789") != text.npos && text.find_first_not_of("0123456789.,") == text.npos;
}

bool needs_quotes(std::string_view text, bool in_header) {
  if (text.find_first_of(";\"\r\n") != text.npos) return true;
  // The header decides which separator a reader sniffs.
  return in_header && (text.find_first_of(",\t|") != text.npos || text.starts_with("sep="));
}

void append_cell(std::string& out, std::string_view text, bool in_header) {
  const bool guard = looks_like_formula(text) && !is_number(text);
  const bool quotes = needs_quotes(text, in_header);
  if (quotes) out += '"';
  if (guard) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quotes) out += '"';
}

}  // namespace

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (c > 0) out += ';';
      append_cell(out, rows[r][c], r == 0);
    }
    out += '\n';
  }
  return out;
}

}  // namespace koepel::exchange
