// SPDX-License-Identifier: EUPL-1.2
// Answers and rules in, stable groups of like-minded people (or none) out.
#include "survey/likeminded.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace koepel::survey {

namespace {

constexpr int fewest = 2;
constexpr int most = 5;

std::vector<std::size_t> everybody(std::size_t people) {
  std::vector<std::size_t> who(people);
  std::iota(who.begin(), who.end(), std::size_t{0});
  return who;
}

/// Four fifths of the people, drawn without replacement, in their own order.
std::vector<std::size_t> resample(std::size_t people, Random& random) {
  std::vector<std::size_t> who = everybody(people);
  const std::size_t take = people * 4 / 5;
  for (std::size_t i = 0; i < take; ++i)
    std::swap(who[i], who[i + random.below(static_cast<std::uint32_t>(people - i))]);
  who.resize(take);
  std::sort(who.begin(), who.end());
  return who;
}

std::size_t smallest_group(const std::vector<int>& groups, int k) {
  std::size_t smallest = groups.size();
  for (int g = 0; g < k; ++g)
    smallest = std::min(smallest, static_cast<std::size_t>(std::count(groups.begin(), groups.end(), g)));
  return smallest;
}

struct Candidate {
  int k = 0;
  std::vector<int> groups;
  double silhouette = 0;
  double stability = 0;
  bool beyond_chance = true;
};

std::vector<Candidate> candidates(const Opinions& opinions, const GroupRules& rules, Random& random) {
  const auto points = opinion_plane(opinions, everybody(opinions.people));
  std::vector<Candidate> found;
  for (int k = fewest; k <= most && static_cast<std::size_t>(k) * rules.smallest <= opinions.people; ++k) {
    Candidate candidate{k, k_means(points, k, random), 0, 0, true};
    if (smallest_group(candidate.groups, k) < rules.smallest) continue;
    candidate.silhouette = silhouette(points, candidate.groups);
    found.push_back(std::move(candidate));
  }
  return found;
}

/// One plane per resample serves all candidates: the plane is what costs time.
void measure_stability(std::vector<Candidate>& found, const Opinions& opinions, const GroupRules& rules,
                       Random& random) {
  for (std::size_t r = 0; r < rules.resamples; ++r) {
    const auto who = resample(opinions.people, random);
    const auto points = opinion_plane(opinions, who);
    for (auto& candidate : found) {
      std::vector<int> before;
      for (const std::size_t p : who) before.push_back(candidate.groups[p]);
      candidate.stability += adjusted_rand(before, k_means(points, candidate.k, random));
    }
  }
  for (auto& candidate : found) candidate.stability /= static_cast<double>(rules.resamples);
}

/// The same answers to every item, but dealt out again among those who answered it: as if nobody's opinions hung
/// together.
Opinions shuffled(Opinions o, Random& random) {
  for (std::size_t i = 0; i < o.items; ++i) {
    std::vector<std::size_t> cells;
    for (std::size_t p = 0; p < o.people; ++p)
      if (o.known[p * o.items + i] != 0) cells.push_back(p * o.items + i);
    for (std::size_t left = cells.size(); left > 1; --left)
      std::swap(o.value[cells[left - 1]], o.value[cells[random.below(static_cast<std::uint32_t>(left))]]);
  }
  return o;
}

/// k-means divides anything. A division counts only when it is further apart than every division of shuffled answers.
void compare_with_chance(std::vector<Candidate>& found, const Opinions& opinions, const GroupRules& rules,
                         Random& random) {
  const auto stable = [&](const Candidate& c) { return c.stability >= rules.stability; };
  if (std::none_of(found.begin(), found.end(), stable)) return;
  for (std::size_t r = 0; r < rules.resamples; ++r) {
    const auto points = opinion_plane(shuffled(opinions, random), everybody(opinions.people));
    for (auto& candidate : found)
      candidate.beyond_chance =
          candidate.beyond_chance && candidate.silhouette > silhouette(points, k_means(points, candidate.k, random));
  }
}

}  // namespace

Grouping group_likeminded(const Opinions& opinions, const GroupRules& rules, std::uint64_t seed) {
  Random random(seed, "survey.opinion_groups");
  auto found = candidates(opinions, rules, random);
  measure_stability(found, opinions, rules, random);
  compare_with_chance(found, opinions, rules, random);
  Grouping best;
  for (const auto& candidate : found) {
    const bool holds = candidate.stability >= rules.stability && candidate.beyond_chance;
    if (holds && (best.groups.empty() || candidate.silhouette > best.silhouette))
      best = {candidate.groups, candidate.silhouette, candidate.stability};
    if (!holds && best.groups.empty()) best.stability = std::max(best.stability, candidate.stability);
  }
  return best;
}

}  // namespace koepel::survey
