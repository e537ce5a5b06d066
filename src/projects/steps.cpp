// SPDX-License-Identifier: EUPL-1.2
// A weighed project in, its steps down to the cells out. The face is add_steps.
#include "projects/desk.h"

namespace koepel::projects {

namespace {

Step step_of(const Desk& desk, const std::string& id, Message what, Arg value, Message rule) {
  Step step;
  step.id = "projects." + desk.project.id + "." + id;
  step.what = std::move(what);
  step.what.args.insert(step.what.args.begin(), term("project", "project", desk.project.id));
  step.value = std::move(value);
  step.rule = std::move(rule);
  step.source = "design";
  return step;
}

std::vector<std::string> row_steps(const WeighedProject& weighed) {
  std::vector<std::string> ids;
  for (const auto& row : weighed.rows) ids.push_back(row.trace);
  return ids;
}

Arg months_of(const ProjectRow& row) {
  return nested("months", row.months_alone ? Message{"projects.months.alone", {number("n", *row.months_alone)}}
                                           : Message{"projects.months.never", {}});
}

Step partner_step(const Desk& desk, const ProjectRow& row, const ProjectEffort& effort) {
  const auto partner = term("partner", "partner", row.partner);
  auto step = step_of(desk, row.partner, {"projects.step.partner", {partner}}, number("value", row.hours_alone),
                      {"projects.rule.partner",
                       {number("capacity", row.hours_per_month), months_of(row), number("puts_in", row.puts_in)}});
  step.inputs = {effort.origin};
  return step;
}

Step together_step(const Desk& desk, const WeighedProject& weighed) {
  auto step = step_of(desk, "together", {"projects.step.together", {}}, number("value", weighed.hours_together),
                      {"projects.rule.together",
                       {percent("shared", desk.project.shared_share), number("low", weighed.together_range.low),
                        number("high", weighed.together_range.high), percent("chance", weighed.chance_of_saving)}});
  step.from = row_steps(weighed);
  step.inputs = {desk.project.origin};
  step.parameters = {"projects.shared_share_spread"};
  cite(step, desk.uncertain.overrun, "projects.overrun");
  cite(step, desk.uncertain.coordination, "projects.coordination_share");
  return step;
}

Step alone_step(const Desk& desk, const WeighedProject& weighed) {
  auto step = step_of(
      desk, "alone", {"projects.step.alone", {}}, number("value", weighed.hours_alone),
      {"projects.rule.alone", {number("low", weighed.alone_range.low), number("high", weighed.alone_range.high)}});
  step.from = row_steps(weighed);
  cite(step, desk.uncertain.overrun, "projects.overrun");
  return step;
}

Step cost_step(const Desk& desk, const WeighedProject& weighed, const std::string& together) {
  auto step = step_of(desk, "cost", {"projects.step.cost", {}}, money("value", weighed.cost_together.cents),
                      {"projects.rule.cost", {money("rate", weighed.hourly_rate.cents)}});
  step.from = {together};
  step.inputs = {desk.project.origin};
  if (!desk.project.hourly_rate)
    step.parameters = {"settlement.labour_per_fte", "settlement.overhead_per_fte", "settlement.productive_hours"};
  return step;
}

Step months_step(const Desk& desk, const WeighedProject& weighed, const std::string& together) {
  auto step = step_of(desk, "months", {"projects.step.months", {}}, number("value", *weighed.months_together, 1),
                      {"projects.rule.months", {number("capacity", weighed.capacity_per_month)}});
  step.from = row_steps(weighed);
  step.from.push_back(together);
  return step;
}

Step pays_step(const Desk& desk, const WeighedProject& weighed, const ProjectRow& row, const std::string& cost) {
  const auto partner = term("partner", "partner", row.partner);
  auto step =
      step_of(desk, row.partner + ".pays", {"projects.step.pays", {partner}}, money("value", row.pays->cents),
              {"projects.rule.pays",
               {term("key", "cost_key", weighed.key), money("worth", row.works_for.cents),
                row.settles ? money("settles", row.settles->cents) : term("settles", "text", "common.unknown")}});
  step.from = {cost, row.trace};
  step.inputs = {find_partner(desk.study, row.partner)->origin};
  for (const auto& part : desk.study.cost_keys)
    if (part.id == weighed.key) step.inputs.push_back(part.origin);
  for (const auto& value : desk.study.driver_values)
    if (value.driver == weighed.key && value.partner == row.partner) step.inputs.push_back(value.origin);
  return step;
}

}  // namespace

void add_steps(const Desk& desk, WeighedProject& weighed, Trace& trace) {
  for (std::size_t i = 0; i < weighed.rows.size(); ++i)
    trace.push_back(partner_step(desk, weighed.rows[i], *desk.efforts[i]));
  trace.push_back(alone_step(desk, weighed));
  trace.push_back(together_step(desk, weighed));
  const std::string together = trace.back().id;
  if (weighed.months_together) trace.push_back(months_step(desk, weighed, together));
  trace.push_back(cost_step(desk, weighed, together));
  const std::string cost = trace.back().id;
  for (const auto& row : weighed.rows)
    if (row.pays) trace.push_back(pays_step(desk, weighed, row, cost));
}

}  // namespace koepel::projects
