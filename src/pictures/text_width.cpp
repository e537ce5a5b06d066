// SPDX-License-Identifier: EUPL-1.2
// Text in, its width and its lines out, from the advance widths of Liberation Sans (thousandths of the size).
#include "pictures/text_width.h"

#include <array>
#include <cstdint>

namespace koepel::pictures {

namespace {

constexpr double safety = 1.03;  // hinting and replacement fonts

constexpr std::array<std::uint16_t, 95> regular_ascii = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr std::array<std::uint16_t, 95> bold_ascii = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

/// The next code point; a broken byte counts as one character.
char32_t next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  char32_t code = more == 3 ? first & 0x07u : more == 2 ? first & 0x0Fu : more == 1 ? first & 0x1Fu : first;
  for (int i = 0; i < more && at < text.size(); ++i)
    code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  return code;
}

double advance(char32_t code, bool bold) {
  if (code == 0xA0) return 278;
  if (code >= 32 && code < 127) return (bold ? bold_ascii : regular_ascii)[code - 32];
  if (code >= 0xC0 && code <= 0xDD) return 778;  // accented capitals, the widest
  if (code >= 0xDE && code <= 0x17F) return code == 0xE6 || code == 0x153 ? 944 : 611;
  if (code == 0x2013 || code == 0x20AC) return 556;
  if (code == 0xB7) return 333;
  if (code >= 0x2018 && code <= 0x201D) return 500;
  return 1000;
}

bool breaks_after(char c) { return c == ' ' || c == '/' || c == '-'; }

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    words.back() += text[i];
    if (breaks_after(text[i]) && i + 1 < text.size()) words.emplace_back();
  }
  return words;
}

/// The longest start of the text that fits, at least one character.
std::string start_that_fits(std::string_view text, double width, double size, bool bold) {
  std::size_t end = 0;
  next(text, end);
  for (std::size_t at = end; at < text.size() && text_width(text.substr(0, at), size, bold) <= width; next(text, at))
    end = at;
  return std::string(text.substr(0, end));
}

}  // namespace

double text_width(std::string_view utf8, double size, bool bold) {
  double thousandths = 0;
  for (std::size_t at = 0; at < utf8.size();) thousandths += advance(next(utf8, at), bold);
  return thousandths * size / 1000 * safety;
}

std::string shorten(std::string_view utf8, double width, double size, bool bold) {
  if (text_width(utf8, size, bold) <= width) return std::string(utf8);
  const double room = width - text_width("…", size, bold);
  return trimmed(start_that_fits(utf8, room, size, bold)) + "…";
}

std::vector<std::string> wrap(std::string_view utf8, double width, double size, bool bold, std::size_t max_lines) {
  std::vector<std::string> lines;
  std::string line;
  for (std::string word : words_of(utf8)) {
    if (!line.empty() && text_width(trimmed(line + word), size, bold) > width) {
      lines.push_back(trimmed(line));
      line.clear();
    }
    while (text_width(trimmed(word), size, bold) > width) {
      const std::string part = start_that_fits(word, width - text_width("-", size, bold), size, bold);
      lines.push_back(part + "-");
      word.erase(0, part.size());
    }
    line += word;
  }
  if (!trimmed(line).empty()) lines.push_back(trimmed(line));
  if (lines.size() <= max_lines) return lines;
  std::string rest;
  for (std::size_t i = max_lines - 1; i < lines.size(); ++i) rest += lines[i] + " ";
  lines.resize(max_lines);
  lines.back() = shorten(trimmed(rest), width, size, bold);
  return lines;
}

}  // namespace koepel::pictures
