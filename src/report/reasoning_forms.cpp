// SPDX-License-Identifier: EUPL-1.2
// Form follows function: per subject what it is for, where it stands, which form follows, why not another, and what
// would turn it. The face is reasoning_forms.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using forms::SubjectAdvice;

constexpr std::size_t subjects_in_full = 2;  ///< the others in short: `koepel explain` has the rest

const forms::PositionBand* band_of_all(const SubjectAdvice& subject) {
  const auto found = std::ranges::find_if(subject.bands, [](const auto& band) { return band.partner.empty(); });
  return found == subject.bands.end() ? nullptr : &*found;
}

/// What must become better, as somebody of the partners put it.
Sentence statement_of(const Draft& draft, const SubjectAdvice& subject) {
  const auto& wishes = draft.input.study.functions;
  for (std::size_t row = 0; row < wishes.size(); ++row)
    if (const auto& wish = wishes[row]; wish.subject == subject.subject && !wish.statement.empty())
      return {say(draft, "forms.statement", {word("statement", wish.statement)}), wish_id(row)};
  return {""};
}

Lines position_sentences(const Draft& draft, const SubjectAdvice& subject) {
  const std::string step = "form." + subject.subject;
  Lines out;
  if (subject.today)
    out.emplace_back(say(draft, "forms.position", {number("today", *subject.today)}), step + ".today");
  else
    out.push_back(say(draft, "forms.position.unknown"));
  if (const auto* band = band_of_all(subject); band != nullptr && band->voices > 1)
    out.emplace_back(
        say(draft, "forms.band",
            {number("n", band->voices), number("low", band->position.low), number("high", band->position.high)}),
        step + ".band");
  return out;
}

std::string answers_named(const Draft& draft, const forms::Division& division) {
  std::string out;
  for (const auto& [answer, share] : division.shares)
    out += (out.empty() ? "" : "; ") + name(draft, "answer", division.question + "." + answer) + " (" +
           write_percent(draft, share) + ")";
  return out;
}

Lines preferences_of(const Draft& draft, const SubjectAdvice& subject) {
  Lines lines;
  for (const auto& finding : draft.analysis().findings) {
    if (!finding.id.starts_with("preference." + subject.subject + ".")) continue;
    lines.push_back(say(draft, finding));
  }
  return lines;
}

Sentence division_of(const Draft& draft, const SubjectAdvice& subject) {
  if (subject.divisions.empty()) return {""};
  const auto& widest = subject.divisions.front();
  return {say(draft, "forms.division",
              {term("question", "question", widest.question), word("answers", answers_named(draft, widest))}),
          "form." + subject.subject + ".division." + widest.question};
}

Lines why_not_of(const Draft& draft, const SubjectAdvice& subject) {
  Lines lines;
  for (const auto& other : subject.why_not)
    if (lines.size() < 2 && !other.why.empty()) lines.emplace_back(say(draft, other.why), "form." + subject.subject);
  return lines;
}

void subject_section(Draft& draft, const SubjectAdvice& subject, bool in_short) {
  section(draft, say(draft, "forms.subject",
                     {term("subject", "subject", subject.subject), term("form", "form_short", subject.form)}));
  const Finding* finding = find_finding(draft.analysis(), "form." + subject.subject);
  const std::string step = "form." + subject.subject;
  if (finding != nullptr) {
    Lines lines{{say(draft, finding->says), step}};
    for (const auto& line : position_sentences(draft, subject)) lines.push_back(line);
    sentences(draft, lines);
  }
  paragraph(draft, statement_of(draft, subject));
  if (!in_short) bullets(draft, say_all(draft, subject.why, step, 3));
  named_sentences(draft, say(draft, "why_not"), why_not_of(draft, subject));
  if (finding != nullptr) named_paragraph(draft, say(draft, "flip"), {say(draft, finding->flip), step});
  named_sentences(draft, say(draft, "forms.preferences"), preferences_of(draft, subject));
  if (!in_short) named_paragraph(draft, say(draft, "forms.divisions"), division_of(draft, subject));
}

void open_subjects(Draft& draft, const Subjects& open) {
  if (open.empty()) return;
  section(draft, say(draft, "forms.open"));
  Lines lines;
  for (const auto* subject : open)
    lines.emplace_back(say(draft, "forms.open.line",
                           {term("subject", "subject", subject->subject), nested("missing", subject->missing)}),
                       "form." + subject->subject);
  bullets(draft, lines);
}

}  // namespace

void reasoning_forms(Draft& draft) {
  chapter(draft, "chapter.forms", false);
  const Subjects subjects = advised(draft.analysis());
  const Subjects open = not_advised(draft.analysis());
  paragraph(draft, say(draft, "forms.intro"));
  if (subjects.empty() && open.empty()) paragraph(draft, say(draft, "forms.none"));
  figure(draft, "continuum");
  for (std::size_t i = 0; i < subjects.size(); ++i) subject_section(draft, *subjects[i], i >= subjects_in_full);
  open_subjects(draft, open);
}

}  // namespace koepel::report
