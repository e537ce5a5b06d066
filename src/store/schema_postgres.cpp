// SPDX-License-Identifier: EUPL-1.2
// The tables in PostgreSQL. Times are microseconds since 1970, UTC; JSON is text; yes and no are 1 and 0.
// A column that is added here also gets a line in schema_test.cpp: what it tells about whom.
#include "store/schema.h"

namespace koepel::store {

namespace {

constexpr std::string_view version_1 = R"(
CREATE TABLE study (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  created_us BIGINT NOT NULL,
  archived_us BIGINT NOT NULL,
  erase_after_us BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  last_hash TEXT NOT NULL
);

CREATE TABLE event (
  study TEXT COLLATE "C" NOT NULL REFERENCES study (id),
  sequence BIGINT NOT NULL CHECK (sequence > 0),
  time_us BIGINT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  payload TEXT NOT NULL,
  client_id TEXT COLLATE "C" NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (study, sequence)
);
CREATE INDEX event_by_client ON event (study, client_id, sequence);
CREATE INDEX event_by_record ON event (study, record_key, sequence) WHERE record_key <> '';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_not_changed BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE person (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  email TEXT UNIQUE,
  password_hash TEXT NOT NULL,
  totp_secret TEXT NOT NULL,
  totp_step BIGINT NOT NULL,
  subject TEXT UNIQUE,
  manager BIGINT NOT NULL,
  created_us BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  locked_until_us BIGINT NOT NULL
);

CREATE TABLE membership (
  study TEXT COLLATE "C" NOT NULL REFERENCES study (id),
  person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  partner TEXT NOT NULL,
  PRIMARY KEY (study, person)
);
CREATE INDEX membership_by_person ON membership (person);

CREATE TABLE session (
  id_hash TEXT PRIMARY KEY NOT NULL,
  person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
  csrf TEXT NOT NULL,
  expires_us BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_expiry ON session (expires_us);

CREATE TABLE login_link (
  token_hash TEXT PRIMARY KEY NOT NULL,
  person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
  expires_us BIGINT NOT NULL
);
CREATE INDEX login_link_by_person ON login_link (person);

CREATE TABLE audit (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  time_us BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  result TEXT NOT NULL,
  origin TEXT NOT NULL
);
CREATE INDEX audit_by_time ON audit (time_us);

CREATE TABLE poll (
  study TEXT COLLATE "C" PRIMARY KEY NOT NULL REFERENCES study (id),
  items TEXT NOT NULL,
  intro TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  anonymity TEXT NOT NULL
);

-- 'open' and 'done' are equally long: as in SQLite, where the row then stays in its place.
CREATE TABLE invitation (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  study TEXT COLLATE "C" NOT NULL REFERENCES study (id),
  token_hash TEXT NOT NULL UNIQUE,
  partner TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'revoked', 'done')),
  uses_left BIGINT NOT NULL CHECK (uses_left >= 0),
  is_code BIGINT NOT NULL,
  sent BIGINT NOT NULL,
  expires_us BIGINT NOT NULL
);
CREATE INDEX invitation_by_study ON invitation (study);

CREATE TABLE draft (
  study TEXT COLLATE "C" NOT NULL REFERENCES study (id),
  pseudonym TEXT COLLATE "C" NOT NULL,
  answers TEXT NOT NULL,
  PRIMARY KEY (study, pseudonym)
);

CREATE TABLE handed_in (
  study TEXT COLLATE "C" NOT NULL REFERENCES study (id),
  pseudonym TEXT COLLATE "C" NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  PRIMARY KEY (study, pseudonym)
);
)";

}  // namespace

const std::vector<std::string_view>& postgres_upgrades() {
  static const std::vector<std::string_view> all{version_1};
  return all;
}

}  // namespace koepel::store
