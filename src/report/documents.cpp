// SPDX-License-Identifier: EUPL-1.2
// The faces of report.h: all pictures are drawn, then the document is composed with them.
#include "pictures/picture.h"
#include "report/compose.h"

namespace koepel::report {

namespace {

Pictures pictures_of(const Input& input) {
  const Phrasebook phrases(input.pack, input.study);
  return pictures::all_pictures({input.analysis, input.pack, input.reference, phrases, input.language});
}

}  // namespace

Document decision_document(const Input& input, Audience audience) {
  return compose_decision_document(input, audience, pictures_of(input));
}
Document zero_phase_report(const Input& input) { return compose_zero_phase_report(input, pictures_of(input)); }
Document gross_list_document(const Input& input) { return compose_gross_list(input, pictures_of(input)); }
Document umbrella_vision(const Input& input) { return compose_vision(input, pictures_of(input)); }
Document annex_book(const Input& input) { return compose_annex_book(input, pictures_of(input)); }
Document code_of_conduct(const Input& input) { return compose_conduct(input, pictures_of(input)); }

std::optional<Audience> audience_of(std::string_view word) {
  if (word == "college") return Audience::college;
  if (word == "council") return Audience::council;
  if (word == "works-council") return Audience::works_council;
  if (word == "public") return Audience::citizens;
  return std::nullopt;
}

std::optional<Format> format_of(std::string_view word) {
  if (word == "odt") return Format::odt;
  if (word == "pdf") return Format::pdf;
  if (word == "docx") return Format::docx;
  if (word == "html") return Format::html;
  return std::nullopt;
}

Document compose(std::string_view document, const Input& input, Audience audience) {
  if (document == "zero-phase") return zero_phase_report(input);
  if (document == "gross-list") return gross_list_document(input);
  if (document == "vision") return umbrella_vision(input);
  if (document == "annexes") return annex_book(input);
  if (document == "conduct") return code_of_conduct(input);
  return decision_document(input, audience);
}

}  // namespace koepel::report
