// SPDX-License-Identifier: EUPL-1.2
// What a handler looks up in a request.
#include "http/message.h"

#include "http/target.h"

namespace koepel::http {

namespace {

std::string_view first_in(const Headers& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return {};
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return first_in(headers, name); }
std::string_view Request::parameter(std::string_view name) const { return first_in(query, name); }
std::string_view Request::cookie(std::string_view name) const { return cookie_in(header("cookie"), name); }

}  // namespace koepel::http
