// SPDX-License-Identifier: EUPL-1.2
// Bytes from outside in, JSON or nothing out. The face is json_in.
#include "api/read_json.h"

#include <algorithm>
#include <string>

namespace koepel::api {

namespace {

constexpr int deepest = 64;  // a parser is not for testing the stack

/// Brackets inside texts count too: that refuses a little more than it must, and never less.
bool is_too_deep(std::string_view bytes) {
  int depth = 0, most = 0;
  for (const char c : bytes) {
    depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    most = std::max(most, depth);
  }
  return most > deepest;
}

bool has_zero(const Json& json) {
  if (json.is_string()) return json.get_ref<const std::string&>().find('\0') != std::string::npos;
  if (!json.is_structured()) return false;
  const auto items = json.items();
  return std::any_of(items.begin(), items.end(), [](const auto& item) {
    return item.key().find('\0') != std::string::npos || has_zero(item.value());
  });
}

}  // namespace

std::optional<Json> json_in(std::string_view bytes) {
  if (is_too_deep(bytes)) return std::nullopt;
  auto json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded() || has_zero(json)) return std::nullopt;
  return json;
}

}  // namespace koepel::api
