// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace koepel::exchange {

/// Whether a spreadsheet would take this cell for a formula: = + - or @ at the front, behind any apostrophes. The
/// writer puts one apostrophe more before such a cell and the reader takes one away, so that every text comes back as
/// it was.
[[nodiscard]] inline bool looks_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first != text.npos && std::string_view("=+-@").find(text[first]) != std::string_view::npos;
}

}  // namespace koepel::exchange
