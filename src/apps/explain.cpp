// SPDX-License-Identifier: EUPL-1.2
// koepel explain: any figure or advice opened to its inputs, rule, parameters and source, in plain sentences.
#include <algorithm>
#include <cctype>
#include <iostream>

#include "apps/commands.h"
#include "apps/step_opener.h"
#include "apps/terminal.h"

namespace koepel::apps {

namespace {

constexpr std::size_t most_alike = 8;

void print_list(const char* title, const std::vector<Message>& messages, const Phrasebook& phrases, Language language) {
  if (messages.empty()) return;
  std::cout << "\n" << paint(Ink::bold, phrases.text(title, language)) << "\n";
  for (const auto& message : messages) std::cout << "- " << folded(phrases.say(message, language), 2) << "\n";
}

std::string lower(std::string text) {
  for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// Findings that may have been meant: the same in other capitals, or of the package that holds the task; else those of
/// the same sort.
std::vector<std::string> near_findings(const Analysis& analysis, const Study& study, const std::string& what) {
  const std::string wanted = lower(what), sort = wanted.substr(0, wanted.find('.') + 1);
  std::vector<std::string> near, alike;
  for (const auto& finding : analysis.findings) {
    const std::string id = lower(finding.id);
    const auto* package = id.size() > sort.size() ? find_package(study, finding.id.substr(sort.size())) : nullptr;
    const bool holds = package != nullptr && std::ranges::any_of(package->tasks, [&](const auto& task) {
                         return sort + lower(task) == wanted;
                       });
    if (id == wanted || (holds && id.starts_with(sort))) near.push_back(finding.id);
    if (!sort.empty() && id.starts_with(sort) && alike.size() < most_alike) alike.push_back(finding.id);
  }
  return near.empty() ? alike : near;
}

Message unknown(const Analysis& analysis, const Study& study, const std::string& what) {
  Arg near{.name = "near", .kind = Arg::Kind::list};
  for (const auto& id : near_findings(analysis, study, what)) near.parts.push_back(word("", id));
  return {near.parts.empty() ? "app.explain.unknown" : "app.explain.unknown_near", {word("what", what), near}};
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
  StepOpener opener([&](const std::string& id) { return find_step(analysis, id); },
                    {session->pack, phrases, options.language, analysis.assumptions});
  if (const auto* finding = find_finding(analysis, what)) {
    explain_finding(*finding, phrases, options.language);
    for (const auto& step : finding->trace) opener.open(step, 0);
    return Exit::ok;
  }
  if (find_step(analysis, what) != nullptr) {
    opener.open(what, 0);
    return Exit::ok;
  }
  std::cerr << phrases.say(unknown(analysis, session->reading.study, what), options.language) << "\n";
  return Exit::wrong_use;
}

}  // namespace koepel::apps
