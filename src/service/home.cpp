// SPDX-License-Identifier: EUPL-1.2
// A study with its analysis in; its phase, gates and next actions out. The face is home_of.
#include "service/home.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace koepel::service {

namespace {

using Names = std::set<std::string>;

int number_of(const auto& list) { return static_cast<int>(list.size()); }

int partners_in(const Study& study, const Names& named) {
  int count = 0;
  for (const auto& partner : study.partners) count += static_cast<int>(named.contains(partner.id));
  return count;
}

/// Partners that are named by the records of a list.
Names named_by(const auto& records) {
  Names named;
  for (const auto& record : records) named.insert(record.partner);
  return named;
}

Names answered(const Study& study) {
  Names named;
  for (const auto& sheet : study.answers)
    if (const auto* respondent = find_respondent(study, sheet.respondent)) named.insert(respondent->partner);
  return named;
}

Names decided(const Study& study, const std::string& body) {
  Names named;
  for (const auto& decision : study.decisions)
    if (decision.body == body) named.insert(decision.partner);
  return named;
}

bool has_decision(const Study& study, const std::string& subject) {
  return std::any_of(study.decisions.begin(), study.decisions.end(),
                     [&](const auto& decision) { return decision.subject == subject; });
}

Gate gate(const char* id, const char* phase, const char* screen, Role by, bool done) {
  return {id, phase, screen, by, done, 0, 0};
}
Gate counted(const char* id, const char* phase, const char* screen, Role by, int have, int need) {
  return {id, phase, screen, by, need > 0 && have >= need, have, need};
}

std::vector<Gate> zero_phase(const Study& study) {
  const int partners = number_of(study.partners);
  return {gate("partners", "zero", "partners", Role::facilitator, partners >= 2),
          gate("question", "zero", "settings", Role::facilitator, !study.head.question.nl.empty()),
          counted("figures", "zero", "partners", Role::official, partners_in(study, named_by(study.figures)), partners),
          gate("arrangements", "zero", "partnerships", Role::official, !study.arrangements.empty()),
          counted("poll", "zero", "poll", Role::administrator, partners_in(study, answered(study)), partners)};
}

std::vector<Gate> approach_phase(const Study& study) {
  return {gate("indicators", "approach", "approach", Role::facilitator, !study.indicators.empty()),
          gate("approach", "approach", "approach", Role::facilitator, has_decision(study, "approach"))};
}

std::vector<Gate> instruments_phase(const Study& study) {
  const int partners = number_of(study.partners);
  return {counted("ratings", "instruments", "gross-list", Role::official, partners_in(study, named_by(study.ratings)),
                  partners),
          gate("packages", "instruments", "gross-list", Role::facilitator, !study.packages.empty()),
          gate("functions", "instruments", "tree", Role::administrator, !study.functions.empty())};
}

/// Subjects with a recorded function, and which of them were walked through the tree.
std::vector<Gate> conference_phase(const Study& study) {
  Names wanted, walked;
  for (const auto& wish : study.functions) wanted.insert(wish.subject);
  for (const auto& walk : study.tree_answers)
    if (wanted.contains(walk.subject) && !walk.answers.empty()) walked.insert(walk.subject);
  return {counted("tree", "conference", "tree", Role::administrator, number_of(walked), number_of(wanted))};
}

std::vector<Gate> decision_phase(const LiveStudy& live, const Study& study) {
  const int partners = number_of(study.partners);
  const auto& beside = live.beside;
  const bool named = std::any_of(beside.begin(), beside.end(), [](const auto& e) { return e.kind == "version-named"; });
  return {gate("version", "decision", "documents", Role::facilitator, named),
          gate("works_council", "decision", "documents", Role::works_council, !decided(study, "works_council").empty()),
          counted("colleges", "decision", "documents", Role::administrator,
                  partners_in(study, decided(study, "college")), partners),
          counted("councils", "decision", "documents", Role::council_member,
                  partners_in(study, decided(study, "council")), partners)};
}

std::vector<Gate> gates_of(const LiveStudy& live, const Study& seen) {
  std::vector<Gate> gates;
  const auto add = [&](std::vector<Gate> more) { gates.insert(gates.end(), more.begin(), more.end()); };
  add(zero_phase(seen)), add(approach_phase(seen)), add(instruments_phase(seen));
  add(conference_phase(seen)), add(decision_phase(live, seen));
  return gates;
}

/// The facilitator guides everybody, so every open gate is his to see to; others see what waits for them.
bool is_for(const Gate& gate, const Asker& who) {
  return who.role && (*who.role == Role::facilitator || *who.role == gate.by);
}

}  // namespace

Home home_of(const LiveStudy& live, const Study& seen, const std::string& poll_state, const Asker& who) {
  Home home{.gates = gates_of(live, seen), .now = "running"};
  // While the poll is open its answers are hidden; the gate then tells that it runs.
  for (auto& gate : home.gates)
    if (gate.id == "poll" && poll_state == "open") gate.done = false;
  for (const char* phase : {"zero", "approach", "instruments", "conference", "decision", "running"}) {
    const bool open = std::any_of(home.gates.begin(), home.gates.end(),
                                  [&](const auto& gate) { return gate.phase == phase && !gate.done; });
    if (open && home.now == "running") home.now = phase;
    // Running a partnership is never done: it has no gates.
    home.phases.push_back({phase, open || std::string_view(phase) == "running" ? "later" : "done"});
  }
  for (auto& phase : home.phases)
    if (phase.id == home.now) phase.state = "now";
  for (const auto& gate : home.gates)
    if (!gate.done && gate.phase == home.now && is_for(gate, who)) home.actions.push_back(gate);
  return home;
}

}  // namespace koepel::service
