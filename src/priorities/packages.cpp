// SPDX-License-Identifier: EUPL-1.2
// Scores of a task and weights in, its package out: at one weighting or over all draws. Faces: package_of,
// membership_of.
#include "priorities/packages.h"

#include <numeric>

#include "priorities/facts.h"

namespace koepel::priorities {

namespace {

/// What package_of looks at once the sums are made.
struct View {
  bool arranged = false;
  bool statutory = false;
  bool too_local = false;
  bool evident = true;
  double value = 0;
  double feasibility = 0;
  int ready = 0;
  int partners = 0;
};

Package classify(const View& view, const Settings& s) {
  if (view.arranged || view.statutory) return Package::arranged;
  if (view.too_local || view.value < s.low_value || view.feasibility < s.low_feasibility) return Package::unsuitable;
  if (view.ready == view.partners && view.evident) return Package::base;
  if (view.value >= s.plus_value || view.ready >= s.plus_partners) return Package::plus;
  return Package::not_now;
}

View without_weights(const Standing& task, const Settings& settings) {
  return {task.arranged,
          task.statutory,
          is_too_local(task, settings),
          task.evidence >= settings.base_evidence,
          0,
          task.parts.together(task.part_weights),
          0,
          static_cast<int>(task.partners())};
}

bool is_feasible(const Standing& task, std::size_t partner, const Settings& settings) {
  return task.parts.of_partner(partner, task.part_weights) >= settings.base_feasibility;
}

/// sums[draw] = weighted sum of `scores` (one per motive), in the order of Scores::of_partner.
void weigh(std::span<const double> scores, const WeightDraws& weights, std::vector<double>& sums) {
  std::fill(sums.begin(), sums.end(), 0.0);
  for (std::size_t m = 0; m < scores.size(); ++m) {
    const double score = scores[m];
    const double* w = weights.of(static_cast<int>(m)).data();
    for (std::size_t d = 0; d < sums.size(); ++d) sums[d] += score * w[d];
  }
}

std::vector<double> row_of(const Scores& scores, std::size_t partner) {
  std::vector<double> row;
  for (const auto& column : scores.columns) row.push_back(column[partner]);
  return row;
}

std::vector<double> means_of(const Scores& scores) {
  std::vector<double> means;
  for (std::size_t k = 0; k < scores.columns.size(); ++k) means.push_back(scores.mean(k));
  return means;
}

}  // namespace

double Scores::mean(std::size_t dimension) const {
  const auto& column = columns[dimension];
  return std::accumulate(column.begin(), column.end(), 0.0) / static_cast<double>(column.size());
}

double Scores::of_partner(std::size_t partner, std::span<const double> weights) const {
  double sum = 0;
  for (std::size_t k = 0; k < columns.size(); ++k) sum += columns[k][partner] * weights[k];
  return sum;
}

double Scores::together(std::span<const double> weights) const {
  double sum = 0;
  for (std::size_t k = 0; k < columns.size(); ++k) sum += mean(k) * weights[k];
  return sum;
}

bool is_ready(const Standing& task, std::size_t partner, std::span<const double> weights, const Settings& settings) {
  return task.motives.of_partner(partner, weights) >= settings.base_value && is_feasible(task, partner, settings);
}

bool is_too_local(const Standing& task, const Settings& settings) {
  for (std::size_t k = 0; k < task.parts.names.size(); ++k)
    if (task.parts.names[k] == "political_sensitivity")
      return task.proximity >= settings.local_proximity &&
             task.parts.mean(k) <= 1 - share_of_scale(settings.local_sensitivity);
  return false;
}

Package package_of(const Standing& task, std::span<const double> weights, const Settings& settings) {
  View view = without_weights(task, settings);
  view.value = task.motives.together(weights);
  for (std::size_t p = 0; p < task.partners(); ++p) view.ready += is_ready(task, p, weights, settings) ? 1 : 0;
  return classify(view, settings);
}

std::array<double, package_count> membership_of(const Standing& task, const WeightDraws& weights,
                                                const Settings& settings) {
  View view = without_weights(task, settings);
  const auto draws = static_cast<std::size_t>(weights.draws);
  std::vector<double> value(draws), own(draws);
  std::vector<int> ready(draws, 0);
  weigh(means_of(task.motives), weights, value);
  for (std::size_t p = 0; p < task.partners(); ++p) {
    if (!is_feasible(task, p, settings)) continue;  // never ready, whatever the weights
    weigh(row_of(task.motives, p), weights, own);
    for (std::size_t d = 0; d < draws; ++d) ready[d] += own[d] >= settings.base_value ? 1 : 0;
  }
  std::array<int, package_count> counts{};
  for (std::size_t d = 0; d < draws; ++d) {
    view.value = value[d];
    view.ready = ready[d];
    ++counts[static_cast<std::size_t>(classify(view, settings))];
  }
  std::array<double, package_count> shares{};
  for (std::size_t k = 0; k < shares.size(); ++k) shares[k] = counts[k] / static_cast<double>(draws);
  return shares;
}

}  // namespace koepel::priorities
