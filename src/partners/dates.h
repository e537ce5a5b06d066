// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace koepel::partners {

/// The day `months` later (earlier when negative) than an ISO date, as an ISO date; the last day of the month where the
/// day does not exist there. None when the text is not an ISO date. ISO dates compare as text.
[[nodiscard]] std::optional<std::string> months_later(const std::string& iso, int months);

}  // namespace koepel::partners
