// SPDX-License-Identifier: EUPL-1.2
// For tests: small XLSX and ODS archives, written by hand.
#pragma once

#include <string>
#include <vector>

#include "exchange/archive.h"

namespace koepel::exchange::testing_sheets {

[[nodiscard]] inline std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

struct XlsxParts {
  std::string rows = "";          ///< inside <sheetData>
  std::string shared = "";        ///< inside <sst>
  std::string styles = "";        ///< inside <styleSheet>
  std::string properties = "";    ///< attributes of <workbookPr>
  std::string before_sheet = "";  ///< between the XML declaration and <worksheet>
  bool with_sheet = true, with_shared = true;
};

[[nodiscard]] inline std::string xlsx(const XlsxParts& parts) {
  const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::vector<ArchivePart> all{
      {"_rels/.rels", relations + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml",
       "<workbook" + main +
           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr " +
           parts.properties + "/><sheets><sheet name=\"Taken\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", relations + relation("s1", "worksheet", "worksheets/sheet1.xml") +
                                         relation("s2", "sharedStrings", "/xl/sharedStrings.xml") +
                                         relation("s3", "styles", "styles.xml") + "</Relationships>"},
      {"xl/styles.xml", "<styleSheet" + main + ">" + parts.styles + "</styleSheet>"}};
  if (parts.with_shared) all.push_back({"xl/sharedStrings.xml", "<sst" + main + ">" + parts.shared + "</sst>"});
  if (parts.with_sheet)
    all.push_back({"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?>" + parts.before_sheet + "<worksheet" + main +
                                                   "><sheetData>" + parts.rows + "</sheetData></worksheet>"});
  return write_archive(all);
}

/// `tables` stands inside <office:spreadsheet>.
[[nodiscard]] inline std::string ods(const std::string& tables, const std::string& before = "") {
  return write_archive(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", true},
       {"content.xml",
        before +
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
            "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>" +
            tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

}  // namespace koepel::exchange::testing_sheets
