// SPDX-License-Identifier: EUPL-1.2
// An XLSX archive in, its sheets out: relations, styles and shared strings first, then each worksheet in one stream.
#include <charconv>
#include <map>

#include "exchange/encoding.h"
#include "exchange/workbook.h"
#include "exchange/xml.h"

namespace koepel::exchange {

namespace {

/// A number that an attribute holds; -1 when it holds none.
int attribute_number(std::string_view text) {
  int value = -1;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size() ? value : -1;
}

/// Excel writes characters that XML cannot hold as _xHHHH_, and a text that looks so as _x005F_xHHHH_.
std::string undo_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    unsigned value = 0;
    if (text.substr(i, 2) == "_x" && i + 6 < text.size() && text[i + 6] == '_') {
      const auto [stop, error] = std::from_chars(text.data() + i + 2, text.data() + i + 6, value, 16);
      if (error == std::errc{} && stop == text.data() + i + 6) {
        if (value != 0) append_utf8(out, value);
        i += 7;
        continue;
      }
    }
    out += text[i++];
  }
  return out;
}

struct Relation {
  std::string type, target;
};

class Relations : public XmlTaker {
 public:
  std::map<std::string, Relation> by_id;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (local_name(name) != "Relationship") return;
    const std::string_view type = attributes.get("Type");
    by_id[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                std::string(attributes.get("Target"))};
  }
  void close(std::string_view) override {}

  [[nodiscard]] std::string target_of_type(std::string_view type) const {
    for (const auto& [id, relation] : by_id)
      if (relation.type == type) return relation.target;
    return {};
  }
};

/// Full name of a part that `folder` refers to: relative, or absolute with a slash in front.
std::string resolve(std::string folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  while (target.starts_with("../")) {
    target.erase(0, 3);
    const auto slash = folder.rfind('/', folder.empty() ? 0 : folder.size() - 2);
    folder.resize(slash == folder.npos ? 0 : slash + 1);
  }
  return folder + target;
}

class Overview : public XmlTaker {
 public:
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
  bool epoch_1904 = false;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    const auto local = local_name(name);
    if (local == "sheet") sheets.emplace_back(attributes.get("name"), attributes.get("relationships|id"));
    const auto date1904 = local == "workbookPr" ? attributes.get("date1904") : std::string_view{};
    if (date1904 == "1" || date1904 == "true") epoch_1904 = true;
  }
  void close(std::string_view) override {}
};

class Styles : public XmlTaker {
 public:
  std::vector<NumberFormat> cell_formats;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    const auto local = local_name(name);
    const int id = attribute_number(attributes.get("numFmtId"));
    if (local == "cellXfs") in_cell_formats_ = true;
    if (local == "numFmt") custom_[id] = parse_number_format(attributes.get("formatCode"));
    if (local != "xf" || !in_cell_formats_) return;
    const auto found = custom_.find(id);
    cell_formats.push_back(found == custom_.end() ? built_in_format(id) : found->second);
  }
  void close(std::string_view name) override {
    if (local_name(name) == "cellXfs") in_cell_formats_ = false;
  }

 private:
  std::map<int, NumberFormat> custom_;
  bool in_cell_formats_ = false;
};

/// Collects the text of <t>, also when it is spread over runs, but not of phonetic helps (<rPh>).
class RichText {
 public:
  void open(std::string_view local) {
    if (local == "rPh") ++phonetic_;
    if (local == "t") taking_ = phonetic_ == 0;
  }
  void close(std::string_view local) {
    if (local == "rPh") --phonetic_;
    if (local == "t") taking_ = false;
  }
  void text(std::string_view piece) {
    if (taking_) append_cell_text(text_, piece);
  }
  std::string take() { return undo_escapes(std::exchange(text_, {})); }

 private:
  std::string text_;
  int phonetic_ = 0;
  bool taking_ = false;
};

class SharedStrings : public XmlTaker {
 public:
  std::vector<std::string> strings;

  void open(std::string_view name, const XmlAttributes&) override { rich_.open(local_name(name)); }
  void close(std::string_view name) override {
    rich_.close(local_name(name));
    if (local_name(name) != "si") return;
    if (strings.size() >= workbook_limits.cells) throw Refusal{"sheet.too-large", "sharedStrings"};
    strings.push_back(rich_.take());
  }
  void text(std::string_view piece) override { rich_.text(piece); }

 private:
  RichText rich_;
};

class Worksheet : public XmlTaker {
 public:
  Worksheet(SheetBuilder& builder, const SharedStrings& strings, const Styles& styles, bool epoch_1904)
      : builder_(builder), strings_(strings), styles_(styles), epoch_1904_(epoch_1904) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    const auto local = local_name(name);
    if (local == "row") {
      const std::string_view place = attributes.get("r");
      row_ = place.empty() ? row_ + 1 : attribute_number(place) - 1;
      column_ = -1;
      if (row_ < 0) throw Refusal{"sheet.damaged", std::string(place)};
    } else if (local == "c") {
      open_cell(attributes);
    } else if (local == "v") {
      taking_value_ = true;
    } else {
      rich_.open(local);
    }
  }

  void close(std::string_view name) override {
    const auto local = local_name(name);
    if (local == "v") taking_value_ = false;
    rich_.close(local);
    if (local == "c" && row_ >= 0)
      builder_.put(static_cast<std::size_t>(row_), static_cast<std::size_t>(column_), cell_text());
  }

  void text(std::string_view piece) override {
    if (taking_value_) append_cell_text(value_, piece);
    rich_.text(piece);
  }

 private:
  void open_cell(const XmlAttributes& attributes) {
    type_ = attributes.get("t", "n");
    style_ = attribute_number(attributes.get("s", "0"));
    value_.clear();
    (void)rich_.take();
    const std::string_view place = attributes.get("r");
    if (place.empty()) {
      ++column_;
    } else {
      column_ = column_of(place);
    }
  }

  /// The column of "BC12", from 0.
  static int column_of(std::string_view place) {
    int column = 0;
    std::size_t letters = 0;
    for (; letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z' && letters < 4; ++letters)
      column = column * 26 + (place[letters] - 'A' + 1);
    if (letters == 0 || letters > 3) throw Refusal{"sheet.damaged", std::string(place)};
    return column - 1;
  }

  std::string cell_text() {
    if (type_ == "inlineStr") return rich_.take();
    if (value_.empty()) return {};
    if (type_ == "s") return shared_string();
    if (type_ == "str") return undo_escapes(value_);
    if (type_ == "b") return value_ == "1" || value_ == "true" ? "true" : "false";
    if (type_ == "d") return value_.ends_with("T00:00:00") ? value_.substr(0, value_.size() - 9) : value_;
    if (type_ == "e") return value_;
    return number_cell();
  }

  const std::string& shared_string() const {
    const int index = attribute_number(value_);
    if (index < 0 || static_cast<std::size_t>(index) >= strings_.strings.size()) throw Refusal{"sheet.damaged", value_};
    return strings_.strings[static_cast<std::size_t>(index)];
  }

  std::string number_cell() const {
    const auto& formats = styles_.cell_formats;
    const auto style = static_cast<std::size_t>(std::max(style_, 0));
    const NumberFormat format = style < formats.size() ? formats[style] : NumberFormat{};
    if (format.kind == NumberFormat::Kind::number) return number_text(value_, format.decimals);
    double serial = -1;
    std::from_chars(value_.data(), value_.data() + value_.size(), serial);
    return serial_text(serial, format.kind, epoch_1904_).value_or(number_text(value_));
  }

  SheetBuilder& builder_;
  const SharedStrings& strings_;
  const Styles& styles_;
  bool epoch_1904_;
  int row_ = -1, column_ = -1, style_ = 0;
  std::string type_, value_;
  bool taking_value_ = false;
  RichText rich_;
};

}  // namespace

std::vector<Sheet> read_xlsx(Archive& archive, const std::string& file) {
  Relations package;
  read_xml(archive, "_rels/.rels", package);
  const std::string workbook = resolve("", package.target_of_type("officeDocument"));
  const auto slash = workbook.rfind('/');
  const std::string folder = slash == workbook.npos ? "" : workbook.substr(0, slash + 1);
  const std::string relations_part = folder + "_rels/" + workbook.substr(folder.size()) + ".rels";
  if (!workbook.ends_with(".xml") || !archive.has(relations_part)) throw Refusal{"sheet.not-a-workbook", file};

  Relations relations;
  read_xml(archive, relations_part, relations);
  Overview overview;
  read_xml(archive, workbook, overview);
  Styles styles;
  if (const auto part = relations.target_of_type("styles"); !part.empty())
    read_xml(archive, resolve(folder, part), styles);
  SharedStrings strings;
  if (const auto part = relations.target_of_type("sharedStrings"); !part.empty())
    read_xml(archive, resolve(folder, part), strings);

  SheetBuilder builder(file);
  for (const auto& [name, id] : overview.sheets) {
    const auto relation = relations.by_id.find(id);
    if (relation == relations.by_id.end()) throw Refusal{"sheet.damaged", name};
    if (relation->second.type != "worksheet") continue;  // charts and dialogues have no cells
    builder.start_sheet(name);
    Worksheet worksheet(builder, strings, styles, overview.epoch_1904);
    read_xml(archive, resolve(folder, relation->second.target), worksheet);
  }
  auto sheets = builder.finish();
  if (sheets.empty()) throw Refusal{"sheet.not-a-workbook", file};
  return sheets;
}

}  // namespace koepel::exchange
