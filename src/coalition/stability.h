// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "coalition/division.h"

namespace koepel::coalition {

/// How a team shares its value: one amount per member, in the order of the members.
using ShareRule = std::function<std::vector<double>(const Team& team)>;

/// One partner who would rather be in another team of the division, or alone, if that team took it in.
struct Preference {
  int partner = 0;
  Team now;              ///< its team in the division
  Team rather;           ///< the team it would then be part of, itself included
  double gain = 0;       ///< its share there minus its share now, > 0
  bool welcome = false;  ///< no member of that team loses by taking it in
};

/// A team whose members all do better together than in the division: they could break away.
struct Breakaway {
  Team team;
  double least_gain = 0;  ///< of the member that gains least, > 0
  double total_gain = 0;  ///< value of the team minus what its members have now
};

struct Stability {
  std::vector<double> shares;           ///< per partner, in the division
  std::vector<Preference> preferences;  ///< greatest gain first
  std::vector<Breakaway> breakaways;    ///< greatest least gain first
  bool every_team_checked = false;      ///< false when only teams up to the asked size, or Progress stopped

  /// No partner wants to go where it is welcome (individually stable).
  [[nodiscard]] bool individually_stable() const;
  /// No team wants to break away: the division is in the core of the game with this share rule.
  [[nodiscard]] bool in_core() const { return every_team_checked && breakaways.empty(); }
};

/// Who prefers which other team, and which teams would break away, when every team shares its value by `share`.
/// `values`: as best_division. A team that is `impossible` or breaks a rule is nobody's alternative.
/// Only gains above `least` count (unit of the values): a difference of a cent moves nobody. Teams of at most `largest`
/// members are checked for breaking away. `share` must give an amount per member (a bug otherwise).
/// Cost: one call of `share` per team checked. Source: Bogomolnaia & Jackson (2002).
[[nodiscard]] Stability judge_stability(const std::vector<Team>& division, std::span<const std::int64_t> values,
                                        const ShareRule& share, const Rules& rules = {}, double least = 0,
                                        int largest = most_partners, const Progress& progress = {});

/// The simplest share rule: every member the same part of the team's value.
[[nodiscard]] ShareRule equal_shares(std::span<const std::int64_t> values);

}  // namespace koepel::coalition
