// SPDX-License-Identifier: EUPL-1.2
// Paths in, bytes out; and back, never half.
#include "exchange/files.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace koepel::exchange {

namespace {

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
  const int code = errno != 0 ? errno : EIO;
  throw std::filesystem::filesystem_error(what, path, std::error_code(code, std::generic_category()));
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  errno = 0;
  if (std::filesystem::is_directory(path)) errno = EISDIR, fail("cannot read", path);
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) fail("cannot read", path);
  std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)), '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) fail("cannot read", path);
  return bytes;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  std::filesystem::path temporary = path;
  temporary += ".part" + std::to_string(::getpid());
  errno = 0;
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) fail("cannot write", temporary);
  }
  std::filesystem::rename(temporary, path);
}

}  // namespace koepel::exchange
