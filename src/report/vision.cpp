// SPDX-License-Identifier: EUPL-1.2
// The umbrella vision (koepelvisie): what the partners want together, by the principles they chose in the tree. The
// face is compose_vision.
#include "report/chapters.h"
#include "report/compose.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

void wishes(Draft& draft) {
  chapter(draft, "chapter.vision.function", false);
  Lines lines;
  for (const auto& subject : draft.analysis().forms.subjects)
    if (subject.function_recorded && !subject.subject.empty())
      lines.emplace_back(
          say(draft, "vision.function",
              {term("subject", "subject", subject.subject), terms("motives", "motive", subject.functions)}),
          "form." + subject.subject);
  if (lines.empty())
    paragraph(draft, say(draft, "vision.no_function"));
  else
    paragraph(draft, say(draft, "vision.functions"));
  bullets(draft, lines);
}

void steps(Draft& draft) {
  chapter(draft, "chapter.vision.growth", false);
  Lines lines;
  for (const auto package : {priorities::Package::base, priorities::Package::plus, priorities::Package::unsuitable})
    if (const Finding* finding = find_finding(draft.analysis(), std::string("package.") + priorities::id_of(package));
        finding != nullptr)
      lines.push_back(say(draft, *finding));
  if (lines.empty()) paragraph(draft, say(draft, "tasks.none"));
  bullets(draft, lines);
}

}  // namespace

Document compose_vision(const Input& input, Pictures pictures) {
  Draft draft = begin(input, Audience::college, std::move(pictures), "vision");
  const auto& forms = draft.analysis().forms;
  chapter(draft, "chapter.vision");
  if (forms.vision.empty()) paragraph(draft, say(draft, "vision.none"));
  for (const auto& sentence : forms.vision)
    paragraph(draft, {say(draft, sentence), sentence.key.starts_with("forms.vision.continuum") ? "form.vision" : ""});
  figure(draft, "continuum");
  wishes(draft);
  chapter(draft, "chapter.vision.principles", false);
  if (forms.statements.empty()) paragraph(draft, say(draft, "vision.no_principles"));
  guiding_statements(draft);
  for (const auto* subject : advised(draft.analysis())) figure(draft, "tree." + subject->subject);
  steps(draft);
  annex_missing(draft);
  annex_receipt(draft);
  return std::move(draft.document);
}

}  // namespace koepel::report
