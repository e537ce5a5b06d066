// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/problem.h"

namespace koepel::service {

/// A problem of an order: what was expected is text CODE.expected, how to repair is CODE.repair.
struct OrderProblem {
  std::string code;    ///< "service.title-missing"
  std::string column;  ///< the field
  std::string found = {};
  int line = 0;  ///< which of several, from 1
};
[[nodiscard]] inline Problem problem_of(const OrderProblem& one) {
  return {.code = one.code,
          .where = {.line = one.line, .column = one.column},
          .found = one.found.substr(0, 80),
          .expected = {one.code + ".expected", {}},
          .repair = {one.code + ".repair", {}}};
}

}  // namespace koepel::service
