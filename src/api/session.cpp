// SPDX-License-Identifier: EUPL-1.2
// Logging in and out, one's own account, and (for the manager) people and the audit trail.
#include "api/qr.h"
#include "api/routes.h"
#include "api/shapes.h"
#include "service/secrets.h"

namespace koepel::api {

namespace {

constexpr std::int64_t minute_us = 60'000'000;

constexpr int session_seconds = 43'200;

Json person_json(const store::Person& person) {
  return {{"id", person.id}, {"name", person.name}, {"email", person.email}, {"manager", person.manager}};
}

Json session_json(const Call& call, const store::Person& person, const std::string& csrf) {
  return {{"person", person_json(person)},
          {"csrf", csrf},
          {"language", call.language == Language::en ? "en" : "nl"},
          {"hasSecondFactor", !person.totp_secret.empty()}};
}

http::Response opened_or_not(const App& app, const Call& call, const service::Outcome<service::OpenSession>& outcome) {
  return outcome ? opened(app, call, *outcome) : problem(app, call, outcome.error());
}

/// Guessing a password or code with a borrowed session is guessing too.
bool tries_too_often(App& app, const Call& call) {
  return !app.rates.take("account " + call.visitor->person.id, 20, 10 * minute_us, app.desk.now_us());
}

service::Asker nowhere(const Call& call) {
  return {.person = call.visitor->person.id, .manager = call.visitor->person.manager};
}

bool may_here(const Call& call, service::Action action) { return service::may(nowhere(call), action); }

}  // namespace

std::string cookie_name(const App& app, const std::string& name) {
  return (app.settings.secure_cookies ? "__Host-" : "") + name;
}

void set_cookie(const App& app, http::Response& response, const std::string& name, const std::string& value,
                int seconds) {
  response.headers.emplace_back(
      "Set-Cookie", cookie_name(app, name) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" +
                        (app.settings.secure_cookies ? "; Secure" : "") + "; Max-Age=" + std::to_string(seconds));
}

http::Response opened(const App& app, const Call& call, const service::OpenSession& session) {
  auto response = json(session_json(call, session.person, session.csrf));
  set_cookie(app, response, "koepel", session.cookie, session_seconds);
  return response;
}

http::Response get_contract(App& app, const Call&) {
  return {200,
          {{"Content-Type", "application/json"}, {"Access-Control-Allow-Origin", "*"}},
          std::string(app.settings.contract),
          nullptr};
}

http::Response get_session(App& app, const Call& call) {
  auto body = session_json(call, call.visitor ? call.visitor->person : store::Person{},
                           call.visitor ? call.visitor->session.csrf : "");
  if (!call.visitor) body.erase("person");
  if (app.settings.provider) body["provider"] = app.settings.provider_name;
  return json(std::move(body));
}

http::Response open_session(App& app, const Call& call) {
  Body body(call.body);
  const service::Attempt attempt{body.needed_text("email"), body.needed_text("password"), body.text("code"),
                                 call.request.address};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  if (!app.rates.take("login " + call.request.address, 30, 10 * minute_us, app.desk.now_us()))
    return problem(app, call, service::Fault::Kind::too_many);
  return opened_or_not(app, call, service::log_in(app.desk.store, attempt, app.desk.now_us()));
}

http::Response open_session_by_link(App& app, const Call& call) {
  Body body(call.body);
  const service::LinkAttempt attempt{body.needed_text("token"), body.text("code"), std::string(call.request.address)};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  if (!app.rates.take("link " + call.request.address, 60, 10 * minute_us, app.desk.now_us()))
    return problem(app, call, service::Fault::Kind::too_many);
  return opened_or_not(app, call, service::log_in_by_link(app.desk.store, attempt, app.desk.now_us()));
}

http::Response close_session(App& app, const Call& call) {
  const auto cookie = call.request.cookie(cookie_name(app, "koepel"));
  service::log_out(app.desk.store, std::string(cookie), call.request.address, app.desk.now_us());
  auto response = nothing();
  set_cookie(app, response, "koepel", "", 0);
  return response;
}

http::Response change_account(App& app, const Call& call) {
  if (tries_too_often(app, call)) return problem(app, call, service::Fault::Kind::too_many);
  Body body(call.body);
  const auto name = body.text("name"), fresh = body.text("password"), current = body.text("currentPassword");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  if (!name.empty()) service::change_name(app.desk.store, *call.visitor, name);
  if (fresh.empty()) return nothing();
  return answer(app, call, service::change_password(app.desk.store, *call.visitor, current, fresh, app.desk.now_us()));
}

http::Response begin_second_factor(App& app, const Call& call) {
  return answer(app, call, service::begin_second_factor(app.desk.store, *call.visitor), [&](const std::string& secret) {
    const auto uri = service::totp_uri(secret, call.visitor->person.email);
    return Json{{"secret", secret}, {"uri", uri}, {"qrSvg", qr_svg(uri)}};
  });
}

http::Response confirm_second_factor(App& app, const Call& call) {
  if (tries_too_often(app, call)) return problem(app, call, service::Fault::Kind::too_many);
  Body body(call.body);
  const service::SecondFactorProof proof{body.needed_text("secret"), body.needed_text("code"), body.text("password")};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::confirm_second_factor(app.desk.store, *call.visitor, proof, app.desk.now_us()));
}

http::Response drop_second_factor(App& app, const Call& call) {
  if (tries_too_often(app, call)) return problem(app, call, service::Fault::Kind::too_many);
  Body body(call.body);
  const auto password = body.text("password");
  if (!body.has("password")) body.tell("password", "text");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::drop_second_factor(app.desk.store, *call.visitor, password, app.desk.now_us()));
}

http::Response list_people(App& app, const Call& call) {
  if (!may_here(call, service::Action::manage_people)) return problem(app, call, service::Fault::Kind::forbidden);
  return json(exchange::list_of(store::all_people(app.desk.store), person_json));
}

http::Response add_person(App& app, const Call& call) {
  if (!may_here(call, service::Action::manage_people)) return problem(app, call, service::Fault::Kind::forbidden);
  Body body(call.body);
  const auto name = body.needed_text("name"), email = body.needed_text("email");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto made = service::invite_person(app.desk.store, name, email, call.visitor->person.id, app.desk.now_us());
  return answer(
      app, call, made,
      [&](const service::InvitedPerson& one) {
        Json out{{"person", person_json(one.person)}};
        if (one.is_new) out["link"] = login_link(app, one.person.id);
        return out;
      },
      201);
}

http::Response erase_person(App& app, const Call& call) {
  if (!may_here(call, service::Action::manage_people)) return problem(app, call, service::Fault::Kind::forbidden);
  if (!store::find_person(app.desk.store, call.id())) return problem(app, call, service::Fault::Kind::unknown);
  // Whoever erases himself would leave a house without a key.
  if (call.id() == call.visitor->person.id) return problem(app, call, service::Fault::Kind::closed);
  store::erase_person(app.desk.store, call.id());
  audit(app, call, "person.erase", call.id());
  return nothing();
}

http::Response make_person_link(App& app, const Call& call) {
  if (!may_here(call, service::Action::manage_people)) return problem(app, call, service::Fault::Kind::forbidden);
  if (!store::find_person(app.desk.store, call.id())) return problem(app, call, service::Fault::Kind::unknown);
  audit(app, call, "person.link", call.id());
  return json({{"link", login_link(app, call.id())}});
}

http::Response list_audit(App& app, const Call& call) {
  if (!may_here(call, service::Action::see_audit)) return problem(app, call, service::Fault::Kind::forbidden);
  const auto given = call.request.parameter("after");
  const auto after = given.empty() ? std::optional<std::int64_t>(0) : time_of(given);
  if (!after) return malformed(app, call, "after", "2026-11-26T19:02:17Z");
  return json(exchange::list_of(store::audit_after(app.desk.store, *after, 500), [&](const store::AuditLine& line) {
    return Json{
        {"time", utc(line.time_us)}, {"actor", line.actor},   {"actorName", actor_name(app, line.actor, call.language)},
        {"action", line.action},     {"object", line.object}, {"result", line.result},
        {"origin", line.origin}};
  }));
}

}  // namespace koepel::api
