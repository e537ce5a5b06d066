// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/log.h"

// Parts of the log that other files of src/store use.

namespace koepel::store {

/// The append of one batch as a part of a bigger transaction.
[[nodiscard]] Appended append_within(Database& database, const Batch& batch);

/// The columns of an event in the order in which `take_event` reads them.
constexpr std::string_view event_columns =
    "sequence, time_us, actor, kind, record_key, payload, client_id, previous_hash, hash";
/// Moves the texts out of the row.
[[nodiscard]] LoggedEvent take_event(ResultRow& row);
/// Calls `take` for events after a sequence, in order, at most `limit`.
void each_event_after(Database& database, const std::string& study, std::int64_t after, std::size_t limit,
                      const std::function<void(LoggedEvent)>& take);

}  // namespace koepel::store
