// SPDX-License-Identifier: EUPL-1.2
// Who is asked to answer. Face: add_invitations(), invitation_by_token(), renew_invitation(), take_code_use().
#include "store/polls.h"

namespace koepel::store {

namespace {

const std::string columns = "id, study, token_hash, partner, role, email, state, uses_left, is_code, sent, expires_us";

Invitation invitation_of(const ResultRow& row) {
  Invitation found{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
  found.uses_left = static_cast<int>(row.whole(7));
  found.is_code = row.whole(8) != 0;
  found.sent = static_cast<int>(row.whole(9));
  found.expires_us = row.whole(10);
  return found;
}

std::vector<Invitation> select(Store& store, const std::string& where, const std::string& value) {
  std::vector<Invitation> found;
  store.read([&](Database& database) {
    found.clear();
    for (const auto& row : database.query("SELECT " + columns + " FROM invitation WHERE " + where, {value}))
      found.push_back(invitation_of(row));
  });
  return found;
}

std::optional<Invitation> first(std::vector<Invitation> found) {
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

/// Changes one invitation; false when it was not in a state that allows it.
bool change(Store& store, const std::string& text, const Values& values) {
  bool changed = false;
  store.write([&](Database& database) { changed = !database.query(text + " RETURNING id", values).empty(); });
  return changed;
}

void add(Database& database, const Invitation& invitation) {
  database.query("INSERT INTO invitation (" + columns + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                 {invitation.id, invitation.study, invitation.token_hash, invitation.partner, invitation.role,
                  invitation.email, invitation.state, std::int64_t{invitation.uses_left},
                  std::int64_t{invitation.is_code}, std::int64_t{invitation.sent}, invitation.expires_us});
}

}  // namespace

void add_invitations(Store& store, const std::vector<Invitation>& invitations) {
  store.write([&](Database& database) {
    for (const Invitation& invitation : invitations) add(database, invitation);
  });
}

std::vector<Invitation> invitations_of(Store& store, const std::string& study) {
  return select(store, "study = ?1 ORDER BY id", study);
}

std::optional<Invitation> invitation_by_token(Store& store, const std::string& token_hash) {
  return first(select(store, "token_hash = ?1", token_hash));
}

std::optional<Invitation> find_invitation(Store& store, const std::string& id) {
  return first(select(store, "id = ?1", id));
}

bool renew_invitation(Store& store, const std::string& id, const std::string& token_hash, std::int64_t expires_us) {
  return change(
      store, "UPDATE invitation SET token_hash = ?2, expires_us = ?3, sent = sent + 1 WHERE id = ?1 AND state = 'open'",
      {id, token_hash, expires_us});
}

void revoke_invitation(Store& store, const std::string& id) {
  (void)change(store, "UPDATE invitation SET state = 'revoked' WHERE id = ?1 AND state = 'open'", {id});
}

bool take_code_use(Store& store, const std::string& id) {
  return change(store,
                "UPDATE invitation SET uses_left = uses_left - 1 "
                "WHERE id = ?1 AND is_code = 1 AND state = 'open' AND uses_left > 0",
                {id});
}

}  // namespace koepel::store
