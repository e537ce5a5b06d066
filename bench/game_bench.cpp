// SPDX-License-Identifier: EUPL-1.2
// Dividing the gain of n municipalities: the nucleolus against the clock and against Kohlberg's criterion, Shapley and
// Banzhaf against one pass over the table. Usage: game_bench [players, default 20] [seed] [runs]
#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>

#include "game/kohlberg.h"
#include "game/levels.h"
#include "game/nucleolus.h"
#include "game/values.h"
#include "timing.h"

namespace {

using namespace koepel::bench;

using koepel::game::Game;
using std::int64_t;

/// splitmix64, so that the instances are those of the public generator (family `regio`).
struct Draw {
  std::uint64_t state;
  int64_t below(int64_t k) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return static_cast<int64_t>((z ^ z >> 31) % static_cast<std::uint64_t>(k));
  }
};

int64_t whole_root(int64_t v) {
  auto r = static_cast<int64_t>(std::sqrt(static_cast<double>(v)));
  while (r * r > v) --r;
  while ((r + 1) * (r + 1) <= v) ++r;
  return r;
}

struct Region {
  std::vector<int64_t> inhabitants, x, y;
  int64_t fixed, each, root, pair, distance, step_size, step_cost;

  [[nodiscard]] int64_t cost(int64_t people, int64_t members, int64_t box) const {
    return fixed + each * people / 100 + root * whole_root(people) + pair * members * (members - 1) / 2 +
           distance * box + step_cost * ((people + step_size - 1) / step_size);
  }
};

Region region(int n, std::uint64_t seed) {
  Draw draw{seed};
  Region r{};
  for (int i = 0; i < n; ++i) {
    const int64_t u = draw.below(1000);
    r.inhabitants.push_back(9000 + u * u * u * 191 / 1000000);
    r.x.push_back(draw.below(600));
    r.y.push_back(draw.below(600));
  }
  r.fixed = 100000 + draw.below(900001);
  r.each = 200 + draw.below(4801);
  r.root = draw.below(401);
  r.pair = 500 + draw.below(9501);
  r.distance = draw.below(301);
  r.step_size = 20000 + draw.below(80001);
  r.step_cost = 50000 + draw.below(250001);
  return r;
}

Game savings_game(const Region& r) {
  const auto n = static_cast<int>(r.x.size());
  Game game{n, koepel::game::Kind::savings, std::vector<double>(std::size_t{1} << n)};
  for (std::size_t s = 1; s < game.value.size(); ++s) {
    int64_t people = 0, alone = 0, left = 1 << 20, right = -1, low = 1 << 20, high = -1;
    for (std::size_t rest = s; rest != 0; rest &= rest - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(rest));
      people += r.inhabitants[i];
      alone += r.cost(r.inhabitants[i], 1, 0);
      left = std::min(left, r.x[i]), right = std::max(right, r.x[i]);
      low = std::min(low, r.y[i]), high = std::max(high, r.y[i]);
    }
    game.value[s] = static_cast<double>(alone - r.cost(people, std::popcount(s), right - left + high - low));
  }
  return game;
}

/// One pass at the machine's speed: a sum by vector instructions, with several running sums.
double one_pass(const std::vector<double>& table) {
  return Eigen::Map<const Eigen::ArrayXd>(table.data(), static_cast<Eigen::Index>(table.size())).sum();
}

/// The textbook way: every violated coalition into each linear program. Shares the simplex method with ours, not the
/// search.
std::vector<double> plain_nucleolus(const Game& game) {
  using namespace koepel::game;
  const double tolerance = excess_tolerance * magnitude(game);
  const auto all = [&](const Question& question) {
    std::vector<Coalition> worse;
    for (Coalition s = 1; s < game.value.size(); ++s)
      if (game.value[s] - total(question.division, s) > question.excess + tolerance && !question.settled.contains(s))
        worse.push_back(s);
    return worse;
  };
  Levels levels({game.players, [&](Coalition s) { return game.value[s]; }, Measure::total, true, tolerance, all});
  while (!levels.finished())
    if (levels.next({}) != Levels::Outcome::settled) return {};
  return levels.division();
}

/// The textbook Shapley value: player by player over all coalitions, a pass of scattered reads each.
std::vector<double> plain_shapley(const Game& game) {
  const int n = game.players;
  std::vector<double> weight(static_cast<std::size_t>(n)), shares;
  weight[0] = 1.0 / n;
  for (int s = 1; s < n; ++s)
    weight[static_cast<std::size_t>(s)] = weight[static_cast<std::size_t>(s - 1)] * s / (n - s);
  for (int i = 0; i < n; ++i) {
    const std::size_t me = std::size_t{1} << i;
    double sum = 0;
    for (std::size_t s = 0; s < game.value.size(); ++s)
      if ((s & me) == 0)
        sum += weight[static_cast<std::size_t>(std::popcount(s))] * (game.value[s | me] - game.value[s]);
    shares.push_back(sum);
  }
  return shares;
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double most = a.size() == b.size() ? 0 : INFINITY;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

/// Ours beside the plain one at a size that it can bear.
bool compare_with_plain(int n, std::uint64_t seed, int runs) {
  using namespace koepel::game;
  const Game game = savings_game(region(n, seed));
  std::vector<double> ours, plain;
  const double quick = median_of(runs, [&] { ours = nucleolus(game).shares; });
  const double slow = median_of(runs, [&] { plain = plain_nucleolus(game); });
  const double difference = largest_difference(ours, plain) / magnitude(game);
  std::printf(
      "n=%d nucleolus %.5f s, with all violated ones in the program %.5f s: %.1f times; largest relative difference "
      "%.1e\n",
      n, quick, slow, slow / quick, difference);
  return difference < 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace koepel::game;
  const int n = argc > 1 ? std::atoi(argv[1]) : 20;
  const auto seed = static_cast<std::uint64_t>(argc > 2 ? std::atoll(argv[2]) : 342);
  const int runs = argc > 3 ? std::atoi(argv[3]) : 5;
  const Game game = savings_game(region(n, seed));
  std::printf("regio n=%d seed=%llu v(all)=%.0f\n", n, static_cast<unsigned long long>(seed), game.value.back());
  if (!compare_with_plain(12, seed, runs)) return std::printf("NOT THE SAME\n"), 1;
  volatile double kept = 0;
  const double pass = median_of(4 * runs, [&] { kept = one_pass(game.value); });
  std::printf("one pass      %9.5f s  (%.1f GB/s)\n", pass, static_cast<double>(game.value.size()) * 8e-9 / pass);
  std::vector<double> shares;
  const double t_shapley = median_of(4 * runs, [&] { shares = shapley(game); });
  std::printf("Shapley       %9.5f s  %.2f passes, adds up to %.3f\n", t_shapley, t_shapley / pass,
              std::accumulate(shares.begin(), shares.end(), 0.0));
  if (n <= 20) {
    std::vector<double> plain;
    const double t_plain = median_of(runs, [&] { plain = plain_shapley(game); });
    const double difference = largest_difference(shares, plain) / magnitude(game);
    std::printf("  player by player %.5f s, %.1f times ours; largest relative difference %.1e\n", t_plain,
                t_plain / t_shapley, difference);
    if (difference > 1e-9) return std::printf("NOT THE SHAPLEY VALUE\n"), 1;
  }
  const double t_banzhaf = median_of(4 * runs, [&] { shares = banzhaf(game); });
  std::printf("Banzhaf       %9.5f s  %.2f passes\n", t_banzhaf, t_banzhaf / pass);
  for (const auto measure : {Measure::total, Measure::per_capita}) {
    Nucleolus found;
    const double time = median_of(runs, [&] { found = nucleolus(game, measure); });
    std::printf("nucleolus %s %9.5f s  %.1f passes, %zu levels, %d searches, %s\n",
                measure == Measure::total ? "   " : "p.c.", time, time / pass, found.levels.size(), found.passes,
                found.complete ? "complete" : "NOT COMPLETE");
    std::printf("  shares:");
    for (const double x : found.shares) std::printf(" %.4f", x);
    std::printf("\n");
    if (n <= 20 && !satisfies_kohlberg(game, found.shares, measure)) return std::printf("NOT THE NUCLEOLUS\n"), 1;
    if (n <= 20) std::printf("  Kohlberg's criterion holds\n");
  }
}
