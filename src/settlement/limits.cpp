// SPDX-License-Identifier: EUPL-1.2
// A division and what each may pay at least and at most in, a division within those limits out. The face is
// share_within.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/ensure.h"
#include "settlement/key.h"

namespace koepel::settlement {

namespace {

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max() / 4;

std::int64_t low_of(const Limits& limits, std::size_t p) { return limits.low[p].value_or(Money{0}).cents; }
std::int64_t high_of(const Limits& limits, std::size_t p) { return limits.high[p].value_or(Money{no_limit}).cents; }

/// What the limits themselves forbid: above zero when all caps together stay below the total, below zero when all
/// floors together go above it.
std::int64_t impossible(std::int64_t total, const Limits& limits) {
  std::int64_t low = 0, high = 0;
  for (std::size_t p = 0; p < limits.low.size(); ++p) {
    low += low_of(limits, p);
    high = std::min(no_limit, high + std::min(no_limit, high_of(limits, p)));
  }
  return total > high ? total - high : std::min<std::int64_t>(0, total - low);
}

struct Division {
  std::vector<Money> pays;
  std::vector<bool> fixed;
};

/// Shares what the fixed ones leave over the others by key; false when nobody is left to share with.
bool share_rest(Money total, std::span<const double> shares, Division& division) {
  std::vector<double> weights(shares.begin(), shares.end());
  double sum = 0;
  for (std::size_t p = 0; p < weights.size(); ++p) {
    if (division.fixed[p]) {
      total = total - division.pays[p];
      weights[p] = 0;
    }
    sum += weights[p];
  }
  if (sum <= 0) {
    for (std::size_t p = 0; p < weights.size(); ++p)
      if (!division.fixed[p]) division.pays[p] = {};
    return false;
  }
  const auto parts = share_out(std::max(total, Money{}), weights);
  for (std::size_t p = 0; p < weights.size(); ++p)
    if (!division.fixed[p]) division.pays[p] = parts[p];
  return true;
}

/// Fixes those beyond the limit on the side with the larger breach; false when nobody is beyond one.
bool fix_breaches(const Limits& limits, Division& division) {
  std::int64_t above = 0, below = 0;
  for (std::size_t p = 0; p < division.pays.size(); ++p) {
    above += std::max<std::int64_t>(0, division.pays[p].cents - high_of(limits, p));
    below += std::max<std::int64_t>(0, low_of(limits, p) - division.pays[p].cents);
  }
  if (above == 0 && below == 0) return false;
  for (std::size_t p = 0; p < division.pays.size(); ++p) {
    if (above >= below && division.pays[p].cents > high_of(limits, p))
      division.pays[p] = {high_of(limits, p)}, division.fixed[p] = true;
    if (above < below && division.pays[p].cents < low_of(limits, p))
      division.pays[p] = {low_of(limits, p)}, division.fixed[p] = true;
  }
  return true;
}

/// Puts a remainder (rounding, or a key that gives the others nothing) where there is room for it, in proportion to
/// that.
void place_remainder(Money total, const Limits& limits, std::vector<Money>& pays) {
  const Money left = total - sum_of(pays);
  if (left.cents == 0) return;
  std::vector<double> room;
  for (std::size_t p = 0; p < pays.size(); ++p)
    room.push_back(static_cast<double>(left.cents > 0 ? std::min(high_of(limits, p) - pays[p].cents, left.cents)
                                                      : pays[p].cents - low_of(limits, p)));
  const auto parts = share_out(left, room);
  for (std::size_t p = 0; p < pays.size(); ++p) pays[p] = pays[p] + parts[p];
}

Money scaled(Money amount, double factor, bool up) {
  const double exact = static_cast<double>(amount.cents) * factor;
  const double nearest = std::round(exact);
  if (std::abs(exact - nearest) < 1e-6) return {std::llround(exact)};  // 1.1 x 100 is 110, not 110.00000000000001
  return {std::llround(up ? std::ceil(exact) : std::floor(exact))};
}

}  // namespace

Limited share_within(Money total, std::span<const double> shares, const Limits& limits) {
  ENSURE(total.cents >= 0 && limits.low.size() == shares.size() && limits.high.size() == shares.size());
  if (const auto rest = impossible(total.cents, limits); rest != 0) return {share_out(total, shares), {rest}};
  Division division{std::vector<Money>(shares.size()), std::vector<bool>(shares.size(), false)};
  bool sharing = share_rest(total, shares, division);
  while (fix_breaches(limits, division)) sharing = sharing && share_rest(total, shares, division);
  place_remainder(total, limits, division.pays);
  return {std::move(division.pays), {}};
}

Limits limits_of(const CostKey& key, std::span<const std::optional<Money>> own_cost) {
  Limits limits;
  for (const auto& own : own_cost) {
    limits.low.push_back(own && key.floor ? std::optional(scaled(*own, 1 - *key.floor, true)) : std::nullopt);
    limits.high.push_back(own && key.cap ? std::optional(scaled(*own, 1 + *key.cap, false)) : std::nullopt);
  }
  return limits;
}

}  // namespace koepel::settlement
