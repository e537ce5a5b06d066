// SPDX-License-Identifier: EUPL-1.2
// A judged task in, the reasons for its package out: what carries it, what brakes it, who is not ready. Face: explain.
#include <algorithm>
#include <numeric>

#include "priorities/judged_task.h"

namespace koepel::priorities {

namespace {

constexpr std::size_t motives_named = 2;
constexpr double carries = 0.5;  // the middle, which is also what an unknown motive gets, carries nothing

Arg score(std::string_view name, double value) { return number(name, value, 2); }

const char* id_of_basis(Basis basis) {
  switch (basis) {
    case Basis::measured:
      return "measured";
    case Basis::judged:
      return "judged";
    case Basis::preset:
      return "preset";
    case Basis::missing:
      break;
  }
  return "missing";
}

Message about_motive(const char* key, const MotiveScore& motive) {
  return {key,
          {term("motive", "motive", motive.motive), score("score", motive.value),
           term("basis", "priorities", id_of_basis(motive.basis)), nested("because", motive.because)}};
}

/// Motives in the order of what they add to the value, largest first.
std::vector<std::size_t> by_contribution(const JudgedTask& task, const Bench& bench) {
  std::vector<std::size_t> order(task.outcome.motives.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto adds = [&](std::size_t m) { return bench.centre[m] * task.outcome.motives[m].value; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return adds(a) > adds(b); });
  return order;
}

/// The partners for whom `holds` is true, by name; the nameless partner is nobody.
template <class Test>
std::vector<std::string> partners_where(const JudgedTask& task, Test holds) {
  std::vector<std::string> names;
  for (const auto& view : task.outcome.partners)
    if (holds(view)) names.push_back(view.partner);
  return names;
}

Message why_unsuitable(const JudgedTask& task, const Settings& s) {
  const TaskPriority& outcome = task.outcome;
  if (outcome.value < s.low_value)
    return {"priorities.why.too_little_value", {score("value", outcome.value), score("needed", s.low_value)}};
  if (is_too_local(task.standing, s)) return {"priorities.why.too_local", {}};
  return {"priorities.why.not_feasible",
          {score("feasibility", outcome.feasibility), score("needed", s.low_feasibility)}};
}

Message why_plus(const JudgedTask& task, const Settings& s) {
  const double value = task.outcome.value;
  if (value >= s.plus_value) return {"priorities.why.plus", {score("value", value), score("needed", s.plus_value)}};
  const auto ready = partners_where(task, [&](const PartnerView& view) {
    return view.value >= s.base_value && view.feasibility >= s.base_feasibility;
  });
  return {"priorities.why.plus_for_some", {terms("partners", "partner", ready)}};
}

Message why_this_package(const JudgedTask& task, const Settings& s) {
  const TaskPriority& outcome = task.outcome;
  const Arg value = score("value", outcome.value);
  switch (outcome.package) {
    case Package::arranged:
      if (task.of_all == nullptr) return {"priorities.why.statutory", {}};
      return {"priorities.why.arranged", {term("arrangement", "arrangement", task.of_all->id)}};
    case Package::base:
      return {"priorities.why.base",
              {value, score("feasibility", outcome.feasibility),
               number("n", static_cast<double>(outcome.partners.size()))}};
    case Package::plus:
      return why_plus(task, s);
    case Package::not_now:
      return {"priorities.why.not_now", {value, score("needed", s.plus_value)}};
    case Package::unsuitable:
      break;
  }
  return why_unsuitable(task, s);
}

void add_doubt(TaskPriority& outcome, const Settings& s) {
  const double share = outcome.membership[static_cast<std::size_t>(outcome.package)];
  if (share >= s.doubtful_share) return;
  std::size_t other = outcome.package == Package::base ? 1 : 0;
  for (std::size_t k = 0; k < outcome.membership.size(); ++k)
    if (k != static_cast<std::size_t>(outcome.package) && outcome.membership[k] > outcome.membership[other]) other = k;
  outcome.why.push_back({"priorities.why.doubtful",
                         {percent("share", share), term("other", "package", id_of(static_cast<Package>(other))),
                          percent("other_share", outcome.membership[other])}});
}

/// The part that takes most away from feasibility.
const FeasibilityPart& heaviest_brake(const TaskPriority& outcome) {
  const auto takes = [](const FeasibilityPart& part) { return part.weight * (1 - part.value); };
  return *std::max_element(outcome.feasibility_parts.begin(), outcome.feasibility_parts.end(),
                           [&](const auto& a, const auto& b) { return takes(a) < takes(b); });
}

void explain_too_little_value(JudgedTask& task, const Bench& bench) {
  TaskPriority& outcome = task.outcome;
  const double needed = bench.settings.base_value;
  const auto names = partners_where(task, [&](const PartnerView& view) { return view.value < needed; });
  if (!names.empty())
    outcome.why_not.push_back(
        {"priorities.why_not.value", {terms("partners", "partner", names), score("needed", needed)}});
  if (names.empty() && outcome.value >= needed) return;
  const auto order = by_contribution(task, bench);
  outcome.why_not.push_back(about_motive("priorities.why_not.motive", outcome.motives[order.back()]));
}

void explain_presets(JudgedTask& task, const Bench& bench) {
  if (task.standing.evidence >= bench.settings.base_evidence) return;
  task.outcome.why_not.push_back(
      {"priorities.why_not.presets",
       {percent("share", task.standing.evidence), percent("needed", bench.settings.base_evidence)}});
}

void explain_brakes(JudgedTask& task, const Bench& bench) {
  TaskPriority& outcome = task.outcome;
  const double needed = bench.settings.base_feasibility;
  const auto names = partners_where(task, [&](const PartnerView& view) { return view.feasibility < needed; });
  if (!names.empty())
    outcome.why_not.push_back(
        {"priorities.why_not.feasibility", {terms("partners", "partner", names), score("needed", needed)}});
  if (names.empty() && outcome.feasibility >= needed) return;
  const auto& brake = heaviest_brake(outcome);
  outcome.why_not.push_back({"priorities.why_not.brake",
                             {term("part", "priorities", brake.id), score("score", brake.value),
                              term("basis", "priorities", id_of_basis(brake.basis))}});
}

}  // namespace

void explain(JudgedTask& task, const Bench& bench) {
  TaskPriority& outcome = task.outcome;
  outcome.why.push_back(why_this_package(task, bench.settings));
  const auto order = by_contribution(task, bench);
  for (std::size_t k = 0; k < std::min(motives_named, order.size()); ++k)
    if (const auto& motive = outcome.motives[order[k]]; motive.value > carries)
      outcome.why.push_back(about_motive("priorities.why.motive", motive));
  add_doubt(outcome, bench.settings);
  if (outcome.package == Package::base || outcome.package == Package::arranged) return;
  explain_presets(task, bench);
  explain_too_little_value(task, bench);
  explain_brakes(task, bench);
}

}  // namespace koepel::priorities
