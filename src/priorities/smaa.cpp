// SPDX-License-Identifier: EUPL-1.2
// Scores and draws of weights in, share of the draws per alternative and rank out. The face is smaa.
// Values are made block by block of draws, so that a block of all alternatives stays in the first cache.
#include "priorities/smaa.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ensure.h"

namespace koepel::priorities {

namespace {

constexpr std::size_t block = 64;  // draws at a time

using Lane = std::array<double, block>;

/// value[draw] of one alternative for the block of draws that starts at `first`. A short last block is padded with
/// zeros, which are never read.
void weigh(std::span<const double> scores, const WeightDraws& weights, std::size_t first, std::size_t length,
           Lane& value) {
  value.fill(0);
  for (std::size_t c = 0; c < scores.size(); ++c) {
    const double* w = weights.of(static_cast<int>(c)).data() + first;
    const double score = scores[c];
    if (length == block)
      for (std::size_t d = 0; d < block; ++d) value[d] += score * w[d];
    else
      for (std::size_t d = 0; d < length; ++d) value[d] += score * w[d];
  }
}

/// Counts, per alternative and rank, in how many draws it stood there; ties share their ranks evenly.
class Ranks {
 public:
  explicit Ranks(std::size_t alternatives)
      : n_(alternatives), seen_(n_ * n_), start_(2 * n_ + 1), step_(n_), order_(n_) {}

  void count(const std::vector<Lane>& values, std::size_t length) {
    for (std::size_t d = 0; d < length; ++d) {
      sort_into_order(values, d);
      for (std::size_t first = 0; first < n_;) {
        std::size_t next = first + 1;
        while (next < n_ && order_[next].value == order_[first].value) ++next;
        for (std::size_t k = first; k < next; ++k) place(order_[k].alternative, first, next - first);
        first = next;
      }
    }
  }

  [[nodiscard]] const std::vector<double>& seen() const { return seen_; }

 private:
  /// Best first: dealt into equal steps between the best and the worst, which leaves little for the insertion sort
  /// after it. Branch misses make a comparison sort of so few items several times slower.
  void sort_into_order(const std::vector<Lane>& values, std::size_t d) {
    double best = values[0][d], worst = best;
    for (std::size_t a = 1; a < n_; ++a) {
      best = std::max(best, values[a][d]);
      worst = std::min(worst, values[a][d]);
    }
    const double per_value = best - worst > 1e-300 ? static_cast<double>(start_.size() - 2) / (best - worst) : 0.0;
    std::fill(start_.begin(), start_.end(), 0U);
    for (std::size_t a = 0; a < n_; ++a) {
      step_[a] = static_cast<std::uint32_t>((best - values[a][d]) * per_value);
      ++start_[step_[a] + 1];
    }
    for (std::size_t k = 1; k < start_.size(); ++k) start_[k] += start_[k - 1];
    for (std::size_t a = 0; a < n_; ++a) order_[start_[step_[a]]++] = {values[a][d], static_cast<std::uint32_t>(a)};
    for (std::size_t k = 1; k < n_; ++k) {
      const Entry entry = order_[k];
      std::size_t place = k;
      for (; place > 0 && order_[place - 1].value < entry.value; --place) order_[place] = order_[place - 1];
      order_[place] = entry;
    }
  }

  void place(std::size_t alternative, std::size_t better, std::size_t sharing) {
    double* row = seen_.data() + alternative * n_ + better;
    if (sharing == 1) {
      *row += 1;
      return;
    }
    for (std::size_t k = 0; k < sharing; ++k) row[k] += 1.0 / static_cast<double>(sharing);
  }

  struct Entry {
    double value;
    std::uint32_t alternative;
  };
  std::size_t n_;
  std::vector<double> seen_;
  std::vector<std::uint32_t> start_;  ///< first place of each step, two steps per alternative
  std::vector<std::uint32_t> step_;   ///< of each alternative
  std::vector<Entry> order_;
};

}  // namespace

Acceptability smaa(std::span<const double> scores, const WeightDraws& weights) {
  const auto criteria = static_cast<std::size_t>(weights.criteria);
  const auto draws = static_cast<std::size_t>(weights.draws);
  ENSURE(criteria > 0 && draws > 0 && scores.size() % criteria == 0);
  const std::size_t n = scores.size() / criteria;
  Ranks ranks(n);
  std::vector<Lane> values(n);
  for (std::size_t first = 0; first < draws; first += block) {
    const std::size_t length = std::min(block, draws - first);
    for (std::size_t a = 0; a < n; ++a)
      weigh(scores.subspan(a * criteria, criteria), weights, first, length, values[a]);
    ranks.count(values, length);
  }
  Acceptability out{static_cast<int>(n), std::vector<double>(n, 0.0), ranks.seen()};
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t r = 0; r < n; ++r) {
      double& share = out.share[a * n + r];
      share /= static_cast<double>(draws);
      out.mean_rank[a] += share * static_cast<double>(r + 1);
    }
  return out;
}

}  // namespace koepel::priorities
