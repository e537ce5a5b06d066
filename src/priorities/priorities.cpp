// SPDX-License-Identifier: EUPL-1.2
// Study, pack and what the partners' climate contributes in; the gross list ranked and sorted into packages out.
// Facts are looked up once (facts), each task is judged on its own (judged_task), and only then ranked against the
// others.
#include "priorities/priorities.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "base/parallel.h"
#include "priorities/judged_task.h"
#include "priorities/smaa.h"

namespace koepel::priorities {

namespace {

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Band band_of(std::span<const double> draws) {
  std::vector<double> sorted(draws.begin(), draws.end());
  std::sort(sorted.begin(), sorted.end());
  const auto below = [&](std::size_t percent) { return sorted[(sorted.size() - 1) * percent / 100]; };
  return {below(10), mean_of(draws), below(90)};
}

Bench set_up(const Study& study, const MethodPack& pack, const Climate& climate) {
  Bench bench{study, climate, facts_of(study, pack), read_settings(pack), {}, {}, {}};
  for (const auto& motive : pack.motives) bench.motives.push_back(motive.id);
  const int draws = std::max(study.head.draws, bench.settings.draws_minimum);
  bench.weights = draw_weights(bench.motives, study.head.weights, draws, Random(study.head.seed, "priorities.weights"));
  for (int m = 0; m < bench.weights.criteria; ++m) bench.centre.push_back(mean_of(bench.weights.of(m)));
  return bench;
}

/// Value times feasibility is again a weighted sum: of each motive's mean times the feasibility.
std::vector<double> opportunity_scores(const std::vector<JudgedTask>& tasks) {
  std::vector<double> scores;
  for (const auto& task : tasks)
    for (const auto& motive : task.outcome.motives) scores.push_back(motive.value * task.outcome.feasibility);
  return scores;
}

/// The first ranks that make up `percent` of n, at least one.
std::size_t ranks_in(std::size_t percent, std::size_t n) { return (n * percent + 99) / 100; }

void add_ranks(std::vector<JudgedTask>& tasks, const WeightDraws& weights) {
  if (tasks.empty()) return;
  constexpr std::array<std::size_t, 5> upto = {10, 25, 50, 75, 100};
  const auto ranking = smaa(opportunity_scores(tasks), weights);
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    TaskPriority& outcome = tasks[t].outcome;
    outcome.rank = ranking.mean_rank[t];
    const auto shares = ranking.of(static_cast<int>(t));
    std::size_t bucket = 0;
    for (std::size_t r = 0; r < shares.size(); ++r) {
      while (r >= ranks_in(upto[bucket], tasks.size())) ++bucket;
      outcome.rank_acceptability[bucket] =
          std::min(1.0, outcome.rank_acceptability[bucket] + shares[r]);  // sums of shares round
    }
  }
}

}  // namespace

const char* id_of(Package package) {
  switch (package) {
    case Package::base:
      return "base";
    case Package::plus:
      return "plus";
    case Package::not_now:
      return "not_now";
    case Package::unsuitable:
      return "unsuitable";
    case Package::arranged:
      break;
  }
  return "arranged";
}

Priorities rank_gross_list(const Study& study, const MethodPack& pack, const Climate& climate) {
  const Bench bench = set_up(study, pack, climate);
  std::vector<JudgedTask> tasks(bench.facts.tasks.size());
  in_parallel(tasks.size(), [&](std::size_t i) { tasks[i] = judge(bench.facts.tasks[i], bench); });
  add_ranks(tasks, bench.weights);
  Priorities out;
  out.draws = bench.weights.draws;
  out.weights_note = bench.weights.note;
  for (std::size_t m = 0; m < bench.motives.size(); ++m)
    out.weights.emplace_back(bench.motives[m], band_of(bench.weights.of(static_cast<int>(m))));
  for (const auto* entry : bench.facts.left_out) out.left_out.push_back(entry->task);
  add_shared_steps(bench, out.trace);
  std::vector<Trace> steps(tasks.size());
  in_parallel(tasks.size(), [&](std::size_t i) {
    explain(tasks[i], bench);
    add_steps(tasks[i], bench, steps[i]);
  });
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    std::move(steps[i].begin(), steps[i].end(), std::back_inserter(out.trace));
    out.tasks.push_back(std::move(tasks[i].outcome));
  }
  add_counts(pack, out, out.trace);
  add_presets(out, out.trace);
  return out;
}

}  // namespace koepel::priorities
