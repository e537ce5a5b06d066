// SPDX-License-Identifier: EUPL-1.2
// The decision document (beslisdocument): which chapters, in which order, for whom. The face is
// compose_decision_document.
#include "report/chapters.h"
#include "report/compose.h"

namespace koepel::report {

namespace {

void for_college(Draft& draft) {
  say_yes(draft);
  conclusions(draft);
  reasoning_approach(draft);
  reasoning_tasks(draft);
  reasoning_forms(draft);
  reasoning_together(draft);
  money_chapter(draft);
  next_steps(draft);
  per_partner(draft);
  closing_annexes(draft);
}

void for_council(Draft& draft) {
  say_yes(draft);
  conclusions(draft);
  control_chapter(draft);
  reasoning_approach(draft);
  reasoning_tasks(draft);
  reasoning_forms(draft);
  money_chapter(draft);
  next_steps(draft);
  per_partner(draft);
  closing_annexes(draft);
}

void for_works_council(Draft& draft) {
  say_yes(draft);
  conclusions(draft);
  staff_chapter(draft);
  reasoning_tasks(draft);
  reasoning_forms(draft);
  money_chapter(draft);
  next_steps(draft);
  closing_annexes(draft);
}

void for_citizens(Draft& draft) {
  citizens_story(draft);
  closing_annexes(draft);
}

}  // namespace

Document compose_decision_document(const Input& input, Audience audience, Pictures pictures) {
  Draft draft = begin(input, audience, std::move(pictures), "decision");
  switch (audience) {
    case Audience::college:
      for_college(draft);
      break;
    case Audience::council:
      for_council(draft);
      break;
    case Audience::works_council:
      for_works_council(draft);
      break;
    case Audience::citizens:
      for_citizens(draft);
      break;
  }
  return std::move(draft.document);
}

}  // namespace koepel::report
