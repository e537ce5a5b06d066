// SPDX-License-Identifier: EUPL-1.2
// In: a game. Out: the division whose largest excesses are least. Face: nucleolus(), least_core().
#include "game/nucleolus.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"
#include "game/levels.h"

namespace koepel::game {

namespace {

constexpr std::size_t coalitions_per_search = 200;

bool can_all_get_their_own(const Game& game, double tolerance) {
  double alone = 0;
  for (int i = 0; i < game.players; ++i) alone += game.value[std::size_t{1} << i];
  return sign_of(game) * (game.value.back() - alone) >= -tolerance;
}

Levels levels_of(const Game& game, Measure measure, bool nobody_below_alone, double tolerance) {
  const double sign = sign_of(game);
  return Levels({game.players, [&game, sign](Coalition s) { return sign * game.value[s]; }, measure, nobody_below_alone,
                 tolerance, search_table(game, measure, tolerance, coalitions_per_search)});
}

/// Keeps the largest complaints; what differs by rounding only goes by coalition.
class Leaders {
 public:
  Leaders(std::size_t most, double grain) : most_(most), grain_(grain) {}

  void offer(const Complaint& one) {
    // The quick no, without rounding, for nearly all.
    if (full() && (most_ == 0 || one.excess < heap_.front().complaint.excess - grain_)) return;
    const Kept kept{one, std::round(one.excess / grain_)};
    // In games where most coalitions complain alike, the no by coalition is for nearly all.
    if (full() && !larger(kept, heap_.front())) return;
    heap_.push_back(kept);
    std::push_heap(heap_.begin(), heap_.end(), larger);
    if (heap_.size() <= most_) return;
    std::pop_heap(heap_.begin(), heap_.end(), larger);
    heap_.pop_back();
  }

  [[nodiscard]] std::vector<Complaint> in_order() {
    std::sort(heap_.begin(), heap_.end(), larger);
    std::vector<Complaint> out;
    for (const auto& kept : heap_) out.push_back(kept.complaint);
    return out;
  }

 private:
  struct Kept {
    Complaint complaint;
    double grains;  ///< its excess, rounded
  };
  static bool larger(const Kept& a, const Kept& b) {
    return a.grains != b.grains ? a.grains > b.grains : a.complaint.coalition < b.complaint.coalition;
  }
  [[nodiscard]] bool full() const { return heap_.size() == most_; }

  std::size_t most_;
  double grain_;
  std::vector<Kept> heap_;  ///< the least of those kept in front
};

/// A level that goes on at the same excess is one level to the reader.
std::vector<double> without_repeats(std::vector<double> levels, double tolerance) {
  const auto same = [&](double a, double b) { return std::abs(a - b) <= tolerance; };
  levels.erase(std::unique(levels.begin(), levels.end(), same), levels.end());
  return levels;
}

std::vector<double> in_kind(const Game& game, std::vector<double> division) {
  for (double& share : division) share = sign_of(game) * share + 0.0;
  return division;
}

}  // namespace

Nucleolus nucleolus(const Game& game, Measure measure, const Progress& progress) {
  ENSURE(is_game(game));
  const double tolerance = excess_tolerance * magnitude(game);
  Nucleolus result;
  result.nobody_below_alone = can_all_get_their_own(game, tolerance);
  auto levels = levels_of(game, measure, result.nobody_below_alone, tolerance);
  auto outcome = Levels::Outcome::settled;
  while (!levels.finished() && outcome == Levels::Outcome::settled) outcome = levels.next(progress);
  result.stuck = outcome == Levels::Outcome::stuck;
  result.complete = levels.finished();
  result.shares =
      in_kind(game, game.players == 1 ? std::vector<double>{sign_of(game) * game.value[1]} : levels.division());
  result.levels = without_repeats(levels.excesses(), 10 * tolerance);
  result.passes = levels.searches();
  return result;
}

LeastCore least_core(const Game& game, const Progress& progress) {
  ENSURE(is_game(game));
  if (game.players == 1) return {0, {game.value[1]}, true, {}, true};
  const double tolerance = excess_tolerance * magnitude(game);
  auto levels = levels_of(game, Measure::total, false, tolerance);
  LeastCore result;
  result.complete = levels.next(progress) == Levels::Outcome::settled;
  result.shares = in_kind(game, levels.division());
  if (!result.complete) return result;
  result.excess = levels.excesses().front();
  result.core_exists = result.excess <= tolerance;
  for (const auto& line : levels.deciding()) result.deciding.push_back(line.coalition);
  std::sort(result.deciding.begin(), result.deciding.end());
  return result;
}

std::vector<Complaint> largest_excesses(const Game& game, const std::vector<double>& shares, std::size_t most,
                                        Measure measure) {
  std::vector<double> sums(std::size_t{1} << game.players / 2);
  for (std::size_t s = 0; s < sums.size(); ++s) sums[s] = total(shares, s);
  const double grain = 1e-9 * magnitude(game), sign = sign_of(game);
  Leaders leaders(most, grain);
  for (Coalition high = 0; high < game.value.size(); high += sums.size()) {
    const double above = total(shares, high);
    for (std::size_t low = 0; low < sums.size(); ++low) {
      const Coalition s = high + low;
      if (s == 0 || s == game.everybody()) continue;
      leaders.offer({s, sign * (game.value[s] - sums[low] - above) / weight_of(measure, s)});
    }
  }
  return leaders.in_order();
}

}  // namespace koepel::game
