// SPDX-License-Identifier: EUPL-1.2
// A step in; its value, rule, parameters, source, cells and the steps below it, printed. The face is StepOpener::open.
#include "apps/step_opener.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "apps/terminal.h"

namespace koepel::apps {

namespace {

/// Cells of one column of one table, told together.
std::vector<std::vector<Origin>> by_place(const std::vector<Origin>& inputs) {
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

}  // namespace

void StepOpener::open(const std::string& id, std::size_t depth) {
  const Step* step = find_(id);
  if (step == nullptr) return;
  const std::string head = phrases_.say(step->what, language_) + ": " + phrases_.say(step->value, language_);
  const bool again = !seen_.insert(id).second;
  line(depth, paint(depth == 0 ? Ink::bold : Ink::plain, head) + (again ? " (" + text("app.explain.above") + ")" : ""));
  if (again) return;
  detail(depth, "app.explain.rule", phrases_.say(step->rule, language_));
  for (const auto& used : step->parameters) parameter(depth, used, step->id);
  if (!step->source.empty()) detail(depth, "app.explain.source", phrases_.name("source", step->source, language_));
  for (const auto& group : by_place(step->inputs)) detail(depth, "app.explain.input", place(group));
  for (const auto& from : step->from) open(from, depth + 1);
}

void StepOpener::line(std::size_t depth, const std::string& said) const {
  std::cout << std::string(2 * depth, ' ') << folded(said, 2 * depth + 2) << "\n";
}
void StepOpener::detail(std::size_t depth, const char* label, const std::string& said) const {
  if (!said.empty()) line(depth + 1, paint(Ink::faint, text(label)) + " " + said);
}

std::string StepOpener::figure(double value) const {
  return write_number(value, value == std::floor(value) ? 0 : 3, language_);
}
template <class Known>
std::string StepOpener::unit_and_source(const Known& known) const {
  return (known.unit.empty() ? "" : " " + phrases_.name("unit", known.unit, language_)) + " (" + known.id + "; " +
         phrases_.name("source", known.source, language_) + ")";
}

/// A parameter, or a quantity with its range.
std::string StepOpener::parameter_text(const std::string& id) const {
  if (const auto* q = find_quantity(pack_, id))
    return q->name.in(language_) + " = " + figure(q->value) + " (" + figure(q->low) + " .. " + figure(q->high) + ")" +
           unit_and_source(*q);
  for (const auto& p : pack_.parameters)
    if (p.id == id) return p.name.in(language_) + " = " + figure(p.value) + unit_and_source(p);
  return id;
}

/// The study's own values of a parameter that hold for a step: its id names the task and, where there is one, the
/// partner. A value for this task goes before one for all tasks.
std::vector<const Assumption*> StepOpener::given_for(const std::string& parameter, const std::string& step) const {
  const auto names = [&](const std::string& part) { return (step + ".").find("." + part + ".") != std::string::npos; };
  std::vector<const Assumption*> own, general;
  for (const auto& one : given_) {
    if (one.given_by != "study" || one.parameter != parameter) continue;
    if (one.task.empty()) general.push_back(&one);
    if (!one.task.empty() && names(one.task)) own.push_back(&one);
  }
  return own.empty() ? general : own;
}

std::string StepOpener::given_text(const Assumption& one) const {
  std::string out = figure(one.value);
  if (one.low && one.high) out += " (" + figure(*one.low) + " .. " + figure(*one.high) + ")";
  if (!one.partner.empty()) out = phrases_.name("partner", one.partner, language_) + ": " + out;
  return out + " (" + text("app.explain.given") + (one.source.empty() ? "" : "; " + one.source) + ")";
}

/// What the step was made with: the study's values where it gave them, and the method's for whom it did not.
void StepOpener::parameter(std::size_t depth, const std::string& id, const std::string& step) const {
  const auto given = given_for(id, step);
  const auto for_all = [](const Assumption* one) { return one->partner.empty(); };
  if (std::none_of(given.begin(), given.end(), for_all)) detail(depth, "app.explain.parameter", parameter_text(id));
  for (const auto* one : given)
    detail(depth, "app.explain.parameter", phrases_.name("quantity", id, language_) + " = " + given_text(*one));
}

std::string StepOpener::place(const std::vector<Origin>& cells) const {
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

}  // namespace koepel::apps
