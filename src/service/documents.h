// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/report.h"
#include "service/desk.h"
#include "service/fault.h"
#include "service/rights.h"

// Documents of a study, with the facilitator's own words where he changed them.

namespace koepel::service {

struct DocumentKind {
  std::string id;                      ///< decision | zero-phase | gross-list | vision | annexes | conduct
  std::vector<std::string> audiences;  ///< empty: the same for everybody
};
[[nodiscard]] const std::vector<DocumentKind>& document_kinds();

struct DocumentOrder {
  std::string document;
  std::string audience = "college";  ///< college | council | works-council | public
  Language language = Language::nl;
  std::int64_t at = 0;  ///< sequence; 0: now
};

/// A paragraph that can be given other words. It is known by its heading and its place below it.
struct EditedBlock {
  std::string block;      ///< "<heading>/<n>"
  std::string generated;  ///< what the analysis says now
  std::string text;       ///< what stands in the document
  std::string replaced;   ///< what the analysis said when somebody replaced it; empty: nobody did
  bool edited = false;
  bool outdated = false;  ///< the generated text changed since somebody replaced it
};
struct WrittenDocument {
  report::Document document;                                    ///< with the edits in it
  std::vector<std::pair<std::size_t, EditedBlock>> paragraphs;  ///< place among the blocks
  std::shared_ptr<const Told> told;
};
[[nodiscard]] Outcome<WrittenDocument> write_document(Desk& desk, const Asker& who, const std::string& study,
                                                      const DocumentOrder& order);

/// The document as a file: odt | pdf | docx | html. LibreOffice makes the first three, one conversion at a time.
/// Throws when LibreOffice is missing.
[[nodiscard]] Outcome<std::string> document_file(Desk& desk, const Asker& who, const std::string& study,
                                                 const DocumentOrder& order, const std::string& format);

}  // namespace koepel::service
