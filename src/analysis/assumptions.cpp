// SPDX-License-Identifier: EUPL-1.2
// The choices and known figures that the outcome rests on, and the step that opens each to its source. The faces are
// assumptions_of, assumption_steps and method_steps.
#include <algorithm>

#include "analysis/parts.h"

namespace koepel {

namespace {

/// Decimals that a parameter needs: none for whole numbers, else two.
int decimals_of(double value) { return value == static_cast<double>(static_cast<long long>(value)) ? 0 : 2; }

Arg plain(const char* name, double value) { return number(name, value, decimals_of(value)); }

Message what_of(const Assumption& one, const MethodPack& pack) {
  const bool fixed = std::ranges::find(pack.parameters, one.parameter, &Parameter::id) != pack.parameters.end();
  const Arg name = term("name", fixed ? "parameter" : "quantity", one.parameter);
  const Arg task = term("task", "task", one.task), partner = term("partner", "partner", one.partner);
  if (one.task.empty())
    return one.partner.empty() ? Message{"analysis.step.assumption", {name}}
                               : Message{"analysis.step.assumption_partner", {name, partner}};
  return one.partner.empty() ? Message{"analysis.step.assumption_task", {name, task}}
                             : Message{"analysis.step.assumption_task_partner", {name, task, partner}};
}

Message rule_of(const Assumption& one) {
  const bool own = one.given_by == "study";
  const Arg source = one.source.empty() ? term("source", "text", "common.unknown") : word("source", one.source);
  if (!one.low || !one.high) return {own ? "analysis.rule.assumption_own" : "analysis.rule.assumption", {source}};
  return {own ? "analysis.rule.assumption_own_range" : "analysis.rule.assumption_range",
          {plain("low", *one.low), plain("high", *one.high), source}};
}

Step step_of(const Assumption& one, const MethodPack& pack) {
  return {.id = one.trace,
          .what = what_of(one, pack),
          .value = plain("", one.value),
          .rule = rule_of(one),
          .parameters = {one.parameter},
          .source = one.given_by == "pack" ? one.source : ""};
}

}  // namespace

std::vector<Assumption> assumptions_of(const Study& study, const MethodPack& pack) {
  std::vector<Assumption> out;
  const auto id = [](const std::string& parameter) { return "assumption." + parameter; };
  for (const auto& p : pack.parameters) out.push_back({p.id, p.value, {}, {}, "", "", "pack", p.source, id(p.id)});
  for (const auto& q : pack.quantities)
    out.push_back({q.id, q.value, q.low, q.high, "", "", "pack", q.source, id(q.id)});
  std::size_t row = 0;
  for (const auto& e : study.estimates)
    out.push_back({e.quantity, e.value, e.low, e.high, e.task, e.partner, "study", e.source,
                   id("study." + std::to_string(++row))});
  return out;
}

Trace assumption_steps(const Analysis& analysis, const Study& study, const MethodPack& pack) {
  Trace trace;
  auto estimate = study.estimates.begin();
  for (const auto& one : analysis.assumptions) {
    trace.push_back(step_of(one, pack));
    if (one.given_by == "study") trace.back().inputs = {(estimate++)->origin};
  }
  return trace;
}

Trace method_steps(const Study& study, const MethodPack& pack) {
  return {{.id = "method.protection",
           .what = {"analysis.step.protection", {}},
           .value = number("", parameter(pack, "survey.k_named_role")),
           .rule = {"analysis.rule.protection", {number("staff", parameter(pack, "survey.k_staff"))}},
           .parameters = {"survey.k_named_role", "survey.k_staff"},
           .source = "design"},
          {.id = "method.threshold",
           .what = {"analysis.step.threshold", {}},
           .value = number("", pack.approach.threshold, 2),
           .rule = {"analysis.rule.threshold", {number("below", -pack.approach.threshold, 2)}},
           .source = "design"},
          {.id = "method.baseline",
           .what = {"analysis.step.baseline", {}},
           .value = number("", pack.tree.baseline),
           .rule = {"analysis.rule.baseline", {}},
           .source = "design"},
          {.id = "study.draws",
           .what = {"analysis.step.draws", {}},
           .value = number("", study.head.draws),
           .rule = {"analysis.rule.draws", {number("least", parameter(pack, "priorities.draws_minimum"))}},
           .inputs = {{"study.yaml", "", 0, ""}},
           .parameters = {"priorities.draws_minimum"}}};
}

}  // namespace koepel
