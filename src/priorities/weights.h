// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/random.h"
#include "model/study.h"

namespace koepel::priorities {

/// Draws of weights, criterion by criterion: for every draw the weights of all criteria add up to 1.
/// This order lets a weighted sum run over draws in a straight line of memory.
struct WeightDraws {
  int criteria = 0;
  int draws = 0;
  std::vector<double> values;  ///< [criterion * draws + draw], each in [0, 1]
  Message note;                ///< not empty: what was stated cannot all hold, so every weighting was allowed

  [[nodiscard]] std::span<const double> of(int criterion) const {
    return {values.data() + static_cast<std::size_t>(criterion) * static_cast<std::size_t>(draws),
            static_cast<std::size_t>(draws)};
  }
};

/// Hit-and-run, used when fewer than 1 in `rejection_patience / rejection_minimum` proposals is allowed: steps before
/// the first draw, and from draw to draw. The set has at most four dimensions, where 20 steps forget the start.
inline constexpr int rejection_patience = 2000;
inline constexpr int rejection_minimum = 40;
inline constexpr int hit_and_run_first = 1000;
inline constexpr int hit_and_run_thinning = 20;

/// Draws uniformly from all weightings that agree with what was stated, in the order of `criteria`:
/// exact values alone are relative and give one fixed weighting; beside other kinds they are shares of the total; ranks
/// say "at least as heavy as every later rank" (equal ranks are free among themselves); intervals bound the share of
/// the total; criteria about which nothing was stated are free. Statements on unknown criteria are ignored. When
/// nothing satisfies the statements, `note` says so and every weighting is allowed. Deterministic for a random stream.
/// Exact sampling by symmetry and rejection, or by hit-and-run (Smith 1984; Tervonen et al. 2013) where rejection is
/// hopeless.
[[nodiscard]] WeightDraws draw_weights(std::span<const std::string> criteria, std::span<const MotiveWeight> stated,
                                       int draws, Random random);

}  // namespace koepel::priorities
