// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/analysis.h"
#include "exchange/json_values.h"

namespace koepel::exchange {

// The quantities of an Analysis as JSON; schema/analysis.schema.json describes each.
[[nodiscard]] Json scale_json(const scale::Scale& scale);
[[nodiscard]] Json gains_json(const gains::Gains& gains);
[[nodiscard]] Json efficiency_json(const benchmark::Efficiency& efficiency);
[[nodiscard]] Json third_parties_json(const third_parties::ThirdParties& all);
[[nodiscard]] Json projects_json(const projects::JointProjects& all);

}  // namespace koepel::exchange
