// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

namespace koepel::survey {

/// Sample standard deviation: how far values (means of partners, say) lie apart. None for fewer than two values.
[[nodiscard]] std::optional<double> deviation(const std::vector<double>& values);

}  // namespace koepel::survey
