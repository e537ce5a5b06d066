// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

// For tests: a small check that markup is well-formed, and ways to look at it.

namespace koepel::report::sample {

/// Empty when every tag is closed in order and every '&' starts an entity; else the first fault with what stands around
/// it.
inline std::string fault_in(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const auto end = xml.find('>', at);
    if (end == std::string::npos) return "not closed: " + xml.substr(at, 60);
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag.starts_with("?") || tag.starts_with("!")) continue;
    const std::string name =
        tag.substr(tag.starts_with("/") ? 1 : 0, tag.find_first_of(" /\n", 1) - (tag.starts_with("/") ? 1 : 0));
    if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1))
        return "closes what is not open: " + xml.substr(at > 60 ? at - 60 : 0, 120);
      open.pop_back();
    } else if (!tag.ends_with("/")) {
      open.push_back(name);
    }
  }
  for (std::size_t at = xml.find('&'); at != std::string::npos; at = xml.find('&', at + 1))
    if (const auto end = xml.find(';', at); end == std::string::npos || end - at > 8)
      return "bare &: " + xml.substr(at, 40);
  return open.empty() ? "" : "left open: " + open.back();
}

inline std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

}  // namespace koepel::report::sample
