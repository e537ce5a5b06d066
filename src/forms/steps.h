// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "forms/forms.h"
#include "forms/today.h"
#include "forms/voices.h"

namespace koepel::forms {

/// The steps behind one subject's advice: form, position, today, scores, shares and firmness, down to the rows filled
/// in.
void add_steps(const Study& study, const DecisionTree& tree, const SubjectAdvice& advice, const Voices& voices,
               const Today& today, Trace& trace);

/// "form.<subject>.today"; nothing when that is not known.
void add_today_step(const std::string& subject, const Today& now, Trace& trace);

/// One step per guiding statement: "form.statement.<criterion>".
void add_statement_steps(const std::vector<GuidingStatement>& statements, const std::vector<SubjectAdvice>& subjects,
                         Trace& trace);

/// "form.vision": where the umbrella vision says the subjects stand; nothing when it says no place.
void add_vision_step(const Forms& forms, Trace& trace);

/// Whether a wish about `wish_subject` says what is sought for `subject`: itself, its package, or a task in it.
[[nodiscard]] bool speaks_for(const Study& study, const std::string& wish_subject, const std::string& subject);

}  // namespace koepel::forms
