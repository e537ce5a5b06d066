// SPDX-License-Identifier: EUPL-1.2
// What units put in and bring out in; scores without their flattery, with intervals, out. The face is bootstrap_scores.
#include "benchmark/frontier_bootstrap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "benchmark/comparables.h"
#include "benchmark/frontier_program.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

namespace {

constexpr double edge = 1 - 1e-9;

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

/// One world: a score for every unit, drawn from those seen, smoothed, mirrored at 1 and with the spread of the seen.
class World {
 public:
  World(std::vector<double> scores, double bandwidth, std::uint64_t seed)
      : scores_(std::move(scores)), bandwidth_(bandwidth), random_(seed, "benchmark.bootstrap") {
    const double deviation = deviation_of(scores_);
    shrink_ = 1 / std::sqrt(1 + bandwidth * bandwidth / (deviation * deviation));
    least_ = *std::min_element(scores_.begin(), scores_.end()) / 2;
  }

  const std::vector<double>& draw() {
    drawn_.resize(scores_.size());
    for (auto& value : drawn_) value = scores_[random_.below(static_cast<std::uint32_t>(scores_.size()))];
    const double mean = mean_of(drawn_);
    for (auto& value : drawn_) {
      double smooth = value + bandwidth_ * normal_draw(random_);
      if (smooth > 1) smooth = 2 - smooth;
      // A wide bandwidth could reach below zero, where no score lives.
      value = std::max(mean + (smooth - mean) * shrink_, least_);
    }
    return drawn_;
  }

 private:
  std::vector<double> scores_, drawn_;
  double bandwidth_;
  Random random_;
  double shrink_ = 1, least_ = 0;
};

struct Seen {
  std::vector<int> units;      ///< that take part
  std::vector<double> scores;  ///< of those, as shares
};

Seen seen_from(const std::vector<UnitScore>& scores, Orientation orientation) {
  Seen seen;
  for (std::size_t j = 0; j < scores.size(); ++j) {
    if (scores[j].outcome != UnitOutcome::solved) continue;
    seen.units.push_back(static_cast<int>(j));
    seen.scores.push_back(std::min(1.0, orientation == Orientation::input ? scores[j].score : 1 / scores[j].score));
  }
  return seen;
}

/// Brings every unit to the frontier and away from it again by the score drawn for it.
void move_units(const ScaledUnits& units, const Seen& seen, const std::vector<double>& drawn, Orientation orientation,
                Columns& columns) {
  const bool of_inputs = orientation == Orientation::input;
  const int from = of_inputs ? 0 : units.inputs, to = of_inputs ? units.inputs : units.kinds();
  for (std::size_t i = 0; i < seen.units.size(); ++i) {
    const double factor = of_inputs ? seen.scores[i] / drawn[i] : drawn[i] / seen.scores[i];
    for (int k = from; k < to; ++k) columns.row(k)[seen.units[i]] = units.columns.row(k)[seen.units[i]] * factor;
  }
}

/// On distances (1 / score), because a unit that only its own twin can reach would get a score below zero otherwise.
CorrectedScore corrected(double score, std::vector<double> distances, double confidence) {
  std::sort(distances.begin(), distances.end());
  const auto turned = [&](double distance) { return 1 / (2 / score - distance); };
  CorrectedScore out;
  out.score = score;
  out.corrected = turned(mean_of(distances));
  out.bias = score - out.corrected;
  out.low = turned(quantile(distances, (1 - confidence) / 2));
  out.high = turned(quantile(distances, (1 + confidence) / 2));
  return out;
}

std::vector<int> targets_of(const BootstrapOptions& options, std::size_t units) {
  if (!options.targets.empty()) return options.targets;
  std::vector<int> all(units);
  std::iota(all.begin(), all.end(), 0);
  return all;
}

void plain_scores(const std::vector<UnitScore>& scores, const std::vector<int>& targets, Orientation orientation,
                  Bootstrap& out) {
  for (const int target : targets) {
    const auto& plain = scores[static_cast<std::size_t>(target)];
    CorrectedScore score;
    score.outcome = plain.outcome;
    if (plain.outcome == UnitOutcome::solved) {
      score.score = orientation == Orientation::input ? plain.score : 1 / plain.score;
      score.corrected = score.low = score.high = score.score;
    }
    out.units.push_back(score);
  }
}

}  // namespace

double bootstrap_bandwidth(const std::vector<double>& scores) {
  std::vector<double> mirrored;
  for (const double score : scores)
    if (score < edge) mirrored.insert(mirrored.end(), {score, 2 - score});
  if (mirrored.empty()) return 0;
  std::sort(mirrored.begin(), mirrored.end());
  const auto m = static_cast<double>(mirrored.size()), n = static_cast<double>(scores.size());
  const double deviation = deviation_of(mirrored), spread = quantile(mirrored, 0.75) - quantile(mirrored, 0.25);
  const double width = 0.9 * std::min(deviation, spread / 1.34) * std::pow(m, -0.2);
  return width * std::pow(m / n, 0.2) * deviation_of(scores) / deviation;
}

Bootstrap bootstrap_scores(const UnitTable& table, const BootstrapOptions& options, const Progress& progress) {
  Bootstrap out;
  FrontierOptions plain{options.returns, options.orientation, false, SlackSum::own_units, true};
  const auto scores = frontier_scores(table, plain);
  const auto targets = targets_of(options, scores.size());
  plain_scores(scores, targets, options.orientation, out);
  const auto seen = seen_from(scores, options.orientation);
  out.bandwidth = bootstrap_bandwidth(seen.scores);
  if (seen.units.size() < 3)
    out.outcome = BootstrapOutcome::too_few;
  else if (out.bandwidth <= 0)
    out.outcome = BootstrapOutcome::all_efficient;
  if (out.outcome != BootstrapOutcome::done || options.replications <= 0) return out;

  const auto units = scaled_units(table, options.returns, 0);
  Columns columns = units.columns;
  FrontierProgram program(units, columns, options.returns, options.orientation);
  World world(seen.scores, out.bandwidth, options.seed);
  std::vector<std::vector<double>> worlds(targets.size());
  for (int b = 0; b < options.replications; ++b) {
    if (progress.stopped()) {
      out.outcome = BootstrapOutcome::stopped;
      return out;
    }
    move_units(units, seen, world.draw(), options.orientation, columns);
    program.forget_faces();
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (out.units[i].outcome != UnitOutcome::solved) continue;
      if (program.solve_near(targets[i]) != UnitOutcome::solved) continue;  // a world that stalls is no world
      worlds[i].push_back(options.orientation == Orientation::input ? 1 / program.score() : program.score());
    }
    progress.at(static_cast<double>(b + 1) / options.replications);
  }
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (!worlds[i].empty()) out.units[i] = corrected(out.units[i].score, std::move(worlds[i]), options.confidence);
  return out;
}

}  // namespace koepel::benchmark
