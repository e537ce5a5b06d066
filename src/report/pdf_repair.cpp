// SPDX-License-Identifier: EUPL-1.2
// A PDF as LibreOffice writes it in, the same file with complete table headers and tab order out. The faces are
// repair_pdf and outline_of.
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "report/pdf.h"
#include "report/structure_tree.h"

namespace koepel::report {

namespace {

void set_scope(QPDFObjectHandle cell, const char* scope) {
  if (!scope_of(cell).empty()) return;
  QPDFObjectHandle attribute = QPDFObjectHandle::newDictionary();
  attribute.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
  attribute.replaceKey("/Scope", QPDFObjectHandle::newName(scope));
  QPDFObjectHandle present = cell.getKey("/A");
  if (present.isDictionary()) {
    QPDFObjectHandle both = QPDFObjectHandle::newArray();
    both.appendItem(present);
    both.appendItem(attribute);
    cell.replaceKey("/A", both);
  } else if (present.isArray()) {
    present.appendItem(attribute);
  } else {
    cell.replaceKey("/A", attribute);
  }
}

/// In a header row every cell heads its column; in a body row the first cell heads the row.
void repair_row(QPDF& pdf, QPDFObjectHandle row) {
  auto cells = children_of(row);
  if (cells.empty()) return;
  if (type_of(pdf, cells.front()) == "/TD") {
    cells.front().replaceKey("/S", QPDFObjectHandle::newName("/TH"));
    set_scope(cells.front(), "/Row");
    return;
  }
  for (auto& cell : cells)
    if (type_of(pdf, cell) == "/TH") set_scope(cell, "/Column");
}

void add_outline(QPDF& pdf, const std::vector<QPDFOutlineObjectHelper>& items,
                 const std::vector<QPDFPageObjectHelper>& pages, std::vector<std::pair<std::string, int>>& out) {
  for (auto item : items) {
    int page = 0;
    for (std::size_t i = 0; i < pages.size(); ++i)
      if (auto one = pages[i]; one.getObjectHandle().getObjGen() == item.getDestPage().getObjGen())
        page = static_cast<int>(i) + 1;
    out.emplace_back(item.getTitle(), page);
    add_outline(pdf, item.getKids(), pages, out);
  }
}

}  // namespace

std::vector<std::pair<std::string, int>> outline_of(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  std::vector<std::pair<std::string, int>> out;
  QPDFOutlineDocumentHelper outline(pdf);
  if (outline.hasOutlines()) add_outline(pdf, outline.getTopLevelOutlines(), pages, out);
  return out;
}

void repair_pdf(const std::filesystem::path& file, const std::string& language) {
  const std::filesystem::path repaired = file.string() + ".repaired";
  {
    QPDF pdf;
    pdf.processFile(file.c_str());
    for_each_element(pdf, [&](QPDFObjectHandle element) {
      if (type_of(pdf, element) == "/TR") repair_row(pdf, element);
    });
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
      page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
    pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
    QPDFWriter writer(pdf, repaired.c_str());
    writer.write();
  }
  std::filesystem::rename(repaired, file);
}

}  // namespace koepel::report
