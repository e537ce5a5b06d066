// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/origin.h"
#include "model/event.h"

namespace koepel::exchange::folder {

/// What a record says, in one line that does not depend on how it was typed: `id="GM0770" inhabitants="19123"`. Columns
/// that say nothing are left out; origins too. Two records say the same exactly when their lines are equal.
[[nodiscard]] std::string record_text(const Happening& what);

/// Whom and what a record is about, in codes: "GM0770 U01 2025".
[[nodiscard]] std::string subject_of(const Happening& what);

[[nodiscard]] Origin origin_of(const Happening& what);

}  // namespace koepel::exchange::folder
