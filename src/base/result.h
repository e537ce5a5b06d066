// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <tl/expected.hpp>

#include "base/problem.h"

namespace koepel {

/// An expected failure is a value: either a T, or every problem found. A bug is an assertion (ENSURE); a broken
/// environment (disk full, LibreOffice missing) is an exception, caught once in apps/main.cpp.
template <class T>
using Result = tl::expected<T, Problems>;

[[nodiscard]] inline tl::unexpected<Problems> failure(Problem problem) {
  return tl::unexpected<Problems>(Problems{std::move(problem)});
}

}  // namespace koepel
