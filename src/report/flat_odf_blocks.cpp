// SPDX-License-Identifier: EUPL-1.2
// The blocks of a document in, the body of a flat ODF text and the automatic styles it needs out. The face is odf_body.
#include <algorithm>
#include <numeric>

#include "report/flat_odf.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

constexpr double text_width_cm = 16;
constexpr double highest_figure_cm = 10.5;
constexpr std::size_t kept_on_one_page = 7;  ///< a table up to so many rows is not broken over two pages
constexpr std::size_t dense_from = 18;       ///< longer tables are for looking things up: smaller and closer

struct Writer {
  const Look& look;
  const Labels& labels;
  Body body;
  int tables = 0;
  int captions_of_tables = 0;
  int figures = 0;
};

std::string span_of(const Span& span) {
  std::string out = escaped(span.text);
  if (span.strong) out = "<text:span text:style-name=\"Strong_20_Emphasis\">" + out + "</text:span>";
  if (span.emphasis) out = "<text:span text:style-name=\"Emphasis\">" + out + "</text:span>";
  if (span.link.empty()) return out;
  return "<text:a xlink:type=\"simple\"" + attribute("xlink:href", span.link) + attribute("office:title", span.text) +
         " text:style-name=\"Internet_20_link\" text:visited-style-name=\"Internet_20_link\">" + out + "</text:a>";
}

std::string spans_of(const Spans& spans) {
  std::string out;
  for (const auto& span : spans) out += span_of(span);
  return out;
}

std::string text_p(const std::string& style, const std::string& inside) {
  return "<text:p text:style-name=\"" + style + "\">" + inside + "</text:p>\n";
}

std::string style_of(const Paragraph& paragraph) {
  if (paragraph.style == "lead") return "Lead";
  if (paragraph.style == "note") return "Note";
  if (paragraph.style == "source") return "Source";
  return "Text_20_body";
}

/// `last` is the style of the last item: in a box it carries the space below.
std::string list_of(const Bullets& list, const std::string& style, const std::string& last, const char* place) {
  std::string out =
      std::string("<text:list text:style-name=\"K") + place + (list.numbered ? "Numbers" : "Bullets") + "\">\n";
  for (const auto& item : list.items)
    out +=
        "<text:list-item>" + text_p(&item == &list.items.back() ? last : style, spans_of(item)) + "</text:list-item>\n";
  return out + "</text:list>\n";
}

std::string sequence(const char* name, const std::string& label, int n) {
  const std::string number = std::to_string(n);
  return escaped(label) + " <text:sequence text:ref-name=\"ref" + name + number + "\" text:name=\"" + name +
         "\" text:formula=\"ooow:" + name + "+1\" style:num-format=\"1\">" + number + "</text:sequence>. ";
}

std::vector<double> shares(const TableBlock& table) {
  std::vector<double> widths = table.widths;
  widths.resize(table.header.size(), table.widths.empty() ? 1.0 : 0.0);
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (auto& width : widths) width /= sum > 0 ? sum : 1.0;
  return widths;
}

/// Whether a column holds numbers: then its header stands right too.
bool is_number_column(const TableBlock& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const auto& row) { return column < row.size() && row[column].number; });
}

std::string cell(const std::string& style, const std::string& inside) {
  return "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"string\">" + inside +
         "</table:table-cell>";
}

bool is_dense(const TableBlock& table) { return table.rows.size() >= dense_from; }

std::string header_row(const TableBlock& table) {
  const bool dense = is_dense(table);
  std::string out = "<table:table-header-rows><table:table-row table:style-name=\"KRow\">";
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const char* words = dense ? "KDenseHead" : "Table_20_Heading";
    const char* numbers = dense ? "KDenseHeadNumber" : "Table_20_Heading_20_Number";
    out += cell(dense ? "KDenseTop" : "KHead",
                text_p(is_number_column(table, i) ? numbers : words, escaped(table.header[i])));
  }
  return out + "</table:table-row></table:table-header-rows>\n";
}

std::string body_row(const TableBlock& table, const std::vector<Cell>& row, bool keep) {
  const bool dense = is_dense(table);
  const std::string words = dense ? "KDense" : keep ? "KKeep" : "Table_20_Contents";
  const std::string numbers = dense ? "KDenseNumber" : "Table_20_Number";
  std::string out = "<table:table-row table:style-name=\"KRow\">";
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const Cell one = i < row.size() ? row[i] : Cell{};
    out += cell(dense ? "KDenseCell" : "KCell", text_p(one.number ? numbers : words, spans_of(one.spans)));
  }
  return out + "</table:table-row>\n";
}

void add_table_styles(Writer& writer, const TableBlock& table, const std::string& name) {
  const bool whole = table.rows.size() <= kept_on_one_page;
  writer.body.automatic += "<style:style style:name=\"" + name +
                           "\" style:family=\"table\"><style:table-properties style:width=\"" + decimal(text_width_cm) +
                           "cm\" table:align=\"left\" fo:margin-bottom=\"" +
                           (table.note.empty() ? "0.35cm" : "0.08cm") + "\" style:may-break-between-rows=\"" +
                           (whole ? "false" : "true") + "\"/></style:style>\n";
  const auto widths = shares(table);
  for (std::size_t i = 0; i < widths.size(); ++i)
    writer.body.automatic += "<style:style style:name=\"" + name + "C" + std::to_string(i) +
                             "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
                             decimal(text_width_cm * widths[i]) + "cm\"/></style:style>\n";
}

void add_table(Writer& writer, const TableBlock& table) {
  const std::string name = "KTable" + std::to_string(++writer.tables);
  add_table_styles(writer, table, name);
  std::string& out = writer.body.xml;
  if (!table.caption.empty())
    out += text_p("Table_20_Caption",
                  sequence("Table", writer.labels.table, ++writer.captions_of_tables) + escaped(table.caption));
  out += "<table:table table:name=\"" + name + "\" table:style-name=\"" + name + "\">\n";
  for (std::size_t i = 0; i < table.header.size(); ++i)
    out += "<table:table-column table:style-name=\"" + name + "C" + std::to_string(i) + "\"/>";
  out += "\n" + header_row(table);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    out +=
        body_row(table, table.rows[i], table.rows.size() > kept_on_one_page && (i < 1 || i + 2 == table.rows.size()));
  out += "</table:table>\n";
  if (!table.note.empty()) out += text_p("Note", escaped(table.note));
}

TableBlock table_of(const pictures::Picture& picture) {
  TableBlock table{picture.title, picture.columns, {}, {}, {}};
  for (const auto& row : picture.rows) {
    std::vector<Cell> cells;
    for (const auto& cell : row) cells.push_back({{{cell.text, false, false, {}, cell.step}}, false});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

void add_figure(Writer& writer, const Figure& figure) {
  const auto& picture = figure.picture;
  const int n = ++writer.figures;
  const double ratio = picture.width > 0 ? static_cast<double>(picture.height) / picture.width : 0.6;
  const double width = std::min(text_width_cm, highest_figure_cm / ratio);
  writer.body.xml += text_p(
      "Figure", "<draw:frame draw:style-name=\"KFrame\" draw:name=\"" + escaped(writer.labels.figure) + " " +
                    std::to_string(n) + "\" text:anchor-type=\"as-char\" svg:width=\"" + decimal(width) +
                    "cm\" svg:height=\"" + decimal(width * ratio) +
                    "cm\"><draw:image draw:mime-type=\"image/svg+xml\"><office:binary-data>" + base64(picture.svg) +
                    "</office:binary-data></draw:image><svg:title>" + escaped(picture.title) +
                    "</svg:title><svg:desc>" + escaped(picture.description) + "</svg:desc></draw:frame>");
  writer.body.xml += text_p("Caption", sequence("Figure", writer.labels.figure, n) + escaped(figure.caption));
  if (figure.table_too && !picture.rows.empty()) add_table(writer, table_of(picture));
}

void add_box(Writer& writer, const Box& box) {
  const std::string kind = "KBox_" + box.kind;
  if (!box.title.empty()) writer.body.xml += text_p(kind + "_title", escaped(box.title));
  for (const auto& part : box.body) {
    const std::string last = &part == &box.body.back() ? kind + "_last" : kind;
    if (const auto* paragraph = std::get_if<Paragraph>(&part))
      writer.body.xml += text_p(last, spans_of(paragraph->spans));
    else
      writer.body.xml += list_of(std::get<Bullets>(part), kind, last, "Box");
  }
}

void add_heading(Writer& writer, const Heading& heading) {
  const std::string level = std::to_string(heading.level);
  const std::string style = heading.page_break ? "KBreak" + level : "Heading_20_" + level;
  const std::string mark = " text:name=\"" + escaped(heading.id) + "\"/>";
  writer.body.xml += "<text:h text:style-name=\"" + style + "\" text:outline-level=\"" + level +
                     "\"><text:bookmark-start" + mark + escaped(heading.text) + "<text:bookmark-end" + mark +
                     "</text:h>\n";
}

void add(Writer& writer, const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block)) return add_heading(writer, *heading);
  if (const auto* box = std::get_if<Box>(&block)) return add_box(writer, *box);
  if (const auto* table = std::get_if<TableBlock>(&block)) return add_table(writer, *table);
  if (const auto* figure = std::get_if<Figure>(&block)) return add_figure(writer, *figure);
  if (const auto* list = std::get_if<Bullets>(&block)) {
    writer.body.xml += list_of(*list, "KListItem", "KListLast", "");
    return;
  }
  const auto& paragraph = std::get<Paragraph>(block);
  writer.body.xml += text_p(style_of(paragraph), spans_of(paragraph.spans));
}

}  // namespace

Body odf_body(const Document& document, const Look& look) {
  Writer writer{look, document.labels, {}};
  for (const auto& block : document.blocks) add(writer, block);
  return std::move(writer.body);
}

}  // namespace koepel::report
