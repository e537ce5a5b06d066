// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace koepel::exchange {

/// One record of a CSV text. `cells` are trimmed and view the text itself (or a scratch buffer where doubled quotes had
/// to be undone); they live until the next row. `line` is the line on which the record begins, from 1.
struct CsvRow {
  int line = 1;
  std::span<const std::string_view> cells;
};

/// A quote that went wrong, and how the reader went on: an unclosed quote is taken as ordinary text up to the end of
/// its line, text after a closing quote is kept behind it.
struct CsvFault {
  enum class Kind { unclosed_quote, text_after_quote };
  Kind kind = Kind::unclosed_quote;
  int line = 1;
  std::string_view found;
};

/// Gives every record of `utf8` (no byte order mark), empty ones too, in order. Lines end in LF, CRLF or CR. A quote
/// opens a cell only as its first character that is not blank. Linear in the size, without copying:
/// docs/performance.md, "Reading CSV".
void for_each_row(std::string_view utf8, char separator, const std::function<void(const CsvRow&)>& row,
                  const std::function<void(const CsvFault&)>& fault);

/// Comma, semicolon or tab: the one that, outside quotes, divides the first lines most evenly. Semicolon when none
/// does.
[[nodiscard]] char sniff_separator(std::string_view utf8);

}  // namespace koepel::exchange
