// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "exchange/json_values.h"

namespace koepel::api {

using exchange::Json;

/// Bytes from outside as JSON. Nothing when they are none, when they nest deeper than any honest body (64), or when a
/// text or name holds a zero byte, which no database keeps. Linear in the bytes.
[[nodiscard]] std::optional<Json> json_in(std::string_view bytes);

}  // namespace koepel::api
