// SPDX-License-Identifier: EUPL-1.2
// Sheets in, the bytes of an ODS file out: four small XML parts in a zip.
#include "exchange/archive.h"
#include "exchange/sheet.h"
#include "exchange/sheet_name.h"

namespace koepel::exchange {

namespace {

constexpr std::string_view prologue = R"(<?xml version="1.0" encoding="UTF-8"?>
)";

constexpr std::string_view manifest =
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

constexpr std::string_view content_head =
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
)";
constexpr std::string_view content_tail = "</office:spreadsheet></office:body></office:document-content>\n";

constexpr std::string_view settings_head =
    R"(<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables">
)";
constexpr std::string_view settings_tail =
    "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
    "</config:config-item-set></office:settings></office:document-settings>\n";

/// Escapes for XML; characters that XML 1.0 cannot hold are left out.
std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    const char c = text[at];
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (length > 1 || static_cast<unsigned char>(c) >= 0x20)
      out += text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

/// One line of a cell: white space that XML would fold becomes elements.
std::string paragraph(std::string_view line) {
  std::string out = "<text:p>";
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t blanks = std::min(line.find_first_not_of(' ', at), line.size()) - at;
    const std::size_t plain = std::min(line.find_first_of(" \t", at), line.size()) - at;
    if (line[at] == '\t') {
      out += "<text:tab/>";
      ++at;
    } else if (blanks > 0) {
      const std::size_t spelled = at == 0 || line[at - 1] == '\t' ? blanks : blanks - 1;
      if (spelled < blanks) out += ' ';
      if (spelled > 0) out += "<text:s text:c=\"" + std::to_string(spelled) + "\"/>";
      at += blanks;
    } else {
      out += xml_text(line.substr(at, plain));
      at += plain;
    }
  }
  return out + "</text:p>";
}

std::string cell_xml(std::string_view text, bool head) {
  if (text.empty()) return "<table:table-cell/>";
  std::string out = "<table:table-cell office:value-type=\"string\"";
  out += head ? " table:style-name=\"head\">" : ">";
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += paragraph(line);
    if (end == text.npos) return out + "</table:table-cell>";
    text.remove_prefix(end + 1);
  }
}

std::string table_xml(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
  std::size_t columns = 1;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  std::string out = "<table:table table:name=\"" + xml_text(name) +
                    "\"><table:table-column table:number-columns-repeated=\"" + std::to_string(columns) + "\"/>\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += "<table:table-row>";
    for (const auto& text : rows[r]) out += cell_xml(text, r == 0);
    out += rows[r].empty() ? "<table:table-cell/></table:table-row>\n" : "</table:table-row>\n";
  }
  if (rows.empty()) out += "<table:table-row><table:table-cell/></table:table-row>\n";
  return out + "</table:table>\n";
}

/// Keeps the first row of a sheet in view.
std::string frozen_xml(const std::string& name) {
  const auto item = [](const std::string& key, const std::string& type, const std::string& value) {
    return "<config:config-item config:name=\"" + key + "\" config:type=\"" + type + "\">" + value +
           "</config:config-item>";
  };
  return "<config:config-item-map-entry config:name=\"" + xml_text(name) + "\">" +
         item("VerticalSplitMode", "short", "2") + item("VerticalSplitPosition", "int", "1") +
         item("ActiveSplitRange", "short", "2") + item("PositionBottom", "int", "1") +
         "</config:config-item-map-entry>\n";
}

}  // namespace

std::string write_ods(const std::vector<Sheet>& sheets) {
  std::string tables, frozen;
  std::set<std::string> taken;
  for (const auto& sheet : sheets) {
    const std::string name = sheet_name(sheet.name, taken);
    tables += table_xml(name, sheet.rows);
    frozen += frozen_xml(name);
  }
  const auto part = [](std::string_view a, std::string_view b, std::string_view c) {
    return std::string(prologue).append(a).append(b).append(c);
  };
  // The type stands first and uncompressed, so that a program can tell from the first bytes what the file is.
  return write_archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", true},
                        {"META-INF/manifest.xml", part(manifest, "", "")},
                        {"content.xml", part(content_head, tables, content_tail)},
                        {"settings.xml", part(settings_head, frozen, settings_tail)}});
}

}  // namespace koepel::exchange
