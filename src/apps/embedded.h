// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "api/site.h"

namespace koepel::apps {

/// The browser part, built into the program (cmake/embed.cmake). Empty when web/dist was not there at build time.
[[nodiscard]] const std::vector<api::Asset>& assets();
/// schema/openapi.yaml as JSON.
[[nodiscard]] std::string_view contract();

}  // namespace koepel::apps
