// SPDX-License-Identifier: EUPL-1.2
// The promise of anonymity, read from the tables that a database really has. Who adds a column says here what it tells;
// a table that tells both who was asked and what was answered, or when, fails.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

enum class Tells { neither, asked, answered };

const std::map<std::string, Tells>& known_columns() {
  using enum Tells;
  static const std::map<std::string, Tells> all{
      {"schema_version.version", neither},
      {"study.id", neither},
      {"study.created_us", neither},
      {"study.archived_us", neither},
      {"study.erase_after_us", neither},
      {"study.last_sequence", neither},
      {"study.last_hash", neither},
      {"event.study", neither},
      {"event.sequence", answered},
      {"event.time_us", answered},
      {"event.actor", answered},
      {"event.kind", answered},
      {"event.record_key", answered},
      {"event.payload", answered},
      {"event.client_id", answered},
      {"event.previous_hash", answered},
      {"event.hash", answered},
      {"person.id", neither},
      {"person.name", neither},
      {"person.email", neither},
      {"person.password_hash", neither},
      {"person.totp_secret", neither},
      {"person.totp_step", neither},
      {"person.subject", neither},
      {"person.manager", neither},
      {"person.created_us", neither},
      {"person.failures", neither},
      {"person.locked_until_us", neither},
      {"membership.study", neither},
      {"membership.person", neither},
      {"membership.role", neither},
      {"membership.partner", neither},
      {"session.id_hash", neither},
      {"session.person", neither},
      {"session.csrf", neither},
      {"session.expires_us", neither},
      {"login_link.token_hash", neither},  // of an account, not of an invitation
      {"login_link.person", neither},
      {"login_link.expires_us", neither},
      {"audit.id", neither},  // what the facilitator does with an invitation, never what its holder does
      {"audit.time_us", neither},
      {"audit.actor", neither},
      {"audit.action", neither},
      {"audit.object", neither},
      {"audit.result", neither},
      {"audit.origin", neither},
      {"poll.study", neither},
      {"poll.items", neither},
      {"poll.intro", neither},
      {"poll.state", neither},
      {"poll.anonymity", neither},
      {"invitation.id", asked},
      {"invitation.study", neither},
      {"invitation.token_hash", asked},
      {"invitation.partner", asked},
      {"invitation.role", asked},
      {"invitation.email", asked},
      {"invitation.state", asked},
      {"invitation.uses_left", asked},
      {"invitation.is_code", asked},
      {"invitation.sent", asked},
      {"invitation.expires_us", asked},
      {"draft.study", neither},
      {"draft.pseudonym", answered},
      {"draft.answers", answered},
      {"handed_in.study", neither},
      {"handed_in.pseudonym", answered},
      {"handed_in.first_sequence", answered},
      {"handed_in.last_sequence", answered},
  };
  return all;
}

struct Schema : OnBoth {
  bool sqlite() { return GetParam() == "sqlite"; }
  /// The columns of every table, as the database itself lists them.
  std::map<std::string, std::set<std::string>> tables() {
    std::map<std::string, std::set<std::string>> found;
    const char* const list = sqlite()
                                 ? "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c "
                                   "WHERE t.type IN ('table', 'view')"
                                 : "SELECT table_name::text, column_name::text FROM information_schema.columns "
                                   "WHERE table_schema = current_schema()";
    for (const auto& row : rows(db(), list)) found[row.text(0)].insert(row.text(1));
    return found;
  }
  /// From which table to which a foreign key points.
  std::set<std::pair<std::string, std::string>> references() {
    std::set<std::pair<std::string, std::string>> found;
    const char* const list =
        sqlite() ? "SELECT t.name, k.\"table\" FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS k"
                 : "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'";
    for (const auto& row : rows(db(), list)) found.insert({row.text(0), row.text(1)});
    return found;
  }
};
KOEPEL_ON_BOTH(Schema);

bool mentions(const std::string& name, std::initializer_list<const char*> words) {
  for (const char* word : words)
    if (name.find(word) != std::string::npos) return true;
  return false;
}

TEST_P(Schema, HasOnlyColumnsOfWhichItIsKnownWhatTheyTell) {
  std::size_t columns = 0;
  for (const auto& [table, names] : tables())
    for (const auto& name : names) {
      ++columns;
      EXPECT_TRUE(known_columns().contains(table + "." + name)) << "what does " << table << "." << name << " tell?";
    }
  EXPECT_EQ(columns, known_columns().size());
}

TEST_P(Schema, HasNoTableThatTellsWhoWasAskedAndWhatWasAnswered) {
  for (const auto& [table, names] : tables()) {
    std::set<Tells> told;
    for (const auto& name : names)
      if (const auto found = known_columns().find(table + "." + name); found != known_columns().end())
        told.insert(found->second);
    EXPECT_FALSE(told.contains(Tells::asked) && told.contains(Tells::answered)) << table;
  }
}

// The same once more by name alone, against a column that was called harmless above.
TEST_P(Schema, HasNoTableWithATokenBesideAPseudonymOrATimeOfAnswering) {
  for (const auto& [table, names] : tables()) {
    bool asked = table == "invitation", answered = table == "draft" || table == "event";
    for (const auto& name : names) {
      asked |= mentions(name, {"invit", "token", "link"});
      answered |= mentions(name, {"pseudonym", "actor", "respondent", "answer", "payload"}) ||
                  (mentions(name, {"_us", "time", "day", "date"}) && name != "expires_us");
    }
    EXPECT_FALSE(asked && answered) << table;
  }
}

TEST_P(Schema, HasNoReferenceBetweenInvitationsAndAnswers) {
  for (const auto& [from, to] : references()) {
    EXPECT_TRUE(to == "study" || to == "person") << from << " refers to " << to;
    const bool of_the_poll = from == "invitation" || from == "draft" || from == "handed_in" || from == "event";
    EXPECT_TRUE(!of_the_poll || to == "study") << from << " refers to " << to;
  }
}

// A row number would tell in which order rows came.
TEST_P(Schema, KeepsNoOrderOfArrivalInSqlite) {
  if (!sqlite()) return;
  std::set<std::string> with_rowid;
  for (const auto& row : rows(db(), "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 0"))
    with_rowid.insert(row.text(0));
  EXPECT_THAT(with_rowid, testing::UnorderedElementsAre("audit", "schema_version", "sqlite_schema"));
}

TEST_P(Schema, HasNoOtherTriggersThanThoseThatGuardTheLog) {
  const auto triggers = rows(db(), sqlite() ? "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
                                            : "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1");
  std::vector<std::string> names;
  for (const auto& row : triggers) names.push_back(row.text(0));
  EXPECT_THAT(names, testing::ElementsAre("event_not_changed", sqlite() ? "event_not_deleted" : "event_not_emptied"));
}

TEST_P(Schema, OfANewerProgramIsLeftAlone) {
  run(db(), "UPDATE schema_version SET version = 99");
  opened.reset();
  try {
    opened = place.open();
    FAIL();
  } catch (const StoreFault& fault) {
    EXPECT_THAT(fault.what(), testing::HasSubstr("newer version"));
  }
}

}  // namespace
}  // namespace koepel::store
