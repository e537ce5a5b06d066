// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rapidcheck.h>

namespace koepel::survey::test {

/// Any of low .. high, both included, evenly. rapidcheck's own ranges start small and grow with the test's size.
template <class T>
rc::Gen<T> between(T low, T high) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(low, high + 1));
}

}  // namespace koepel::survey::test
