// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace koepel::report {

/// Text made safe between tags and inside quoted attributes of XML and HTML. Characters that XML forbids are dropped.
[[nodiscard]] std::string escaped(std::string_view text);
/// ` name="value"`, escaped.
[[nodiscard]] std::string attribute(std::string_view name, std::string_view value);
[[nodiscard]] std::string replaced(std::string text, std::string_view what, std::string_view by);
/// The bytes in base 64, in one line.
[[nodiscard]] std::string base64(std::string_view bytes);
/// A length for XML, always with a dot: 16.5 -> "16.500".
[[nodiscard]] std::string decimal(double value);

}  // namespace koepel::report
