// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "coalition/division.h"

namespace koepel::coalition {

/// The teams that could be formed, as a list, each with its value: for more partners than a complete table can hold.
struct Candidates {
  int partners = 0;
  std::vector<std::int64_t> values;
  std::vector<std::size_t> starts{0};  ///< team t has members[starts[t]] up to members[starts[t + 1]]
  std::vector<int> members;            ///< ascending within a team

  void add(std::span<const int> team, std::int64_t value);
  [[nodiscard]] std::size_t size() const { return values.size(); }
  [[nodiscard]] std::span<const int> team(std::size_t t) const;
};

/// Visits every set of at most `largest` partners that hangs together through `neighbours`, each exactly once, members
/// ascending. Stops early when `visit` gives false; gives whether it ran to the end.
/// Cost: proportional to the number of sets times their size. Source: Wernicke (2006), ESU enumeration.
bool each_connected_team(int partners, std::span<const Pair> neighbours, int largest,
                         const std::function<bool(std::span<const int>)>& visit);

/// Number of divisions of n <= 20 partners into teams that hang together. 3^n / 2 steps.
/// Problem: "coalition.too_many_partners".
[[nodiscard]] Result<std::uint64_t> count_connected_divisions(int partners, std::span<const Pair> neighbours);

/// The best division out of a list of possible teams, for any number of partners, with a bound that always holds. Up to
/// 25 partners exact (as best_division of a table; a team listed twice counts with its greater value). Above that
/// by column generation, done as soon as (bound - value) <= `gap` * |bound|: Certainty::within_gap, or best
/// when value and bound meet, or unproven when neither can be reached in `most_rounds` widenings.
/// Problems: "coalition.team" (a member that does not exist, not ascending, an empty team),
/// "coalition.value_too_large", those of Rules and of lp::solve. `clash` is found for up to 25 partners only.
/// Cost: 380,000 teams of 342 partners take seconds. Source: docs/methods/who-with-whom.md.
[[nodiscard]] Result<Division> best_division(const Candidates& candidates, const Rules& rules = {}, double gap = 0.001,
                                             const Progress& progress = {});

}  // namespace koepel::coalition
