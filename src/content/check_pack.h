// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/problem.h"
#include "model/pack.h"

namespace koepel::content {

/// What a schema cannot say: ids stand once and references resolve; both languages everywhere, with the same arguments
/// and no HTML; exclusions have a reason, a statutory one its article, and a date; no answer leaves nothing; weights
/// sum to 1; task positions follow from their ratings; worked examples reproduce by walking the tree. Problems name
/// file and item (a pack in memory has no lines). Text keys that the engine says are compared by tools/check-texts.
[[nodiscard]] Problems check_pack(const MethodPack& pack);

}  // namespace koepel::content
