// SPDX-License-Identifier: EUPL-1.2
// Any bytes in, as the target of a request line and as a Cookie header: neither reader may crash, what is accepted
// keeps its promises, and a target that was read is read the same when it is written with every byte escaped.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "http/target.h"

namespace {

using koepel::http::Target;

void demand(bool promise) {
  if (!promise) std::abort();
}

std::string escaped(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

std::string escaped_path(std::string_view path) {
  std::string out;
  for (const char c : path) out += c == '/' ? "/" : escaped({&c, 1});
  return out;
}

std::string written(const Target& target) {
  std::string out = escaped_path(target.path) + "?";
  for (const auto& [name, value] : target.query) out += escaped(name) + "=" + escaped(value) + "&";
  return out;
}

void check_target(std::string_view text) {
  const auto target = koepel::http::read_target(text);
  if (!target) return;
  const auto ends = target->path + "/";
  demand(target->path.starts_with('/') && ends.find("/./") == ends.npos && ends.find("/../") == ends.npos);
  for (const char c : target->path) demand(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  for (const auto& [name, value] : target->query) demand(!name.empty());
  const auto again = koepel::http::read_target(written(*target));
  demand(again && again->path == target->path && again->query == target->query);
}

/// A value is a piece of the header, without blanks around it and without the end of its pair.
void check_cookie(std::string_view header) {
  for (const std::string_view name : {"koepel", "__Host-koepel", "a", ""}) {
    const auto value = koepel::http::cookie_in(header, name);
    if (value.empty()) continue;
    demand(value.data() >= header.data() && value.data() + value.size() <= header.data() + header.size());
    demand(value.find(';') == value.npos && value.back() != ' ' && value.back() != '\t');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_target(text);
  check_cookie(text);
  return 0;
}
