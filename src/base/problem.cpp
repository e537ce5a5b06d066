// SPDX-License-Identifier: EUPL-1.2
#include "base/problem.h"

#include <algorithm>

namespace koepel {

bool has_errors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
}

}  // namespace koepel
