// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koepel::http {

struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};

/// The target of a request line taken apart and decoded. None when it does not begin with "/", holds a "." or ".."
/// segment, an encoded slash in its path, a fragment, a control character, a broken escape, or bytes that are no UTF-8:
/// nobody honest sends those.
[[nodiscard]] std::optional<Target> read_target(std::string_view target);

/// The first value of that name in a Cookie header, without blanks around it; empty when it is not there.
[[nodiscard]] std::string_view cookie_in(std::string_view header, std::string_view name);

}  // namespace koepel::http
