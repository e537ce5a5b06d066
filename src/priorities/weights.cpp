// SPDX-License-Identifier: EUPL-1.2
// What people stated about the weights in, draws from the set of weightings that agree with it out.
// The face is draw_weights.
#include "priorities/weights.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace koepel::priorities {

namespace {

constexpr double hair = 1e-12;  // room for the last digits of sums

using Weights = std::vector<double>;

/// The allowed set: low <= w <= high, sum 1, and w_a >= w_b where a has the better rank (0 = no rank).
struct Allowed {
  Weights low;
  Weights high;
  std::vector<int> rank;

  [[nodiscard]] std::size_t size() const { return low.size(); }
  [[nodiscard]] bool fixed(std::size_t i) const { return high[i] - low[i] <= hair; }
  [[nodiscard]] bool outranks(std::size_t a, std::size_t b) const {
    return rank[a] > 0 && rank[b] > 0 && rank[a] < rank[b];
  }
};

Allowed everything(std::size_t n) { return {Weights(n, 0.0), Weights(n, 1.0), std::vector<int>(n, 0)}; }

const MotiveWeight* statement_on(const std::string& criterion, std::span<const MotiveWeight> stated) {
  const auto found =
      std::find_if(stated.begin(), stated.end(), [&](const MotiveWeight& s) { return s.motive == criterion; });
  return found == stated.end() ? nullptr : &*found;
}

/// All criteria exact: relative weights that only need to be scaled to 1. None: not all are exact, or all are zero.
std::optional<Weights> one_weighting(std::span<const std::string> criteria, std::span<const MotiveWeight> stated) {
  Weights weights;
  for (const auto& criterion : criteria) {
    const auto* statement = statement_on(criterion, stated);
    if (statement == nullptr || !statement->exact || *statement->exact < 0) return std::nullopt;
    weights.push_back(*statement->exact);
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(sum > 0)) return std::nullopt;
  for (auto& weight : weights) weight /= sum;
  return weights;
}

/// A rank carries bounds on: nothing of a better rank may be lower than the lower bound of a worse rank, and so on.
void tighten(Allowed& set) {
  const Allowed stated = set;
  for (std::size_t a = 0; a < set.size(); ++a)
    for (std::size_t b = 0; b < set.size(); ++b)
      if (stated.outranks(a, b)) {
        set.low[a] = std::max(set.low[a], stated.low[b]);
        set.high[b] = std::min(set.high[b], stated.high[a]);
      }
}

Allowed allowed_by(std::span<const std::string> criteria, std::span<const MotiveWeight> stated) {
  Allowed set = everything(criteria.size());
  const auto keep_between = [&](std::size_t i, double low, double high) {
    set.low[i] = std::max(set.low[i], low);
    set.high[i] = std::min(set.high[i], high);
  };
  for (std::size_t i = 0; i < criteria.size(); ++i)
    for (const auto& statement : stated) {
      if (statement.motive != criteria[i]) continue;
      if (statement.exact) keep_between(i, *statement.exact, *statement.exact);
      if (statement.between) keep_between(i, statement.between->first, statement.between->second);
      if (statement.rank) set.rank[i] = std::max(*statement.rank, 0);
    }
  tighten(set);
  return set;
}

/// After tightening, both bounds respect the ranks, so every mixture of them does: the set is empty only when a bound
/// is upside down or the total 1 lies outside the sums of the bounds.
bool is_possible(const Allowed& set) {
  double low = 0, high = 0;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (!(set.low[i] <= set.high[i] + hair)) return false;
    low += set.low[i];
    high += set.high[i];
  }
  return low <= 1 + hair && high >= 1 - hair;
}

bool within(const Allowed& set, const Weights& w) {
  for (std::size_t i = 0; i < w.size(); ++i)
    if (w[i] < set.low[i] - hair || w[i] > set.high[i] + hair) return false;
  return true;
}

/// Proposals that already respect exact shares and ranks: a uniform draw for the rest of the total, of which the ranked
/// values are handed out again, largest to the best rank. Among equal ranks the order of the draw itself is kept, which
/// is any order with the same chance. By symmetry the outcome is uniform on the weightings with that ranking.
class Proposer {
 public:
  explicit Proposer(const Allowed& set) : set_(&set), buffer_(set.size()) {
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (set.fixed(i)) {
        rest_ -= set.low[i];
        continue;
      }
      free_.push_back(i);
      if (set.rank[i] > 0) ranked_.push_back(i);
    }
    if (rest_ < 0) rest_ = 0;
  }

  void propose(Random& random, Weights& w) {
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = set_->low[i];
    if (free_.empty()) return;
    const std::span<double> draw(buffer_.data(), free_.size());
    random.simplex(draw);
    for (std::size_t k = 0; k < free_.size(); ++k) w[free_[k]] = draw[k] * rest_;
    hand_out_by_rank(w);
  }

 private:
  void hand_out_by_rank(Weights& w) {
    order_ = ranked_;
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return set_->rank[a] != set_->rank[b] ? set_->rank[a] < set_->rank[b] : w[a] > w[b];
    });
    values_.clear();
    for (const auto i : ranked_) values_.push_back(w[i]);
    std::sort(values_.begin(), values_.end(), std::greater<>());
    for (std::size_t k = 0; k < order_.size(); ++k) w[order_[k]] = values_[k];
  }

  const Allowed* set_;
  double rest_ = 1;
  std::vector<std::size_t> free_, ranked_, order_;
  Weights buffer_, values_;
};

void store(WeightDraws& out, int draw, const Weights& w) {
  for (std::size_t c = 0; c < w.size(); ++c)
    out.values[c * static_cast<std::size_t>(out.draws) + static_cast<std::size_t>(draw)] = w[c];
}

/// False when too few of the first proposals are allowed.
bool by_rejection(const Allowed& set, Random& random, WeightDraws& out) {
  Proposer proposer(set);
  Weights w(set.size());
  int accepted = 0;
  for (int tried = 0; accepted < out.draws; ++tried) {
    if (tried == rejection_patience && accepted < rejection_minimum) return false;
    proposer.propose(random, w);
    if (within(set, w)) store(out, accepted++, w);
  }
  return true;
}

/// A point of the set: the mixture of both bounds that adds up to 1.
Weights start_of(const Allowed& set) {
  const double low = std::accumulate(set.low.begin(), set.low.end(), 0.0);
  const double high = std::accumulate(set.high.begin(), set.high.end(), 0.0);
  const double mix = high - low > hair ? (1 - low) / (high - low) : 0.0;
  Weights w(set.size());
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = set.low[i] + mix * (set.high[i] - set.low[i]);
  return w;
}

/// The stretch of steps t for which base + t * slope >= 0 shrinks [from, to].
void keep_not_negative(double base, double slope, double& from, double& to) {
  if (slope > 0) from = std::max(from, -base / slope);
  if (slope < 0) to = std::min(to, -base / slope);
}

/// One step of hit-and-run: a random direction that keeps the total, then a uniform point on the allowed part of that
/// line. Directions need only be as likely as their opposites and not depend on the place; they need not be round.
void step(const Allowed& set, Random& random, Weights& w, Weights& direction) {
  double mean = 0;
  int movable = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    direction[i] = set.fixed(i) ? 0.0 : 2 * random.uniform() - 1;
    mean += direction[i];
    movable += set.fixed(i) ? 0 : 1;
  }
  if (movable < 2) return;
  mean /= movable;
  double from = -std::numeric_limits<double>::infinity(), to = -from;
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (set.fixed(i)) continue;
    direction[i] -= mean;
    keep_not_negative(w[i] - set.low[i], direction[i], from, to);
    keep_not_negative(set.high[i] - w[i], -direction[i], from, to);
  }
  for (std::size_t a = 0; a < w.size(); ++a)
    for (std::size_t b = 0; b < w.size(); ++b)
      if (set.outranks(a, b)) keep_not_negative(w[a] - w[b], direction[a] - direction[b], from, to);
  const double t = from + random.uniform() * (to - from);
  if (!(to > from) || !std::isfinite(t)) return;
  for (std::size_t i = 0; i < w.size(); ++i) w[i] += t * direction[i];
}

void by_hit_and_run(const Allowed& set, Random& random, WeightDraws& out) {
  Weights w = start_of(set), direction(set.size());
  for (int i = 0; i < hit_and_run_first; ++i) step(set, random, w, direction);
  for (int draw = 0; draw < out.draws; ++draw) {
    for (int i = 0; i < hit_and_run_thinning; ++i) step(set, random, w, direction);
    store(out, draw, w);
  }
}

}  // namespace

WeightDraws draw_weights(std::span<const std::string> criteria, std::span<const MotiveWeight> stated, int draws,
                         Random random) {
  WeightDraws out;
  out.criteria = static_cast<int>(criteria.size());
  out.draws = draws;
  out.values.resize(criteria.size() * static_cast<std::size_t>(draws));
  if (const auto weights = one_weighting(criteria, stated)) {
    for (int draw = 0; draw < draws; ++draw) store(out, draw, *weights);
    return out;
  }
  Allowed set = allowed_by(criteria, stated);
  if (!is_possible(set)) {
    out.note = {"priorities.weights.impossible", {}};
    set = everything(criteria.size());
  }
  if (!by_rejection(set, random, out)) by_hit_and_run(set, random, out);
  return out;
}

}  // namespace koepel::priorities
