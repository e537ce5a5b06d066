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

constexpr std::size_t block = 64;         // draws at a time
constexpr std::size_t pairwise_limit = 32;  // above it, sorting beats comparing all pairs

using Lane = std::array<double, block>;
using Count = std::array<double, block>;  // counts are doubles so that one vector width serves compare and add

/// value[draw] of one alternative for the block of draws that starts at `first`. A short last block is padded with zeros,
/// which are never read.
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
  explicit Ranks(std::size_t alternatives) : n_(alternatives), seen_(n_ * n_), better_(n_), equal_(n_), order_(n_) {}

  void count(const std::vector<Lane>& values, std::size_t length) {
    if (n_ <= pairwise_limit)
      count_by_pairs(values, length);
    else
      for (std::size_t d = 0; d < length; ++d) count_by_sorting(values, d);
  }

  [[nodiscard]] const std::vector<double>& seen() const { return seen_; }

 private:
  void count_by_pairs(const std::vector<Lane>& values, std::size_t length) {
    for (std::size_t a = 0; a < n_; ++a) {
      better_[a].fill(0);
      equal_[a].fill(0);
    }
    for (std::size_t a = 0; a < n_; ++a)
      for (std::size_t b = a + 1; b < n_; ++b) compare(values[a], values[b], a, b);
    for (std::size_t a = 0; a < n_; ++a)
      for (std::size_t d = 0; d < length; ++d)
        place(a, static_cast<std::size_t>(better_[a][d]), static_cast<std::size_t>(equal_[a][d]) + 1);
  }

  void compare(const Lane& va, const Lane& vb, std::size_t a, std::size_t b) {
    Count& better_a = better_[a];
    Count& better_b = better_[b];
    Count& equal_a = equal_[a];
    Count& equal_b = equal_[b];
    for (std::size_t d = 0; d < block; ++d) {
      const double b_leads = vb[d] > va[d] ? 1.0 : 0.0;
      const double a_leads = va[d] > vb[d] ? 1.0 : 0.0;
      const double tie = 1.0 - b_leads - a_leads;
      better_a[d] += b_leads;
      better_b[d] += a_leads;
      equal_a[d] += tie;
      equal_b[d] += tie;
    }
  }

  void count_by_sorting(const std::vector<Lane>& values, std::size_t d) {
    for (std::size_t a = 0; a < n_; ++a) order_[a] = {values[a][d], static_cast<std::uint32_t>(a)};
    std::sort(order_.begin(), order_.end(), [](const Entry& x, const Entry& y) { return x.value > y.value; });
    for (std::size_t first = 0; first < n_;) {
      std::size_t next = first + 1;
      while (next < n_ && order_[next].value == order_[first].value) ++next;
      for (std::size_t k = first; k < next; ++k) place(order_[k].alternative, first, next - first);
      first = next;
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
  std::vector<Count> better_, equal_;
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
    for (std::size_t a = 0; a < n; ++a) weigh(scores.subspan(a * criteria, criteria), weights, first, length, values[a]);
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
