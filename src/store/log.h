// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "store/store.h"

// The append-only log of a study. Nothing in it is changed or deleted; the schema forbids it.

namespace koepel::store {

/// What an event says, without its place in the chain.
struct SaidEvent {
  std::int64_t sequence = 0;  ///< 1, 2, 3 ... within the study, without gaps
  std::int64_t time_us = 0;   ///< microseconds since 1970, UTC
  std::string actor;          ///< pseudonym of a person ("p-..."), of a respondent ("r-..."), or a role; never a name
  std::string kind;           ///< "figures-entered" ...
  std::string record_key;     ///< what it is about; a later event with the same key takes the earlier one's place
  std::string payload;        ///< canonical JSON

  bool operator==(const SaidEvent&) const = default;
};

/// One stored line of a study's log.
struct LoggedEvent : SaidEvent {
  std::string client_id;      ///< of the batch it came in
  std::string previous_hash;  ///< of the event before; empty for the first
  std::string hash;           ///< event_hash of everything above and the study's id

  bool operator==(const LoggedEvent&) const = default;
};

/// SHA-256 over study, sequence, time, actor, kind, key, payload, client id and previous hash, each with its length.
[[nodiscard]] std::string event_hash(const std::string& study, const LoggedEvent& event);

struct NewEvent {
  std::string actor;
  std::string kind;
  std::string record_key;  ///< empty: never conflicts, never replaces
  std::string payload;
  /// Sequence of the last event with this key that the writer has seen; 0: none yet. Unset: do not look.
  std::optional<std::int64_t> expected;
};

/// Events that are stored together or not at all. `client_id` is made by the client: the same id again, however often
/// or late, stores nothing and gives the first answer again.
struct Batch {
  std::string study;
  std::string client_id;
  std::int64_t time_us = 0;
  std::vector<NewEvent> events;
};

struct Stored {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool repeated = false;  ///< the client id was known: these are the events of the first time
};

/// Why a batch was not stored.
struct NoSuchStudy {};
struct StudyClosed {};  ///< archived: reads only
/// Somebody else changed the same things meanwhile: their events, for the writer to see. Nothing was stored.
struct Conflict {
  std::vector<LoggedEvent> theirs;
};
using Refusal = std::variant<NoSuchStudy, StudyClosed, Conflict>;
using Appended = std::variant<Stored, NoSuchStudy, StudyClosed, Conflict>;

/// Blocks until the batch is on disk (fsync) or refused; many callers share one commit. Safe from any thread.
[[nodiscard]] Appended append(Store& store, const Batch& batch);

/// Events after a sequence, in order; at most `limit`.
[[nodiscard]] std::vector<LoggedEvent> events_after(Store& store, const std::string& study, std::int64_t after,
                                                    std::size_t limit = 1'000'000);

/// Sequences from `after`, which is left out, up to and including `last`.
struct LogPart {
  std::int64_t after = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};
/// Events one by one, and only what they say: for a long log that is to be added up. `take` may move from its argument;
/// `begin` comes before the first, and again when the connection was lost and all of them come again.
void each_said(Store& store, const std::string& study, const LogPart& part, const std::function<void()>& begin,
               const std::function<void(SaidEvent&)>& take);

/// A place where a chain does not hold.
struct BrokenLink {
  std::string study;
  std::int64_t sequence = 0;
  std::string what;  ///< "hash" | "previous" | "gap" | "head"
};
struct ChainReport {
  std::size_t studies = 0;
  std::size_t events = 0;
  std::vector<BrokenLink> broken;
};
/// Recomputes every hash of one study, or of all when empty. Streams; memory does not grow with the log.
[[nodiscard]] ChainReport verify_chain(Store& store, const std::string& study = {});

}  // namespace koepel::store
