// SPDX-License-Identifier: EUPL-1.2
// In: a division, the values and a share rule. Out: who prefers which team, who would break away.
// Face: judge_stability().
#include "coalition/stability.h"

#include <algorithm>
#include <bit>

#include "base/ensure.h"
#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

struct Question {
  std::span<const std::int64_t> values;
  const ShareRule& share;
  TeamJudge judge;
  double least;

  [[nodiscard]] bool possible(const Team& team) const {
    return values[mask_of(team)] != impossible && judge.allows(team);
  }
  [[nodiscard]] std::vector<double> shares(const Team& team) const {
    auto amounts = share(team);
    ENSURE(amounts.size() == team.size());
    return amounts;
  }
};

std::vector<double> shares_now(const std::vector<Team>& division, const Question& q) {
  std::vector<double> now;
  for (const auto& team : division) {
    const auto amounts = q.shares(team);
    for (std::size_t k = 0; k < team.size(); ++k) {
      const auto partner = static_cast<std::size_t>(team[k]);
      if (now.size() <= partner) now.resize(partner + 1, 0);
      now[partner] = amounts[k];
    }
  }
  return now;
}

void consider(int partner, const Team& now, Team rather, const Question& q, Stability& result) {
  rather.insert(std::lower_bound(rather.begin(), rather.end(), partner), partner);
  if (!q.possible(rather)) return;
  const auto amounts = q.shares(rather);
  Preference preference{.partner = partner, .now = now, .rather = rather, .welcome = true};
  for (std::size_t k = 0; k < rather.size(); ++k) {
    const double gain = amounts[k] - result.shares[static_cast<std::size_t>(rather[k])];
    if (rather[k] == partner) preference.gain = gain;
    if (rather[k] != partner && gain < -q.least) preference.welcome = false;
  }
  if (preference.gain > q.least) result.preferences.push_back(std::move(preference));
}

void ask_partners(const std::vector<Team>& division, const Question& q, Stability& result) {
  for (const auto& now : division)
    for (const int partner : now) {
      if (now.size() > 1) consider(partner, now, {}, q, result);
      for (const auto& other : division)
        if (other != now) consider(partner, now, other, q, result);
    }
  std::stable_sort(result.preferences.begin(), result.preferences.end(),
                   [](auto& a, auto& b) { return a.gain > b.gain; });
}

void ask_team(const Team& team, const Question& q, Stability& result) {
  if (!q.possible(team)) return;
  const auto amounts = q.shares(team);
  Breakaway breakaway{.team = team, .least_gain = std::numeric_limits<double>::infinity()};
  for (std::size_t k = 0; k < team.size(); ++k) {
    const double gain = amounts[k] - result.shares[static_cast<std::size_t>(team[k])];
    breakaway.least_gain = std::min(breakaway.least_gain, gain);
    breakaway.total_gain += gain;
  }
  if (breakaway.least_gain > q.least) result.breakaways.push_back(std::move(breakaway));
}

}  // namespace

bool Stability::individually_stable() const {
  return std::none_of(preferences.begin(), preferences.end(), [](auto& p) { return p.welcome; });
}

Stability judge_stability(const std::vector<Team>& division, std::span<const std::int64_t> values,
                          const ShareRule& share, const Rules& rules, double least, int largest,
                          const Progress& progress) {
  const auto partners = static_cast<int>(std::bit_width(values.size())) - 1;
  const Question q{values, share, TeamJudge(rules, partners), least};
  Stability result{.shares = shares_now(division, q)};
  ENSURE(static_cast<int>(result.shares.size()) == partners);
  ask_partners(division, q, result);
  result.every_team_checked = largest >= partners;
  for (Mask set = 1; set < values.size(); ++set) {
    if (set % 256 == 0 && progress.stopped()) {
      result.every_team_checked = false;
      break;
    }
    if (std::popcount(set) <= largest) ask_team(members(set), q, result);
  }
  std::stable_sort(result.breakaways.begin(), result.breakaways.end(),
                   [](auto& a, auto& b) { return a.least_gain > b.least_gain; });
  return result;
}

ShareRule equal_shares(std::span<const std::int64_t> values) {
  return [values](const Team& team) {
    return std::vector<double>(team.size(),
                               static_cast<double>(values[mask_of(team)]) / static_cast<double>(team.size()));
  };
}

}  // namespace koepel::coalition
