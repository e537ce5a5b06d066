// SPDX-License-Identifier: EUPL-1.2
// Form follows function: per subject what it is for, where it stands, which form follows, why not another, and what would turn it.
// The face is reasoning_forms.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using forms::SubjectAdvice;

const forms::PositionBand* band_of_all(const SubjectAdvice& subject) {
  const auto found = std::ranges::find_if(subject.bands, [](const auto& band) { return band.partner.empty(); });
  return found == subject.bands.end() ? nullptr : &*found;
}

std::string function_sentence(const Draft& draft, const SubjectAdvice& subject) {
  std::string out = say(draft, "forms.function", {terms("motives", "motive", subject.functions)});
  for (const auto& wish : draft.input.study.functions)
    if (wish.subject == subject.subject && !wish.statement.empty())
      return out + " " + say(draft, "forms.statement", {word("statement", wish.statement)});
  return out;
}

std::string position_sentence(const Draft& draft, const SubjectAdvice& subject) {
  const auto* band = band_of_all(subject);
  Args args{number("position", subject.outcome.position)};
  if (subject.today) args.push_back(number("today", *subject.today));
  std::string out = say(draft, subject.today ? "forms.position" : "forms.position.only", args);
  if (band != nullptr && band->voices > 1)
    out += " " + say(draft, "forms.band", {number("n", band->voices), number("low", band->position.low), number("high", band->position.high)});
  return out;
}

std::string answers_named(const Draft& draft, const forms::Division& division) {
  std::string out;
  for (const auto& [answer, share] : division.shares)
    out += (out.empty() ? "" : "; ") + name(draft, "answer", division.question + "." + answer) + " (" + write_percent(draft, share) + ")";
  return out;
}

void add_preferences(Draft& draft, const SubjectAdvice& subject) {
  Lines lines;
  for (const auto& finding : draft.analysis().findings)
    if (finding.id.starts_with("preference." + subject.subject + ".")) {
      lines.push_back(say(draft, finding.says));
      if (!finding.flip.empty()) lines.back() += " " + say(draft, finding.flip);
    }
  if (lines.empty()) return;
  small_section(draft, say(draft, "forms.preferences"));
  bullets(draft, lines);
}

void add_divisions(Draft& draft, const SubjectAdvice& subject) {
  Lines lines;
  for (const auto& division : subject.divisions)
    if (lines.size() < 2)
      lines.push_back(say(draft, "forms.division", {term("question", "question", division.question), word("answers", answers_named(draft, division))}));
  if (lines.empty()) return;
  small_section(draft, say(draft, "forms.divisions"));
  bullets(draft, lines);
}

void subject_section(Draft& draft, const SubjectAdvice& subject) {
  section(draft, say(draft, "forms.subject", {term("subject", "subject", subject.subject), term("form", "form_short", subject.form)}));
  paragraph(draft, function_sentence(draft, subject));
  paragraph(draft, position_sentence(draft, subject));
  const Finding* finding = find_finding(draft.analysis(), "form." + subject.subject);
  if (finding != nullptr) paragraph(draft, say(draft, finding->says));
  if (subject.outcome.tension) paragraph(draft, say(draft, "forms.tension"));
  if (subject.outcome.declaration_first) paragraph(draft, say(draft, "forms.declaration_first"));
  if (!subject.why.empty()) {
    small_section(draft, say(draft, "why_this_form"));
    bullets(draft, say_all(draft, subject.why, 3));
  }
  Lines not_this;
  for (const auto& other : subject.why_not)
    if (not_this.size() < 3 && !other.why.empty()) not_this.push_back(say(draft, other.why));
  if (!not_this.empty()) {
    small_section(draft, say(draft, "why_not"));
    bullets(draft, not_this);
  }
  if (finding != nullptr) named_paragraph(draft, say(draft, "flip"), say(draft, finding->flip));
  add_preferences(draft, subject);
  add_divisions(draft, subject);
}

void open_subjects(Draft& draft, const Subjects& open) {
  if (open.empty()) return;
  section(draft, say(draft, "forms.open"));
  Lines lines;
  for (const auto* subject : open)
    lines.push_back(say(draft, "forms.open.line", {term("subject", "subject", subject->subject), nested("missing", subject->missing)}));
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
  for (const auto* subject : subjects) subject_section(draft, *subject);
  if (!subjects.empty()) figure(draft, "tree." + subjects.front()->subject);
  open_subjects(draft, open);
}

}  // namespace koepel::report
