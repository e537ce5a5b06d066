// SPDX-License-Identifier: EUPL-1.2
#include "service/accounts.h"

#include <gmock/gmock.h>

#include <ctime>

#include "base/work_folder.h"
#include "service/account_rules.h"
#include "service/secrets.h"

namespace koepel::service {
namespace {

using Kind = Fault::Kind;
using testing::ElementsAre;

constexpr std::int64_t now = 1'700'000'000'000'000;
constexpr std::int64_t hour_us = 60 * minute_us;
const std::string password = "vier losse woorden samen";

class Accounts : public testing::Test {
 protected:
  store::Person invite(const std::string& email) { return invite_person(db, "Anna", email, "p-by", now)->person; }
  OpenSession enter(const std::string& person, std::int64_t time = now) {
    return *log_in_by_link(db, {.token = make_login_link(db, person, time), .origin = "::1"}, time);
  }
  Visitor visitor(const OpenSession& session, std::int64_t time = now) { return *visitor_of(db, session.cookie, time); }
  /// Somebody with a password.
  store::Person anna() {
    if (const auto found = store::person_by_email(db, "anna@example.nl")) return *found;
    const auto session = enter(invite("anna@example.nl").id);
    EXPECT_TRUE(change_password(db, visitor(session), "", password, now));
    return *store::person_by_email(db, "anna@example.nl");
  }
  std::string add_second_factor() {
    const auto who = visitor(enter(anna().id));
    auto secret = *begin_second_factor(db, who);
    EXPECT_TRUE(confirm_second_factor(db, who, {secret, totp_code(secret, now), password}, now));
    return secret;
  }
  Outcome<OpenSession> try_in(const std::string& with, const std::string& code = "", std::int64_t time = now) {
    return log_in(db, {"anna@example.nl", with, code, "::1"}, time);
  }
  void fail_times(int times, std::int64_t time = now) {
    for (int i = 0; i < times; ++i) EXPECT_EQ(try_in("wrong", "", time).error().kind, Kind::wrong_credentials);
  }
  std::vector<std::string> audit() {
    std::vector<std::string> lines;
    for (const auto& line : store::audit_after(db, 0, 1'000)) lines.push_back(line.action + " " + line.result);
    return lines;
  }

  WorkFolder work;
  store::Store db{work.path};
};

using LoggingIn = Accounts;
using Links = Accounts;
using Sessions = Accounts;
using Invitations = Accounts;
using OwnAccount = Accounts;
using SecondFactorOfAnAccount = Accounts;

TEST_F(LoggingIn, NeedsTheRightPassword) {
  anna();
  EXPECT_TRUE(try_in(password));
  EXPECT_EQ(try_in(password + " ").error().kind, Kind::wrong_credentials);
  EXPECT_EQ(try_in("").error().kind, Kind::wrong_credentials);
}

TEST_F(LoggingIn, TakesAnAddressInAnyCase) {
  anna();
  EXPECT_TRUE(log_in(db, {"Anna@Example.NL", password, "", ""}, now));
}

TEST_F(LoggingIn, NeverSaysWhichOfTheTwoIsWrong) {
  anna();
  invite("no-password@example.nl");
  for (const char* email : {"anna@example.nl", "nobody@example.nl", "no-password@example.nl", "", "a\nb@c.nl"})
    EXPECT_EQ(log_in(db, {email, "wrong", "", ""}, now).error().kind, Kind::wrong_credentials) << email;
}

double seconds_of(const std::function<void()>& work) {
  const auto busy = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double before = busy();
  work();
  return busy() - before;
}

// Counted in work, not in time, so that a busy machine does not matter; the margin is for its caches.
TEST_F(LoggingIn, WorksAsHardForAnUnknownAddress) {
  anna();
  const double known = seconds_of([&] { (void)try_in("wrong"); });
  const double unknown = seconds_of([&] { (void)log_in(db, {"nobody@example.nl", "wrong", "", ""}, now); });
  EXPECT_GT(unknown, known / 3);
  EXPECT_LT(unknown, known * 3);
}

TEST_F(LoggingIn, LocksAfterTenFailuresForAQuarterOfAnHour) {
  anna();
  fail_times(10);
  EXPECT_EQ(try_in(password).error().kind, Kind::locked);
  EXPECT_EQ(try_in(password, "", now + 15 * minute_us - 1).error().kind, Kind::locked);
  EXPECT_TRUE(try_in(password, "", now + 15 * minute_us));
}

TEST_F(LoggingIn, ForgivesNineFailures) {
  anna();
  for (int round = 0; round < 2; ++round) {
    fail_times(9);
    EXPECT_TRUE(try_in(password));
  }
}

TEST_F(LoggingIn, LocksAgainAfterAnotherTen) {
  anna();
  fail_times(10);
  fail_times(10, now + hour_us);
  EXPECT_EQ(try_in(password, "", now + hour_us).error().kind, Kind::locked);
}

TEST_F(LoggingIn, WritesEveryAttemptDown) {
  const auto who = anna();
  store::clear_expired(db, 0, now + 1);
  (void)log_in(db, {"nobody@example.nl", "secret-1", "", "192.0.2.7"}, now);
  (void)try_in("secret-2");
  (void)try_in(password);
  EXPECT_THAT(audit(), ElementsAre("session.open failed", "session.open failed", "session.open ok"));
  const auto lines = store::audit_after(db, 0, 10);
  EXPECT_EQ(lines[0].actor, "");
  EXPECT_EQ(lines[0].origin, "192.0.2.7");
  EXPECT_EQ(lines[1].actor, who.id);
}

// BIO 8.15.02: never anything that helps to break in, and no more of a person than the pseudonym.
TEST_F(LoggingIn, WritesDownNoSecretAndNoAddress) {
  anna();
  (void)log_in(db, {"nobody@example.nl", "secret-1", "123456", "::1"}, now);
  (void)try_in("secret-2", "654321");
  const auto session = try_in(password);
  for (const auto& line : store::audit_after(db, 0, 1'000)) {
    const auto all = line.actor + line.action + line.object + line.result + line.origin;
    for (const std::string& secret :
         {std::string("secret-"), password, std::string("123456"), std::string("654321"), session->cookie,
          token_hash(session->cookie), session->csrf, std::string("example.nl")})
      EXPECT_EQ(all.find(secret), std::string::npos) << all;
  }
}

TEST_F(Sessions, AreNewAtEveryLogin) {
  anna();
  const auto one = try_in(password), two = try_in(password);
  EXPECT_NE(one->cookie, two->cookie);
  EXPECT_NE(one->csrf, two->csrf);
  EXPECT_NE(one->csrf, one->cookie);
}

TEST_F(Sessions, LastTwelveHours) {
  anna();
  const auto session = try_in(password);
  EXPECT_TRUE(visitor_of(db, session->cookie, now + 12 * hour_us - 1));
  EXPECT_FALSE(visitor_of(db, session->cookie, now + 12 * hour_us));
}

TEST_F(Sessions, AreKeptOnlyHashed) {
  anna();
  const auto session = try_in(password);
  EXPECT_FALSE(store::find_session(db, session->cookie));
  EXPECT_TRUE(store::find_session(db, token_hash(session->cookie)));
  EXPECT_FALSE(visitor_of(db, token_hash(session->cookie), now));
  EXPECT_FALSE(visitor_of(db, "", now));
}

TEST_F(Sessions, EndByLoggingOut) {
  anna();
  const auto mine = try_in(password), other = try_in(password);
  log_out(db, mine->cookie, "::1", now);
  log_out(db, "no such cookie", "::1", now);
  EXPECT_FALSE(visitor_of(db, mine->cookie, now));
  EXPECT_TRUE(visitor_of(db, other->cookie, now));
}

TEST_F(Sessions, EndWhenThePersonIsErased) {
  const auto session = enter(anna().id);
  store::erase_person(db, session.person.id);
  EXPECT_FALSE(visitor_of(db, session.cookie, now));
  EXPECT_EQ(try_in(password).error().kind, Kind::wrong_credentials);
}

TEST_F(Links, WorkOnceWithinAWeek) {
  const auto who = invite("ben@example.nl");
  const auto token = make_login_link(db, who.id, now), late = make_login_link(db, who.id, now);
  EXPECT_EQ(log_in_by_link(db, {.token = token, .origin = "::1"}, now)->person.id, who.id);
  EXPECT_EQ(log_in_by_link(db, {.token = token, .origin = "::1"}, now).error().kind, Kind::gone);
  EXPECT_EQ(log_in_by_link(db, {.token = late, .origin = "::1"}, now + 7 * 24 * hour_us).error().kind, Kind::gone);
  EXPECT_EQ(log_in_by_link(db, {.token = "", .origin = "::1"}, now).error().kind, Kind::gone);
}

TEST_F(Links, HelpWhoIsLockedOut) {
  const auto who = anna();
  fail_times(10);
  EXPECT_TRUE(log_in_by_link(db, {.token = make_login_link(db, who.id, now), .origin = "::1"}, now));
}

TEST_F(Links, EndWithANewPassword) {
  const auto session = enter(anna().id);
  const auto link = make_login_link(db, session.person.id, now);
  EXPECT_TRUE(change_password(db, visitor(session), password, "vijf andere woorden hier", now));
  EXPECT_EQ(log_in_by_link(db, {.token = link, .origin = "::1"}, now).error().kind, Kind::gone);
}

TEST_F(Invitations, MakeAnAccountForSomebodyNew) {
  const auto made = invite_person(db, "Ben", "Ben@Example.nl", "p-by", now);
  EXPECT_EQ(made->person.email, "ben@example.nl");
  EXPECT_FALSE(made->person.manager);
  EXPECT_TRUE(made->is_new);
}

// A link for who was there would let a facilitator who invites the manager's address in as the manager.
TEST_F(Invitations, TellWhoWasThereAlready) {
  const auto first = first_manager(db, now).person;
  const auto again = invite_person(db, "Mallory", first.email, "p-by", now);
  EXPECT_EQ(again->person.id, first.id);
  EXPECT_EQ(again->person.name, first.name);
  EXPECT_FALSE(again->is_new);
}

TEST_F(Invitations, RefuseWhatIsNoAddress) {
  for (const std::string& email :
       {std::string(), std::string("anna"), std::string("@example.nl"), std::string("anna@"), std::string("a b@c.nl"),
        std::string("a@b.nl\r\nBcc: c@d.nl"), std::string("a\0@b.nl", 7), std::string("<a@b.nl>"),
        std::string(250, 'a') + "@b.nl"})
    EXPECT_EQ(invite_person(db, "Anna", email, "p-by", now).error().problems.at(0).code, "service.not-an-address")
        << email;
}

TEST_F(Invitations, KeepANameOnOneLineAndItsLettersWhole) {
  std::string name = "Zoë\n";
  for (int i = 0; i < 300; ++i) name += "ë";
  const auto kept = invite_person(db, name, "zoe@example.nl", "p-by", now)->person.name;
  EXPECT_EQ(characters(kept), 200U);
  EXPECT_TRUE(kept.starts_with("Zoë ë"));
}

TEST_F(Invitations, MakeOneFirstManager) {
  const auto first = first_manager(db, now), again = first_manager(db, now);
  EXPECT_TRUE(first.person.manager);
  EXPECT_EQ(first.person.id, again.person.id);
  EXPECT_NE(first.token, again.token);
  EXPECT_EQ(store::all_people(db).size(), 1U);
  EXPECT_TRUE(log_in_by_link(db, {.token = again.token, .origin = "::1"}, now)->person.manager);
}

TEST_F(Invitations, PrintNoLinkForAManagerWhoHasAPassword) {
  auto person = first_manager(db, now).person;
  person.password_hash = "something";
  store::change_person(db, person);
  EXPECT_EQ(first_manager(db, now).token, "");
}

std::vector<std::string> codes(const Outcome<void>& outcome) {
  std::vector<std::string> all;
  if (!outcome)
    for (const auto& problem : outcome.error().problems) all.push_back(problem.code);
  return all;
}

struct Choice {
  std::string password;
  std::vector<std::string> problems;
};

TEST_F(OwnAccount, RefusesAPasswordThatIsGuessed) {
  const auto who = invite("Anneke.de.Wit@example.nl").id;
  const std::string known = "service.password-known", length = "service.password-length";
  const std::vector<Choice> choices{{"kort", {length, known}},
                                    {"elftekens11", {length}},
                                    {"ëëëëëëëëëëë", {length, known}},
                                    {std::string(1'025, 'x') + "yzabc", {length}},
                                    {"anneke.de.wit@EXAMPLE.nl", {known}},
                                    {"Wachtwoord123!", {known}},
                                    {"welkomwelkom", {known}},
                                    {"2026-Gemeente!!", {known}},
                                    {"123456789012", {known}},
                                    {"qwertyuiop12", {known}},
                                    {"aaaaaaaaaaaa", {known}},
                                    {"121212121212", {known}},
                                    {"welkom in mijn huis", {}},
                                    {"12345678 is niet genoeg", {}},
                                    {"vier losse woorden", {}},
                                    {"8hK2-mQ7r-T1vB", {}}};
  for (const auto& [fresh, problems] : choices) {
    const auto outcome = change_password(db, visitor(enter(who)), "", fresh, now);
    EXPECT_EQ(codes(outcome), problems) << fresh;
    EXPECT_EQ(outcome.has_value(), problems.empty()) << fresh;
    ASSERT_TRUE(store::set_password(db, *store::find_person(db, who), "", "")) << "none, as before";
  }
}

TEST_F(OwnAccount, NeedsTheCurrentPasswordForANewOne) {
  const auto who = visitor(enter(anna().id));
  EXPECT_EQ(change_password(db, who, "", "vijf andere woorden hier", now).error().kind, Kind::wrong_credentials);
  EXPECT_TRUE(change_password(db, who, password, "vijf andere woorden hier", now));
  EXPECT_TRUE(try_in("vijf andere woorden hier"));
  EXPECT_FALSE(try_in(password));
}

TEST_F(OwnAccount, GivesNoMoreTriesThanTheDoor) {
  const auto session = enter(anna().id);
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(change_password(db, visitor(session), "guess", "vijf andere woorden hier", now).error().kind,
              Kind::wrong_credentials);
  EXPECT_EQ(change_password(db, visitor(session), password, "vijf andere woorden hier", now).error().kind,
            Kind::locked);
  EXPECT_EQ(drop_second_factor(db, visitor(session), password, now).error().kind, Kind::locked);
}

TEST_F(OwnAccount, EndsOtherSessionsWithANewPassword) {
  anna();
  const auto mine = try_in(password), other = try_in(password);
  EXPECT_TRUE(change_password(db, visitor(*mine), password, "vijf andere woorden hier", now));
  EXPECT_TRUE(visitor_of(db, mine->cookie, now));
  EXPECT_FALSE(visitor_of(db, other->cookie, now));
}

TEST_F(OwnAccount, KeepsANewNameBesideANewPassword) {
  const auto who = visitor(enter(anna().id));
  change_name(db, who, "Anna de Wit");
  EXPECT_TRUE(change_password(db, who, password, "vijf andere woorden hier", now));
  EXPECT_EQ(anna().name, "Anna de Wit");
}

TEST_F(SecondFactorOfAnAccount, IsAskedAfterTheRightPasswordOnly) {
  add_second_factor();
  EXPECT_EQ(try_in("wrong").error().kind, Kind::wrong_credentials);
  EXPECT_EQ(try_in("wrong", "123456").error().kind, Kind::wrong_credentials);
  EXPECT_EQ(try_in(password).error().kind, Kind::second_factor_needed);
}

TEST_F(SecondFactorOfAnAccount, TakesACodeOnce) {
  const auto secret = add_second_factor();
  const auto later = now + minute_us;
  const auto code = totp_code(secret, later);
  EXPECT_TRUE(try_in(password, code, later));
  EXPECT_EQ(try_in(password, code, later).error().kind, Kind::wrong_credentials);
}

TEST_F(SecondFactorOfAnAccount, DoesNotTakeTheCodeThatSetItUp) {
  const auto secret = add_second_factor();
  EXPECT_EQ(try_in(password, totp_code(secret, now), now).error().kind, Kind::wrong_credentials);
}

TEST_F(SecondFactorOfAnAccount, IsAskedAfterALinkTooWhichStaysGood) {
  const auto secret = add_second_factor();
  const auto later = now + minute_us;
  const auto token = make_login_link(db, anna().id, now);
  const auto by_link = [&](const std::string& code) {
    return log_in_by_link(db, {.token = token, .code = code, .origin = "::1"}, later);
  };
  EXPECT_EQ(by_link("").error().kind, Kind::second_factor_needed);
  EXPECT_EQ(by_link(totp_code(secret, now)).error().kind, Kind::wrong_credentials) << "the code that set it up";
  EXPECT_TRUE(by_link(totp_code(secret, later)));
  EXPECT_EQ(by_link(totp_code(secret, later + minute_us)).error().kind, Kind::gone) << "a link works once";
}

TEST_F(SecondFactorOfAnAccount, LocksWhoGuessesCodesBehindALink) {
  const auto secret = add_second_factor();
  const auto later = now + minute_us;
  const auto token = make_login_link(db, anna().id, now);
  const std::string wrong = totp_code(secret, later) == "000000" ? "000001" : "000000";
  const auto by_link = [&](const std::string& code) {
    return log_in_by_link(db, {.token = token, .code = code, .origin = "::1"}, later).error().kind;
  };
  for (int i = 0; i < 10; ++i) EXPECT_EQ(by_link(wrong), Kind::wrong_credentials);
  EXPECT_EQ(by_link(wrong), Kind::locked);
}

TEST_F(SecondFactorOfAnAccount, IsTakenAwayByWhoRunsTheMachine) {
  add_second_factor();
  forget_second_factor(db, anna(), now);
  EXPECT_TRUE(log_in_by_link(db, {.token = make_login_link(db, anna().id, now), .origin = "::1"}, now));
  EXPECT_TRUE(try_in(password));
}

TEST_F(SecondFactorOfAnAccount, LocksAfterTenWrongCodes) {
  const auto secret = add_second_factor();
  const auto later = now + minute_us;
  const std::string wrong = totp_code(secret, later) == "000000" ? "000001" : "000000";
  for (int i = 0; i < 10; ++i) EXPECT_EQ(try_in(password, wrong, later).error().kind, Kind::wrong_credentials);
  EXPECT_EQ(try_in(password, totp_code(secret, later), later).error().kind, Kind::locked);
}

TEST_F(SecondFactorOfAnAccount, IsProvedBeforeItCounts) {
  const auto who = visitor(enter(anna().id));
  const auto secret = *begin_second_factor(db, who);
  EXPECT_THAT(codes(confirm_second_factor(db, who, {secret, "abc", password}, now)), ElementsAre("service.wrong-code"));
  const std::string weak = "JBSWY3DPEHPK3PXP";  // 80 bits
  EXPECT_THAT(codes(confirm_second_factor(db, who, {weak, totp_code(weak, now), password}, now)),
              ElementsAre("service.wrong-code"));
  EXPECT_TRUE(try_in(password));
}

TEST_F(SecondFactorOfAnAccount, IsAddedWithThePassword) {
  const auto who = visitor(enter(anna().id));
  const auto secret = *begin_second_factor(db, who);
  const auto add = [&](const std::string& with) {
    return confirm_second_factor(db, who, {secret, totp_code(secret, now), with}, now);
  };
  EXPECT_EQ(add("").error().kind, Kind::wrong_credentials);
  EXPECT_EQ(add("wrong").error().kind, Kind::wrong_credentials);
  EXPECT_TRUE(try_in(password));
  EXPECT_TRUE(add(password));
  EXPECT_EQ(try_in(password).error().kind, Kind::second_factor_needed);
}

TEST_F(SecondFactorOfAnAccount, NeedsNoPasswordOfWhoHasNone) {
  const auto who = visitor(enter(invite("new@example.nl").id));
  const auto secret = *begin_second_factor(db, who);
  EXPECT_TRUE(confirm_second_factor(db, who, {secret, totp_code(secret, now), ""}, now));
}

TEST_F(SecondFactorOfAnAccount, LocksWhoGuessesThePasswordToAddOne) {
  const auto session = enter(anna().id);
  const auto secret = *begin_second_factor(db, visitor(session));
  const auto add = [&](const std::string& with) {
    return confirm_second_factor(db, visitor(session), {secret, totp_code(secret, now), with}, now);
  };
  for (int i = 0; i < 10; ++i) EXPECT_EQ(add("wrong").error().kind, Kind::wrong_credentials);
  EXPECT_EQ(add(password).error().kind, Kind::locked);
}

TEST_F(SecondFactorOfAnAccount, IsNotReplacedByAnother) {
  const auto session = enter(anna().id);
  const auto before = visitor(session);  // a page that was open before
  add_second_factor();
  EXPECT_EQ(begin_second_factor(db, visitor(session)).error().kind, Kind::closed);
  const auto other = new_totp_secret();
  EXPECT_EQ(confirm_second_factor(db, before, {other, totp_code(other, now), password}, now).error().kind,
            Kind::closed);
}

TEST_F(SecondFactorOfAnAccount, IsDroppedWithThePassword) {
  const auto session = enter(anna().id);
  add_second_factor();
  const auto who = visitor(session);
  EXPECT_EQ(drop_second_factor(db, who, "wrong", now).error().kind, Kind::wrong_credentials);
  EXPECT_TRUE(drop_second_factor(db, who, password, now));
  EXPECT_TRUE(try_in(password));
}

}  // namespace
}  // namespace koepel::service
