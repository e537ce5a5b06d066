// SPDX-License-Identifier: EUPL-1.2
// What partners ask before they join and how that was tested in; a step for each, and whether it is met, out. The faces
// are condition_id, verdict_on and condition_steps.
#include <algorithm>
#include <cmath>

#include "analysis/parts.h"

namespace koepel {

namespace {

using scale::ConditionTest, scale::Met;

constexpr std::size_t tests_told = 8;

std::vector<const ConditionTest*> tests_of(const scale::Scale& scale, const JoinCondition& condition,
                                           const std::string& partner) {
  std::vector<const ConditionTest*> out;
  for (const auto& task : scale.tasks)
    for (const auto& test : task.conditions)
      if (test.partner == partner && test.origin == condition.origin) out.push_back(&test);
  return out;
}

/// In the unit of its kind: euros per unit, a share, years, or a place on the continuum.
Arg measured(const char* name, const std::string& kind, const std::optional<double>& value) {
  if (!value) return term(name, "text", "common.unknown");
  if (kind == "min_saving") return percent(name, *value, 1);
  if (kind == "max_unit_cost") return money(name, std::llround(*value * 100));
  if (kind == "max_payback") return nested(name, {"analysis.value.years", {number("n", *value)}});
  return number(name, *value);
}

const char* verdict_key(Met met) {
  if (met == Met::yes) return "analysis.condition.met";
  return met == Met::no ? "analysis.condition.unmet" : "analysis.condition.untold";
}

Arg told(const ConditionTest& test) {
  return nested("", {"analysis.condition.test",
                     {term("task", "task", test.task), measured("offered", test.kind, test.offered),
                      term("verdict", "text", verdict_key(test.met))}});
}

Message rule_of(const std::vector<const ConditionTest*>& tests) {
  if (tests.empty()) return {"analysis.rule.condition_untested", {}};
  Arg list;
  list.name = "tests";
  list.kind = Arg::Kind::list;
  for (const auto* test : tests)
    if (list.parts.size() < tests_told) list.parts.push_back(told(*test));
  return {"analysis.rule.condition", {list, number("n", static_cast<double>(tests.size()))}};
}

Step step_of(const JoinCondition& condition, const std::string& partner, const std::string& id,
             const std::vector<const ConditionTest*>& tests) {
  Step step{.id = id,
            .what = {"analysis.step.condition",
                     {term("partner", "partner", partner), term("kind", "text", "condition.name." + condition.kind)}},
            .inputs = {condition.origin},
            .source = "brochure"};
  if (!condition.value) {
    step.value = word("", condition.statement);
    step.rule = {"analysis.rule.condition_words", {}};
    return step;
  }
  step.value = measured("", condition.kind, condition.value);
  step.rule = rule_of(tests);
  for (const auto* test : tests) step.from.push_back("scale." + test->task + "." + partner + ".cashflow");
  return step;
}

}  // namespace

std::string condition_id(const std::string& partner, std::size_t row) {
  return "condition." + partner + "." + std::to_string(row + 1);
}

Met verdict_on(const scale::Scale& scale, const JoinCondition& condition, const std::string& partner) {
  const auto tests = tests_of(scale, condition, partner);
  const auto any = [&](Met one) {
    return std::ranges::any_of(tests, [&](const auto* test) { return test->met == one; });
  };
  if (any(Met::no)) return Met::no;
  return any(Met::yes) ? Met::yes : Met::unknown;
}

Trace condition_steps(const Analysis& analysis, const Study& study) {
  Trace trace;
  const auto& conditions = study.join_conditions;
  for (std::size_t row = 0; row < conditions.size(); ++row)
    for (const auto& partner : analysis.partners)
      if (conditions[row].partner.empty() || conditions[row].partner == partner.id)
        trace.push_back(step_of(conditions[row], partner.id, condition_id(partner.id, row),
                                tests_of(analysis.scale, conditions[row], partner.id)));
  return trace;
}

}  // namespace koepel
