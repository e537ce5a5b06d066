// SPDX-License-Identifier: EUPL-1.2
// A cluster and a number of inhabitants in, the ratio of cost per inhabitant to the lowest out. Faces: cost_ratio,
// change_of_scale, outage.
#include "scale/prior.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::scale {

namespace {

bool has_curve(const ScaleCluster& cluster) { return cluster.curve == "log" || cluster.curve == "power"; }

double curve_at(const ScaleCluster& cluster, double thousands, double slope) {
  if (cluster.curve == "power") return std::pow(thousands / cluster.n_star, slope - 1);
  if (thousands > cluster.n_star && !cluster.rises_above) return 1;
  const double distance = std::log(thousands / cluster.n_star);
  return 1 + slope * distance * distance;
}

}  // namespace

double slope(const ScaleCluster& cluster) { return cluster.curve == "power" ? cluster.elasticity : cluster.a; }

CostRatio cost_ratio(const ScaleCluster& cluster, double thousands, double slope) {
  ENSURE(thousands > 0);
  if (!has_curve(cluster)) return {1, thousands, false};
  const double at = std::clamp(thousands, cluster.valid_low, cluster.valid_high);
  return {curve_at(cluster, at, slope), at, at != thousands};
}

CostRatio cost_ratio(const ScaleCluster& cluster, double thousands) {
  return cost_ratio(cluster, thousands, slope(cluster));
}

CostRatio change_of_scale(const ScaleCluster& cluster, double alone, double together, double slope) {
  const auto before = cost_ratio(cluster, alone, slope), after = cost_ratio(cluster, together, slope);
  return {after.value / before.value, after.at, before.clamped || after.clamped};
}

double efficient_scale(const ScaleCluster& cluster, double margin) {
  if (!has_curve(cluster)) return 0;
  // The curve falls up to n_star: bisection between the low border and the lowest point finds the first good scale.
  const double bottom = std::clamp(cluster.n_star, cluster.valid_low, cluster.valid_high);
  const double limit = (1 + margin) * cost_ratio(cluster, bottom).value;
  double low = cluster.valid_low, high = bottom;
  if (cost_ratio(cluster, low).value <= limit) return low;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (cost_ratio(cluster, middle).value <= limit ? high : low) = middle;
  }
  return high;
}

const ScaleCluster* cluster_of(const MethodPack& pack, const std::string& task) {
  for (const auto& cluster : pack.clusters)
    if (std::find(cluster.tasks.begin(), cluster.tasks.end(), task) != cluster.tasks.end()) return &cluster;
  return nullptr;
}

std::vector<const ScaleCluster*> readings_of(const MethodPack& pack, const ScaleCluster& cluster) {
  std::vector<const ScaleCluster*> readings = {&cluster};
  for (const auto& other : pack.clusters)
    if (other.variant_of == cluster.id) readings.push_back(&other);
  return readings;
}

double outage(double p, double fte) {
  ENSURE(p >= 0 && p <= 1 && fte > 0);
  // A hair of tolerance: five times 0.4 FTE must be two people.
  return std::pow(p, std::max(1.0, std::floor(fte + 1e-9)));
}

}  // namespace koepel::scale
