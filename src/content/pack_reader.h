// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/result.h"
#include "model/pack.h"

namespace koepel::content {

/// Reads a method pack folder (method/koepel) into checked, whole values, or returns every problem found with file and
/// line. The hash is SHA-256 over the files' relative names and bytes, in name order.
[[nodiscard]] Result<MethodPack> read_pack(const std::filesystem::path& folder);

/// The delivered pack: KOEPEL_METHOD_DIR of the build or, when installed, share/koepel/method beside the program.
[[nodiscard]] std::filesystem::path delivered_pack();

}  // namespace koepel::content
