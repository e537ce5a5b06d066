// SPDX-License-Identifier: EUPL-1.2
// A subject's gains in; the steps that open them to the savings of its tasks out. Faces: add_steps, steps_of.
#include "gains/steps.h"

namespace koepel::gains {

namespace {

Step together_step(const SubjectGains& subject, const TaskScales& tasks) {
  return {.id = subject.trace,
          .what = {"gains.step.together", {term("subject", "subject", subject.subject)}},
          .value = money("value", subject.together.cents),
          .rule = {"gains.rule.together", {money("alone", subject.alone.cents), money("saving", subject.saving.cents)}},
          .from = steps_of(tasks),
          .source = "domain"};
}

Arg known(const char* name, const std::optional<Money>& amount) {
  return amount ? money(name, amount->cents) : term(name, "text", "common.unknown");
}

Step share_step(const SubjectGains& subject, const Share& share) {
  return {.id = share.trace,
          .what = {"gains.step.share",
                   {term("subject", "subject", subject.subject), term("partner", "partner", share.partner)}},
          .value = money("value", share.shapley.cents),
          .rule = {"gains.rule.share",
                   {money("alone", share.alone.cents), known("nucleolus", share.nucleolus),
                    known("per_head", share.per_head)}},
          .from = {subject.trace},
          .source = "shapley_1953"};
}

Message key_rule(const SubjectGains& subject, const JudgedKey& key) {
  const auto moved = moved_by(subject, key.key);
  const Arg moves = moved ? percent("moved", *moved, 1) : term("moved", "text", "common.unknown");
  if (key.keeps_everybody) return {"gains.rule.key_keeps", {moves}};
  return {"gains.rule.key_leaves", {terms("leaving", "partner", key.leaving), moves}};
}

Step key_step(const SubjectGains& subject, const JudgedKey& key) {
  Step step{
      .id = key.trace,
      .what = {"gains.step.key", {term("subject", "subject", subject.subject), term("key", "cost_key", key.key)}},
      .value = key.keeps_everybody ? term("value", "text", "gains.value.nobody") : money("value", key.reason.cents),
      .rule = key_rule(subject, key),
      .from = {subject.trace},
      .source = "domain"};
  for (const auto& compared : subject.keys.keys)
    if (compared.key.id == key.key)
      for (const auto& row : compared.rows) step.from.push_back(row.trace);
  return step;
}

Step team_step(const SubjectGains& subject, const TeamSaving& team) {
  return {.id = team.trace,
          .what = {"gains.step.team", {term("subject", "subject", subject.subject)}},
          .value = money("value", team.saving.cents),
          .rule = {"gains.rule.team", {terms("partners", "partner", team.partners)}},
          .from = {subject.trace},
          .source = "domain"};
}

}  // namespace

std::vector<std::string> steps_of(const TaskScales& tasks) {
  std::vector<std::string> out;
  for (const auto* task : tasks) out.push_back(task->trace);
  return out;
}

void add_steps(SubjectGains& subject, const TaskScales& tasks, Trace& trace) {
  trace.push_back(together_step(subject, tasks));
  for (const auto& share : subject.shares) trace.push_back(share_step(subject, share));
  for (auto& key : subject.judged_keys) {
    key.trace = subject.trace + ".key." + key.key;
    trace.push_back(key_step(subject, key));
  }
  std::size_t number = 0;
  for (auto& team : subject.teams.teams) {
    team.trace = subject.trace + ".team." + std::to_string(++number);
    trace.push_back(team_step(subject, team));
  }
}

}  // namespace koepel::gains
