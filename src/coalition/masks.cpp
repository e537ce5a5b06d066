// SPDX-License-Identifier: EUPL-1.2
// In: teams as bits. Out: their members, their price sums, the table with rules kept. Face: members(), PriceSums.
#include <bit>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

std::vector<double> subset_sums(std::span<const double> prices) {
  std::vector<double> sums(std::size_t{1} << prices.size(), 0.0);
  for (std::size_t set = 1; set < sums.size(); ++set)
    sums[set] = sums[set & (set - 1)] + prices[static_cast<std::size_t>(std::countr_zero(set))];
  return sums;
}

}  // namespace

Team members(Mask team) {
  Team result;
  for (; team != 0; team &= team - 1) result.push_back(std::countr_zero(team));
  return result;
}

Mask mask_of(std::span<const int> team) {
  Mask mask = 0;
  for (const int partner : team) mask |= Mask{1} << partner;
  return mask;
}

PriceSums::PriceSums(std::span<const double> prices, int partners)
    : low_bits(partners / 2),
      low(subset_sums(prices.first(static_cast<std::size_t>(low_bits)))),
      high(subset_sums(prices.subspan(static_cast<std::size_t>(low_bits)))) {}

std::vector<std::int64_t> keep_rules(std::span<const std::int64_t> values, const Rules& rules, int partners) {
  const TeamJudge judge(rules, partners);
  std::vector<std::int64_t> kept(values.begin(), values.end());
  for (std::size_t set = 1; set < kept.size(); ++set)
    if (kept[set] != impossible && !judge.allows(members(static_cast<Mask>(set)))) kept[set] = impossible;
  return kept;
}

}  // namespace koepel::coalition
