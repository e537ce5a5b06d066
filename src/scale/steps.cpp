// SPDX-License-Identifier: EUPL-1.2
// Results of a task in; the steps that open its figures down to the cells out. Faces: add_steps.
#include "scale/steps.h"

#include <algorithm>
#include <cmath>

namespace koepel::scale {

namespace {

Arg euro(std::string_view name, double amount) { return money(name, std::llround(amount * 100)); }

std::string source_of(const CostModel& model) {
  return model.kind == ModelKind::prior ? model.cluster->source : "brochure";
}

/// "scale.U22": start of the ids of a task's steps.
std::string root(const std::string& task) { return "scale." + task; }

Step own_cost(const TaskScale& task, const PartnerCost& partner) {
  Step step;
  step.id = root(task.task) + "." + partner.partner + ".own";
  step.what = {"scale.step.own", {term("task", "task", task.task), term("partner", "partner", partner.partner)}};
  step.value = euro("value", partner.own());
  step.rule = {"scale.rule.own", {}};
  step.inputs = {partner.origin};
  step.source = "brochure";
  return step;
}

std::vector<std::string> own_steps(const TaskScale& task) {
  std::vector<std::string> ids;
  for (const auto& partner : task.model->partners) ids.push_back(root(task.task) + "." + partner.partner + ".own");
  return ids;
}

Step saving(const TaskScale& task, const TermRanges& ranges) {
  Step step;
  step.id = root(task.task) + ".saving";
  step.what = {"scale.step.saving", {term("task", "task", task.task)}};
  step.value = euro("value", task.joint.saving());
  const bool activity = task.model->kind == ModelKind::activity;
  step.rule = {activity ? "scale.rule.activity" : "scale.rule.prior",
               {euro("alone", task.joint.alone), euro("gain", task.joint.gain), euro("realised", task.joint.realised),
                euro("coordination", task.joint.coordination), euro("rest", task.joint.tax_and_interest),
                number("years", task.terms.years_to_saving)}};
  step.from = own_steps(task);
  step.inputs = estimates_of(ranges);
  step.parameters = quantities_of(ranges);
  step.source = source_of(*task.model);
  return step;
}

Step drawn(const TaskScale& task, const char* name, const char* what, const Spread& spread, const TermRanges& ranges) {
  Step step;
  step.id = root(task.task) + name;
  step.what = {what, {term("task", "task", task.task)}};
  step.value = euro("value", spread.band.mid);
  step.rule = {"scale.rule.drawn",
               {euro("low", spread.band.low), euro("high", spread.band.high), euro("worst", spread.worst),
                percent("loss", spread.loss_chance)}};
  step.from = {root(task.task) + ".saving"};
  step.parameters = quantities_of(ranges);
  step.source = "design";
  return step;
}

Step no_saving(const TaskScale& task) {
  Step step;
  step.id = root(task.task) + ".no_saving";
  step.what = {"scale.step.no_saving", {term("task", "task", task.task)}};
  step.value = euro("value", task.no_saving_net);
  step.rule = {"scale.rule.no_saving", {euro("year", task.no_saving_year)}};
  step.from = {root(task.task) + ".saving"};
  step.source = "RUG";
  return step;
}

Step flow_step(const TaskScale& task, const CashFlow& flow) {
  Step step;
  step.id = root(task.task) + "." + flow.partner + ".cashflow";
  step.what = {"scale.step.flow", {term("task", "task", task.task), term("partner", "partner", flow.partner)}};
  step.value = money("value", flow.total.cents);
  const CashYear sum = ten_years(flow);
  step.rule = {
      "scale.rule.flow",
      {money("saving", sum.saving.cents), money("running", (sum.coordination + sum.tax_and_interest).cents),
       money("friction", sum.friction.cents),
       flow.stranded_known ? money("stranded", sum.stranded.cents) : term("stranded", "text", "common.unknown"),
       money("unwinding", sum.unwinding.cents),
       nested("payback", flow.payback ? Message{"scale.payback.after", {number("n", *flow.payback)}}
                                      : Message{"scale.payback.never", {}})}};
  step.from = {root(task.task) + ".saving", root(task.task) + "." + flow.partner + ".own"};
  step.source = "design";
  return step;
}

Step year_step(const TaskScale& task, const CashFlow& flow, int year) {
  const CashYear& y = flow.years.at(static_cast<std::size_t>(year - 1));
  Step step;
  step.id = root(task.task) + "." + flow.partner + ".cashflow." + std::to_string(year);
  step.what = {"scale.step.year",
               {term("task", "task", task.task), term("partner", "partner", flow.partner), number("year", year)}};
  step.value = money("value", y.net.cents);
  step.rule = {"scale.rule.year",
               {money("saving", y.saving.cents), money("coordination", -y.coordination.cents),
                money("rest", -y.tax_and_interest.cents), money("friction", -y.friction.cents),
                money("stranded", -y.stranded.cents), money("unwinding", -y.unwinding.cents)}};
  step.from = {root(task.task) + "." + flow.partner + ".cashflow"};
  step.source = "design";
  return step;
}

std::vector<std::string> collection_quantities() {
  std::vector<std::string> ids;
  for (const auto& term : collection_terms()) ids.emplace_back(term.quantity);
  return ids;
}

Step collection_step(const CollectionCase& waste, const char* name, const char* what, Arg value, Message rule) {
  Step step;
  step.id = root(waste.task) + ".collection." + name;
  step.what = {what, {term("task", "task", waste.task), term("partner", "partner", waste.own.municipality)}};
  step.value = std::move(value);
  step.rule = std::move(rule);
  step.inputs = {waste.own.origin};
  step.parameters = collection_quantities();
  step.source = "design";
  return step;
}

Step joiner_step(const CollectionCase& waste, const CollectionCandidate& joiner) {
  const auto unmet = std::ranges::count(joiner.conditions, Met::no, &ConditionTest::met);
  Step step = collection_step(waste, "joiner", "scale.step.collection_joiner", euro("value", joiner.together),
                              {"scale.rule.collection_joiner",
                               {number("connections", joiner.area.connections), euro("alone", joiner.alone),
                                euro("expected", joiner.expected), number("unmet", static_cast<double>(unmet))}});
  step.id += "." + joiner.area.municipality;
  step.what.args.push_back(word("joiner", joiner.area.name));
  step.from = {root(waste.task) + ".collection.today"};
  return step;
}

}  // namespace

void add_steps(const TaskScale& task, const TermRanges& ranges, bool yearly, Trace& trace) {
  for (const auto& partner : task.model->partners) trace.push_back(own_cost(task, partner));
  trace.push_back(saving(task, ranges));
  trace.push_back(drawn(task, ".range", "scale.step.range", task.saving, ranges));
  trace.push_back(drawn(task, ".net", "scale.step.net", task.net, ranges));
  trace.push_back(no_saving(task));
  for (const auto& flow : task.flows) {
    trace.push_back(flow_step(task, flow));
    for (int year = 1; yearly && year <= horizon; ++year) trace.push_back(year_step(task, flow, year));
  }
}

void add_people_steps(const TaskScale& task, Trace& trace) {
  const auto& people = *task.specialisation;
  Step step;
  step.id = root(task.task) + ".people";
  step.what = {"scale.step.people", {term("task", "task", task.task)}};
  step.value = number("value", people.total_fte, 1);
  step.rule = {"scale.rule.people",
               {number("needed", people.needed_fte, 1), number("count", static_cast<double>(people.count))}};
  step.inputs = people.rows;
  step.parameters = {"priorities.fte_needed", "scale.cover_people"};
  step.source = "brochure";
  trace.push_back(step);
  if (people.combinations.empty()) return;
  const auto& smallest = people.combinations.front();
  step.id += ".together";
  step.what.key = "scale.step.people_together";
  step.value = number("value", smallest.fte, 1);
  step.rule = {"scale.rule.people_together",
               {terms("members", "partner", smallest.partners), percent("outage", smallest.outage)}};
  step.from = {root(task.task) + ".people"};
  step.parameters = {"scale.outage_probability"};
  trace.push_back(std::move(step));
}

void add_steps(const CollectionCase& waste, Trace& trace) {
  if (!waste.missing.empty()) return;
  trace.push_back(collection_step(waste, "today", "scale.step.collection_today", euro("value", waste.today),
                                  {waste.calibrated ? "scale.rule.collection_today" : "scale.rule.collection_model",
                                   {number("level", waste.level, 2)}}));
  const Arg needed = waste.needed ? number("value", *waste.needed) : term("value", "text", "scale.collection.never");
  trace.push_back(collection_step(
      waste, "needed", "scale.step.collection_needed", needed,
      {"scale.rule.collection_needed",
       {euro("target", waste.target), percent("ever", waste.ever), number("now", waste.own.connections)}}));
  trace.back().from = {root(waste.task) + ".collection.today"};
  trace.push_back(collection_step(waste, "together", "scale.step.collection_together",
                                  euro("value", waste.all_per_connection), {"scale.rule.collection_together", {}}));
  trace.back().from = {root(waste.task) + ".collection.today"};
  for (const auto& joiner : waste.candidates) trace.push_back(joiner_step(waste, joiner));
}

}  // namespace koepel::scale
