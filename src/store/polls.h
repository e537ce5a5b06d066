// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/log.h"
#include "store/store.h"

// The poll. Who was invited and what was answered never meet: an invitation holds a hash of its token and whether it
// was used; answers carry a pseudonym that only the token's holder can make again. No table, column or time ties the
// two together.

namespace koepel::store {

/// The poll of a study. `items` are the ids asked, in order.
struct Poll {
  std::string study;
  std::string items;      ///< JSON array
  std::string intro;      ///< the facilitator's own words; may be empty
  std::string state;      ///< draft | open | closed
  std::string anonymity;  ///< "anonymous": the only level now; a later level may only extend it
};
[[nodiscard]] std::optional<Poll> find_poll(Store& store, const std::string& study);
void set_poll(Store& store, const Poll& poll);

/// Somebody asked to answer, or a code that several may use. No time of answering, no pseudonym.
struct Invitation {
  std::string id;  ///< "i-..."
  std::string study;
  std::string token_hash;
  std::string partner;
  std::string role;
  std::string email;  ///< personal data; empty for a code
  std::string state;  ///< open | revoked | done (a personal link only)
  int uses_left = 1;  ///< personal link 1; a code: how many may still begin
  bool is_code = false;
  int sent = 1;  ///< how often it was sent
  std::int64_t expires_us = 0;
};
void add_invitations(Store& store, const std::vector<Invitation>& invitations);
[[nodiscard]] std::vector<Invitation> invitations_of(Store& store, const std::string& study);
[[nodiscard]] std::optional<Invitation> invitation_by_token(Store& store, const std::string& token_hash);
[[nodiscard]] std::optional<Invitation> find_invitation(Store& store, const std::string& id);
/// A new token takes the place of the old one (resend); not when it is done or revoked: false.
[[nodiscard]] bool renew_invitation(Store& store, const std::string& id, const std::string& token_hash,
                                    std::int64_t expires_us);
void revoke_invitation(Store& store, const std::string& id);
/// One more respondent begins with a code; false when none is left or it is over.
[[nodiscard]] bool take_code_use(Store& store, const std::string& id);

/// Answers not yet handed in: kept apart from the log, gone when handed in.
struct Draft {
  std::string study;
  std::string pseudonym;
  std::string answers;  ///< JSON object item -> 1..5
};
/// Blocks until on disk. Does nothing once the same pseudonym has handed in: a late save brings no draft back.
void save_draft(Store& store, const Draft& draft);
[[nodiscard]] std::optional<Draft> find_draft(Store& store, const std::string& study, const std::string& pseudonym);
/// In one transaction: the events into the log, the draft gone, and (a personal link) the invitation done. Handing in
/// twice, also with another client id, stores once. A personal link that is done or revoked stores nothing: Conflict
/// without events. Afterwards no row tells which invitation the events came from; hand_in.cpp says what somebody
/// with the files could still learn.
[[nodiscard]] Appended hand_in(Store& store, const Batch& batch, const std::string& pseudonym,
                               const std::string& invitation);

}  // namespace koepel::store
