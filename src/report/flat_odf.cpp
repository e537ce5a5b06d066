// SPDX-License-Identifier: EUPL-1.2
// A document in, one flat ODF text file out: the master of ODT, DOCX and PDF. The face is flat_odf.
#include "report/flat_odf.h"

#include "report/report.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

constexpr const char* root =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
    " office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n";

std::string element(const char* name, const std::string& text) {
  return text.empty() ? "" : "<" + std::string(name) + ">" + escaped(text) + "</" + name + ">";
}

std::string user_field(const char* name, const std::string& text) {
  return "<meta:user-defined meta:name=\"" + std::string(name) + "\" meta:value-type=\"string\">" + escaped(text) +
         "</meta:user-defined>";
}

std::string meta_of(const Document& document) {
  return "<office:meta>" + element("dc:title", document.title) + element("dc:subject", document.subject) +
         element("meta:initial-creator", document.author) + element("dc:creator", document.author) +
         (document.date.empty() ? "" : element("dc:date", document.date + "T00:00:00")) +
         element("dc:language", document.language == Language::nl ? "nl-NL" : "en-GB") +
         user_field("Banner", document.banner) + user_field("Footer", document.footer) + "</office:meta>\n";
}

/// The first paragraph chooses the cover's page style; without one the body starts on an ordinary page.
std::string first_paragraph_style(const Look& look) {
  return std::string(
             "<style:style style:name=\"KFirst\" style:family=\"paragraph\" style:parent-style-name=\"Kicker\"") +
         " style:master-page-name=\"" + (look.has_cover ? "Cover" : "Standard") + "\"/>\n";
}

std::string title_block(const Document& document) {
  std::string out = "<text:p text:style-name=\"KFirst\">" + escaped(document.labels.kind) + "</text:p>\n";
  out += "<text:p text:style-name=\"Title\">" + escaped(document.title) + "</text:p>\n";
  if (!document.subtitle.empty())
    out += "<text:p text:style-name=\"Subtitle\">" + escaped(document.subtitle) + "</text:p>\n";
  for (const auto& [name, value] : document.cover)
    out += "<text:p text:style-name=\"Cover_20_Fact\"><text:span text:style-name=\"Strong_20_Emphasis\">" +
           escaped(name) + "</text:span><text:tab/>" + escaped(value) + "</text:p>\n";
  return out;
}

}  // namespace

std::string flat_odf(const Document& document, const std::string& house_style, const PageNumbers& pages) {
  const Look look = house_style.empty() ? own_look(document) : look_of(document, house_style);
  const Body body = odf_body(document, look);
  return root + meta_of(document) + look.fonts + look.styles + "<office:automatic-styles>\n" + look.automatic +
         odf_own_automatic(look) + first_paragraph_style(look) + body.automatic + "</office:automatic-styles>\n" +
         look.master + "<office:body><office:text>\n<text:sequence-decls>" +
         "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/>" +
         "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Figure\"/></text:sequence-decls>\n" +
         title_block(document) + odf_contents(document, pages) + body.xml +
         "</office:text></office:body></office:document>\n";
}

std::string to_flat_odf(const Document& document, const std::string& house_style) {
  return flat_odf(document, house_style, {});
}

}  // namespace koepel::report
