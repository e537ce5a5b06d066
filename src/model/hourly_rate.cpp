// SPDX-License-Identifier: EUPL-1.2
// What an employee costs and works in a year in, what an hour costs out. The face is hourly_rate.
#include "model/hourly_rate.h"

#include <cmath>

#include "base/ensure.h"

namespace koepel {

Money hourly_rate(Money labour_per_fte, Money overhead_per_fte, double productive_hours) {
  ENSURE(productive_hours > 0);
  return {std::llround(static_cast<double>((labour_per_fte + overhead_per_fte).cents) / productive_hours)};
}

Money hourly_rate(const MethodPack& pack) {
  const auto euro = [&](const char* id) { return Money{std::llround(parameter(pack, id) * 100)}; };
  return hourly_rate(euro("settlement.labour_per_fte"), euro("settlement.overhead_per_fte"),
                     parameter(pack, "settlement.productive_hours"));
}

}  // namespace koepel
