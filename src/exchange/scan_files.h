// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/json_values.h"
#include "gains/scan.h"
#include "model/phrasebook.h"

// A scan of the country as files for a spreadsheet and for other programs.

namespace koepel::exchange {

/// Money in cents, spreads in euro. Sentences and steps as in the analysis: keys with arguments.
[[nodiscard]] Json scan_json(const gains::Scan& scan);

/// A header and a row for every municipality of the reference table: its place and group, its amounts, or why it stands
/// outside. Whole euros; decimals with the language's own mark and no thousands, so that a spreadsheet reads them.
[[nodiscard]] std::vector<std::vector<std::string>> scan_table(const gains::Scan& scan, const Reference& reference,
                                                               const Phrasebook& phrases, Language language);

/// Why a municipality is where it is: the rule of its step, said.
[[nodiscard]] Message reason_of(const gains::Scan& scan, const gains::ScanRow& row);

}  // namespace koepel::exchange
