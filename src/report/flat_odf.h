// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "report/document.h"

namespace koepel::report {

/// Page number per heading id. LibreOffice does not fill in a table of contents when it converts without a screen, so
/// the numbers are read from a first PDF and written here.
using PageNumbers = std::map<std::string, int>;

[[nodiscard]] std::string flat_odf(const Document& document, const std::string& house_style, const PageNumbers& pages);

/// The looks of a flat ODF file: everything before <office:body>, apart from the document's own automatic styles.
struct Look {
  std::string fonts;      ///< <office:font-face-decls>
  std::string styles;     ///< <office:styles>
  std::string automatic;  ///< inside <office:automatic-styles>: page layouts and what header and footer use
  std::string master;     ///< <office:master-styles>
  std::string accent;     ///< colour of Heading 1: tables and boxes follow it
  bool has_cover = true;  ///< whether there is a master page "Cover"
};

[[nodiscard]] Look own_look(const Document& document);
/// The look of a house style (text of an .fodt or .fott file): its styles, page layouts, header and footer; ours where
/// it has none. The line that says what is invented is put back when the house style has no place for it.
[[nodiscard]] Look look_of(const Document& document, const std::string& house_style);

/// The header's line that says what is invented, as a field: a house style keeps it when it is saved. Empty without a
/// banner.
[[nodiscard]] std::string banner_line(const Document& document);

/// The body's blocks, and the automatic styles that they need.
struct Body {
  std::string xml;
  std::string automatic;
};
[[nodiscard]] Body odf_body(const Document& document, const Look& look);
[[nodiscard]] std::string odf_contents(const Document& document, const PageNumbers& pages);
/// Styles of tables, boxes and lists, the same in every house style, in the colour of its headings.
[[nodiscard]] std::string odf_own_automatic(const Look& look);

}  // namespace koepel::report
