// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koepel::service {

/// Everything but letters, digits and -._~ as %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// "a=1&b=%20": the query of an address, or a form.
using Fields = std::vector<std::pair<std::string_view, std::string_view>>;
[[nodiscard]] std::string form_of(const Fields& fields);

/// An address on this same machine: "http://127.0.0.1:3000/x", also "localhost" and "[::1]".
[[nodiscard]] bool is_loopback(std::string_view url);

/// Unpadded base64url, as in JSON Web Tokens. Reading what is no such text gives nothing.
[[nodiscard]] std::string base64url(std::string_view bytes);
[[nodiscard]] std::string from_base64url(std::string_view text);

}  // namespace koepel::service
