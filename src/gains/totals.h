// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "gains/gains.h"

namespace koepel::gains {

/// Adds up the tasks (not the packages, which hold the same tasks again) for every partner with figures.
[[nodiscard]] std::vector<PartnerTotal> totals_of(const Study& study, const std::vector<SubjectGains>& subjects,
                                                  const scale::Scale& scale, Trace& trace);

}  // namespace koepel::gains
