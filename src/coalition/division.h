// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "coalition/rules.h"

namespace koepel::coalition {

/// The partners of one team, numbered from 0, ascending.
using Team = std::vector<int>;

/// Value of a team that cannot be formed. Never part of a division.
inline constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::min();

/// How sure a division is.
enum class Certainty {
  best,        ///< proven: no division is worth more
  within_gap,  ///< proven: no division is worth more than `bound`, and that is close enough for the caller
  unproven,    ///< a division was found, `bound` holds, but the two lie further apart than asked
  infeasible,  ///< proven: no division keeps all rules; `clash` names rules that cannot go together
  stopped      ///< Progress said stop; the division, if any, is the best found so far
};

/// How the division was found; "named fallback" when more partners ask for another way.
enum class Method { exact_search, plain_dynamic_programming, column_generation, border_search };

/// A division of all partners into teams: each partner in exactly one.
struct Division {
  Certainty certainty = Certainty::stopped;
  Method method = Method::exact_search;
  std::vector<Team> teams;  ///< ordered by their first partner; empty when none was found
  std::int64_t value = 0;   ///< sum of the values of the teams, in the unit of the table
  double bound = std::numeric_limits<double>::infinity();  ///< no division is worth more
  std::vector<Rule> clash;  ///< when infeasible: a smallest set of rules that cannot all be kept

  [[nodiscard]] bool found() const { return !teams.empty(); }
  /// (bound - value) / |value|, 0 when proven best; infinite when nothing was found or the value is 0.
  [[nodiscard]] double gap() const;
};

/// More partners than this have no complete table: give the possible teams as a list (candidates.h).
inline constexpr int most_partners = 25;

/// The best division of n <= 25 partners, exact. `values` has 2^n entries: the value of the team whose members are the
/// bits of the index, `impossible` where it cannot be formed; entry 0 is not read. Values may be negative;
/// at most 2^50 in size. Equally good divisions: always the same one is chosen.
/// Problems: "coalition.table_size", "coalition.too_many_partners", "coalition.value_too_large", and those of Rules.
/// Cost: some passes over the table, then a search among the few teams that can be part of a best division; at worst
/// 3^n / 2 steps. Source: docs/methods/who-with-whom.md.
[[nodiscard]] Result<Division> best_division(std::span<const std::int64_t> values, const Rules& rules = {},
                                             const Progress& progress = {});

}  // namespace koepel::coalition
