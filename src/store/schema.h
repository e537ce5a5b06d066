// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

// The tables, in both dialects. The numbered upgrades are only ever added to: a database that is in use has run them.

namespace koepel::store {

[[nodiscard]] const std::vector<std::string_view>& sqlite_upgrades();
[[nodiscard]] const std::vector<std::string_view>& postgres_upgrades();

}  // namespace koepel::store
