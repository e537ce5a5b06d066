// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "base/result.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"
#include "report/document.h"

namespace koepel::report {

enum class Audience { college, council, works_council, citizens };  ///< "public" is a keyword of C++
enum class Format { odt, pdf, docx, html };
/// By the words of command line and API: "college", "council", "works-council", "public"; "odt", "pdf" ...
[[nodiscard]] std::optional<Audience> audience_of(std::string_view word);
[[nodiscard]] std::optional<Format> format_of(std::string_view word);

struct Input {
  const Analysis& analysis;
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  Language language = Language::nl;
};

// What each document says, from findings only; sentences from the pack's texts (method/koepel/texts/report*.yaml).
[[nodiscard]] Document decision_document(const Input& input, Audience audience);  ///< beslisdocument
[[nodiscard]] Document zero_phase_report(const Input& input);                     ///< 0-fase-rapport
[[nodiscard]] Document gross_list_document(const Input& input);                   ///< groslijst
[[nodiscard]] Document umbrella_vision(const Input& input);                       ///< koepelvisie
[[nodiscard]] Document annex_book(const Input& input);                            ///< bijlagen
[[nodiscard]] Document code_of_conduct(const Input& input);                       ///< gedragscode
/// One of these by its word: "decision", "zero-phase", "gross-list", "vision", "annexes", "conduct".
[[nodiscard]] Document compose(std::string_view document, const Input& input, Audience audience);
/// What is in it for one partner, as the decision document says it; no blocks when it takes no part.
[[nodiscard]] Document partner_page(const Input& input, const std::string& partner);

// How a document is written. Pure.
[[nodiscard]] std::string to_html(const Document& document);
/// Flat ODF: the master of the other formats. `house_style` is the text of an .fott/.fodt template whose styles replace
/// ours; may be empty.
[[nodiscard]] std::string to_flat_odf(const Document& document, const std::string& house_style = {});

/// Writes the document in these formats into `folder` and gives the files' paths. ODT, DOCX and PDF by LibreOffice
/// headless (own profile folder, killed on time-out), the PDF repaired and checked with libqpdf (PDF/A-2b, PDF/UA-1).
/// Fails with what the check found.
[[nodiscard]] Result<std::vector<std::filesystem::path>> write_document(const Document& document,
                                                                        const std::vector<Format>& formats,
                                                                        const std::filesystem::path& folder,
                                                                        const std::filesystem::path& house_style = {});

}  // namespace koepel::report
