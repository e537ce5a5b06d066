// SPDX-License-Identifier: EUPL-1.2
// A task's standing in, the smallest change of one score that puts it in another package out. The face is
// smallest_flip. Every sum is linear in the change, so each threshold is crossed at one known place: those places are
// all there is to try.
#include <algorithm>
#include <cmath>

#include "priorities/facts.h"
#include "priorities/packages.h"

namespace koepel::priorities {

namespace {

constexpr double hair = 1e-9;  // just past a threshold, where rounding cannot decide

/// How fast one partner's score moves when the mean moves by one, so that everybody stays within [0, 1].
double pace(double score, double mean, bool up) {
  if (up) return mean < 1 ? (1 - score) / (1 - mean) : 0;
  return mean > 0 ? score / mean : 0;
}

/// The thresholds that a dimension of `scores` can cross: those of the mean, and the base threshold of each partner.
struct Lines {
  std::vector<double> together;
  double partner = 0;
};

void add_crossing(double now, double threshold, double slope, std::vector<double>& changes) {
  if (slope > 0) changes.push_back((threshold - now) / slope);
}

/// Changes of the mean at which something crosses a threshold, in one direction.
std::vector<double> crossings(const Scores& scores, std::span<const double> weights, std::size_t dimension,
                              const Lines& lines, bool up) {
  std::vector<double> changes;
  const double weight = weights[dimension];
  const double mean = scores.mean(dimension);
  for (const double threshold : lines.together) add_crossing(scores.together(weights), threshold, weight, changes);
  for (std::size_t p = 0; p < scores.columns[dimension].size(); ++p)
    add_crossing(scores.of_partner(p, weights), lines.partner, weight * pace(scores.columns[dimension][p], mean, up),
                 changes);
  return changes;
}

/// The smallest move of one dimension in one direction that changes the package.
class Search {
 public:
  Search(const Standing& task, std::span<const double> weights, const Settings& settings)
      : task_(task), weights_(weights), settings_(settings), now_(package_of(task, weights, settings)) {}

  void motives() {
    const Lines lines{{settings_.low_value, settings_.plus_value}, settings_.base_value};
    for (std::size_t m = 0; m < task_.motives.names.size(); ++m)
      for (const bool up : {true, false})
        try_all(&Standing::motives, m, up, crossings(task_.motives, weights_, m, lines, up));
  }

  void parts() {
    const Lines lines{{settings_.low_feasibility}, settings_.base_feasibility};
    for (std::size_t k = 0; k < task_.parts.names.size(); ++k) {
      if (task_.parts.names[k] == "legal_duty") continue;
      for (const bool up : {true, false}) {
        auto changes = crossings(task_.parts, task_.part_weights, k, lines, up);
        if (task_.parts.names[k] == "political_sensitivity")
          changes.push_back(1 - share_of_scale(settings_.local_sensitivity) - task_.parts.mean(k));
        try_all(&Standing::parts, k, up, changes);
      }
    }
  }

  [[nodiscard]] std::optional<Flip> best() const { return best_; }

 private:
  void try_all(Scores Standing::*which, std::size_t dimension, bool up, const std::vector<double>& changes) {
    const Scores& scores = task_.*which;
    const double from = scores.mean(dimension);
    for (const double change : changes) {
      const double past = from + (up ? change + hair : change - hair);
      const double to = clipped(past);
      if ((to > from) != up || std::abs(to - from) >= smallest_ || std::abs(to - past) > 2 * hair) continue;
      Standing moved = task_;
      move_mean(moved.*which, dimension, to);
      const Package becomes = package_of(moved, weights_, settings_);
      if (becomes == now_) continue;
      smallest_ = std::abs(to - from);
      best_ = Flip{scores.names[dimension], from, to, becomes};
    }
  }

  const Standing& task_;
  std::span<const double> weights_;
  const Settings& settings_;
  Package now_;
  double smallest_ = 2;
  std::optional<Flip> best_;
};

}  // namespace

void move_mean(Scores& scores, std::size_t dimension, double to) {
  const double mean = scores.mean(dimension);
  const bool up = to > mean;
  for (auto& score : scores.columns[dimension]) score = clipped(score + (to - mean) * pace(score, mean, up));
}

std::optional<Flip> smallest_flip(const Standing& task, std::span<const double> weights, const Settings& settings) {
  if (task.arranged || task.statutory) return std::nullopt;
  Search search(task, weights, settings);
  search.motives();
  search.parts();
  return search.best();
}

}  // namespace koepel::priorities
