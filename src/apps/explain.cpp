// SPDX-License-Identifier: EUPL-1.2
// koepel explain: any figure or advice opened to its inputs, rule, parameters and source, in plain sentences.
#include <iostream>

#include "apps/commands.h"
#include "apps/step_opener.h"
#include "apps/terminal.h"

namespace koepel::apps {

namespace {

void print_list(const char* title, const std::vector<Message>& messages, const Phrasebook& phrases, Language language) {
  if (messages.empty()) return;
  std::cout << "\n" << paint(Ink::bold, phrases.text(title, language)) << "\n";
  for (const auto& message : messages) std::cout << "- " << folded(phrases.say(message, language), 2) << "\n";
}

int list_all(const Analysis& analysis, const Phrasebook& phrases, Language language) {
  std::cout << phrases.text("app.explain.choose", language) << "\n";
  for (const auto& finding : analysis.findings)
    std::cout << paint(Ink::bold, finding.id) << "  " << folded(phrases.say(finding.says, language), 4) << "\n";
  return Exit::ok;
}

void explain_finding(const Finding& finding, const Phrasebook& phrases, Language language) {
  std::cout << folded(phrases.say(finding.says, language)) << "\n";
  print_list("app.explain.why", finding.why, phrases, language);
  print_list("app.explain.why_not", finding.why_not, phrases, language);
  if (!finding.flip.empty()) print_list("app.explain.flip", {finding.flip}, phrases, language);
  if (!finding.trace.empty()) std::cout << "\n" << paint(Ink::bold, phrases.text("app.explain.how", language)) << "\n";
}

}  // namespace

int explain(const Options& options, const Path& folder, const std::string& what) {
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  const Analysis analysis = analyse_session(*session);
  const Phrasebook phrases(session->pack, session->reading.study);
  if (what.empty()) return list_all(analysis, phrases, options.language);
  StepOpener opener([&](const std::string& id) { return find_step(analysis, id); }, session->pack, phrases,
                    options.language, analysis.assumptions);
  if (const auto* finding = find_finding(analysis, what)) {
    explain_finding(*finding, phrases, options.language);
    for (const auto& step : finding->trace) opener.open(step, 0);
    return Exit::ok;
  }
  if (find_step(analysis, what) != nullptr) {
    opener.open(what, 0);
    return Exit::ok;
  }
  std::cerr << phrases.say(Message{"app.explain.unknown", {word("what", what)}}, options.language) << "\n";
  return Exit::wrong_use;
}

}  // namespace koepel::apps
