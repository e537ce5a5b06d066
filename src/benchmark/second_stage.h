// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/progress.h"
#include "benchmark/cost_regression.h"

namespace koepel::benchmark {

enum class SecondStageOutcome {
  done,
  too_few,     ///< fewer than ten inefficient units per factor, or none
  collinear,   ///< factors say the same
  no_maximum,  ///< the likelihood has no top: the scores do not look like a cut-off bell at all
  stopped
};

struct SecondStage {
  SecondStageOutcome outcome = SecondStageOutcome::done;
  int units = 0;  ///< inefficient units that the factors were held against
  /// Effect of one unit of the factor on the distance 1 / score; above 0: less efficient. None: the same for all.
  std::vector<std::optional<Coefficient>> factors;
  double spread = 0;  ///< of what the factors leave unexplained
};

/// Which circumstances go with efficiency: regression of the distance 1 / score on factors, truncated at 1, with
/// intervals from the parametric bootstrap. Algorithm 1 of Simar & Wilson (2007), Journal of Econometrics 136, 31-64.
/// Ordinary least squares or tobit on scores would be biased, because no score passes 1 and scores hang together.
/// `factors[k]` is one factor over the units; `scores` in (0, 1]; units with score 1 are left out, as the method asks.
[[nodiscard]] SecondStage explain_scores(const std::vector<double>& scores,
                                         const std::vector<std::vector<double>>& factors, int replications,
                                         double confidence, std::uint64_t seed, const Progress& progress = {});

}  // namespace koepel::benchmark
