// SPDX-License-Identifier: EUPL-1.2
// The headings of a document and their page numbers in, a table of contents as flat ODF out. The face is odf_contents.
#include "report/flat_odf.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

constexpr const char* source = R"(<text:table-of-content-source text:outline-level="2" text:use-index-marks="false">
<text:index-title-template text:style-name="Contents_20_Heading">@title@</text:index-title-template>
<text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1"><text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>
<text:table-of-content-entry-template text:outline-level="2" text:style-name="Contents_20_2"><text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>
</text:table-of-content-source>
)";

std::string entry(const Heading& heading, const PageNumbers& pages) {
  const auto page = pages.find(heading.id);
  const std::string number = page == pages.end() ? "0" : std::to_string(page->second);
  return "<text:p text:style-name=\"Contents_20_" + std::to_string(heading.level) + "\"><text:a xlink:type=\"simple\"" +
         attribute("xlink:href", "#" + heading.id) + attribute("office:title", heading.text) +
         " text:style-name=\"Index_20_Link\" text:visited-style-name=\"Index_20_Link\">" + escaped(heading.text) +
         "<text:tab/>" + number + "</text:a></text:p>\n";
}

}  // namespace

std::string odf_contents(const Document& document, const PageNumbers& pages) {
  std::string entries;
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block);
        heading != nullptr && heading->level <= 2 && heading->in_contents)
      entries += entry(*heading, pages);
  if (entries.empty()) return {};
  const std::string title = escaped(document.labels.contents);
  return "<text:table-of-content text:style-name=\"KSection\" text:protected=\"false\" text:name=\"" + title + "\">\n" +
         replaced(source, "@title@", title) +
         "<text:index-body><text:index-title text:style-name=\"KSection\" text:name=\"" + title +
         "_Head\"><text:p text:style-name=\"Contents_20_Heading\">" + title + "</text:p></text:index-title>\n" +
         entries + "</text:index-body></text:table-of-content>\n";
}

}  // namespace koepel::report
