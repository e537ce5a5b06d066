// SPDX-License-Identifier: EUPL-1.2
// In: a game and a division. Out: the coalitions that complain most. Face: search_table().
#include "game/search.h"

#include <Eigen/Core>
#include <algorithm>
#include <bit>

namespace koepel::game {

namespace {

constexpr int low_most = 10;           // 2^10 sums: 8 kB, stays in the nearest cache
constexpr Eigen::Index stretch = 256;  // looked at as one; scanned singly only when its worst is bad enough
using Vector = Eigen::ArrayXd;
using Residues = std::vector<std::uint64_t>;

/// All sums over subsets of `terms`[first, last).
Vector subset_sums(const std::vector<double>& terms, int first, int last) {
  Vector sums(Eigen::Index{1} << (last - first));
  sums[0] = 0;
  for (int i = first; i < last; ++i) {
    const Eigen::Index half = Eigen::Index{1} << (i - first);
    sums.segment(half, half) = sums.head(half) + terms[static_cast<std::size_t>(i)];
  }
  return sums;
}

Residues subset_residues(const Residues& terms, int first, int last) {
  Residues sums{0};
  for (int i = first; i < last; ++i)
    for (std::size_t s = 0, half = sums.size(); s < half; ++s)
      sums.push_back((sums[s] + terms[static_cast<std::size_t>(i)]) % span_prime);
  return sums;
}

struct Found {
  double by;
  Coalition coalition;
};

class TableSearch {
 public:
  TableSearch(const Game& game, Measure measure, double tolerance, std::size_t most)
      : game_(game), measure_(measure), tolerance_(tolerance), most_(most), low_(std::min(game.players, low_most)) {}

  std::vector<Coalition> operator()(const Question& question) {
    prepare(question);
    std::vector<Found> found;
    for (Eigen::Index h = 0; h < high_sums_.size(); ++h)
      for (Eigen::Index at = 0; at < low_sums_.size(); at += stretch) look(question, h, at, found);
    const auto worse = [](const Found& a, const Found& b) {
      return a.by != b.by ? a.by > b.by : a.coalition < b.coalition;
    };
    std::sort(found.begin(), found.end(), worse);
    if (found.size() > most_) found.resize(most_);
    std::vector<Coalition> coalitions;
    for (const auto& f : found) coalitions.push_back(f.coalition);
    return coalitions;
  }

 private:
  void prepare(const Question& question) {
    auto terms = question.division;
    if (measure_ == Measure::per_capita)
      for (auto& term : terms) term += question.excess;
    low_sums_ = subset_sums(terms, 0, low_);
    high_sums_ = subset_sums(terms, low_, game_.players);
    if (measure_ == Measure::total) high_sums_ += question.excess;
    const auto witness = question.settled.witness();
    low_residues_ = subset_residues(witness, 0, low_);
    high_residues_ = subset_residues(witness, low_, game_.players);
  }

  void look(const Question& question, Eigen::Index h, Eigen::Index at, std::vector<Found>& found) const {
    const Eigen::Index size = std::min(stretch, low_sums_.size() - at);
    const double* row = game_.value.data() + (h << low_) + at;
    const Eigen::Map<const Vector> values(row, size);
    const auto sums = low_sums_.segment(at, size);
    const bool cost = game_.kind == Kind::cost;
    const double worst = cost ? (-values - sums).maxCoeff() : (values - sums).maxCoeff();
    const double least = high_sums_[h] + tolerance_;
    if (worst > least) scan(question, h, at, size, found);
  }

  void scan(const Question& question, Eigen::Index h, Eigen::Index at, Eigen::Index size,
            std::vector<Found>& found) const {
    const double sign = sign_of(game_);
    const auto high = high_residues_[static_cast<std::size_t>(h)];
    const auto opposite = high == 0 ? 0 : span_prime - high;
    Found best{tolerance_, 0};
    for (Eigen::Index l = at; l < at + size; ++l) {
      const auto coalition = static_cast<Coalition>((h << low_) + l);
      const double by = sign * game_.value[coalition] - low_sums_[l] - high_sums_[h];
      if (by <= best.by) continue;
      if (low_residues_[static_cast<std::size_t>(l)] == opposite && question.settled.contains(coalition)) continue;
      best = {by, coalition};
    }
    if (best.coalition != 0) found.push_back(best);
  }

  const Game& game_;
  Measure measure_;
  double tolerance_;
  std::size_t most_;
  int low_;
  Vector low_sums_, high_sums_;
  Residues low_residues_, high_residues_;
};

}  // namespace

Search search_table(const Game& game, Measure measure, double tolerance, std::size_t most) {
  return TableSearch(game, measure, tolerance, most);
}

}  // namespace koepel::game
