// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace koepel::store {

/// Holds a folder for one process; makes it (for its owner only) when missing. The kernel lets go when the process
/// ends, however it ends. Throws StoreFault.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace koepel::store
