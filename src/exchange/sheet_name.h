// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>

#include "exchange/encoding.h"

namespace koepel::exchange {

/// A name that Excel accepts for a sheet: at most 31 characters, without []:*?/\ or outer apostrophes, not empty, not
/// yet in `taken` (case does not count for ASCII letters).
[[nodiscard]] inline std::string sheet_name(const std::string& wished, std::set<std::string>& taken) {
  std::string name;
  std::size_t characters = 0;
  for (std::size_t at = 0, length = 0; at < wished.size() && characters < 28; at += length, ++characters) {
    length = std::max<std::size_t>(1, utf8_length(std::string_view(wished).substr(at)));
    const bool refused = std::string_view("[]:*?/\\'").find(wished[at]) != std::string_view::npos;
    name += refused ? "-" : wished.substr(at, length);
  }
  if (name.empty()) name = "Blad";
  const auto lower = [](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return text;
  };
  std::string unique = name;
  for (int n = 2; !taken.insert(lower(unique)).second; ++n) unique = name + " " + std::to_string(n);
  return unique;
}

}  // namespace koepel::exchange
