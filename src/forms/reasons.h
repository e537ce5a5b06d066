// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "forms/forms.h"
#include "tree/compiled.h"

namespace koepel::forms {

/// Why the advised form: the function, what moved the position most, what pleads for the form, and what tips or
/// weakens it (statute, tie, tension, firmness, first step).
[[nodiscard]] std::vector<Message> why(const tree::Compiled& tree, const SubjectAdvice& advice);

/// Why one other form is not advised: the points it is behind and what costs it most, or the answer that knocks it out.
[[nodiscard]] NotThisOne why_not(const tree::Compiled& tree, const SubjectAdvice& advice, const std::string& form);

/// The answers that knock a form out, by exclusion or by a statute that forces others; empty when none does.
[[nodiscard]] std::vector<tree::KnockOut> knock_outs(const tree::Outcome& outcome, const std::string& form);

}  // namespace koepel::forms
