// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "model/ranged.h"

namespace koepel::projects {

/// What a project is drawn from.
struct Uncertain {
  Ranged shared_share;
  Ranged overrun;             ///< factor on the hours of each partner
  Ranged coordination;        ///< share of the work per partner after the first
  std::vector<double> hours;  ///< as estimated, one per partner
};

/// One draw: hours of each alone, and together.
struct Draw {
  std::vector<double> alone;
  double together = 0;
};

/// Triangular between low and high with its top at value, by inversion: the same on every machine.
[[nodiscard]] double triangular(const Ranged& range, Random& random);

/// Partners overrun independently of each other; together does the work of the same draw.
[[nodiscard]] std::vector<Draw> draw(const Uncertain& uncertain, std::uint64_t seed, const std::string& stream,
                                     int draws);

/// 10 % quantile, mean, 90 % quantile; not empty.
[[nodiscard]] Band band_of(std::vector<double> values);

}  // namespace koepel::projects
