// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/pack.h"

namespace koepel::content {

/// Where a task stands on the continuum (0..80) before anybody has answered anything, from its ratings. Scale,
/// expertise and overlapping third parties pull away from doing it oneself; politics and closeness to residents pull
/// back. A duty to cooperate (4) gives at least 30, a mandatory public body (5) at least 66. A design choice, rounded
/// half up (domain research, 3.5).
[[nodiscard]] double default_position(const Task& task);

}  // namespace koepel::content
