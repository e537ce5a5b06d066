// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "priorities/priorities.h"
#include "priorities/settings.h"
#include "priorities/weights.h"

namespace koepel::priorities {

/// Scores of a task's partners on a few dimensions (motives or feasibility parts), with their means.
struct Scores {
  std::vector<std::string> names;            ///< motive or part ids
  std::vector<std::vector<double>> columns;  ///< [dimension][partner], each in [0, 1]

  [[nodiscard]] double mean(std::size_t dimension) const;
  /// The weighted sum for one partner.
  [[nodiscard]] double of_partner(std::size_t partner, std::span<const double> weights) const;
  /// The weighted sum of the means.
  [[nodiscard]] double together(std::span<const double> weights) const;
};

/// All that decides in which package a task belongs, apart from the weights of the motives.
struct Standing {
  bool arranged = false;
  bool statutory = false;
  double proximity = 0;  ///< 1..5, the catalogue's
  double evidence = 1;   ///< share of the motive scores that were measured or judged, not preset
  Scores motives;
  Scores parts;
  std::vector<double> part_weights;  ///< add up to 1

  [[nodiscard]] std::size_t partners() const { return motives.columns.front().size(); }
};

/// A partner is ready when its own value and feasibility both reach the thresholds of the base package.
[[nodiscard]] bool is_ready(const Standing& task, std::size_t partner, std::span<const double> weights,
                            const Settings& settings);
/// So politically sensitive and so close to residents that it does not lend itself, whatever the value.
[[nodiscard]] bool is_too_local(const Standing& task, const Settings& settings);

/// arranged: dealt with by one arrangement of all partners; base when a public body is mandatory; else unsuitable:
/// value or feasibility below the low thresholds, or too local; base: every partner is ready and the gain is evident,
/// that is, not taken from the catalogue's presets; plus: the value reaches plus_value, or plus_partners are ready;
/// else not now. A higher score never leads to a worse package.
[[nodiscard]] Package package_of(const Standing& task, std::span<const double> weights, const Settings& settings);

/// The share of the draws in each package, as package_of would give draw by draw. Adds up to 1.
[[nodiscard]] std::array<double, package_count> membership_of(const Standing& task, const WeightDraws& weights,
                                                              const Settings& settings);

/// The smallest change of one motive or feasibility part, in the mean over partners, that changes the package; found by
/// solving every threshold, not by trying. Partners move together: up, each in proportion to its room to 1; down, each
/// in proportion to its score. The law does not move. None for tasks whose package does not rest on scores.
[[nodiscard]] std::optional<Flip> smallest_flip(const Standing& task, std::span<const double> weights,
                                                const Settings& settings);

/// The task as it would stand with this mean on that dimension of `scores` (task.motives or task.parts).
void move_mean(Scores& scores, std::size_t dimension, double to);

}  // namespace koepel::priorities
