// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/result.h"
#include "model/pack.h"

namespace koepel::content {

/// Reads a method pack folder (method/koepel) into checked, whole values, or returns every problem found with file and
/// line. The hash is SHA-256 over the relative names, lengths and bytes of its .yaml and .csv files, in name order.
[[nodiscard]] Result<MethodPack> read_pack(const std::filesystem::path& folder);

/// The delivered pack: method/koepel of the source tree where the program was built or, when that is gone,
/// ../share/koepel/method/koepel seen from the program.
[[nodiscard]] std::filesystem::path delivered_pack();

}  // namespace koepel::content
