// SPDX-License-Identifier: EUPL-1.2
// FTE per partner in; the smallest combinations that have enough people, and how often nobody is there, out.
#include "scale/specialisation.h"

#include <algorithm>

#include "scale/prior.h"

namespace koepel::scale {

namespace {

constexpr double hair = 1e-9;  // 0.4 five times is 2.0

struct Search {
  const std::vector<std::pair<std::string, double>>& fte;  ///< most first
  std::vector<double> rest;                                ///< sum of fte from here on
  double needed, p;
  int most;
  Specialisation& out;
  std::vector<std::size_t> chosen;

  /// Partners come most first, so the last chosen is the smallest: the set is minimal as soon as it is enough, because
  /// without its smallest member it was not.
  void from(std::size_t next, double sum) {
    if (sum >= needed - hair) {
      keep(sum);
      return;
    }
    for (std::size_t i = next; i < fte.size() && out.complete; ++i) {
      if (sum + rest[i] < needed - hair || fte[i].second <= 0) return;
      chosen.push_back(i);
      from(i + 1, sum + fte[i].second);
      chosen.pop_back();
    }
  }

  void keep(double sum) {
    if (++out.count >= most) out.complete = false;
    Combination found;
    for (const auto i : chosen) found.partners.push_back(fte[i].first);
    found.fte = sum;
    found.outage = outage(p, sum);
    out.combinations.push_back(std::move(found));
  }
};

/// Fewest partners first; then the order of the search, which is that of most FTE.
void keep_smallest(std::vector<Combination>& combinations, std::size_t shown) {
  std::stable_sort(combinations.begin(), combinations.end(),
                   [](const auto& a, const auto& b) { return a.partners.size() < b.partners.size(); });
  if (combinations.size() > shown) combinations.resize(shown);
}

}  // namespace

Specialisation specialise(const std::vector<std::pair<std::string, double>>& fte, double needed_fte, double p,
                          std::size_t shown, int most) {
  Specialisation out;
  out.needed_fte = needed_fte;
  for (const auto& [partner, amount] : fte) {
    if (amount > 0) out.outage_now.emplace_back(partner, outage(p, amount));
    if (amount < needed_fte - hair) out.short_of.push_back(partner);
  }
  auto sorted = fte;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<double> rest(sorted.size() + 1, 0);
  for (std::size_t i = sorted.size(); i > 0; --i) rest[i - 1] = rest[i] + sorted[i - 1].second;
  Search{sorted, rest, needed_fte, p, most, out, {}}.from(0, 0);
  out.total_fte = rest.front();
  keep_smallest(out.combinations, shown);
  return out;
}

}  // namespace koepel::scale
