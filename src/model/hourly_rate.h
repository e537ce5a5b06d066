// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/money.h"
#include "model/pack.h"

namespace koepel {

/// Integral rate (integraal uurtarief): direct labour and overhead per FTE, divided by productive hours, to the cent.
[[nodiscard]] Money hourly_rate(Money labour_per_fte, Money overhead_per_fte, double productive_hours);

/// The same from the pack's parameters settlement.labour_per_fte, settlement.overhead_per_fte and
/// settlement.productive_hours.
[[nodiscard]] Money hourly_rate(const MethodPack& pack);

}  // namespace koepel
