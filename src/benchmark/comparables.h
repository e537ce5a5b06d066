// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/reference.h"

namespace koepel::benchmark {

/// How much size, urbanity and density count when municipalities are compared.
struct Likeness {
  double size = 1;
  double urbanity = 0.5;
  double density = 0.5;
};

/// What makes municipalities alike; none when a figure is missing or zero.
struct Profile {
  double log_inhabitants = 0;
  double urbanity = 0;     ///< CBS class 1..5
  double log_density = 0;  ///< dwellings per square kilometre of land
};
[[nodiscard]] std::optional<Profile> profile_of(const Municipality& municipality);

/// The `count` candidates most like `own`, nearest first; ties by code. Distance: the root of the weighted squares of
/// the differences, each in standard deviations over the candidates, so that units do not matter. Candidates without a
/// full profile are passed over.
[[nodiscard]] std::vector<const Municipality*> nearest(const Municipality& own,
                                                       const std::vector<const Municipality*>& candidates, int count,
                                                       const Likeness& likeness);

/// The value below which `share` of the sorted values lies, with linear interpolation (Hyndman & Fan 1996, type 7).
/// `sorted` is not empty.
[[nodiscard]] double quantile(const std::vector<double>& sorted, double share);

}  // namespace koepel::benchmark
