// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "model/pack.h"

namespace koepel::content {

/// What a schema cannot say: references resolve; both languages everywhere; the tree has no dead end, no unreachable answer; every
/// exclusion has its reason and a checked_on date; indicator weights sum to 1; worked examples reproduce; no HTML; every
/// text key and parameter that the engine uses exists (found by scanning nothing: the engine's keys are listed in used_keys.h).
[[nodiscard]] Problems check_pack(const MethodPack& pack);

}  // namespace koepel::content
