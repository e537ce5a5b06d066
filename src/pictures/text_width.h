// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koepel::pictures {

/// Width in px of a line set in Liberation Sans (as wide as Arial and Helvetica), a little on the wide side so that
/// labels keep apart in the fonts that replace it.
[[nodiscard]] double text_width(std::string_view utf8, double size, bool bold = false);

/// Breaks text into lines of at most `width`: at spaces, after "/" and "-", and only in a word that is wider than a
/// line. More than `max_lines`: the last one ends in "…".
[[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, double width, double size, bool bold = false,
                                            std::size_t max_lines = 99);

/// The text itself, or its start with "…" when it is wider than `width`.
[[nodiscard]] std::string shorten(std::string_view utf8, double width, double size, bool bold = false);

}  // namespace koepel::pictures
