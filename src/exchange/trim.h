// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace koepel::exchange {

/// Without the blanks around it: ASCII white space, the no-break space that spreadsheets paste, a stray byte order
/// mark.
[[nodiscard]] inline std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (bool again = true; again && !text.empty();) {
    again = false;
    if (blank(text.front())) {
      text.remove_prefix(1), again = true;
    } else if (blank(text.back())) {
      text.remove_suffix(1), again = true;
    } else if (text.front() == '\xC2' && text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2), again = true;
    } else if (text.back() == '\xA0' && text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2), again = true;
    } else if (text.front() == '\xEF' && text.starts_with("\xEF\xBB\xBF")) {
      text.remove_prefix(3), again = true;
    }
  }
  return text;
}

}  // namespace koepel::exchange
