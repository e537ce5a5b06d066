// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// What logging in and changing one's own account share.

namespace koepel::service {

constexpr std::int64_t minute_us = 60'000'000;
constexpr std::int64_t lock_us = 15 * minute_us;
constexpr int most_failures = 10;

/// Lower case, as the store keeps it; empty when it cannot be an e-mail address.
[[nodiscard]] std::string plain_address(std::string_view address);
/// On one line, of at most 200 characters.
[[nodiscard]] std::string plain_name(std::string_view name);
/// Characters as a person counts them (UTF-8 code points).
[[nodiscard]] std::size_t characters(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);
/// Nobody needs to guess it: a well-known word with or without digits and signs, a row of digits, few different
/// letters.
[[nodiscard]] bool is_well_known(std::string_view password);

}  // namespace koepel::service
