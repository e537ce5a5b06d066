// SPDX-License-Identifier: EUPL-1.2
// In: fractions of teams. Out: triples of partners of whom more than one team, in sum, holds two. Face: broken_cuts().
#include <algorithm>
#include <map>

#include "coalition/relaxation.h"

namespace koepel::coalition {
namespace {

constexpr std::size_t most_cuts = 150;
constexpr int most_per_partner = 6;

struct Broken {
  double by = 0;
  Cut cut{};
};

}  // namespace

std::vector<Cut> broken_cuts(const Candidates& list, std::span<const std::size_t> teams,
                             std::span<const double> shares) {
  const auto n = static_cast<std::size_t>(list.partners);
  std::vector<double> pair(n * n, 0);
  std::vector<std::vector<int>> mates(n);
  std::map<Cut, double> triple;
  for (std::size_t k = 0; k < teams.size(); ++k) {
    if (shares[k] < 1e-6 || shares[k] > 1 - 1e-6) continue;
    const auto team = list.team(teams[k]);
    for (std::size_t a = 0; a < team.size(); ++a)
      for (std::size_t b = a + 1; b < team.size(); ++b) {
        auto& weight = pair[static_cast<std::size_t>(team[a]) * n + static_cast<std::size_t>(team[b])];
        if (weight == 0) mates[static_cast<std::size_t>(team[a])].push_back(team[b]);
        weight += shares[k];
        for (std::size_t c = b + 1; c < team.size(); ++c) triple[{team[a], team[b], team[c]}] += shares[k];
      }
  }
  const auto weight = [&](int a, int b) {
    return pair[static_cast<std::size_t>(std::min(a, b)) * n + static_cast<std::size_t>(std::max(a, b))];
  };
  std::vector<Broken> found;
  const auto consider = [&](int a, int b, int c) {
    Cut cut{a, b, c};
    std::sort(cut.begin(), cut.end());
    const double pairs = weight(a, b) + weight(a, c) + weight(b, c);
    if (pairs <= 1.02) return;
    const auto all = triple.find(cut);
    const double by = pairs - (all == triple.end() ? 0 : 2 * all->second) - 1;
    if (by > 0.02) found.push_back({by, cut});
  };
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t i = 0; i < mates[a].size(); ++i)
      for (std::size_t j = i + 1; j < mates[a].size(); ++j) consider(static_cast<int>(a), mates[a][i], mates[a][j]);
  std::sort(found.begin(), found.end(),
            [](const Broken& a, const Broken& b) { return a.by != b.by ? a.by > b.by : a.cut < b.cut; });
  std::vector<Cut> chosen;
  std::vector<int> used(n, 0);
  for (const auto& broken : found) {
    const auto full = [&](int i) { return used[static_cast<std::size_t>(i)] >= most_per_partner; };
    if (chosen.size() == most_cuts || std::any_of(broken.cut.begin(), broken.cut.end(), full)) continue;
    for (const int i : broken.cut) ++used[static_cast<std::size_t>(i)];
    chosen.push_back(broken.cut);
  }
  return chosen;
}

}  // namespace koepel::coalition
