// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace koepel::content {

/// A kind of mistake in a method pack: its stable code and what to tell the adviser who must repair it.
struct Fault {
  const char* code;
  const char* expected;
  const char* repair;
};

inline constexpr Fault not_yaml{"pack.not-yaml", "content.expect.yaml", "content.repair.yaml"};
inline constexpr Fault not_utf8{"pack.not-utf8", "content.expect.utf8", "content.repair.utf8"};
inline constexpr Fault file_missing{"pack.file-missing", "content.expect.file", "content.repair.file"};
inline constexpr Fault key_missing{"pack.key-missing", "content.expect.key", "content.repair.key"};
inline constexpr Fault key_unknown{"pack.key-unknown", "content.expect.known_key", "content.repair.known_key"};
inline constexpr Fault key_twice{"pack.key-twice", "content.expect.once", "content.repair.once"};
inline constexpr Fault not_a_list{"pack.not-a-list", "content.expect.list", "content.repair.list"};
inline constexpr Fault not_a_map{"pack.not-a-map", "content.expect.map", "content.repair.map"};
inline constexpr Fault not_text{"pack.not-text", "content.expect.text", "content.repair.text"};
inline constexpr Fault not_a_number{"pack.not-a-number", "content.expect.number", "content.repair.number"};
inline constexpr Fault not_whole{"pack.not-whole", "content.expect.whole", "content.repair.whole"};
inline constexpr Fault not_true_or_false{"pack.not-true-or-false", "content.expect.flag", "content.repair.flag"};
inline constexpr Fault not_a_range{"pack.not-a-range", "content.expect.range", "content.repair.range"};
inline constexpr Fault group_unknown{"pack.group-unknown", "content.expect.group", "content.repair.group"};
inline constexpr Fault wrong_header{"pack.wrong-header", "content.expect.header", "content.repair.header"};
inline constexpr Fault wrong_cells{"pack.wrong-cells", "content.expect.cells", "content.repair.cells"};
inline constexpr Fault open_quote{"pack.open-quote", "content.expect.quote", "content.repair.quote"};

/// The problem as the adviser sees it; `found` is cut to 80 characters, never inside one.
[[nodiscard]] Problem problem_of(const Fault& fault, Origin where, std::string_view found);

}  // namespace koepel::content
