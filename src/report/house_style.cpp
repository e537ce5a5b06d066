// SPDX-License-Identifier: EUPL-1.2
// The text of somebody's house style (.fodt or .fott, saved by LibreOffice) in, the look of our documents out.
// Whole parts between fixed tags are taken over, nothing of the house style's own text. The face is look_of.
#include "report/flat_odf.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

/// From "<name>" up to and including "</name>"; empty when the file has no such part.
std::string part(const std::string& file, const std::string& name) {
  const std::string close = "</" + name + ">";
  const auto begin = file.find("<" + name + ">");
  if (begin == std::string::npos) return {};
  const auto end = file.find(close, begin);
  return end == std::string::npos ? "" : file.substr(begin, end + close.size() - begin);
}

/// The element `tag` that starts at or after `from`, with its end; empty when there is none.
std::string next_element(const std::string& xml, const std::string& tag, std::size_t from) {
  const auto begin = xml.find("<" + tag + " ", from);
  const auto open_end = xml.find('>', begin);
  if (begin == std::string::npos || open_end == std::string::npos) return {};
  if (xml[open_end - 1] == '/') return xml.substr(begin, open_end + 1 - begin);
  const std::string close = "</" + tag + ">";
  const auto end = xml.find(close, open_end);
  return end == std::string::npos ? "" : xml.substr(begin, end + close.size() - begin);
}

std::string value_of(const std::string& element, const std::string& name) {
  const auto at = element.find(name + "=\"");
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 2;
  return element.substr(begin, element.find('"', begin) - begin);
}

/// The styles that our blocks use and the house style does not know, from our own look.
std::string missing_styles(const std::string& theirs, const std::string& ours) {
  std::string out;
  std::size_t from = 0;
  for (std::string one = next_element(ours, "style:style", 0); !one.empty();
       one = next_element(ours, "style:style", from)) {
    from = ours.find(one, from) + one.size();
    if (theirs.find("style:name=\"" + value_of(one, "style:name") + "\"") == std::string::npos) out += one + "\n";
  }
  return out;
}

/// Page layouts, and the styles of header and footer, which LibreOffice names MP1, MT1, Mfr1. The others belong to the
/// template's own text and could clash with ours.
std::string page_parts(const std::string& automatic) {
  std::string out;
  for (const char* tag : {"style:page-layout", "style:style"}) {
    std::size_t from = 0;
    for (auto one = next_element(automatic, tag, 0); !one.empty(); one = next_element(automatic, tag, from)) {
      from = automatic.find(one, from) + one.size();
      if (std::string_view(tag) == "style:page-layout" || value_of(one, "style:name").starts_with("M"))
        out += one + "\n";
    }
  }
  return out;
}

/// Every `name="..."` gets this value, except "none", which means text without a language.
std::string with_value(std::string xml, const std::string& name, const std::string& value) {
  const std::string open = name + "=\"";
  for (auto at = xml.find(open); at != std::string::npos; at = xml.find(open, at + open.size())) {
    const auto begin = at + open.size();
    const auto end = xml.find('"', begin);
    if (xml.compare(begin, end - begin, "none") != 0) xml.replace(begin, end - begin, value);
  }
  return xml;
}

std::string in_language(const std::string& styles, const Document& document) {
  const bool dutch = document.language == Language::nl;
  return with_value(with_value(styles, " fo:language", dutch ? "nl" : "en"), " fo:country", dutch ? "NL" : "GB");
}

/// What is invented must stand on every page, whatever the header of the house style looks like.
std::string with_banner(const std::string& master, const Document& document) {
  if (document.banner.empty()) return master;
  std::string out;
  std::size_t from = 0;
  for (auto page = next_element(master, "style:master-page", 0); !page.empty();
       page = next_element(master, "style:master-page", from)) {
    const auto at = master.find(page, from);
    out += master.substr(from, at - from);
    from = at + page.size();
    if (page.find("text:name=\"Banner\"") == std::string::npos) {
      if (page.ends_with("/>")) page = page.substr(0, page.size() - 2) + "></style:master-page>";
      if (page.find("<style:header>") == std::string::npos)
        page.insert(page.find('>') + 1, "<style:header></style:header>");
      page = replaced(page, "</style:header>", banner_line(document) + "</style:header>");
    }
    out += page;
  }
  return out + master.substr(from);
}

std::string colour_of_heading(const std::string& styles, const std::string& otherwise) {
  std::size_t from = 0;
  for (std::string one = next_element(styles, "style:style", 0); !one.empty();
       one = next_element(styles, "style:style", from)) {
    from = styles.find(one, from) + one.size();
    if (value_of(one, "style:name") != "Heading_20_1") continue;
    const std::string colour = value_of(one, "fo:color");
    return colour.size() == 7 ? colour : otherwise;
  }
  return otherwise;
}

}  // namespace

Look look_of(const Document& document, const std::string& house_style) {
  Look look = own_look(document);
  const std::string styles = part(house_style, "office:styles");
  const std::string master = part(house_style, "office:master-styles");
  if (!styles.empty()) {
    const std::string extra = missing_styles(styles, look.styles);
    look.styles = replaced(in_language(styles, document), "</office:styles>", extra + "</office:styles>");
    look.accent = colour_of_heading(styles, look.accent);
    look.fonts = part(house_style, "office:font-face-decls");
  }
  if (!master.empty()) {
    look.master = with_banner(master, document);
    look.automatic = page_parts(part(house_style, "office:automatic-styles"));
    look.has_cover = master.find("style:name=\"Cover\"") != std::string::npos;
  }
  return look;
}

}  // namespace koepel::report
