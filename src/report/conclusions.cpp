// SPDX-License-Identifier: EUPL-1.2
// What came out, and what each body is asked to decide. The face is conclusions; the draft resolutions are in
// resolutions.cpp.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

constexpr std::size_t most_conclusions = 10;

/// Advice first, then what was observed of partners and factors that are weak; each is one sentence of the analysis.
Lines conclusion_lines(const Draft& draft) {
  Lines lines;
  const auto take = [&](const char* kind, const std::string& prefix) {
    for (const auto& finding : draft.analysis().findings)
      if (finding.kind == kind && finding.id.starts_with(prefix) && lines.size() < most_conclusions)
        lines.push_back(say(draft, finding));
  };
  take("advice", "approach");
  take("advice", "package.");
  for (const auto& one : advised_forms(draft)) lines.push_back(form_sentence(draft, one));
  take("observation", "preference.");
  take("observation", "expiring.");
  take("observation", "map");
  for (const auto& factor : draft.analysis().factors.factors)
    if (factor.light == factors::Light::weak) take("observation", "factor." + factor.factor);
  return lines;
}

std::size_t number_missing(const Analysis& analysis) {
  std::size_t n = 0;
  for (const auto& finding : analysis.findings) n += finding.kind == "missing" ? 1U : 0U;
  return n;
}

void recommend(Draft& draft, const char* body) {
  section(draft, say(draft, std::string("recommend.") + body));
  paragraph(draft, say(draft, std::string("recommend.") + body + ".why"));
}

}  // namespace

void conclusions(Draft& draft) {
  chapter(draft, "chapter.conclusions");
  section(draft, say(draft, "conclusions.title"));
  const Lines lines = conclusion_lines(draft);
  if (lines.empty()) paragraph(draft, say(draft, "conclusions.none"));
  bullets(draft, lines, true);
  const auto missing = number_missing(draft.analysis());
  if (missing > 0)
    paragraph(draft, say(draft, "conclusions.missing", {number("n", static_cast<double>(missing))}), "note");
  const bool for_council = draft.audience == Audience::council;
  const bool for_works_council = draft.audience == Audience::works_council;
  if (!for_works_council && !for_council) {
    recommend(draft, "college");
    resolution_of_college(draft);
  }
  if (!for_works_council) {
    recommend(draft, "council");
    resolution_of_council(draft);
  }
  if (!for_council) {
    recommend(draft, "works_council");
    request_to_works_council(draft);
  }
}

}  // namespace koepel::report
