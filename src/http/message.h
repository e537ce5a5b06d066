// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koepel::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// A request as the handler sees it: parsed, within limits, one Host header, no smuggling.
struct Request {
  std::string method;  ///< "GET" ...
  std::string path;    ///< percent-decoded, begins with "/", no "." or ".." segments
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
  Headers headers;                                         ///< names in lower case
  std::string body;
  std::string address;  ///< of the client: the peer's, or X-Forwarded-For where the peer is a trusted proxy

  /// The first of that name; empty when absent. `name` in lower case.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

/// A live stream that the answer opens (server-sent events): what happened after `after` is sent first.
struct StreamOrder {
  std::string topic;
  std::int64_t after = 0;
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::shared_ptr<const StreamOrder> stream;  ///< set: the connection becomes a stream of that topic
};

using Handler = std::function<Response(const Request&)>;

/// Headers that keep a browser from guessing, framing, storing or leaking an answer; for every answer that is not a
/// page or a file with its own rules. The answers of this layer itself carry them.
[[nodiscard]] const Headers& safe_headers();

}  // namespace koepel::http
