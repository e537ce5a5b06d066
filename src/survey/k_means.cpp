// SPDX-License-Identifier: EUPL-1.2
// Points in, groups of near points out; and how well groups are separated.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "base/ensure.h"
#include "survey/likeminded.h"

namespace koepel::survey {

namespace {

constexpr int starts = 4;
constexpr int rounds = 50;
constexpr std::size_t measured_at_most = 1000;

double squared_distance(const Point& a, const Point& b) {
  return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
}

/// k-means++: each next centre is drawn in proportion to the squared distance to the nearest one so far.
std::vector<Point> seeds(std::span<const Point> points, int k, Random& random) {
  std::vector<Point> centres = {points[random.below(static_cast<std::uint32_t>(points.size()))]};
  std::vector<double> nearest(points.size(), std::numeric_limits<double>::infinity());
  while (centres.size() < static_cast<std::size_t>(k)) {
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      nearest[i] = std::min(nearest[i], squared_distance(points[i], centres.back()));
      sum += nearest[i];
    }
    double left = random.uniform() * sum;
    std::size_t chosen = 0;
    while (chosen + 1 < points.size() && left >= nearest[chosen]) left -= nearest[chosen++];
    centres.push_back(points[chosen]);
  }
  return centres;
}

struct Division {
  std::vector<int> groups;
  double spread = 0;  ///< sum of squared distances to the own centre
};

Division assign(std::span<const Point> points, const std::vector<Point>& centres) {
  Division division{std::vector<int>(points.size(), 0), 0};
  for (std::size_t i = 0; i < points.size(); ++i) {
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < centres.size(); ++c) {
      const double d = squared_distance(points[i], centres[c]);
      if (d < best) {
        best = d;
        division.groups[i] = static_cast<int>(c);
      }
    }
    division.spread += best;
  }
  return division;
}

void move_centres(std::span<const Point> points, const std::vector<int>& groups, std::vector<Point>& centres) {
  std::vector<Point> sum(centres.size(), Point{0, 0});
  std::vector<double> count(centres.size(), 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto g = static_cast<std::size_t>(groups[i]);
    sum[g][0] += points[i][0];
    sum[g][1] += points[i][1];
    ++count[g];
  }
  for (std::size_t c = 0; c < centres.size(); ++c)
    if (count[c] > 0) centres[c] = {sum[c][0] / count[c], sum[c][1] / count[c]};
}

Division settle(std::span<const Point> points, std::vector<Point> centres) {
  Division now = assign(points, centres);
  for (int round = 0; round < rounds; ++round) {
    move_centres(points, now.groups, centres);
    Division next = assign(points, centres);
    const bool same = next.groups == now.groups;
    now = std::move(next);
    if (same) break;
  }
  return now;
}

/// Group 0 is the largest; equals in order of their first member.
std::vector<int> renumbered(const std::vector<int>& groups, int k) {
  std::vector<std::size_t> size(static_cast<std::size_t>(k), 0);
  std::vector<std::size_t> first(static_cast<std::size_t>(k), groups.size());
  for (std::size_t i = groups.size(); i-- > 0;) {
    ++size[static_cast<std::size_t>(groups[i])];
    first[static_cast<std::size_t>(groups[i])] = i;
  }
  std::vector<std::size_t> order(size.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b]; });
  std::vector<int> number(size.size());
  for (std::size_t i = 0; i < order.size(); ++i) number[order[i]] = static_cast<int>(i);
  std::vector<int> result;
  for (const int g : groups) result.push_back(number[static_cast<std::size_t>(g)]);
  return result;
}

double pairs(double n) { return n * (n - 1) / 2; }

}  // namespace

std::vector<int> k_means(std::span<const Point> points, int k, Random& random) {
  ENSURE(k >= 1 && !points.empty());
  Division best;
  for (int start = 0; start < starts; ++start) {
    Division division = settle(points, seeds(points, k, random));
    if (start == 0 || division.spread < best.spread) best = std::move(division);
  }
  return renumbered(best.groups, k);
}

double silhouette(std::span<const Point> points, std::span<const int> groups) {
  const std::size_t step = (points.size() + measured_at_most - 1) / measured_at_most;
  const auto k = static_cast<std::size_t>(*std::max_element(groups.begin(), groups.end())) + 1;
  double total = 0;
  double measured = 0;
  for (std::size_t i = 0; i < points.size(); i += step) {
    std::vector<double> sum(k, 0);
    std::vector<double> count(k, 0);
    for (std::size_t j = 0; j < points.size(); j += step) {
      if (i == j) continue;
      sum[static_cast<std::size_t>(groups[j])] += std::sqrt(squared_distance(points[i], points[j]));
      ++count[static_cast<std::size_t>(groups[j])];
    }
    const auto own = static_cast<std::size_t>(groups[i]);
    ++measured;
    if (count[own] == 0) continue;  // alone in its group: silhouette 0 by definition
    const double inside = sum[own] / count[own];
    double outside = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < k; ++g)
      if (g != own && count[g] > 0) outside = std::min(outside, sum[g] / count[g]);
    const double larger = std::max(inside, outside);
    if (std::isfinite(outside) && larger > 0) total += (outside - inside) / larger;
  }
  return measured == 0 ? 0 : total / measured;
}

double adjusted_rand(std::span<const int> a, std::span<const int> b) {
  ENSURE(a.size() == b.size());
  std::map<std::pair<int, int>, double> both;
  std::map<int, double> in_a;
  std::map<int, double> in_b;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ++both[{a[i], b[i]}];
    ++in_a[a[i]];
    ++in_b[b[i]];
  }
  double together = 0, together_a = 0, together_b = 0;
  for (const auto& [key, n] : both) together += pairs(n);
  for (const auto& [key, n] : in_a) together_a += pairs(n);
  for (const auto& [key, n] : in_b) together_b += pairs(n);
  const double all = pairs(static_cast<double>(a.size()));
  const double chance = all == 0 ? 0 : together_a * together_b / all;
  const double most = (together_a + together_b) / 2;
  return most == chance ? 1 : (together - chance) / (most - chance);
}

}  // namespace koepel::survey
