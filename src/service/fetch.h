// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace koepel::service {

/// A question to another server.
struct FetchOrder {
  std::string url;
  std::string form = {};  ///< the body of a POST; empty: a GET
  std::string user = {};  ///< with `password`, both already as RFC 6749 2.3.1 wants them; empty: without
  std::string password = {};
  std::string bearer = {};  ///< an access token, or empty
};
struct Fetched {
  int status = 0;
  std::string body;
};
/// Nothing when there is no answer. Safe from any thread.
using Fetch = std::function<std::optional<Fetched>(const FetchOrder&)>;

/// By libcurl: within 10 seconds and 512 KiB, without following redirects; only https with a certificate that this
/// machine trusts, or http to this machine itself.
[[nodiscard]] Fetch over_the_network();

}  // namespace koepel::service
