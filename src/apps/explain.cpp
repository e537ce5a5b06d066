// SPDX-License-Identifier: EUPL-1.2
// koepel explain: any figure or advice opened to its inputs, rule, parameters and source, in plain sentences.
#include <algorithm>
#include <iostream>
#include <set>

#include "apps/commands.h"
#include "apps/terminal.h"

namespace koepel::apps {

namespace {

/// Prints a step and what it was made from, each step once.
class Opener {
 public:
  Opener(const Analysis& analysis, const MethodPack& pack, const Phrasebook& phrases, Language language)
      : analysis_(analysis), pack_(pack), phrases_(phrases), language_(language) {}

  void open(const std::string& id, std::size_t depth) {
    const Step* step = find_step(analysis_, id);
    if (step == nullptr) return;
    const std::string head = phrases_.say(step->what, language_) + ": " + phrases_.say(step->value, language_);
    const bool again = !seen_.insert(id).second;
    line(depth,
         paint(depth == 0 ? Ink::bold : Ink::plain, head) + (again ? " (" + text("app.explain.above") + ")" : ""));
    if (again) return;
    detail(depth, "app.explain.rule", phrases_.say(step->rule, language_));
    for (const auto& parameter : step->parameters) detail(depth, "app.explain.parameter", parameter_text(parameter));
    if (!step->source.empty()) detail(depth, "app.explain.source", phrases_.name("source", step->source, language_));
    for (const auto& group : by_place(step->inputs)) detail(depth, "app.explain.input", place(group));
    for (const auto& from : step->from) open(from, depth + 1);
  }

 private:
  std::string text(const char* key) const { return phrases_.text(key, language_); }

  void line(std::size_t depth, const std::string& said) const {
    std::cout << std::string(2 * depth, ' ') << folded(said, 2 * depth + 2) << "\n";
  }
  void detail(std::size_t depth, const char* label, const std::string& said) const {
    if (!said.empty()) line(depth + 1, paint(Ink::faint, text(label)) + " " + said);
  }

  std::string parameter_text(const std::string& id) const {
    for (const auto& p : pack_.parameters)
      if (p.id == id)
        return p.name.in(language_) + " = " +
               write_number(p.value, p.value == static_cast<int>(p.value) ? 0 : 3, language_) +
               (p.unit.empty() ? "" : " " + phrases_.name("unit", p.unit, language_)) + " (" + p.id + "; " +
               phrases_.name("source", p.source, language_) + ")";
    return id;
  }

  /// Cells of one column of one table, told together.
  static std::vector<std::vector<Origin>> by_place(const std::vector<Origin>& inputs) {
    std::vector<std::vector<Origin>> groups;
    for (const auto& input : inputs) {
      const auto same = [&](const std::vector<Origin>& g) {
        return g.front().file == input.file && g.front().sheet == input.sheet && g.front().column == input.column;
      };
      const auto group = std::find_if(groups.begin(), groups.end(), same);
      if (group == groups.end()) {
        groups.push_back({input});
      } else {
        group->push_back(input);
      }
    }
    return groups;
  }

  std::string place(const std::vector<Origin>& cells) const {
    const Origin& first = cells.front();
    std::string out = first.file;
    if (!first.sheet.empty()) out += ", " + text("app.explain.sheet") + " " + first.sheet;
    Arg lines{.name = "lines", .kind = Arg::Kind::list};
    for (const auto& cell : cells)
      if (cell.line > 0) lines.parts.push_back(number("", cell.line));
    if (!lines.parts.empty()) out += ", " + phrases_.say(Message{"app.explain.lines", {lines}}, language_);
    if (!first.column.empty()) out += ", " + text("app.explain.column") + " " + first.column;
    return out;
  }

  const Analysis& analysis_;
  const MethodPack& pack_;
  const Phrasebook& phrases_;
  Language language_;
  std::set<std::string> seen_;
};

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
  Opener opener(analysis, session->pack, phrases, options.language);
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
