// SPDX-License-Identifier: EUPL-1.2
// In: the table and prices. Out: the best division, proven. Face: search().
// Every division falls short of the prices' total by the sum of its teams' slacks (price - value, never negative). So
// a division that falls short by at most B holds only teams with slack <= B. We try a small B first: few teams, a
// quick search. What it finds is the best of all; when it finds nothing, B grows.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

struct Candidate {
  Mask team = 0;
  double slack = 0;
};

/// Number of teams per size of slack, in steps of a quarter power of two: to choose B by the number of teams it lets
/// in.
class SlackCounts {
 public:
  SlackCounts(std::span<const std::int64_t> values, const PriceSums& sums) : counts_(steps, 0) {
    for (Mask set = 1; set < values.size(); ++set)
      if (values[set] != impossible) ++counts_[step_of(sums.of(set) - static_cast<double>(values[set]))];
  }
  /// The slack that lets in at least `wanted` teams (or all).
  [[nodiscard]] double letting_in(std::size_t wanted) const {
    std::size_t sum = 0;
    for (std::size_t step = 0; step < steps; ++step)
      if ((sum += counts_[step]) >= wanted) return std::exp2(static_cast<double>(step + 1) / 4 - offset);
    return std::exp2(static_cast<double>(steps) / 4 - offset);
  }

 private:
  static constexpr std::size_t steps = 400;
  static constexpr double offset = 30;
  // The exponent and the two highest bits of the mantissa, without a logarithm: rounded down within a quarter octave.
  static std::size_t step_of(double slack) {
    if (!(slack > 1e-9)) return 0;
    const auto bits = std::bit_cast<std::uint64_t>(slack) >> 50;
    const auto quarter = static_cast<std::int64_t>(bits) - (1023 - 30) * 4;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(quarter, 0, steps - 1));
  }
  std::vector<std::size_t> counts_;
};

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A step of the search jumps through memory and costs ten times a step of dynamic programming: beyond this part of
/// 3^n the way by large teams (divide.cpp) would have been done by now.
constexpr double dear_step = 128;

/// Rounding of sums of prices; it only ever lets more in.
double slip_of(double total) { return 1e-10 * (std::abs(total) + 1); }

class Searcher {
 public:
  Searcher(std::span<const std::int64_t> values, int partners, const PriceSums& sums, double total, const Progress& p)
      : values_(values),
        sums_(sums),
        progress_(p),
        all_(static_cast<Mask>((std::size_t{1} << partners) - 1)),
        slip_(slip_of(total)),
        most_work_(partners <= 22 ? std::max(1e6, std::pow(3.0, partners) / dear_step) : 1e300),
        by_first_(static_cast<std::size_t>(partners)),
        seen_(std::size_t{1} << std::min(partners, 20)) {}

  /// The best division worth at least `least` (= total - B).
  std::optional<MaskDivision> run(double budget, double least) {
    gather(budget);
    std::fill(seen_.begin(), seen_.end(), Seen{});
    needed_ = least;
    best_.reset();
    visit(0, 0);
    return best_;
  }

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] bool gave_up() const { return work_ > most_work_; }

 private:
  struct Seen {
    Mask used = 0;
    std::int64_t value = impossible;
  };

  void gather(double budget) {
    for (auto& list : by_first_) list.clear();
    for (Mask set = 1; set <= all_; ++set) {
      const double slack = sums_.of(set) - static_cast<double>(values_[set]);
      if (slack <= budget) by_first_[static_cast<std::size_t>(std::countr_zero(set))].push_back({set, slack});
    }
    for (auto& list : by_first_)
      std::sort(list.begin(), list.end(),
                [](auto& a, auto& b) { return a.slack != b.slack ? a.slack < b.slack : a.team < b.team; });
  }

  // The same partners placed before, worth as much or more: nothing new can come of it.
  bool seen_better(Mask used, std::int64_t value) {
    auto& seen = seen_[(used * 2654435761U >> 7) & (seen_.size() - 1)];
    if (seen.used == used && seen.value >= value) return true;
    seen = {used, value};
    return false;
  }

  bool halted() {
    if ((++nodes_ & 1023) == 0 && progress_.stopped()) stopped_ = true;
    return stopped_ || gave_up();
  }

  void visit(Mask used, std::int64_t value) {
    if (used == all_) return keep(value);
    if (seen_better(used, value) || halted()) return;
    const Mask left = all_ & ~used;
    const auto first = static_cast<std::size_t>(std::countr_zero(left));
    const int others = std::popcount(left) - 1;
    if (others < 25 && (std::size_t{1} << others) < by_first_[first].size())
      visit_subsets(used, value, left);
    else
      visit_candidates(used, value, left, by_first_[first]);
  }

  // Few partners left: going through all teams among them is quicker than through the list.
  void visit_subsets(Mask used, std::int64_t value, Mask left) {
    const Mask first = left & (~left + 1), rest = left ^ first;
    for (Mask others = rest;; others = (others - 1) & rest) {
      ++work_;
      const Mask team = others | first;
      if (values_[team] != impossible && promising(value + values_[team], left ^ team)) try_team(used, value, team);
      if (others == 0 || stopped_) return;
    }
  }

  void visit_candidates(Mask used, std::int64_t value, Mask left, const std::vector<Candidate>& list) {
    const double room = static_cast<double>(value) + sums_.of(left) + slip_;
    for (const auto& candidate : list) {
      ++work_;
      if (room - candidate.slack < needed_ || stopped_) return;
      if ((candidate.team & used) == 0) try_team(used, value, candidate.team);
    }
  }

  [[nodiscard]] bool promising(std::int64_t value, Mask left) const {
    return static_cast<double>(value) + sums_.of(left) + slip_ >= needed_;
  }

  void try_team(Mask used, std::int64_t value, Mask team) {
    chosen_.push_back(team);
    visit(used | team, value + values_[team]);
    chosen_.pop_back();
  }

  void keep(std::int64_t value) {
    if (best_ ? value <= best_->value : static_cast<double>(value) < needed_ - slip_) return;
    best_ = MaskDivision{chosen_, value};
    needed_ = static_cast<double>(value) + 1;  // values are whole: better means at least one more
  }

  std::span<const std::int64_t> values_;
  const PriceSums& sums_;
  const Progress& progress_;
  Mask all_;
  double slip_;
  double most_work_;
  double needed_ = 0;
  double work_ = 0;
  std::uint64_t nodes_ = 0;
  bool stopped_ = false;
  std::vector<std::vector<Candidate>> by_first_;
  std::vector<Seen> seen_;
  std::vector<Mask> chosen_;
  std::optional<MaskDivision> best_;
};

/// More than any division can fall short.
double whole_range(std::span<const std::int64_t> values, int partners, double total) {
  std::int64_t worst = 0;
  for (std::size_t set = 1; set < values.size(); ++set)
    if (values[set] != impossible) worst = std::min(worst, values[set]);
  return total - static_cast<double>(worst) * partners + 1;
}

}  // namespace

SearchOutcome search(std::span<const std::int64_t> values, int partners, const Prices& prices, const Progress& progress,
                     std::optional<std::int64_t> least) {
  const PriceSums sums(prices.of_partner, partners);
  const SlackCounts counts(values, sums);
  Searcher searcher(values, partners, sums, prices.total, progress);
  const double short_of_least =
      least ? prices.total + slip_of(prices.total) - static_cast<double>(*least) - 1 : infinity;
  const double everything = std::min(whole_range(values, partners, prices.total), short_of_least);
  if (everything < 0) return {.division = {}, .proven = true, .gave_up = false};
  double budget = 0;
  for (std::size_t wanted = 2048;; wanted *= 4) {
    budget = std::min(std::max(counts.letting_in(wanted), 2 * budget), everything);
    auto division = searcher.run(budget, prices.total - budget);
    const bool complete = !searcher.stopped() && !searcher.gave_up();
    if (division || !complete || budget >= everything)
      return {.division = std::move(division), .proven = complete, .gave_up = searcher.gave_up()};
  }
}

}  // namespace koepel::coalition
