// SPDX-License-Identifier: EUPL-1.2
// Ranges and a seed in, draws of the hours alone and together out. The face is draw.
#include "projects/uncertain.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.h"
#include "projects/projects.h"

namespace koepel::projects {

namespace {

double quantile(const std::vector<double>& sorted, double q) {
  const double place = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double rest = place - static_cast<double>(below);
  return below + 1 < sorted.size() ? sorted[below] * (1 - rest) + sorted[below + 1] * rest : sorted[below];
}

}  // namespace

double triangular(const Ranged& range, Random& random) {
  const double u = random.uniform();
  const double low = std::min(range.low, range.high), high = std::max(range.low, range.high);
  if (high <= low) return range.value;
  const double top = std::clamp(range.value, low, high);
  if (u * (high - low) < top - low) return low + std::sqrt(u * (high - low) * (top - low));
  return high - std::sqrt((1 - u) * (high - low) * (high - top));
}

std::vector<Draw> draw(const Uncertain& uncertain, std::uint64_t seed, const std::string& stream, int draws) {
  Random random(seed, stream);
  std::vector<Draw> out;
  for (int i = 0; i < std::max(1, draws); ++i) {
    Draw one;
    const double shared = std::clamp(triangular(uncertain.shared_share, random), 0.0, 1.0);
    const double coordination = std::max(0.0, triangular(uncertain.coordination, random));
    for (const double hours : uncertain.hours)
      one.alone.push_back(hours * std::max(0.0, triangular(uncertain.overrun, random)));
    one.together = together_hours(shared, coordination, one.alone);
    out.push_back(std::move(one));
  }
  return out;
}

Band band_of(std::vector<double> values) {
  ENSURE(!values.empty());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  std::sort(values.begin(), values.end());
  return {quantile(values, 0.1), mean, quantile(values, 0.9)};
}

}  // namespace koepel::projects
