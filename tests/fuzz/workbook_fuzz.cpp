// SPDX-License-Identifier: EUPL-1.2
// Any bytes in; read_workbook must give sheets or a problem with a code. A zip's checksums stop a fuzzer at the door,
// so input that is not a zip is also put inside one, as the content of an ODS file or the parts of an XLSX file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/archive.h"
#include "exchange/sheet.h"

namespace {

using koepel::exchange::ArchivePart;

void read(const std::string& bytes) {
  const auto sheets = koepel::exchange::read_workbook(bytes, "fuzz");
  if (!sheets && (sheets.error().empty() || sheets.error().front().code.empty())) std::abort();
  if (!sheets) return;
  for (const auto& sheet : *sheets)
    if (sheet.rows.size() != sheet.lines.size()) std::abort();
}

std::string relations(const std::string& inside) {
  return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + inside +
         "</Relationships>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id='" + id + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "' Target='" + target + "'/>";
}

/// The input, cut at NUL bytes, as worksheet, shared strings and styles.
std::string as_xlsx(std::string text) {
  std::string parts[3];
  for (auto& part : parts) {
    part = text.substr(0, text.find('\0'));
    text.erase(0, part.size() + 1 > text.size() ? text.size() : part.size() + 1);
  }
  return koepel::exchange::write_archive(
      {{"_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml"))},
       {"xl/workbook.xml",
        "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet "
        "name='A' r:id='s'/>"
        "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relations(relation("s", "worksheet", "s.xml") + relation("t", "sharedStrings", "t.xml") +
                  relation("u", "styles", "u.xml"))},
       {"xl/s.xml", parts[0]},
       {"xl/t.xml", parts[1]},
       {"xl/u.xml", parts[2]}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  read(text);
  if (text.starts_with('<')) {
    read(koepel::exchange::write_archive({{"content.xml", text}}));
    read(as_xlsx(text));
  }
  return 0;
}
