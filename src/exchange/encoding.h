// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace koepel::exchange {

/// `bytes` as UTF-8 without byte order mark. Recognises UTF-8 and UTF-16 by their mark; other text is UTF-8 as far as
/// it is valid, and each byte that is not valid UTF-8 is taken as Windows-1252, what LibreOffice and older Excel write.
/// Returns a view of `bytes` when nothing had to change, else of `buffer`.
[[nodiscard]] std::string_view to_utf8(std::string_view bytes, std::string& buffer);

/// Appends one character.
void append_utf8(std::string& text, char32_t character);

/// Length in bytes of the valid UTF-8 character at the front of `text` (not empty); 0 when it is not valid.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

}  // namespace koepel::exchange
