// SPDX-License-Identifier: EUPL-1.2
// What the pack says of tasks and forms in; a step for each figure out.
#include "forms/pack_steps.h"

#include <algorithm>

namespace koepel::forms {

namespace {

Step dossier_step(const Form& form, const char* part, const char* what, Message range) {
  return {.id = "dossier." + form.id + "." + part,
          .what = {what, {term("form", "form", form.id)}},
          .value = nested("value", range),
          .rule = {"forms.rule.dossier", {date("date", form.checked_on)}},
          .source = form.source};
}

}  // namespace

void add_catalogue_steps(const Study& study, const MethodPack& pack, Trace& trace) {
  const auto asked = [&](const Task& task) {
    return std::ranges::find(study.gross_list, task.id, &GrossListEntry::task) != study.gross_list.end() ||
           std::ranges::find(study.functions, task.id, &FunctionWish::subject) != study.functions.end() ||
           std::ranges::find(study.tree_answers, task.id, &TreeAnswers::subject) != study.tree_answers.end() ||
           std::ranges::find(study.preferences, task.id, &FormPreference::subject) != study.preferences.end();
  };
  for (const auto& task : pack.tasks)
    if (asked(task))
      trace.push_back({.id = "catalogue." + task.id,
                       .what = {"forms.step.catalogue", {term("subject", "subject", task.id)}},
                       .value = number("value", task.default_position),
                       .rule = {"forms.rule.catalogue", {}},
                       .source = "catalogue"});
}

void add_dossier_steps(const DecisionTree& tree, Trace& trace) {
  for (const auto& form : tree.forms) {
    trace.push_back(dossier_step(
        form, "months", "forms.step.dossier_months",
        {"forms.value.months", {number("low", form.setup_months.first), number("high", form.setup_months.second)}}));
    trace.push_back(dossier_step(form, "cost", "forms.step.dossier_cost",
                                 {"forms.value.cost",
                                  {money("low", std::int64_t{100'000} * form.setup_keur.first),
                                   money("high", std::int64_t{100'000} * form.setup_keur.second)}}));
  }
}

}  // namespace koepel::forms
