// SPDX-License-Identifier: EUPL-1.2
// A step in; its words and those of the steps below it, printed. The face is StepOpener::open.
#include "apps/step_opener.h"

#include <iostream>

#include "apps/terminal.h"

namespace koepel::apps {

void StepOpener::open(const std::string& id, std::size_t depth) {
  const Step* step = find_(id);
  if (step == nullptr) return;
  const auto words = service::words_of(*step, speaker_);
  const bool again = !seen_.insert(id).second;
  const auto head = paint(depth == 0 ? Ink::bold : Ink::plain, words.what + ": " + words.value);
  line(depth, head + (again ? " (" + text("app.explain.above") + ")" : ""));
  if (again) return;
  detail(depth, "app.explain.rule", words.rule);
  for (const auto& used : words.parameters) {
    // The study's own value has no id of the method behind it.
    const std::string source = used.source.empty() ? "" : " (" + used.id + "; " + used.source + ")";
    detail(depth, "app.explain.parameter", used.text + source);
  }
  detail(depth, "app.explain.source", words.source);
  for (const auto& input : words.inputs) detail(depth, "app.explain.input", input);
  for (const auto& from : step->from) open(from, depth + 1);
}

void StepOpener::line(std::size_t depth, const std::string& said) const {
  std::cout << std::string(2 * depth, ' ') << folded(said, 2 * depth + 2) << "\n";
}
void StepOpener::detail(std::size_t depth, const char* label, const std::string& said) const {
  if (!said.empty()) line(depth + 1, paint(Ink::faint, text(label)) + " " + said);
}

}  // namespace koepel::apps
