// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"

namespace koepel::benchmark {

/// Standard normal draw (Box & Muller 1958, one of the pair).
[[nodiscard]] double normal_draw(Random& random);
[[nodiscard]] double normal_density(double x);
/// Share of the standard normal above x; good far out in the tail.
[[nodiscard]] double normal_above(double x);
/// The x with share `below` under it, 0 < below < 1; within 1e-12.
[[nodiscard]] double normal_quantile(double below);
/// Value that |t| with `freedom` degrees of freedom (>= 1) passes with chance 1 - confidence; within 1e-9.
[[nodiscard]] double student_reach(double confidence, double freedom);

}  // namespace koepel::benchmark
