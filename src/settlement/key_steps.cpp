// SPDX-License-Identifier: EUPL-1.2
// A compared key in, its steps down to the cells out. The face is add_steps.
#include "settlement/key_steps.h"

#include "model/ranged.h"

namespace koepel::settlement {

namespace {

std::string stem(const KeyQuestion& question) { return "keys." + question.subject; }

Arg subject_arg(const KeyQuestion& question) {
  return question.subject.empty() ? term("subject", "text", "settlement.all_tasks")
                                  : term("subject", "subject", question.subject);
}

std::string driver_step(const KeyQuestion& question, const std::string& driver, const std::string& partner) {
  return stem(question) + ".driver." + driver + "." + partner;
}

Step own_cost_step(const KeyQuestion& question, const Partner& partner, Money own, const Driver& driver,
                   std::size_t p) {
  Step step;
  step.id = stem(question) + ".own." + partner.id;
  step.what = {"settlement.step.own_cost", {term("partner", "partner", partner.id), subject_arg(question)}};
  step.value = money("value", own.cents);
  step.rule = {"settlement.rule.own_cost", {}};
  step.inputs = driver.origins[p];
  step.source = "design";
  return step;
}

Step driver_step_of(const KeyDesk& desk, const Driver& driver, std::size_t p) {
  const auto& partner = desk.study.partners[p].id;
  Step step;
  step.id = driver_step(desk.question, driver.id, partner);
  step.what = {"settlement.step.driver", {term("driver", "driver", driver.id), term("partner", "partner", partner)}};
  step.value = number("value", *driver.amounts[p], *driver.amounts[p] < 100 ? 1 : 0);
  step.rule = {"settlement.rule.driver", {}};
  step.inputs = driver.origins[p];
  step.source = "design";
  return step;
}

Step contribution_step(const KeyDesk& desk, const ComparedKey& compared, const Contribution& row, std::size_t p) {
  Step step;
  step.id = row.trace;
  step.what = {
      "settlement.step.contribution",
      {term("partner", "partner", row.partner), term("key", "cost_key", compared.key.id), subject_arg(desk.question)}};
  step.value = money("value", row.pays.cents);
  step.rule = {compared.key.cap || compared.key.floor ? "settlement.rule.limited" : "settlement.rule.contribution",
               {percent("share", row.share, 1)}};
  step.from = {desk.joint_step};
  if (!desk.own_steps[p].empty()) step.from.push_back(desk.own_steps[p]);
  for (const auto& part : compared.key.mix) step.from.push_back(driver_step(desk.question, part.driver, row.partner));
  step.inputs = compared.key.origins;
  step.parameters = compared.key.parameters;
  step.source = "ENV";
  return step;
}

Step difference_step(const KeyDesk& desk, const ComparedKey& compared, const Contribution& row, std::size_t p) {
  Step step;
  step.id = row.trace + ".difference";
  step.what = {"settlement.step.difference",
               {term("partner", "partner", row.partner), term("key", "cost_key", compared.key.id)}};
  step.value = money("value", row.difference->cents);
  step.rule = {"settlement.rule.difference", {percent("relative", row.relative.value_or(0), 1)}};
  if (!row.relative) step.rule = {"settlement.rule.difference_from_nothing", {}};
  step.from = {row.trace, desk.own_steps[p]};
  step.source = "design";
  return step;
}

Step grow_in_step(const ComparedKey& compared, const Contribution& row, std::size_t p) {
  Step step;
  step.id = row.trace + ".grow_in";
  step.what = {"settlement.step.grow_in",
               {term("partner", "partner", row.partner), term("key", "cost_key", compared.key.id)}};
  step.value = money("value", compared.growing_in.front()[p].cents);
  step.rule = {"settlement.rule.grow_in",
               {number("steps", static_cast<double>(compared.growing_in.size()) - 1), money("pays", row.pays.cents)}};
  step.from = {row.trace};
  step.inputs = compared.key.origins;
  step.source = "ENV";
  return step;
}

Step exit_step(const KeyDesk& desk, const Contribution& row, const char* method, const ExitSum& sum) {
  const bool loss = std::string_view(method) == "actual_loss";
  Step step;
  step.id = row.trace + ".exit." + method;
  step.what = {loss ? "settlement.step.exit_actual_loss" : "settlement.step.exit_run_off",
               {term("partner", "partner", row.partner), subject_arg(desk.question)}};
  step.value = money("value", sum.total.cents);
  step.rule = {loss ? "settlement.rule.exit_actual_loss" : "settlement.rule.exit_run_off",
               {number("years", static_cast<double>(sum.per_year.size()))}};
  step.from = {row.trace};
  step.parameters = {"settlement.exit_years"};
  if (loss) step.parameters.emplace_back("settlement.stranded_share");
  step.source = "design";
  return step;
}

Step drift_step(const KeyDesk& desk, const ComparedKey& compared, const Contribution& row, std::size_t p) {
  const auto& drift = compared.drift;
  const double shift = drift.shares.back()[p] - drift.shares.front()[p];
  Step step;
  step.id = row.trace + ".drift";
  step.what = {"settlement.step.drift",
               {term("partner", "partner", row.partner), term("key", "cost_key", compared.key.id),
                number("years", static_cast<double>(drift.shares.size()) - 1)}};
  step.value = percent("value", drift.shares.back()[p], 1);
  step.rule = {drift.frozen ? "settlement.rule.drift_frozen" : "settlement.rule.drift",
               {number("points", shift * 100, 2), money("pays", drift.pays.back()[p].cents)}};
  step.from = {row.trace};
  step.parameters = {"settlement.drift_years"};
  step.source = "design";
  const auto* growth = find_estimate(desk.study, "settlement.population_growth", desk.question.subject, row.partner);
  if (growth != nullptr) step.inputs = {growth->origin};
  return step;
}

}  // namespace

std::string step_id(const KeyQuestion& question, const CostKey& key, const std::string& partner) {
  return stem(question) + "." + key.id + "." + partner;
}

KeyDesk open_desk(const Study& study, const MethodPack& pack, const KeyQuestion& question, Trace& trace) {
  KeyDesk desk{study, pack, question, question.joint_step, question.own_steps, {}};
  if (desk.joint_step.empty()) {
    desk.joint_step = stem(question) + ".joint";
    Step step;
    step.id = desk.joint_step;
    step.what = {"settlement.step.joint", {subject_arg(question)}};
    step.value = money("value", question.joint_cost.cents);
    step.rule = {"settlement.rule.joint", {}};
    step.source = "design";
    trace.push_back(std::move(step));
  }
  if (!desk.own_steps.empty()) return desk;
  const auto driver = driver_of(study, question.subject, "own_cost");
  for (std::size_t p = 0; p < study.partners.size(); ++p) {
    desk.own_steps.emplace_back();
    if (!question.own_cost[p]) continue;
    trace.push_back(own_cost_step(question, study.partners[p], *question.own_cost[p], driver, p));
    desk.own_steps.back() = trace.back().id;
  }
  return desk;
}

void add_steps(KeyDesk& desk, const ComparedKey& compared, std::span<const Driver> drivers, Trace& trace) {
  for (const auto& driver : drivers)
    if (desk.traced_drivers.insert(driver.id).second)
      for (std::size_t p = 0; p < driver.amounts.size(); ++p) trace.push_back(driver_step_of(desk, driver, p));
  for (std::size_t p = 0; p < compared.rows.size(); ++p) {
    const auto& row = compared.rows[p];
    trace.push_back(contribution_step(desk, compared, row, p));
    if (row.difference && !desk.own_steps[p].empty()) trace.push_back(difference_step(desk, compared, row, p));
    if (!compared.growing_in.empty()) trace.push_back(grow_in_step(compared, row, p));
    trace.push_back(exit_step(desk, row, "run_off", row.run_off));
    trace.push_back(exit_step(desk, row, "actual_loss", row.actual_loss));
    if (!compared.drift.shares.empty()) trace.push_back(drift_step(desk, compared, row, p));
  }
}

}  // namespace koepel::settlement
