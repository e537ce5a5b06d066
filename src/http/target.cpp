// SPDX-License-Identifier: EUPL-1.2
// The target of a request line in; its decoded path and query out.
#include "http/target.h"

#include <algorithm>

namespace koepel::http {

namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7F; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Length of the character that starts here by its first byte; 0 when no character starts so.
std::size_t length_of(unsigned char c) {
  if (c < 0x80) return 1;
  if (c >= 0xC2 && c <= 0xDF) return 2;
  if (c >= 0xE0 && c <= 0xEF) return 3;
  return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto length = length_of(first);
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    // Overlong forms, surrogates, and beyond the last character.
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
        (first == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

std::optional<std::string> decoded(std::string_view text, bool is_query) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      if (!is_query && c == '/') return std::nullopt;
      i += 2;
    } else if (is_query && c == '+') {
      c = ' ';
    }
    if (is_control(static_cast<unsigned char>(c))) return std::nullopt;
    out += c;
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(segment.size());
  }
  return false;
}

bool read_query(std::string_view text, Target& target) {
  while (!text.empty()) {
    const auto one = text.substr(0, text.find('&'));
    text.remove_prefix(one.size() + (one.size() < text.size() ? 1 : 0));
    const auto equals = std::min(one.find('='), one.size());
    auto name = decoded(one.substr(0, equals), true);
    auto value = decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!name || !value) return false;
    if (!name->empty()) target.query.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

}  // namespace

std::optional<Target> read_target(std::string_view text) {
  if (!text.starts_with('/') || text.find('#') != text.npos) return std::nullopt;
  const auto question = std::min(text.find('?'), text.size());
  auto path = decoded(text.substr(0, question), false);
  if (!path || has_dot_segment(*path)) return std::nullopt;
  Target target{.path = std::move(*path)};
  if (question < text.size() && !read_query(text.substr(question + 1), target)) return std::nullopt;
  return target;
}

std::string_view cookie_in(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    auto one = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(one.size() + 1, header.size()));
    while (!one.empty() && is_blank(one.front())) one.remove_prefix(1);
    while (!one.empty() && is_blank(one.back())) one.remove_suffix(1);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return one.substr(name.size() + 1);
  }
  return {};
}

}  // namespace koepel::http
