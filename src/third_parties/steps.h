// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "third_parties/third_parties.h"

namespace koepel::third_parties {

/// Steps of one third party: what it takes today, what making agreements once saves on both sides. `inputs` carries the
/// rows and parameters that were used.
void add_steps(const Dealings& row, const Step& inputs, Trace& trace);

/// Steps of the totals: with all hours given, and with typical hours.
void add_totals(const ThirdParties& result, Trace& trace);

}  // namespace koepel::third_parties
