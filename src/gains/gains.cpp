// SPDX-License-Identifier: EUPL-1.2
// Cost models in; per subject who gets what of the saving, what the cost keys do, and the best teams out. The face is
// weigh_gains.
#include "gains/gains.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "coalition/geometry.h"
#include "gains/judged_keys.h"
#include "gains/steps.h"
#include "gains/subject_game.h"
#include "gains/teams.h"
#include "gains/totals.h"
#include "game/fairness.h"
#include "game/nucleolus.h"
#include "game/values.h"

namespace koepel::gains {

namespace {

/// Everything a subject is weighed with.
struct Desk {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const Progress& progress;
};

Money cents(double euro) { return {std::llround(euro * 100)}; }

/// Shares of a total in whole cents that add up to it: rounded, and what rounding leaves goes to the largest share.
std::vector<Money> in_cents(const std::vector<double>& shares, Money total) {
  std::vector<Money> out;
  for (const double share : shares) out.push_back(cents(share));
  Money rest = total;
  for (const auto& one : out) rest = rest - one;
  if (!out.empty()) {
    const auto largest = std::ranges::max_element(shares) - shares.begin();
    auto& most = out[static_cast<std::size_t>(largest)];
    most = most + rest;
  }
  return out;
}

void add_shares(SubjectGains& out, const SubjectGame& subject, const Progress& progress) {
  const auto shapley = in_cents(game::shapley(subject.game), out.saving);
  const auto nucleolus = game::nucleolus(subject.game, game::Measure::total, progress);
  const auto per_head = game::nucleolus(subject.game, game::Measure::per_capita, progress);
  const auto nucleolus_cents = in_cents(nucleolus.shares, out.saving),
             per_head_cents = in_cents(per_head.shares, out.saving);
  for (std::size_t p = 0; p < subject.partners.size(); ++p) {
    Share share{
        subject.partners[p], cents(subject.alone[p]), shapley[p], {}, {}, out.trace + "." + subject.partners[p]};
    if (nucleolus.complete) share.nucleolus = nucleolus_cents[p];
    if (per_head.complete) share.per_head = per_head_cents[p];
    out.shares.push_back(std::move(share));
  }
}

void add_core(SubjectGains& out, const SubjectGame& subject, const Progress& progress) {
  const auto core = game::least_core(subject.game, progress);
  if (!core.complete) return;
  out.core_exists = core.core_exists;
  std::vector<std::string> deciding;
  if (!core.deciding.empty())
    for (std::size_t p = 0; p < subject.partners.size(); ++p)
      if ((core.deciding.front() >> p & 1) != 0) deciding.push_back(subject.partners[p]);
  out.says.push_back(
      core.core_exists
          ? Message{"gains.core.exists", {}}
          : Message{"gains.core.empty", {about("excess", core.excess), terms("partners", "partner", deciding)}});
}

void add_keys(SubjectGains& out, const SubjectGame& subject, const Desk& desk, Trace& trace) {
  const Study own = study_of(desk.study, out.subject, subject);
  auto question = settlement::question_of(own, out.subject, out.together);
  question.joint_step = out.trace;
  for (std::size_t p = 0; p < subject.partners.size(); ++p) {
    question.own_cost[p] = cents(subject.alone[p]);
    if (!question.growth[p]) question.growth[p] = growth_of(desk.reference, subject.partners[p]);
  }
  out.keys = settlement::compare_keys(own, desk.pack, question);
  trace.insert(trace.end(), out.keys.trace.begin(), out.keys.trace.end());
  out.keys.trace.clear();
  judge_keys(out, subject);
}

Message too_many(std::size_t n) {
  return {"gains.too_many", {number("n", static_cast<double>(n)), number("most", game::most_players)}};
}

TaskScales modelled(const scale::Scale& scale) {
  TaskScales out;
  for (const auto& task : scale.tasks)
    if (task.model) out.push_back(&task);
  return out;
}

TaskScales tasks_in(const TaskScales& all, const std::vector<std::string>& wanted) {
  TaskScales out;
  std::ranges::copy_if(all, std::back_inserter(out),
                       [&](const auto* task) { return std::ranges::find(wanted, task->task) != wanted.end(); });
  return out;
}

/// One thing to weigh: a task with a model, or a package that holds some.
struct Job {
  std::string subject;
  TaskScales tasks;
  std::vector<std::string> without;  ///< tasks of the package without a model
};

Job job_of(const TaskPackage& package, const TaskScales& all) {
  Job job{package.id, tasks_in(all, package.tasks), {}};
  for (const auto& task : package.tasks)
    if (std::ranges::find(job.tasks, task, [](const auto* one) { return one->task; }) == job.tasks.end())
      job.without.push_back(task);
  return job;
}

/// A subject weighed, with what the comparison of all tasks can use again.
struct Weighed {
  SubjectGains gains;
  Trace trace;
  coalition::Rules rules;
  std::optional<coalition::Division> division;
};

void add_teams(Weighed& weighed, const SubjectGame& subject, const Desk& desk) {
  const auto cents = cents_of(subject.game);
  weighed.rules = rules_of(desk.study, desk.reference, weighed.gains.subject, subject.partners);
  auto division = coalition::best_division(cents, weighed.rules, desk.progress);
  weighed.gains.teams = teams_from(division, subject, cents, weighed.rules, desk.progress);
  if (division) weighed.division = std::move(*division);
}

Weighed weigh(const Job& job, const Desk& desk) {
  const auto& [id, tasks, without] = job;
  Weighed weighed;
  auto& out = weighed.gains;
  out.subject = id;
  out.without = without;
  out.trace = "gains." + id;
  for (const auto* task : tasks) out.tasks.push_back(task->task);
  out.partners = partners_with_cost(desk.study, tasks);
  for (const auto& partner : desk.study.partners)
    if (std::ranges::find(out.partners, partner.id) == out.partners.end()) out.outside.push_back(partner.id);
  const auto subject = game_of(tasks, out.partners);
  if (!subject) return out.missing = too_many(out.partners.size()), weighed;
  double alone = 0;
  for (const double own : subject->alone) alone += own;
  out.alone = cents(alone);
  out.saving = cents(subject->game.value.back());
  out.together = out.alone - out.saving;
  add_shares(out, *subject, desk.progress);
  add_core(out, *subject, desk.progress);
  add_keys(out, *subject, desk, weighed.trace);
  add_teams(weighed, *subject, desk);
  add_steps(out, tasks, weighed.trace);
  return weighed;
}

std::vector<Job> jobs_of(const Study& study, const TaskScales& tasks) {
  std::vector<Job> out;
  for (const auto* task : tasks) out.push_back({task->task, {task}, {}});
  for (const auto& package : study.packages)
    if (auto job = job_of(package, tasks); !job.tasks.empty()) out.push_back(std::move(job));
  return out;
}

/// One savings table in cents per task, all over the same partners.
std::vector<std::vector<std::int64_t>> tables_of(const TaskScales& tasks, const std::vector<std::string>& partners) {
  std::vector<std::vector<std::int64_t>> out;
  for (const auto* task : tasks)
    if (const auto one = game_of({task}, partners)) out.push_back(cents_of(one->game));
  return out;
}

Arg expected(const char* name, Money amount) { return about(name, static_cast<double>(amount.cents) / 100); }

/// The divisions of tasks that all these partners were weighed for, by the same rules; searching them takes longest.
std::vector<std::optional<coalition::Division>> known_divisions(const std::vector<Weighed>& tasks,
                                                                const std::vector<std::string>& partners,
                                                                const coalition::Rules& rules) {
  std::vector<std::optional<coalition::Division>> out;
  for (const auto& task : tasks)
    out.push_back(task.gains.partners == partners && task.rules == rules ? task.division : std::nullopt);
  return out;
}

std::optional<Geometry> geometry_of(const TaskScales& tasks, const std::vector<Weighed>& weighed, const Desk& desk,
                                    Trace& trace) {
  const auto partners = partners_with_cost(desk.study, tasks);
  if (tasks.size() < 2 || partners.size() < 2 || partners.size() > coalition::most_partners) return std::nullopt;
  const auto tables = tables_of(tasks, partners);
  const auto rules = rules_of(desk.study, desk.reference, {}, partners);
  const auto found =
      coalition::compare_geometry(tables, rules, desk.progress, known_divisions(weighed, partners, rules));
  if (!found || !found->complete) return std::nullopt;
  std::vector<std::int64_t> sum(tables.front().size(), 0);
  for (const auto& table : tables)
    for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += table[s];
  Geometry out{teams_of(found->together, partners, sum),
               {found->value_per_task},
               {found->together.value},
               {found->price_of_one_house},
               {},
               "gains.geometry"};
  out.says = {out.price_of_one_house.cents < 100 ? "gains.geometry.same" : "gains.geometry.differs",
              {expected("per_task", out.per_task), expected("together", out.together),
               expected("price", out.price_of_one_house), number("n", static_cast<double>(tasks.size()))}};
  trace.push_back({out.trace,
                   {"gains.step.geometry", {}},
                   money("value", out.together.cents),
                   out.says,
                   steps_of(tasks),
                   {},
                   {},
                   "design"});
  return out;
}

}  // namespace

std::optional<double> growth_of(const Reference& reference, const std::string& partner) {
  const auto* known = find_municipality(reference, partner);
  if (known == nullptr || !known->inhabitants_before || *known->inhabitants_before <= 0 || known->inhabitants <= 0)
    return std::nullopt;
  return static_cast<double>(known->inhabitants) / *known->inhabitants_before - 1;
}

Gains weigh_gains(const Study& study, const MethodPack& pack, const Reference& reference, const scale::Scale& scale,
                  const Progress& progress) {
  // Only the question whether to stop is asked from several threads at once.
  const Progress watched{.tell = {}, .stop = progress.stop};
  const Desk desk{study, pack, reference, watched};
  const auto tasks = modelled(scale);
  const auto jobs = jobs_of(study, tasks);
  std::vector<Weighed> weighed(jobs.size());
  in_parallel(jobs.size(), [&](std::size_t i) { weighed[i] = weigh(jobs[i], desk); });
  Gains out;
  for (auto& one : weighed) {
    out.subjects.push_back(one.gains);
    std::ranges::move(one.trace, std::back_inserter(out.trace));
  }
  out.totals = totals_of(study, out.subjects, scale, out.trace);
  out.geometry = geometry_of(tasks, weighed, desk, out.trace);
  out.complete = !progress.stopped();
  return out;
}

std::optional<double> moved_by(const SubjectGains& subject, const std::string& key) {
  for (const auto& one : subject.keys.keys)
    if (one.key.id == key && one.drift.missing.empty()) return one.drift.moved;
  return std::nullopt;
}

const SubjectGains* find_gains(const Gains& gains, const std::string& subject) {
  const auto found = std::ranges::find(gains.subjects, subject, &SubjectGains::subject);
  return found == gains.subjects.end() ? nullptr : &*found;
}

}  // namespace koepel::gains
