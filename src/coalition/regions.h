// SPDX-License-Identifier: EUPL-1.2
// A better division of many partners, region by region; only the files of column generation include it.
#pragma once

#include "coalition/relaxation.h"

namespace koepel::coalition {

/// Divides region after region again, each as well as can be, first where `relaxed` says that the most is left to gain;
/// until no region brings anything, or the division is worth `enough`. A region: some ten neighbouring teams.
[[nodiscard]] Result<bool> improve_regions(Division& division, const Candidates& list, const Relaxed& relaxed,
                                           double scale, double enough, const Progress& progress);

}  // namespace koepel::coalition
