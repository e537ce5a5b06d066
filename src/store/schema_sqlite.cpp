// SPDX-License-Identifier: EUPL-1.2
// The tables in SQLite. Times are microseconds since 1970, UTC; JSON is text; yes and no are 1 and 0.
// A column that is added here also gets a line in schema_test.cpp: what it tells about whom.
// Tables have no rowid: it would keep the order in which rows came.
#include "store/schema.h"

namespace koepel::store {

namespace {

constexpr std::string_view version_1 = R"(
CREATE TABLE study (
  id TEXT PRIMARY KEY NOT NULL,
  created_us INTEGER NOT NULL,
  archived_us INTEGER NOT NULL,
  erase_after_us INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  last_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  study TEXT NOT NULL REFERENCES study (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  time_us INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  payload TEXT NOT NULL,
  client_id TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (study, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_client ON event (study, client_id, sequence);
CREATE INDEX event_by_record ON event (study, record_key, sequence) WHERE record_key <> '';

CREATE TRIGGER event_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER event_not_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  email TEXT UNIQUE,
  password_hash TEXT NOT NULL,
  totp_secret TEXT NOT NULL,
  totp_step INTEGER NOT NULL,
  subject TEXT UNIQUE,
  manager INTEGER NOT NULL,
  created_us INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  locked_until_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  study TEXT NOT NULL REFERENCES study (id),
  person TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  partner TEXT NOT NULL,
  PRIMARY KEY (study, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_person ON membership (person);

CREATE TABLE session (
  id_hash TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  csrf TEXT NOT NULL,
  expires_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_expiry ON session (expires_us);

CREATE TABLE login_link (
  token_hash TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  expires_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_link_by_person ON login_link (person);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  time_us INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  result TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (time_us);

CREATE TABLE poll (
  study TEXT PRIMARY KEY NOT NULL REFERENCES study (id),
  items TEXT NOT NULL,
  intro TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  anonymity TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 'open' and 'done' are equally long: a row that becomes done stays where it is on its page.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY NOT NULL,
  study TEXT NOT NULL REFERENCES study (id),
  token_hash TEXT NOT NULL UNIQUE,
  partner TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'revoked', 'done')),
  uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
  is_code INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  expires_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_study ON invitation (study);

CREATE TABLE draft (
  study TEXT NOT NULL REFERENCES study (id),
  pseudonym TEXT NOT NULL,
  answers TEXT NOT NULL,
  PRIMARY KEY (study, pseudonym)
) STRICT, WITHOUT ROWID;

CREATE TABLE handed_in (
  study TEXT NOT NULL REFERENCES study (id),
  pseudonym TEXT NOT NULL,
  first_sequence INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  PRIMARY KEY (study, pseudonym)
) STRICT, WITHOUT ROWID;
)";

}  // namespace

const std::vector<std::string_view>& sqlite_upgrades() {
  static const std::vector<std::string_view> all{version_1};
  return all;
}

}  // namespace koepel::store
