// SPDX-License-Identifier: EUPL-1.2
// An ODS archive in, its sheets out, in one stream over content.xml.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "exchange/workbook.h"
#include "exchange/xml.h"

namespace koepel::exchange {

namespace {

/// Elements whose inside is not the content of a cell: comments, drawings, deleted cells of tracked changes, cached
/// links.
constexpr std::array skipped{"annotation",   "shapes", "forms",     "frame", "tracked-changes",   "dde-links",
                             "custom-shape", "g",      "ruby-text", "note",  "named-expressions", "scenario"};

std::size_t repeat(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view text = attributes.get(name, "1");
  std::size_t value = 1;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || value > 10'000'000)
    throw Refusal{"sheet.damaged", std::string(text)};
  return value;
}

/// How many decimals the shown text has, when it shows exactly this value ("0,10" for 0.1); else 0.
int shown_decimals(std::string shown, const std::string& value) {
  const auto point = shown.find_first_of(".,");
  if (point == shown.npos || shown.find_first_not_of("-0123456789.,") != shown.npos) return 0;
  shown[point] = '.';
  return number_text(shown) == number_text(value)
             ? static_cast<int>(std::min<std::size_t>(shown.size() - point - 1, 15))
             : 0;
}

/// "PT14H30M05S" as "14:30:05"; the text itself when it is not a duration.
std::string time_text(const std::string& text) {
  std::array<int, 3> parts{};
  std::size_t at = 2;
  if (!text.starts_with("PT")) return text;
  for (std::size_t unit = 0; unit < 3; ++unit) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    auto end = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc{}) continue;
    end = std::min(text.find_first_not_of("0123456789.,", end), text.size());
    if (end == text.size() || text[end] != "HMS"[unit]) continue;
    parts[unit] = value;
    at = end + 1;
  }
  std::string out;
  for (const int part : parts)
    out += (out.empty() ? "" : ":") + std::string(part < 10 ? "0" : "") + std::to_string(part);
  return out;
}

class Content : public XmlTaker {
 public:
  explicit Content(SheetBuilder& builder) : builder_(builder) {}
  bool found_spreadsheet = false;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    const auto local = local_name(name);
    if (skipping_ > 0 || std::find(skipped.begin(), skipped.end(), local) != skipped.end() ||
        is_cached_link(local, attributes)) {
      ++skipping_;
    } else if (local == "spreadsheet") {
      found_spreadsheet = true;
    } else if (local == "table" && found_spreadsheet) {
      builder_.start_sheet(attributes.get("name"));
      in_table_ = true;
      row_ = row_repeat_ = 0;
    } else if (in_table_) {
      open_in_table(local, attributes);
    }
  }

  void close(std::string_view name) override {
    const auto local = local_name(name);
    if (skipping_ > 0) {
      --skipping_;
    } else if (local == "table") {
      in_table_ = false;
    } else if (local == "table-row") {
      close_row();
    } else if (local == "table-cell" || local == "covered-table-cell") {
      close_cell(local == "table-cell");
    } else if (local == "p" || local == "h") {
      in_paragraph_ = false;
    }
  }

  /// White space in a paragraph counts as one space, as in HTML; more is written as text:s.
  void text(std::string_view piece) override {
    if (skipping_ > 0 || !in_paragraph_) return;
    for (const char c : piece) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank || !after_blank_) append_cell_text(shown_, blank ? std::string_view(" ") : std::string_view(&c, 1));
      after_blank_ = blank;
    }
  }

 private:
  static bool is_cached_link(std::string_view local, const XmlAttributes& attributes) {
    return local == "table" && attributes.get("name").starts_with("'file:");
  }

  void open_in_table(std::string_view local, const XmlAttributes& attributes) {
    if (local == "table-row") {
      row_repeat_ = repeat(attributes, "number-rows-repeated");
      column_ = 0;
      filled_.clear();
    } else if (local == "table-cell" || local == "covered-table-cell") {
      open_cell(attributes);
    } else if (local == "p" || local == "h") {
      if (paragraphs_++ > 0) append_cell_text(shown_, "\n");
      in_paragraph_ = after_blank_ = true;
    } else if (in_paragraph_ && (local == "s" || local == "tab" || local == "line-break")) {
      const std::size_t count = local == "s" ? repeat(attributes, "c") : 1;
      const char blank = local == "s" ? ' ' : local == "tab" ? '\t' : '\n';
      append_cell_text(shown_, std::string(std::min(count, workbook_limits.cell_bytes + 1), blank));
      after_blank_ = false;
    }
  }

  void open_cell(const XmlAttributes& attributes) {
    column_repeat_ = repeat(attributes, "number-columns-repeated");
    type_ = attributes.get("office:1.0|value-type");
    shown_.clear();
    paragraphs_ = 0;
    const std::string_view value_name = type_ == "date"      ? "office:1.0|date-value"
                                        : type_ == "time"    ? "office:1.0|time-value"
                                        : type_ == "boolean" ? "office:1.0|boolean-value"
                                        : type_ == "string"  ? "office:1.0|string-value"
                                                             : "office:1.0|value";
    value_.clear();
    append_cell_text(value_, attributes.get(value_name));
  }

  void close_cell(bool visible) {
    const std::string text = visible ? cell_text() : "";
    if (!text.empty()) {
      // Refused before it is written out a million times.
      if (column_ + column_repeat_ > workbook_limits.columns || column_repeat_ * row_repeat_ > workbook_limits.cells)
        throw Refusal{"sheet.too-large", text.substr(0, 40)};
      filled_.push_back({column_, column_repeat_, text});
    }
    column_ += column_repeat_;
  }

  std::string cell_text() const {
    if (value_.empty()) return shown_;  // text, an error value ("#DIV/0!"), or nothing
    if (type_ == "date") return value_.ends_with("T00:00:00") ? value_.substr(0, value_.size() - 9) : value_;
    if (type_ == "time") return time_text(value_);
    if (type_ == "float") return number_text(value_, shown_decimals(shown_, value_));
    return type_ == "percentage" || type_ == "currency" ? number_text(value_) : value_;
  }

  void close_row() {
    for (std::size_t i = 0; i < row_repeat_ && !filled_.empty(); ++i)
      for (const auto& cell : filled_)
        for (std::size_t c = 0; c < cell.repeat; ++c) builder_.put(row_ + i, cell.column + c, cell.text);
    row_ += row_repeat_;
  }

  struct Filled {
    std::size_t column, repeat;
    std::string text;
  };

  SheetBuilder& builder_;
  std::size_t skipping_ = 0;
  bool in_table_ = false, in_paragraph_ = false, after_blank_ = false;
  std::size_t row_ = 0, column_ = 0, row_repeat_ = 0, column_repeat_ = 0;
  int paragraphs_ = 0;
  std::string type_, value_, shown_;
  std::vector<Filled> filled_;
};

/// LibreOffice notes in the manifest how a part was encrypted.
class Manifest : public XmlTaker {
 public:
  void open(std::string_view name, const XmlAttributes&) override {
    if (local_name(name) == "encryption-data") throw Refusal{"sheet.protected", "META-INF/manifest.xml"};
  }
  void close(std::string_view) override {}
};

}  // namespace

std::vector<Sheet> read_ods(Archive& archive, const std::string& file) {
  Manifest manifest;
  if (archive.has("META-INF/manifest.xml")) read_xml(archive, "META-INF/manifest.xml", manifest);
  SheetBuilder builder(file);
  Content content(builder);
  read_xml(archive, "content.xml", content);
  if (!content.found_spreadsheet) throw Refusal{"sheet.not-a-workbook", file};
  return builder.finish();
}

}  // namespace koepel::exchange
