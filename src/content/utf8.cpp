// SPDX-License-Identifier: EUPL-1.2
// Bytes in, the first line that is not UTF-8 out: a table saved by an old spreadsheet would garble every accent in
// silence.
#include "content/utf8.h"

#include <cstddef>

namespace koepel::content {

namespace {

unsigned at(std::string_view bytes, std::size_t i) {
  return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}

bool in(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

bool is_tail(unsigned byte) { return in(byte, 0x80, 0xBF); }

/// Length of the character that starts at `i`, 0 when it is none (Unicode, table 3-7).
std::size_t length_at(std::string_view bytes, std::size_t i) {
  const unsigned first = at(bytes, i);
  const unsigned second = at(bytes, i + 1);
  if (first < 0x80) return 1;
  if (in(first, 0xC2, 0xDF)) return is_tail(second) ? 2 : 0;
  if (in(first, 0xE0, 0xEF)) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return in(second, low, high) && is_tail(at(bytes, i + 2)) ? 3 : 0;
  }
  if (!in(first, 0xF0, 0xF4)) return 0;
  const unsigned low = first == 0xF0 ? 0x90 : 0x80;
  const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
  return in(second, low, high) && is_tail(at(bytes, i + 2)) && is_tail(at(bytes, i + 3)) ? 4 : 0;
}

}  // namespace

int first_line_not_utf8(std::string_view bytes) {
  int line = 1;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto length = length_at(bytes, i);
    if (length == 0) return line;
    if (bytes[i] == '\n') ++line;
    i += length;
  }
  return 0;
}

}  // namespace koepel::content
