// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "survey/tally.h"

namespace koepel::survey {

/// Groups among those who answered enough of the partner scan, only when there are enough people and the division is
/// stable; no group is smaller than the strictest k. Adds its step to `trace` when groups were found.
[[nodiscard]] OpinionGroups opinion_groups(const Tally& tally, Trace& trace);

}  // namespace koepel::survey
