// SPDX-License-Identifier: EUPL-1.2
// The bytes of a CSV file in; its cells, and every problem with them, out.
#include <algorithm>
#include <map>

#include "exchange/csv_guard.h"
#include "exchange/csv_scan.h"
#include "exchange/encoding.h"
#include "exchange/sheet.h"

namespace koepel::exchange {

namespace {

constexpr int told_per_kind = 100;  // a file that is wrong on every line is told once, not a million times

class Reader {
 public:
  explicit Reader(const std::string& file) { reading_.sheet.file = file; }

  CsvReading read(std::string_view bytes) {
    std::string decoded, cleaned;
    std::string_view text = drop_nuls(to_utf8(bytes, decoded), cleaned);
    const int skipped = take_separator_line(text);
    for_each_row(
        text, reading_.separator, [&](const CsvRow& row) { take(row.line + skipped, row.cells); },
        [&](const CsvFault& fault) { tell(fault, skipped); });
    return std::move(reading_);
  }

 private:
  void problem(std::string code, Severity severity, int line, std::string_view found, std::vector<Arg> expected = {}) {
    if (++told_[code] > told_per_kind) return;
    Problem p;
    p.severity = severity;
    p.where = {reading_.sheet.file, "", line, ""};
    std::string buffer;
    p.found = to_utf8(found.substr(0, 80), buffer);
    p.expected = {code + ".expected", std::move(expected)};
    p.repair = {code + ".repair", {}};
    p.code = std::move(code);
    reading_.problems.push_back(std::move(p));
  }

  std::string_view drop_nuls(std::string_view text, std::string& cleaned) {
    if (text.find('\0') == text.npos) return text;
    int line = 1, last_told = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\0' && line != last_told) problem("sheet.nul", Severity::warning, last_told = line, "NUL");
      if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n")) ++line;
      if (text[i] != '\0') cleaned += text[i];
    }
    return cleaned;
  }

  /// Excel's own first line "sep=;" names the separator and is not data. Returns how many lines it took.
  int take_separator_line(std::string_view& text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    if (first.size() != 5 || !first.starts_with("sep=") || std::string_view(";,\t|").find(first[4]) == first.npos) {
      reading_.separator = sniff_separator(text);
      return 0;
    }
    reading_.separator = first[4];
    text.remove_prefix(std::min<std::size_t>(text.size(), text.substr(5).starts_with("\r\n") ? 7 : 6));
    return 1;
  }

  void take(int line, std::span<const std::string_view> cells) {
    while (!cells.empty() && cells.back().empty()) cells = cells.first(cells.size() - 1);
    if (cells.empty()) return;
    Sheet& sheet = reading_.sheet;
    // A first row of one cell is a title or a one-column table: nothing can be held against it.
    if (!sheet.rows.empty() && sheet.rows.front().size() > 1 && cells.size() > sheet.rows.front().size()) {
      problem("sheet.row-too-long", Severity::error, line, cells[sheet.rows.front().size()],
              {number("cells", static_cast<double>(cells.size())),
               number("header", static_cast<double>(sheet.rows.front().size()))});
      return;
    }
    sheet.lines.push_back(line);
    auto& kept = sheet.rows.emplace_back(cells.begin(), cells.end());
    for (auto& text : kept)
      if (text.starts_with('\'') && looks_like_formula(text)) text.erase(0, 1);
  }

  void tell(const CsvFault& fault, int skipped) {
    if (fault.kind == CsvFault::Kind::unclosed_quote)
      problem("sheet.unclosed-quote", Severity::warning, fault.line + skipped, fault.found);
    else
      problem("sheet.text-after-quote", Severity::warning, fault.line + skipped, fault.found);
  }

  CsvReading reading_;
  std::map<std::string, int> told_;
};

}  // namespace

CsvReading read_csv(std::string_view bytes, const std::string& file) { return Reader(file).read(bytes); }

const std::string& cell(const Sheet& sheet, std::size_t row, std::size_t column) {
  static const std::string empty;
  return row < sheet.rows.size() && column < sheet.rows[row].size() ? sheet.rows[row][column] : empty;
}

}  // namespace koepel::exchange
