// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "gains/scan.h"
#include "model/phrasebook.h"
#include "model/reference.h"

namespace koepel::apps {

/// The scan on the terminal: what it says, the best groups, what it rests on, and who did not take part and why.
void print_scan(const gains::Scan& scan, const MethodPack& pack, const Reference& reference, const Phrasebook& phrases,
                Language language);

/// What the scan says of one municipality, with the steps down to the accounts.
void print_scan_row(const gains::Scan& scan, const gains::ScanRow& row, const MethodPack& pack,
                    const Reference& reference, const Phrasebook& phrases, Language language);

}  // namespace koepel::apps
