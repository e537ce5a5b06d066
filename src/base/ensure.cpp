// SPDX-License-Identifier: EUPL-1.2
#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace koepel {

void broken_promise(const char* promise, const char* file, int line) {
  std::fprintf(stderr, "koepel: broken promise: %s (%s:%d)\n", promise, file, line);
  std::abort();
}

}  // namespace koepel
