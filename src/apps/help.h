// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/text.h"

namespace koepel::apps {

/// The help texts of the command line, in one table. They stand apart from the method pack because help must work
/// without one.
class Help {
 public:
  explicit Help(Language language) : language_(language) {}
  /// The text of this key; empty when there is none (a command without examples).
  [[nodiscard]] std::string operator()(const std::string& key) const;

 private:
  Language language_;
};

}  // namespace koepel::apps
