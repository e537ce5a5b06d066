// SPDX-License-Identifier: EUPL-1.2
// A PDF in, what is missing for PDF/A-2b and PDF/UA-1 out, as far as a program can see it. The face is check_pdf.
#include <map>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "report/pdf.h"
#include "report/structure_tree.h"

namespace koepel::report {

namespace {

/// Findings by kind: a code, how often, and the first place.
struct Findings {
  std::map<std::string, std::pair<int, std::string>> found;

  void add(const std::string& code, const std::string& where = {}) {
    auto& one = found[code];
    if (one.first++ == 0) one.second = where;
  }
};

bool is_true(QPDFObjectHandle value) { return value.isBool() && value.getBoolValue(); }

std::string text_of_stream(QPDFObjectHandle stream) {
  if (!stream.isStream()) return {};
  const auto data = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void check_catalogue(QPDF& pdf, Findings& findings) {
  QPDFObjectHandle root = pdf.getRoot();
  QPDFObjectHandle marks = root.getKey("/MarkInfo");
  if (!marks.isDictionary() || !is_true(marks.getKey("/Marked"))) findings.add("not-tagged");
  if (!root.getKey("/Lang").isString() || root.getKey("/Lang").getUTF8Value().size() < 2) findings.add("no-language");
  QPDFObjectHandle view = root.getKey("/ViewerPreferences");
  if (!view.isDictionary() || !is_true(view.getKey("/DisplayDocTitle"))) findings.add("no-title-shown");
  const std::string xmp = text_of_stream(root.getKey("/Metadata"));
  if (xmp.find("<dc:title>") == std::string::npos) findings.add("no-title");
  if (xmp.find("<pdfaid:part>2<") == std::string::npos || xmp.find("<pdfaid:conformance>B<") == std::string::npos)
    findings.add("not-pdfa");
  if (xmp.find("<pdfuaid:part>1<") == std::string::npos) findings.add("not-pdfua");
  QPDFObjectHandle intents = root.getKey("/OutputIntents");
  if (!intents.isArray() || intents.getArrayNItems() == 0) findings.add("no-colour-intent");
}

void check_heading(const std::string& type, int& level, Findings& findings) {
  if (type.size() != 3 || type[1] != 'H' || type[2] < '1' || type[2] > '6') return;
  const int here = type[2] - '0';
  if (here > level + 1) findings.add("heading-order", type);
  level = here;
}

void check_row(QPDF& pdf, QPDFObjectHandle row, Findings& findings) {
  const auto cells = children_of(row);
  if (!cells.empty() && type_of(pdf, cells.front()) != "/TH") findings.add("no-row-header");
  for (const auto& cell : cells)
    if (type_of(pdf, cell) == "/TH" && scope_of(cell).empty()) findings.add("no-scope");
}

void check_structure(QPDF& pdf, Findings& findings) {
  int level = 0;
  for_each_element(pdf, [&](QPDFObjectHandle element) {
    const std::string type = type_of(pdf, element);
    check_heading(type, level, findings);
    if (type == "/Figure" && (!element.getKey("/Alt").isString() || element.getKey("/Alt").getUTF8Value().empty()))
      findings.add("no-alternative-text");
    if (type == "/TR") check_row(pdf, element, findings);
  });
  if (level == 0) findings.add("no-headings");
}

bool is_embedded(QPDFObjectHandle font) {
  if (font.getKey("/DescendantFonts").isArray()) font = font.getKey("/DescendantFonts").getArrayItem(0);
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  return descriptor.isDictionary() &&
         (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
}

/// Fonts of a page and of the drawings on it.
void check_fonts(QPDFObjectHandle resources, std::set<QPDFObjGen>& seen, Findings& findings) {
  if (!resources.isDictionary()) return;
  if (QPDFObjectHandle fonts = resources.getKey("/Font"); fonts.isDictionary())
    for (const auto& name : fonts.getKeys())
      if (!is_embedded(fonts.getKey(name))) findings.add("font-not-embedded", name);
  QPDFObjectHandle drawings = resources.getKey("/XObject");
  if (!drawings.isDictionary()) return;
  for (const auto& name : drawings.getKeys()) {
    QPDFObjectHandle drawing = drawings.getKey(name);
    if (drawing.isStream() && seen.insert(drawing.getObjGen()).second)
      check_fonts(drawing.getDict().getKey("/Resources"), seen, findings);
  }
}

void check_pages(QPDF& pdf, Findings& findings) {
  std::set<QPDFObjGen> seen;
  int number = 0;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    ++number;
    QPDFObjectHandle object = page.getObjectHandle();
    if (!object.getKey("/Tabs").isName() || object.getKey("/Tabs").getName() != "/S")
      findings.add("tab-order", std::to_string(number));
    check_fonts(page.getAttribute("/Resources", false), seen, findings);
  }
}

}  // namespace

Problems check_pdf(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  Findings findings;
  check_catalogue(pdf, findings);
  check_structure(pdf, findings);
  check_pages(pdf, findings);
  Problems problems;
  for (const auto& [code, one] : findings.found) {
    const std::string found =
        one.second.empty() ? std::to_string(one.first) : one.second + " (" + std::to_string(one.first) + ")";
    problems.push_back({"pdf." + code,
                        Severity::error,
                        {file.filename().string(), {}, 0, {}},
                        found,
                        {"report.pdf." + code, {}},
                        {"report.pdf.repair", {}}});
  }
  return problems;
}

}  // namespace koepel::report
