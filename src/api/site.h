// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "api/app.h"

namespace koepel::api {

/// A file of the browser part, built into the program: as it is, and compressed.
struct Asset {
  std::string_view path;  ///< "/assets/index-3f9a.js"
  std::string_view type;
  std::string_view bytes;
  std::string_view gzip;
};

/// Everything that the server answers: the API below /api/v1, the browser part, and the few addresses that others ask
/// for (/healthz, /readyz, /.well-known/security.txt, /theme.css, /theme/logo).
[[nodiscard]] http::Response serve(App& app, std::span<const Asset> assets, const http::Request& request);

}  // namespace koepel::api
