// SPDX-License-Identifier: EUPL-1.2
// Column generation for many partners; only candidates.cpp includes it.
#pragma once

#include "coalition/candidates.h"

namespace koepel::coalition {

/// As best_division of a list, for a list that was checked and keeps the rules.
[[nodiscard]] Result<Division> generate_division(const Candidates& list, double gap, const Progress& progress);

}  // namespace koepel::coalition
