// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "apps/session.h"

namespace koepel::apps {

/// What was advised, in a few lines for a terminal: approach, packages, forms with their certainty, warnings.
void print_summary(const Analysis& analysis, const Phrasebook& phrases, Language language);

/// Problems of the reading, in one line that points to `koepel check`; nothing when there are none.
void print_reading_note(const Session& session, const std::filesystem::path& folder, const Phrasebook& phrases,
                        Language language);

/// How many records each table of the study folder gave, as one sentence; nothing when there are none.
void print_counts(const std::vector<Event>& log, const Phrasebook& phrases, Language language);

}  // namespace koepel::apps
