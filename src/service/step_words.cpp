// SPDX-License-Identifier: EUPL-1.2
// A step in; its value, rule, parameters, source and cells in words out. The face is words_of.
#include "service/step_words.h"

#include <algorithm>
#include <cmath>

namespace koepel::service {

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

std::string figure(const StepSpeaker& by, double value) {
  return write_number(value, value == std::floor(value) ? 0 : 3, by.language);
}

std::string range(const StepSpeaker& by, double low, double high) {
  return " (" + figure(by, low) + " .. " + figure(by, high) + ")";
}

std::string unit_of(const StepSpeaker& by, const std::string& unit) {
  return unit.empty() ? "" : " " + by.phrases.name("unit", unit, by.language);
}

/// A parameter, or a quantity with its range.
ParameterWords parameter_words(const StepSpeaker& by, const std::string& id) {
  const auto source = [&](const std::string& key) { return by.phrases.name("source", key, by.language); };
  if (const auto* q = find_quantity(by.pack, id))
    return {id,
            q->name.in(by.language) + " = " + figure(by, q->value) + range(by, q->low, q->high) + unit_of(by, q->unit),
            source(q->source)};
  for (const auto& p : by.pack.parameters)
    if (p.id == id)
      return {id, p.name.in(by.language) + " = " + figure(by, p.value) + unit_of(by, p.unit), source(p.source)};
  return {id, id, ""};
}

/// The study's own values of a parameter that hold for a step: its id names the task and, where there is one, the
/// partner. A value for this task goes before one for all tasks.
std::vector<const Assumption*> given_for(const StepSpeaker& by, const std::string& parameter, const std::string& step) {
  const auto names = [&](const std::string& part) { return (step + ".").find("." + part + ".") != std::string::npos; };
  std::vector<const Assumption*> own, general;
  for (const auto& one : by.given) {
    if (one.given_by != "study" || one.parameter != parameter) continue;
    if (one.task.empty()) general.push_back(&one);
    if (!one.task.empty() && names(one.task)) own.push_back(&one);
  }
  return own.empty() ? general : own;
}

ParameterWords given_words(const StepSpeaker& by, const Assumption& one) {
  std::string out = figure(by, one.value);
  if (one.low && one.high) out += range(by, *one.low, *one.high);
  if (!one.partner.empty()) out = by.phrases.name("partner", one.partner, by.language) + ": " + out;
  // Whose value it is stands with the value itself: a source of the method would be somebody else's.
  out += " (" + by.phrases.text("app.explain.given", by.language) + (one.source.empty() ? "" : "; " + one.source) + ")";
  return {one.parameter, by.phrases.name("quantity", one.parameter, by.language) + " = " + out, ""};
}

/// What the step was made with: the study's values where it gave them, and the method's for whom it did not.
void add_parameter(const StepSpeaker& by, const std::string& id, const std::string& step,
                   std::vector<ParameterWords>& words) {
  const auto given = given_for(by, id, step);
  const auto for_all = [](const Assumption* one) { return one->partner.empty(); };
  if (std::none_of(given.begin(), given.end(), for_all)) words.push_back(parameter_words(by, id));
  for (const auto* one : given) words.push_back(given_words(by, *one));
}

std::string place(const StepSpeaker& by, const std::vector<Origin>& cells) {
  const auto text = [&](const char* key) { return by.phrases.text(key, by.language); };
  const Origin& first = cells.front();
  std::string out = first.file == "log" ? text("service.log") : first.file;
  if (!first.sheet.empty()) out += ", " + text("app.explain.sheet") + " " + first.sheet;
  Arg lines{.name = "lines", .kind = Arg::Kind::list};
  for (const auto& cell : cells)
    if (cell.line > 0) lines.parts.push_back(number("", cell.line));
  if (!lines.parts.empty()) out += ", " + by.phrases.say(Message{"app.explain.lines", {lines}}, by.language);
  if (!first.column.empty()) out += ", " + text("app.explain.column") + " " + first.column;
  return out;
}

}  // namespace

StepWords words_of(const Step& step, const StepSpeaker& by) {
  StepWords words{.what = by.phrases.say(step.what, by.language),
                  .value = by.phrases.say(step.value, by.language),
                  .rule = by.phrases.say(step.rule, by.language)};
  for (const auto& used : step.parameters) add_parameter(by, used, step.id, words.parameters);
  if (!step.source.empty()) words.source = by.phrases.name("source", step.source, by.language);
  for (const auto& group : by_place(step.inputs)) words.inputs.push_back(place(by, group));
  return words;
}

}  // namespace koepel::service
