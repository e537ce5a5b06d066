// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "forms/forms.h"
#include "model/study.h"
#include "tree/compiled.h"

// What respondents said in the tree, and what they agree on.

namespace koepel::forms {

/// One walk of the tree for one subject.
struct Voice {
  const TreeAnswers* said = nullptr;
  std::string partner;
  tree::Choices choices;
};
using Voices = std::vector<Voice>;

[[nodiscard]] Voices voices_on(const Study& study, const tree::Compiled& tree, const std::string& subject);
[[nodiscard]] Voices of_partner(const Voices& voices, const std::string& partner);

/// What the voices chose on one question; those who skipped it are left out. Each distinct choice once, in tree order.
struct Counted {
  tree::Choice choice = 0;
  int voices = 0;
};
[[nodiscard]] std::vector<Counted> counted(const Voices& voices, std::size_t question);

/// Per question the most given answer; a tie goes to the answer nearer to doing it oneself. Where several answers are
/// allowed, all that at least half gave; "none" when nothing reaches half.
[[nodiscard]] tree::Choices agreed(const tree::Compiled& tree, const Voices& voices);

/// Questions on which the voices differ, the most divided first.
[[nodiscard]] std::vector<Division> divisions(const tree::Compiled& tree, const Voices& voices);

}  // namespace koepel::forms
