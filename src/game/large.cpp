// SPDX-License-Identifier: EUPL-1.2
// In: an oracle that values coalitions, for more players than a table can hold. Out: a sampled Shapley value with its
// standard error, and a nucleolus by constraint generation. Face: sampled_shapley(), large_nucleolus().
#include "game/large.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "base/ensure.h"
#include "base/random.h"
#include "game/levels.h"
#include "game/nucleolus.h"

namespace koepel::game {

namespace {

Coalition only(int player) { return Coalition{1} << player; }

void add_contributions(const std::vector<int>& order, const Oracle& value, std::vector<double>& contributions) {
  Coalition joined = 0;
  double before = 0;
  for (const int player : order) {
    joined |= only(player);
    const double now = value(joined);
    contributions[static_cast<std::size_t>(player)] += (now - before) / 2;
    before = now;
  }
}

void shuffle(std::vector<int>& order, Random& random) {
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
}

/// Climbs from a coalition to one that no single player joining or leaving makes worse off with the division.
class Climber {
 public:
  Climber(const Oracle& value, const Question& question, Coalition all) : value_(value), ask_(question), all_(all) {}

  [[nodiscard]] double excess(Coalition s) const { return value_(s) - total(ask_.division, s); }

  [[nodiscard]] Coalition climb(Coalition s) const {
    for (double here = excess(s);;) {
      Coalition best = s;
      for (Coalition rest = all_; rest != 0; rest &= rest - 1) {
        const Coalition next = s ^ (rest & (~rest + 1));
        if (next == 0 || next == all_ || ask_.settled.contains(next)) continue;
        const double there = excess(next);
        if (there > here) here = there, best = next;
      }
      if (best == s) return s;
      s = best;
    }
  }

 private:
  const Oracle& value_;
  const Question& ask_;
  Coalition all_;
};

std::vector<Coalition> starting_points(int players, int starts, std::uint64_t seed) {
  Random random(seed, "game.climbs");
  const Coalition all = only(players) - 1;
  std::vector<Coalition> points;
  for (int i = 0; i < starts; ++i) {
    if (i < players)
      points.push_back(only(i));
    else if (i < 2 * players)
      points.push_back(all ^ only(i - players));
    else
      points.push_back(random.bits() & all);
  }
  return points;
}

Search search_by_climbing(int players, const Oracle& value, double tolerance, std::vector<Coalition> points) {
  return [=](const Question& question) {
    const Climber climber(value, question, only(players) - 1);
    std::set<Coalition> found;
    for (const auto point : points) {
      const Coalition top = climber.climb(point);
      if (!question.settled.contains(top) && climber.excess(top) > question.excess + tolerance) found.insert(top);
    }
    return std::vector<Coalition>(found.begin(), found.end());
  };
}

}  // namespace

SampledValue sampled_shapley(int players, const Oracle& value, int orders, std::uint64_t seed,
                             const Progress& progress) {
  ENSURE(players >= 1 && players <= 63 && orders >= 2);
  const auto n = static_cast<std::size_t>(players);
  Random random(seed, "game.orders");
  std::vector<double> mean(n), squares(n);
  SampledValue result;
  for (; result.orders < orders; progress.at(static_cast<double>(result.orders) / orders)) {
    if (result.orders >= 2 && progress.stopped()) break;
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    shuffle(order, random);
    std::vector<double> contributions(n);
    add_contributions(order, value, contributions);
    std::reverse(order.begin(), order.end());
    add_contributions(order, value, contributions);
    ++result.orders;
    for (std::size_t i = 0; i < n; ++i) {  // Welford: no cancellation of large squares
      const double off = contributions[i] - mean[i];
      mean[i] += off / result.orders;
      squares[i] += off * (contributions[i] - mean[i]);
    }
  }
  const double pairs = result.orders;
  for (const double s : squares) result.standard_errors.push_back(std::sqrt(s / (pairs - 1) / pairs));
  result.shares = std::move(mean);
  return result;
}

LargeNucleolus large_nucleolus(int players, const Oracle& value, int starts, std::uint64_t seed,
                               const Progress& progress) {
  ENSURE(players >= 2 && players <= 63 && starts >= 1);
  const Coalition all = only(players) - 1;
  const auto points = starting_points(players, starts, seed);
  double scale = std::max(std::abs(value(all)), std::numeric_limits<double>::min());
  double alone = 0;
  for (const auto point : points) scale = std::max(scale, std::abs(value(point)));
  for (int i = 0; i < players; ++i) alone += value(only(i));
  const double tolerance = excess_tolerance * scale;
  Levels levels({players, value, Measure::total, value(all) - alone >= -tolerance, tolerance,
                 search_by_climbing(players, value, tolerance, points)});
  while (!levels.finished())
    if (levels.next(progress) != Levels::Outcome::settled) break;
  const std::vector<double>& shares = levels.division();
  const ExactSpan nothing_settled(players);
  const Question last{shares, 0, nothing_settled};
  const Climber climber(value, last, all);
  double largest = -std::numeric_limits<double>::infinity();
  for (const auto point : points)
    if (point != 0 && point != all) largest = std::max(largest, climber.excess(climber.climb(point)));
  return {shares, levels.excesses(), largest, levels.finished()};
}

}  // namespace koepel::game
