// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "analysis/analysis.h"
#include "base/result.h"

namespace koepel::exchange {

/// The analysis as JSON by schema/analysis.schema.json: keys in a fixed order, numbers in shortest round-trip form,
/// each step, finding and row on a line of its own. Same analysis, same bytes.
[[nodiscard]] std::string to_json(const Analysis& analysis);

/// The receipt of a stored analysis, for `koepel verify`.
[[nodiscard]] Result<Receipt> read_receipt(const std::string& json);

/// SHA-256 over the JSON with an empty result_hash.
[[nodiscard]] std::string result_hash(const Analysis& analysis);

}  // namespace koepel::exchange
