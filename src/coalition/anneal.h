// SPDX-License-Identifier: EUPL-1.2
// A good division of many partners by small changes; only the files of column generation include it.
#pragma once

#include <optional>

#include "coalition/candidates.h"

namespace koepel::coalition {

/// Per partner those it forms a team of two with; without any, all it shares a team with. Ascending.
[[nodiscard]] std::vector<std::vector<int>> mates_of(const Candidates& list);

struct Annealing {
  std::uint64_t steps = 0;
  std::uint64_t seed = 1;
  /// While changing, a team of m counts this times m * m extra (times the greatest value over the greatest size
  /// squared): few large teams and small ones to be dissolved, rather than many nearly full ones.
  double reward_for_size = 0;
};

/// A division by simulated annealing (Kirkpatrick and others 1983): from everyone alone, one partner goes over or two
/// change places, ever more only when it is better. Same input, same division. None when somebody cannot be alone.
[[nodiscard]] std::optional<Division> anneal(const Candidates& list, const Annealing& how, const Progress& progress);

}  // namespace koepel::coalition
