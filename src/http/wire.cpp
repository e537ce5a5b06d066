// SPDX-License-Identifier: EUPL-1.2
// An answer in; its head as text out.
#include "http/wire.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>
#include <cstdio>

namespace koepel::http {

namespace {

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return out;
}

void add(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(one_line(value)).append("\r\n");
}

std::string status_line(int status) {
  const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  return "HTTP/1.1 " + std::to_string(status) + " " + std::string(reason) + "\r\n";
}

}  // namespace

std::string http_date(std::time_t time) {
  static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm at{};
  gmtime_r(&time, &at);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days[std::size_t(at.tm_wday)],
                at.tm_mday, months[std::size_t(at.tm_mon)], at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
  return text.data();
}

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string head_text(const Response& response, bool keep_alive) {
  std::string head = status_line(response.status);
  for (const auto& [name, value] : response.headers) add(head, name, value);
  add(head, "Date", http_date(std::time(nullptr)));
  if (!response.stream && has_body(response.status)) add(head, "Content-Length", std::to_string(response.body.size()));
  if (!keep_alive) add(head, "Connection", "close");
  return head + "\r\n";
}

}  // namespace koepel::http
