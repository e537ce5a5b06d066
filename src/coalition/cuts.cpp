// SPDX-License-Identifier: EUPL-1.2
// In: fractions of teams. Out: three or five partners of whom the teams, in sum, hold too many pairs.
// Face: broken_cuts().
#include <algorithm>
#include <bit>
#include <map>

#include "coalition/relaxation.h"

namespace koepel::coalition {
namespace {

constexpr std::size_t most_cuts = 150;
constexpr std::size_t few_triples = 25;
constexpr int most_per_partner = 6;
constexpr double least_broken = 0.02;

struct Broken {
  double by = 0;
  Cut cut;
};

/// The worst first.
void sort(std::vector<Broken>& found) {
  std::sort(found.begin(), found.end(),
            [](const Broken& a, const Broken& b) { return a.by != b.by ? a.by > b.by : a.cut < b.cut; });
}

class Finder {
 public:
  Finder(const Candidates& list, std::span<const std::size_t> teams, std::span<const double> shares)
      : n_(static_cast<std::size_t>(list.partners)), pair_(n_ * n_, 0), mates_(n_), teams_of_(n_) {
    for (std::size_t k = 0; k < teams.size(); ++k)
      if (shares[k] > 1e-6 && shares[k] < 1 - 1e-6) count(list.team(teams[k]), shares[k]);
  }

  std::vector<Broken> triples() {
    std::vector<Broken> found;
    for (std::size_t a = 0; a < n_; ++a)
      for (const int b : mates_[a])
        for (const int c : mates_[a])
          if (static_cast<int>(a) < b && b < c) consider({static_cast<int>(a), b, c}, found);
    sort(found);
    return found;
  }

  // Each partner with four of the mates it has most in common with, or of their mates when it has few.
  std::vector<Broken> fives() {
    std::vector<Broken> found;
    for (std::size_t a = 0; a < n_; ++a)
      if (!mates_[a].empty()) fives_around(static_cast<int>(a), found);
    sort(found);
    const auto same = [](const Broken& a, const Broken& b) { return a.cut == b.cut; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
  }

 private:
  struct Part {
    std::span<const int> team;
    double share = 0;
  };
  struct Local {
    unsigned members = 0;  // bits, by place among those around
    double share = 0;
  };
  static constexpr std::size_t most_around = 13;

  void count(std::span<const int> team, double share) {
    for (const int a : team) {
      teams_of_[static_cast<std::size_t>(a)].push_back(parts_.size());
      for (const int b : team) {
        if (a == b) continue;
        if (weight(a, b) == 0) mates_[static_cast<std::size_t>(a)].push_back(b);
        weight(a, b) += share;
      }
    }
    parts_.push_back({team, share});
    for (std::size_t a = 0; a < team.size(); ++a)
      for (std::size_t b = a + 1; b < team.size(); ++b)
        for (std::size_t c = b + 1; c < team.size(); ++c) triple_[{team[a], team[b], team[c]}] += share;
  }

  double& weight(int a, int b) { return pair_[static_cast<std::size_t>(a) * n_ + static_cast<std::size_t>(b)]; }

  void consider(Cut cut, std::vector<Broken>& found) {
    const double pairs = weight(cut[0], cut[1]) + weight(cut[0], cut[2]) + weight(cut[1], cut[2]);
    if (pairs <= 1 + least_broken) return;
    const auto all = triple_.find(cut);
    const double by = pairs - (all == triple_.end() ? 0 : 2 * all->second) - 1;
    if (by > least_broken) found.push_back({by, std::move(cut)});
  }

  // Place 0 is the partner itself.
  std::vector<int> around(int a) {
    auto near = mates_[static_cast<std::size_t>(a)];
    std::sort(near.begin(), near.end(),
              [&](int i, int j) { return weight(a, i) != weight(a, j) ? weight(a, i) > weight(a, j) : i < j; });
    near.insert(near.begin(), a);
    for (std::size_t k = 1; k < near.size() && near.size() <= most_around; ++k)
      for (const int other : mates_[static_cast<std::size_t>(near[k])])
        if (std::find(near.begin(), near.end(), other) == near.end()) near.push_back(other);
    near.resize(std::min(near.size(), most_around + 1));
    return near;
  }

  // The teams that hold two or more of those around.
  std::vector<Local> locals(const std::vector<int>& near) const {
    std::map<std::size_t, unsigned> members;
    for (std::size_t k = 0; k < near.size(); ++k)
      for (const auto part : teams_of_[static_cast<std::size_t>(near[k])]) members[part] |= 1U << k;
    std::map<unsigned, double> together;
    for (const auto& [part, bits] : members)
      if (std::popcount(bits) > 1) together[bits] += parts_[part].share;
    std::vector<Local> result;
    for (const auto& [bits, share] : together) result.push_back({bits, share});
    return result;
  }

  void fives_around(int a, std::vector<Broken>& found) {
    const auto near = around(a);
    const auto teams = locals(near);
    for (unsigned some = 1; some < 1U << near.size(); some += 2) {
      if (std::popcount(some) != 5) continue;
      double pairs = 0;
      for (const auto& team : teams) pairs += team.share * (std::popcount(team.members & some) / 2);
      if (pairs <= 2 + least_broken) continue;
      Cut cut;
      for (std::size_t k = 0; k < near.size(); ++k)
        if ((some >> k & 1U) != 0) cut.push_back(near[k]);
      std::sort(cut.begin(), cut.end());
      found.push_back({pairs - 2, std::move(cut)});
    }
  }

  std::size_t n_;
  std::vector<double> pair_;
  std::vector<std::vector<int>> mates_;
  std::vector<std::vector<std::size_t>> teams_of_;
  std::vector<Part> parts_;
  std::map<Cut, double> triple_;
};

/// The worst, but no partner in too many.
void choose(const std::vector<Broken>& found, std::vector<int>& used, std::vector<Cut>& chosen) {
  for (const auto& broken : found) {
    const auto full = [&](int i) { return used[static_cast<std::size_t>(i)] >= most_per_partner; };
    if (chosen.size() >= most_cuts || std::any_of(broken.cut.begin(), broken.cut.end(), full)) continue;
    for (const int i : broken.cut) ++used[static_cast<std::size_t>(i)];
    chosen.push_back(broken.cut);
  }
}

}  // namespace

std::vector<Cut> broken_cuts(const Candidates& list, std::span<const std::size_t> teams,
                             std::span<const double> shares) {
  Finder finder(list, teams, shares);
  std::vector<int> used(static_cast<std::size_t>(list.partners), 0);
  std::vector<Cut> chosen;
  choose(finder.triples(), used, chosen);
  if (chosen.size() < few_triples) choose(finder.fives(), used, chosen);
  return chosen;
}

}  // namespace koepel::coalition
