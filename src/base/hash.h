// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace koepel {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits. By libsodium. Same bytes, same hash.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace koepel
