// SPDX-License-Identifier: EUPL-1.2
#include "store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/store.h"

namespace koepel::store {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& place, const std::string& action) {
  const auto kind = errno == ENOSPC ? StoreFault::Kind::disk_full : StoreFault::Kind::other;
  throw StoreFault(kind, place.string() + ": cannot " + action + ": " + std::generic_category().message(errno));
}

void make_folder(const std::filesystem::path& folder) {
  if (std::filesystem::is_directory(folder)) return;
  std::error_code ignored;  // a missing parent shows in mkdir
  std::filesystem::create_directories(std::filesystem::absolute(folder).parent_path(), ignored);
  if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) refuse(folder, "make the folder");
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder) {
  make_folder(folder);
  const auto file = folder / "koepel.lock";
  descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor_ < 0) refuse(file, "open the lock file");
  if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  close(descriptor_);
  throw StoreFault(
      StoreFault::Kind::in_use,
      "the folder " + folder.string() + " is in use by another Koepel. Stop that one, or choose another folder");
}

FolderLock::~FolderLock() { close(descriptor_); }

}  // namespace koepel::store
