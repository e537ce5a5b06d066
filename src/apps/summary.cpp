// SPDX-License-Identifier: EUPL-1.2
#include "apps/summary.h"

#include <algorithm>
#include <iostream>

#include "apps/terminal.h"
#include "exchange/columns.h"

namespace koepel::apps {

namespace {

void print_wrapped(const std::string& mark, const std::string& said) { std::cout << mark << folded(said, 2) << "\n"; }

bool is_form_or_package(const Finding& finding) {
  return finding.id.starts_with("form.") || finding.id == "approach" || finding.id == "package.base" ||
         finding.id == "package.plus";
}

constexpr int savings_shown = 3;

bool is_saving(const Finding& finding) { return finding.id.starts_with("saving."); }

/// The waste case answers with its reasons: who must join, and the plan.
void print_with_reasons(const Finding& finding, const Phrasebook& phrases, Language language) {
  print_wrapped("• ", phrases.say(finding.says, language));
  for (const auto& why : finding.why) print_wrapped("  - ", phrases.say(why, language));
}

}  // namespace

void print_summary(const Analysis& analysis, const Phrasebook& phrases, Language language) {
  std::cout << "\n" << paint(Ink::bold, analysis.head.title.in(language)) << "\n";
  for (const auto& finding : analysis.findings)
    if (is_form_or_package(finding))
      print_wrapped(finding.kind == "missing" ? "? " : "• ", phrases.say(finding.says, language));
  int shown = 0;
  for (const auto& finding : analysis.findings) {
    if (finding.id.starts_with("collection.")) print_with_reasons(finding, phrases, language);
    if (is_saving(finding) && shown++ < savings_shown) print_wrapped("• ", phrases.say(finding.says, language));
  }
  for (const auto& warning : analysis.warnings)
    print_wrapped(paint(Ink::yellow, "! "), phrases.say(warning.says, language));
}

void print_counts(const std::vector<Event>& log, const Phrasebook& phrases, Language language) {
  const auto& tables = exchange::folder::all_tables();  // in the order of Happening, behind the head of the study
  std::vector<int> counts(tables.size());
  for (const auto& event : log)
    if (event.what.index() > 0) ++counts[event.what.index() - 1];
  Arg said = word("tables", "");
  said.kind = Arg::Kind::list;
  for (std::size_t t = 0; t < tables.size(); ++t)
    if (counts[t] > 0)
      said.parts.push_back(word(
          "", std::string(exchange::folder::file_base(tables[t].name, language)) + " " + std::to_string(counts[t])));
  if (!said.parts.empty()) std::cout << phrases.say(Message{"app.check.read", {said}}, language) << "\n";
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
