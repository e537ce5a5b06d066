// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "api/routes.h"
#include "exchange/json_values.h"

// What was asked of the API and what it answered, a line each, as tools/check-contract reads it.

namespace koepel::api {

/// A path of this operation; "none" where no id is given.
inline std::string path_of(const Route& route, const std::vector<std::string>& ids = {}) {
  std::string path = "/api/v1";
  std::string_view rest = route.path;
  std::size_t next = 0;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto part = rest.substr(0, rest.find('/'));
    path += "/" + (part.starts_with('{') ? (next < ids.size() ? ids[next++] : "none") : std::string(part));
    rest.remove_prefix(part.size());
  }
  return path;
}

/// Whether the contract wants a body with it.
inline bool has_body(const Route& route) {
  return (route.method == "POST" || route.method == "PUT") && route.id != "closeSession" &&
         route.id != "archiveStudy" && route.id != "unarchiveStudy" && route.id != "openPoll" &&
         route.id != "closePoll" && route.id != "reopenPoll" && route.id != "resendInvitation" &&
         route.id != "makePersonLink" && route.id != "beginSecondFactor" && route.id != "beginProviderLogin";
}

class Transcripts {
 public:
  explicit Transcripts(const std::filesystem::path& file) : out_(file) {}

  /// `path` as it was asked for, with the query.
  void add(std::string_view operation, const std::string& path, const http::Request& request,
           const http::Response& response) {
    const Json line{{"operationId", operation},
                    {"method", request.method},
                    {"path", path},
                    {"status", response.status},
                    {"requestHeaders", pairs(request.headers)},
                    {"requestBody", body(request.body)},
                    {"responseHeaders", pairs(response.headers)},
                    {"responseBody", body(response.body)}};
    out_ << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }

 private:
  static Json pairs(const http::Headers& headers) {
    return exchange::list_of(headers, [](const auto& header) { return Json{header.first, header.second}; });
  }
  static Json body(const std::string& text) {
    if (text.empty()) return nullptr;
    auto json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json("(" + std::to_string(text.size()) + " bytes)") : json;
  }

  std::ofstream out_;
};

}  // namespace koepel::api
