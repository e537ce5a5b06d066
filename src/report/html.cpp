// SPDX-License-Identifier: EUPL-1.2
// A document in, one self-contained accessible web page out: no script, no request to anywhere. The face is to_html.
#include <algorithm>
#include <cctype>

#include "report/html_style.h"
#include "report/report.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

struct Writer {
  const Document& document;
  std::string out;
  int table_ids = 0;
  int tables = 0;
  int figures = 0;
};

std::string span_of(const Span& span) {
  std::string out = escaped(span.text);
  if (span.strong) out = "<strong>" + out + "</strong>";
  if (span.emphasis) out = "<em>" + out + "</em>";
  return span.link.empty() ? out : "<a" + attribute("href", span.link) + ">" + out + "</a>";
}

std::string spans_of(const Spans& spans) {
  std::string out;
  for (const auto& span : spans) out += span_of(span);
  return out;
}

std::string paragraph(const Paragraph& one) {
  return (one.style.empty() ? "<p>" : "<p class=\"" + one.style + "\">") + spans_of(one.spans) + "</p>\n";
}

std::string list_of(const Bullets& list) {
  const std::string tag = list.numbered ? "ol" : "ul";
  std::string out = "<" + tag + ">\n";
  for (const auto& item : list.items) out += "<li>" + spans_of(item) + "</li>\n";
  return out + "</" + tag + ">\n";
}

/// A heading one level down: the page's own h1 is the title.
std::string heading(const Heading& one) {
  const std::string tag = "h" + std::to_string(one.level + 1);
  return "<" + tag + attribute("id", one.id) + ">" + escaped(one.text) + "</" + tag + ">\n";
}

std::string cell(const Cell& one, bool first) {
  const std::string tag = first ? "th" : "td";
  return "<" + tag + (first ? " scope=\"row\"" : "") + (one.number ? " class=\"number\"" : "") + ">" +
         spans_of(one.spans) + "</" + tag + ">";
}

bool is_number_column(const TableBlock& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const auto& row) { return column < row.size() && row[column].number; });
}

std::string rows_of(const TableBlock& table) {
  std::string out = "<thead><tr>";
  for (std::size_t i = 0; i < table.header.size(); ++i)
    out += std::string("<th scope=\"col\"") + (is_number_column(table, i) ? " class=\"number\">" : ">") +
           escaped(table.header[i]) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) out += cell(row[i], i == 0);
    out += "</tr>\n";
  }
  return out + "</tbody>";
}

/// A table in a region that scrolls by keyboard, so that a phone never cuts it off.
void add_table(Writer& writer, const TableBlock& table, bool numbered) {
  const std::string id = "table-" + std::to_string(++writer.table_ids);
  const std::string label = numbered ? writer.document.labels.table + " " + std::to_string(++writer.tables) + ". " : "";
  writer.out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id +
                "\">\n<table><caption id=\"" + id + "\">" + escaped(label + table.caption) + "</caption>\n" +
                rows_of(table) + "</table></div>\n";
  if (!table.note.empty()) writer.out += "<p class=\"note\">" + escaped(table.note) + "</p>\n";
}

/// Ids inside an SVG are made unique by a prefix, since many pictures share the page.
std::string with_own_ids(std::string svg, const std::string& prefix) {
  const auto start = svg.find("<svg");
  if (start != std::string::npos) svg.erase(0, start);
  for (const char* mark :
       {" id=\"", "url(#", " href=\"#", "xlink:href=\"#", "aria-labelledby=\"", "aria-describedby=\""})
    svg = replaced(svg, mark, mark + prefix);
  for (const char* name : {"aria-labelledby=\"", "aria-describedby=\""}) {  // a list of ids, parted by spaces
    const auto begin = svg.find(name);
    if (begin == std::string::npos) continue;
    for (auto i = begin + std::string_view(name).size(); i < svg.size() && svg[i] != '"'; ++i)
      if (svg[i] == ' ' && svg[i + 1] != '"') svg.insert(i + 1, prefix);
  }
  return svg;
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
  const std::string n = std::to_string(++writer.figures);
  const std::string id = "figure-" + n;
  writer.out += "<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "\">" +
                with_own_ids(figure.picture.svg, "f" + n + "-") + "</div>\n<figcaption id=\"" + id + "\">" +
                escaped(writer.document.labels.figure + " " + n + ". " + figure.caption) + "</figcaption>\n";
  if (!figure.picture.rows.empty()) {
    writer.out += "<details><summary>" + escaped(writer.document.labels.figure_table) +
                  "<span class=\"hidden\">: " + escaped(figure.picture.title) + "</span></summary>\n";
    add_table(writer, table_of(figure.picture), false);
    writer.out += "</details>\n";
  }
  writer.out += "</figure>\n";
}

void add_box(Writer& writer, const Box& box) {
  writer.out += "<div class=\"box " + box.kind + "\">\n";
  if (!box.title.empty()) writer.out += "<p class=\"box-title\">" + escaped(box.title) + "</p>\n";
  for (const auto& part : box.body) {
    if (const auto* one = std::get_if<Paragraph>(&part))
      writer.out += paragraph(*one);
    else
      writer.out += list_of(std::get<Bullets>(part));
  }
  writer.out += "</div>\n";
}

void add(Writer& writer, const Block& block) {
  if (const auto* one = std::get_if<Heading>(&block))
    writer.out += heading(*one);
  else if (const auto* text = std::get_if<Paragraph>(&block))
    writer.out += paragraph(*text);
  else if (const auto* list = std::get_if<Bullets>(&block))
    writer.out += list_of(*list);
  else if (const auto* box = std::get_if<Box>(&block))
    add_box(writer, *box);
  else if (const auto* table = std::get_if<TableBlock>(&block))
    add_table(writer, *table, true);
  else
    add_figure(writer, std::get<Figure>(block));
}

std::string contents(const Document& document) {
  std::string out;
  bool inner = false;
  for (const auto& block : document.blocks) {
    const auto* one = std::get_if<Heading>(&block);
    if (one == nullptr || one->level > 2 || !one->in_contents) continue;
    const std::string link = "<a" + attribute("href", "#" + one->id) + ">" + escaped(one->text) + "</a>";
    if (one->level == 2 && !out.empty()) {
      out += (inner ? "" : "\n<ul>") + std::string("<li>") + link + "</li>";
      inner = true;
    } else {
      out += std::string(inner ? "</ul>" : "") + (out.empty() ? "" : "</li>\n") + "<li>" + link;
      inner = false;
    }
  }
  if (out.empty()) return {};
  const std::string title = escaped(document.labels.contents);
  return "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">" + title + "</h2>\n<ul>\n" + out +
         (inner ? "</ul>" : "") + "</li>\n</ul>\n</nav>\n";
}

std::string title_block(const Document& document) {
  std::string out = "<header>\n";
  if (!document.banner.empty()) out += "<p class=\"banner\">" + escaped(document.banner) + "</p>\n";
  out += "<p class=\"kicker\">" + escaped(document.labels.kind) + "</p>\n<h1>" + escaped(document.title) + "</h1>\n";
  if (!document.subtitle.empty()) out += "<p class=\"subtitle\">" + escaped(document.subtitle) + "</p>\n";
  if (document.cover.empty()) return out + "</header>\n";
  out += "<dl>\n";
  for (const auto& [name, value] : document.cover)
    out += "<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n";
  return out + "</dl>\n</header>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  Writer writer{document, {}};
  for (const auto& block : document.blocks) add(writer, block);
  const char* language = document.language == Language::nl ? "nl" : "en";
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(language) + "\">\n<head>\n<meta charset=\"utf-8\"/>\n" +
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" +
         escaped(document.title) + "</title>\n" + "<meta name=\"description\"" +
         attribute("content", document.subject) + "/>\n<style>\n" + html_style() + "</style>\n</head>\n<body>\n" +
         "<a class=\"skip\" href=\"#main\">" + escaped(document.labels.skip) + "</a>\n" + title_block(document) +
         contents(document) + "<main id=\"main\" tabindex=\"-1\">\n" + writer.out + "</main>\n<footer>" +
         escaped(document.footer) + "</footer>\n</body>\n</html>\n";
}

}  // namespace koepel::report
