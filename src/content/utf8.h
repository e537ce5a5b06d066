// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace koepel::content {

/// The first line (from 1) that is not valid UTF-8, or 0 when all is well. Overlong forms and surrogates are not valid.
[[nodiscard]] int first_line_not_utf8(std::string_view bytes);

}  // namespace koepel::content
