// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sodium.h>

#include "base/ensure.h"

namespace koepel::service {

/// Before any other use of libsodium, from any thread; costs nothing after the first time.
inline void start_sodium() {
  static const int ready = sodium_init();
  ENSURE(ready >= 0);
}

}  // namespace koepel::service
