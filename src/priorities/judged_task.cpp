// SPDX-License-Identifier: EUPL-1.2
// The facts of one task in, its scores, package and membership out. The face is judge.
#include "priorities/judged_task.h"

#include <algorithm>
#include <numeric>

namespace koepel::priorities {

namespace {

void score_motives(JudgedTask& task, const Bench& bench) {
  const MotiveQuestion question{*task.facts, bench.facts.partners, bench.climate, bench.settings};
  for (const auto& motive : bench.motives) {
    task.motives.push_back(score_motive(motive, question));
    const auto& scored = task.motives.back();
    task.outcome.motives.push_back(scored.together.score);
    task.standing.motives.names.push_back(motive);
    auto& column = task.standing.motives.columns.emplace_back();
    for (const auto& partner : scored.partners) column.push_back(partner.score.value);
  }
}

/// Presets tell what is usual in the country; evident beforehand is only what these partners measured or judged.
double evidence_of(const JudgedTask& task) {
  double all = 0;
  double told = 0;
  for (const auto& motive : task.motives)
    for (const auto& partner : motive.partners) {
      all += 1;
      told += partner.score.basis == Basis::measured || partner.score.basis == Basis::judged ? 1 : 0;
    }
  return all > 0 ? told / all : 0;
}

void score_feasibility(JudgedTask& task, const Bench& bench) {
  task.parts = feasibility_parts(*task.facts, bench.facts, bench.climate, bench.settings);
  for (const auto& part : task.parts) {
    task.outcome.feasibility_parts.push_back(part.together);
    task.standing.parts.names.push_back(part.together.id);
    task.standing.parts.columns.push_back(part.partners);
    task.standing.part_weights.push_back(part.together.weight);
  }
  task.outcome.feasibility = task.standing.parts.together(task.standing.part_weights);
}

std::vector<PartnerView> partner_views(const JudgedTask& task, const Bench& bench) {
  std::vector<PartnerView> views;
  for (std::size_t p = 0; p < bench.facts.partners.size(); ++p) {
    if (bench.facts.partners[p].empty()) continue;  // the nameless partner of a study without partners
    PartnerView view;
    view.partner = bench.facts.partners[p];
    for (const auto& motive : task.motives) view.motives.push_back(motive.partners[p].score);
    view.value = task.standing.motives.of_partner(p, bench.centre);
    view.feasibility = task.standing.parts.of_partner(p, task.standing.part_weights);
    views.push_back(std::move(view));
  }
  return views;
}

/// Mean, and the values below which 10 % and 90 % of the draws lie.
Band band_of(const Scores& scores, const WeightDraws& weights) {
  std::vector<double> values(static_cast<std::size_t>(weights.draws), 0.0);
  for (std::size_t m = 0; m < scores.columns.size(); ++m) {
    const double mean = scores.mean(m);
    const double* w = weights.of(static_cast<int>(m)).data();
    for (std::size_t d = 0; d < values.size(); ++d) values[d] += mean * w[d];
  }
  const double mid = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  const auto below = [&](std::size_t percent) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const double low = below(10), high = below(90);
  return {low, mid, high};
}

}  // namespace

JudgedTask judge(const TaskFacts& facts, const Bench& bench) {
  JudgedTask task;
  task.facts = &facts;
  task.of_all = arrangement_of_all(facts, bench.facts);
  task.standing.arranged = task.of_all != nullptr;
  task.standing.statutory = facts.task.legal_obligation >= 5;
  task.standing.proximity = facts.task.citizen_proximity;
  TaskPriority& outcome = task.outcome;
  outcome.task = facts.entry->task;
  outcome.group = facts.task.group;
  outcome.statutory = task.standing.statutory;
  for (const auto* arrangement : facts.arrangements) outcome.arrangements.push_back(arrangement->id);
  score_motives(task, bench);
  task.standing.evidence = evidence_of(task);
  score_feasibility(task, bench);
  outcome.value = task.standing.motives.together(bench.centre);
  outcome.value_band = band_of(task.standing.motives, bench.weights);
  outcome.partners = partner_views(task, bench);
  outcome.package = package_of(task.standing, bench.centre, bench.settings);
  outcome.membership = membership_of(task.standing, bench.weights, bench.settings);
  outcome.flip = smallest_flip(task.standing, bench.centre, bench.settings);
  return task;
}

}  // namespace koepel::priorities
