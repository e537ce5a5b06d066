// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace koepel::exchange {

/// The bytes of a file. Throws std::filesystem::filesystem_error when it cannot be read (a broken environment).
[[nodiscard]] std::string read_file(const std::filesystem::path& path);
/// Writes to a temporary name beside it and renames: a reader sees the old file or the new one, never half.
void write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace koepel::exchange
