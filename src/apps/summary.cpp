// SPDX-License-Identifier: EUPL-1.2
#include "apps/summary.h"

#include <algorithm>
#include <iostream>

#include "apps/terminal.h"

namespace koepel::apps {

namespace {

void print_wrapped(const std::string& mark, const std::string& said) { std::cout << mark << folded(said, 2) << "\n"; }

bool is_form_or_package(const Finding& finding) {
  return finding.id.rfind("form.", 0) == 0 || finding.id == "approach" || finding.id == "package.base" ||
         finding.id == "package.plus";
}

}  // namespace

void print_summary(const Analysis& analysis, const Phrasebook& phrases, Language language) {
  std::cout << "\n" << paint(Ink::bold, analysis.head.title.in(language)) << "\n";
  for (const auto& finding : analysis.findings)
    if (is_form_or_package(finding))
      print_wrapped(finding.kind == "missing" ? "? " : "• ", phrases.say(finding.says, language));
  for (const auto& warning : analysis.warnings)
    print_wrapped(paint(Ink::yellow, "! "), phrases.say(warning.says, language));
}

void print_reading_note(const Session& session, const std::filesystem::path& folder, const Phrasebook& phrases,
                        Language language) {
  const auto& problems = session.reading.problems;
  const auto errors =
      std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
  if (errors == 0) return;
  std::cerr << phrases.say(Message{"app.reading_errors",
                                   {number("n", static_cast<double>(errors)), word("folder", folder.string())}},
                           language)
            << "\n";
}

}  // namespace koepel::apps
