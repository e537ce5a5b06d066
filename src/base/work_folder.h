// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace koepel {

/// A new, empty folder that nobody else has; it disappears with its owner and everything in it. A fixed name would be
/// shared by programs, and tests, that run side by side. Throws std::runtime_error where none can be made.
struct WorkFolder {
  std::filesystem::path path;

  WorkFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "koepel-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder: " + name);
    path = name;
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace koepel
