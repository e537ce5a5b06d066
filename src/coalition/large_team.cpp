// SPDX-License-Identifier: EUPL-1.2
// In: the table. Out: the best division where one team of nearly all may be best. Face: search_by_large_team().
// Prices prove little there. But the divisions with a large team are quickly gone through, and the others fall far
// short of them: their own prices prove that.
#include <bit>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

/// Only teams too small to be most of the partners.
std::vector<std::int64_t> without_large_teams(std::span<const std::int64_t> values, int partners) {
  std::vector<std::int64_t> small(values.begin(), values.end());
  for (std::size_t set = 0; set < small.size(); ++set)
    if (std::popcount(set) >= large_team(partners)) small[set] = impossible;
  return small;
}

}  // namespace

Result<SearchOutcome> search_by_large_team(std::span<const std::int64_t> values, int partners,
                                           const Progress& progress) {
  auto large = division_with_large_team(values, partners, progress);
  if (progress.stopped()) return SearchOutcome{};
  const auto small = without_large_teams(values, partners);
  const auto priced = find_prices(small, partners, progress);
  if (!priced) return tl::unexpected(priced.error());
  if (priced->stopped) return SearchOutcome{.division = std::move(large)};
  if (!priced->prices) return SearchOutcome{.division = std::move(large), .proven = true};
  auto better = search(small, partners, *priced->prices, progress, large ? std::optional(large->value) : std::nullopt);
  if (!better.division) better.division = std::move(large);
  return better;
}

}  // namespace koepel::coalition
