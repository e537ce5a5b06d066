// SPDX-License-Identifier: EUPL-1.2
// What a handler looks up in a request, and what every answer carries.
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

std::string_view Request::cookie(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key != "cookie") continue;
    if (const auto found = cookie_in(value, name); !found.empty()) return found;
  }
  return {};
}

const Headers& safe_headers() {
  static const Headers headers{{"Cache-Control", "no-store"},
                               {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                               {"X-Content-Type-Options", "nosniff"},
                               {"X-Frame-Options", "DENY"},
                               {"Referrer-Policy", "no-referrer"}};
  return headers;
}

}  // namespace koepel::http
