// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/json_values.h"
#include "service/desk.h"
#include "service/fault.h"
#include "service/rights.h"

// Changing a study: always by events, always together or not at all, always undoable.

namespace koepel::service {

/// One change as a person makes it. To withdraw a record only its `key` counts.
struct TypedChange {
  std::string kind;
  exchange::Json cells;                  ///< as typed; see exchange/record_json.h
  std::string key;                       ///< of the record that is withdrawn
  std::optional<std::int64_t> expected;  ///< sequence of the record as the writer saw it; 0: it was not there
  bool withdraw = false;
};

struct Submission {
  std::string study;
  std::string client_id;  ///< made by the client; the same again changes nothing
  std::vector<TypedChange> changes;
};

struct Accepted {
  std::int64_t sequence = 0;
  bool repeated = false;
  Problems problems;  ///< warnings; nothing was left out
};

/// Refused: invalid (every problem of every change), forbidden, unknown, closed, conflict.
[[nodiscard]] Outcome<Accepted> submit(Desk& desk, const Asker& who, const Submission& submission);

/// Puts back what stood there before the submission that this event came in. Conflict when something in it was changed
/// since. An undo is a submission like any other and can be undone.
[[nodiscard]] Outcome<Accepted> undo(Desk& desk, const Asker& who, const std::string& study, std::int64_t sequence,
                                     const std::string& client_id);

/// What may be done with a kind of event.
[[nodiscard]] std::optional<Action> action_on(std::string_view kind);
/// Whether a record is what somebody said in the poll: nobody may change it or take it back, not even the facilitator.
[[nodiscard]] bool is_of_respondent(const Happening& what);
/// The municipality that a record is of; empty: of all together.
[[nodiscard]] std::string partner_of(const Happening& what);

/// An event ready for the log; where it was read from stays with it.
[[nodiscard]] store::NewEvent event_for(const Happening& what, const std::string& actor);

/// Stores events and tells the streams.
[[nodiscard]] Outcome<Accepted> append(Desk& desk, const store::Batch& batch);

}  // namespace koepel::service
