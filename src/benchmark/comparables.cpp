// SPDX-License-Identifier: EUPL-1.2
// A municipality and candidates in, the candidates most like it out. The face is nearest.
#include "benchmark/comparables.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace koepel::benchmark {

namespace {

using Axes = std::array<double, 3>;

Axes axes_of(const Profile& profile) { return {profile.log_inhabitants, profile.urbanity, profile.log_density}; }

struct Candidate {
  const Municipality* municipality = nullptr;
  Axes axes{};
  double distance = 0;
};

std::vector<Candidate> with_profile(const std::vector<const Municipality*>& municipalities) {
  std::vector<Candidate> candidates;
  for (const auto* municipality : municipalities)
    if (const auto profile = profile_of(*municipality)) candidates.push_back({municipality, axes_of(*profile), 0});
  return candidates;
}

/// Standard deviation per axis; 1 where all are alike but for rounding, so that the axis counts nothing.
Axes deviations(const std::vector<Candidate>& candidates) {
  Axes deviation{};
  const auto n = static_cast<double>(candidates.size());
  for (std::size_t k = 0; k < deviation.size(); ++k) {
    double mean = 0, squares = 0;
    for (const auto& candidate : candidates) mean += candidate.axes[k] / n;
    for (const auto& candidate : candidates) squares += std::pow(candidate.axes[k] - mean, 2) / n;
    deviation[k] = squares > 1e-18 ? std::sqrt(squares) : 1;
  }
  return deviation;
}

}  // namespace

std::optional<Profile> profile_of(const Municipality& municipality) {
  if (municipality.inhabitants <= 0 || municipality.dwellings <= 0 || municipality.land_area_ha <= 0 ||
      municipality.urbanity <= 0)
    return std::nullopt;
  const double square_kilometres = municipality.land_area_ha / 100;
  return Profile{std::log(municipality.inhabitants), static_cast<double>(municipality.urbanity),
                 std::log(municipality.dwellings / square_kilometres)};
}

std::vector<const Municipality*> nearest(const Municipality& own, const std::vector<const Municipality*>& candidates,
                                         int count, const Likeness& likeness) {
  const auto profile = profile_of(own);
  if (!profile || count <= 0) return {};
  auto known = with_profile(candidates);
  const Axes here = axes_of(*profile), deviation = deviations(known),
             weights = {likeness.size, likeness.urbanity, likeness.density};
  for (auto& candidate : known)
    for (std::size_t k = 0; k < here.size(); ++k)
      candidate.distance += weights[k] * std::pow((candidate.axes[k] - here[k]) / deviation[k], 2);
  std::sort(known.begin(), known.end(), [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.municipality->id < b.municipality->id;
  });
  std::vector<const Municipality*> out;
  for (std::size_t k = 0; k < std::min(known.size(), static_cast<std::size_t>(count)); ++k)
    out.push_back(known[k].municipality);
  return out;
}

double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace koepel::benchmark
