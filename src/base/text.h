// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace koepel {

/// The languages of screens and documents. Dutch comes first; English is always present beside it.
enum class Language { nl, en };

/// A text that a user sees, in both languages.
struct Text {
  std::string nl;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
  bool operator==(const Text&) const = default;
};

}  // namespace koepel
