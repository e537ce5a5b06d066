// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "benchmark/frontier.h"

namespace koepel::benchmark {

struct BootstrapOptions {
  Returns returns = Returns::variable;
  Orientation orientation = Orientation::input;
  int replications = 2000;
  double confidence = 0.95;
  std::uint64_t seed = 1;
  std::vector<int> targets;  ///< units that want a score; empty: all
};

/// Scores as shares in (0, 1]: output oriented ones are turned over (1 / factor).
struct CorrectedScore {
  UnitOutcome outcome = UnitOutcome::solved;
  double score = 0;      ///< as the frontier gives it
  double bias = 0;       ///< how much too high that is on average, >= 0 but for chance
  double corrected = 0;  ///< score - bias
  double low = 0, high = 0;
};

enum class BootstrapOutcome {
  done,
  too_few,        ///< fewer than three units take part: nothing to draw from
  all_efficient,  ///< every unit is on the frontier: no spread to draw from
  stopped         ///< progress asked to stop: plain scores only
};

struct Bootstrap {
  BootstrapOutcome outcome = BootstrapOutcome::done;
  double bandwidth = 0;
  std::vector<CorrectedScore> units;  ///< as many as targets, in their order; without targets one per unit
};

/// A frontier through the best units seen flatters everyone: units better still may not have been seen. The bootstrap
/// draws other worlds from the scores and measures by how much. Smoothed homogeneous bootstrap with reflection at 1
/// (Simar & Wilson 1998, Management Science 44, 49-61); correction and intervals on the distance 1 / score, by its
/// differences with the plain one (Simar & Wilson 2000, Journal of Applied Statistics 27, 779-802). Same seed, same
/// figures. Cost: replications x targets linear programs.
[[nodiscard]] Bootstrap bootstrap_scores(const UnitTable& table, const BootstrapOptions& options,
                                         const Progress& progress = {});

/// Bandwidth of the smoothing: the normal reference rule 0.9 min(s, IQR / 1.34) m^(-1/5) on the scores below 1 and
/// their mirror images (m values), brought back to all n scores by (m / n)^(1/5) and the ratio of the deviations
/// (Daraio & Simar 2007, 3.4). 0 when no score lies below 1.
[[nodiscard]] double bootstrap_bandwidth(const std::vector<double>& scores);

}  // namespace koepel::benchmark
