// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "base/message.h"
#include "base/origin.h"
#include "base/text.h"
#include "model/trace.h"
#include "tree/tree.h"

// Small values of the analysis as JSON. Keys stay in the order in which they are written.

namespace koepel::exchange {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json json_of(const Text& text);
[[nodiscard]] Json json_of(const Origin& origin);
[[nodiscard]] Json json_of(const Arg& arg);
[[nodiscard]] Json json_of(const Message& message);
[[nodiscard]] Json json_of(const Band& band);
[[nodiscard]] Json json_of(const Step& step);
[[nodiscard]] Json json_of(const tree::KnockOut& out);
[[nodiscard]] Json json_of(const tree::Flip& flip);
[[nodiscard]] Json json_of(const tree::Outcome& outcome);
[[nodiscard]] const char* word_of(Basis basis);

/// null when absent: nothing known is not zero.
template <class T>
[[nodiscard]] Json json_of(const std::optional<T>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_arithmetic_v<T>) {
    return *value;
  } else {
    return json_of(*value);
  }
}

/// A list, each element by `as` (json_of by default).
template <class List, class As>
[[nodiscard]] Json list_of(const List& values, As as) {
  Json out = Json::array();
  for (const auto& value : values) out.push_back(as(value));
  return out;
}
template <class List>
[[nodiscard]] Json list_of(const List& values) {
  return list_of(values, [](const auto& value) { return json_of(value); });
}

/// Pairs as a list of {<first>: ..., <second>: ...}, so that order is kept and keys are told.
template <class List>
[[nodiscard]] Json pairs_of(const List& pairs, const char* first, const char* second) {
  return list_of(pairs, [&](const auto& pair) { return Json{{first, pair.first}, {second, pair.second}}; });
}

}  // namespace koepel::exchange
