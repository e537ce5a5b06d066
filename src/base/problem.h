// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/origin.h"

namespace koepel {

/// How much a problem hinders: an `error` leaves the row or cell out, a `warning` is taken in and reported.
enum class Severity { error, warning };

/// One thing wrong with an input, told to the person who must repair it: where, what was found, what was
/// expected, how to repair. `code` is a stable name ("number.not-a-number"); `found` is the literal text found,
/// cut to 80 characters; `expected` and `repair` are sentences from the text tables.
struct Problem {
  std::string code;
  Severity severity = Severity::error;
  Origin where;
  std::string found;
  Message expected;
  Message repair;

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

[[nodiscard]] bool has_errors(const Problems& problems);

}  // namespace koepel
