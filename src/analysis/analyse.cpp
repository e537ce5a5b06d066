// SPDX-License-Identifier: EUPL-1.2
// A study, a method pack and public facts in, one Analysis out. The face is analyse(); it calls every part once, in the
// order in which they need each other.
#include <algorithm>
#include <future>
#include <iterator>

#include "analysis/analysis.h"
#include "analysis/parts.h"

namespace koepel {

namespace {

/// The parts carry their steps only until they stand together in the analysis.
template <class Part>
void move_steps(Part& part, Trace& all) {
  all.insert(all.end(), std::make_move_iterator(part.trace.begin()), std::make_move_iterator(part.trace.end()));
  part.trace.clear();
}

/// Sorted by id, so that a step is found by halving and the order never depends on who finished first. Steps are large:
/// their places are sorted, and each moves once.
Trace sorted_by_id(Trace steps) {
  std::vector<Step*> places;
  for (auto& step : steps) places.push_back(&step);
  std::stable_sort(places.begin(), places.end(), [](const Step* x, const Step* y) { return x->id < y->id; });
  Trace sorted;
  sorted.reserve(steps.size());
  for (auto* step : places) sorted.push_back(std::move(*step));
  return sorted;
}

Trace joined_trace(Analysis& a, Trace own) {
  move_steps(a.survey, own);
  move_steps(a.partner_set, own);
  move_steps(a.factors, own);
  move_steps(a.approach, own);
  move_steps(a.spending, own);
  move_steps(a.priorities, own);
  move_steps(a.efficiency, own);
  move_steps(a.scale, own);
  move_steps(a.gains, own);
  move_steps(a.third_parties, own);
  move_steps(a.projects, own);
  move_steps(a.forms, own);
  return sorted_by_id(std::move(own));
}

/// Where the forms put each task and how heavy the advised form is: conditions of joining are tested and the change is
/// priced with it.
scale::ScaleChoices choices_of(const forms::Forms& forms, const Study& study, const MethodPack& pack) {
  scale::ScaleChoices choices;
  for (const auto& subject : forms.subjects) {
    if (subject.bands.empty()) continue;
    const auto* package = find_package(study, subject.subject);
    const auto tasks = package == nullptr ? std::vector{subject.subject} : package->tasks;
    for (const auto& task : tasks) {
      choices.positions.emplace_back(task, subject.bands.front().position.mid);
      if (!subject.form.empty()) choices.weights[task] = scale::weight_of_form(pack, subject.form);
    }
  }
  return choices;
}

/// Forms, and what joint work saves in those forms.
void estimate(Analysis& a, const AnalysisRequest& request) {
  a.forms = forms::derive(request.study, request.pack);
  a.scale = scale::estimate_scale(request.study, request.pack, request.reference,
                                  choices_of(a.forms, request.study, request.pack));
}

Receipt receipt_of(const AnalysisRequest& request) {
  Receipt receipt;
  receipt.engine = KOEPEL_VERSION;
  receipt.pack = request.pack.id + "@" + request.pack.version;
  receipt.pack_hash = request.pack.hash;
  receipt.study_hash = request.study_hash;
  receipt.reference_hash = request.reference_hash;
  receipt.seed = request.study.head.seed;
  receipt.draws = request.study.head.draws;
  return receipt;
}

/// H3: a task with a statutory form goes on a design track whatever the approach.
void mark_statutory_rule(Analysis& a) {
  const auto& tasks = a.priorities.tasks;
  if (std::any_of(tasks.begin(), tasks.end(), [](const auto& t) { return t.statutory; }))
    a.approach.rules.push_back("H3");
}

void finish(Analysis& a, const AnalysisRequest& request, Trace own) {
  mark_statutory_rule(a);
  a.findings = findings_of(a, request.study, request.pack);
  a.tables = tables_of(a, request.reference);
  a.warnings = warnings_of(a, request.study, request.pack);
  a.assumptions = assumptions_of(request.study, request.pack);
  std::ranges::move(record_steps(a, request.study), std::back_inserter(own));
  std::ranges::move(condition_steps(a, request.study), std::back_inserter(own));
  std::ranges::move(assumption_steps(a, request.study, request.pack), std::back_inserter(own));
  std::ranges::move(method_steps(request.study, request.pack), std::back_inserter(own));
  a.trace = joined_trace(a, std::move(own));
  a.receipt = receipt_of(request);
}

}  // namespace

Analysis analyse(const AnalysisRequest& request) {
  const auto& [study, pack, reference, study_hash, reference_hash] = request;
  Analysis a;
  a.head = study.head;
  a.partners = completed_partners(study, reference);
  a.decisions = study.decisions;

  // Quantities and efficiency need nothing of the poll, so they run beside it; each draws from its own random streams.
  // The gross list needs only the estimate, so it is ranked while the longest part, the gains, goes on.
  const std::shared_future<void> estimated = std::async(std::launch::async, [&] { estimate(a, request); });
  auto gains = std::async(std::launch::async, [&a, &request, estimated] {
    estimated.get();
    return gains::weigh_gains(request.study, request.pack, request.reference, a.scale);
  });
  auto efficiency = std::async(std::launch::async, [&request] {
    return benchmark::compare_efficiency(request.study, request.pack, request.reference);
  });
  a.survey = survey::poll(study, pack);
  a.partner_set = partners::judge_partner_set(study, pack, reference, a.survey);
  a.factors = factors::judge_factors(study, pack, a.survey, a.partner_set);
  Trace own;
  a.approach = approach::choose(known_indicators(study, a.partners, pack, a.survey, a.partner_set, own), pack);
  a.spending = benchmark::compare_spending(study, pack, reference);
  a.third_parties = third_parties::map_third_parties(study, pack);
  a.projects = projects::weigh_projects(study, pack);
  estimated.get();
  auto climate = climate_of(pack, a.survey, a.partner_set);
  climate.measured = measured_motives(a, study, pack);
  a.priorities = priorities::rank_gross_list(study, pack, climate);
  a.efficiency = efficiency.get();
  a.gains = gains.get();
  finish(a, request, std::move(own));
  return a;
}

const Step* find_step(const Analysis& analysis, const std::string& id) {
  const auto it = std::lower_bound(analysis.trace.begin(), analysis.trace.end(), id,
                                   [](const Step& step, const std::string& key) { return step.id < key; });
  return it == analysis.trace.end() || it->id != id ? nullptr : &*it;
}

const Finding* find_finding(const Analysis& analysis, const std::string& id) {
  const auto it = std::find_if(analysis.findings.begin(), analysis.findings.end(),
                               [&](const Finding& finding) { return finding.id == id; });
  return it == analysis.findings.end() ? nullptr : &*it;
}

}  // namespace koepel
