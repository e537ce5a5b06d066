// SPDX-License-Identifier: EUPL-1.2
// The poll: the facilitator's side, and the respondent's, who comes with a token and nothing else.
#include "api/routes.h"
#include "service/poll.h"
#include "service/secrets.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;

constexpr std::int64_t minute_us = 60'000'000;

std::string name(const App& app, const Call& call, const char* kind, const std::string& id) {
  return app.phrases.name(kind, id, call.language);
}

Json coverage_json(const App& app, const Call& call, const Study& study, const service::Coverage& one) {
  const auto* partner = find_partner(study, one.partner);
  return {{"partner", one.partner}, {"partnerName", partner == nullptr ? one.partner : partner->name},
          {"role", one.role},       {"roleName", name(app, call, "role", one.role)},
          {"invited", one.invited}, {"answered", one.answered}};
}

Json invitation_json(const store::Invitation& one) {
  return {{"id", one.id},
          {"partner", one.partner},
          {"role", one.role},
          {"email", one.email},
          {"state", one.state},
          {"isCode", one.is_code},
          {"usesLeft", one.uses_left},
          {"sent", one.sent},
          {"expires", utc(one.expires_us)}};
}

Json made_json(const App& app, const service::MadeInvitation& made) {
  Json out = invitation_json(made.invitation);
  if (!made.token.empty()) out["link"] = app.settings.site + "/answer#" + made.token;
  if (!made.code.empty()) out["code"] = made.code;
  return out;
}

std::vector<service::InvitationOrder> orders_in(Body& body, const char* field, bool codes) {
  std::vector<service::InvitationOrder> orders;
  for (const auto& one : body.objects(field)) {
    Body part(one, std::string(field) + "/");
    service::InvitationOrder order{part.needed_text("partner"), part.needed_text("role"), part.text("email"), 0};
    if (codes) order.uses = static_cast<int>(std::min<std::int64_t>(part.whole("uses").value_or(1), 1'000'000));
    body.take(part);
    orders.push_back(std::move(order));
  }
  return orders;
}

/// The token of the respondent's link.
std::string token_of(const Call& call) {
  const auto header = call.request.header("authorization");
  return header.starts_with("Bearer ") ? std::string(header.substr(7)) : "";
}

service::ItemAnswers answers_in(Body& body, const Json& json) {
  service::ItemAnswers answers;
  if (!body.has("answers")) return answers;
  if (!json["answers"].is_object()) return body.tell("answers", "object"), answers;
  for (const auto& [item, answer] : json["answers"].items()) {
    if (!answer.is_number_integer()) return body.tell("answers/" + item, "whole"), answers;
    answers[item] = static_cast<int>(std::clamp<std::int64_t>(answer.get<std::int64_t>(), 0, 9));
  }
  return answers;
}

Json questionnaire_json(App& app, const Call& call, const service::Questionnaire& seen) {
  const auto live = app.desk.shelf.get(app.desk.store, seen.study);
  const auto* partner = find_partner(live->study, seen.partner);
  const auto words = [&](const char* key) { return app.phrases.text(key, call.language); };
  Json items = Json::array(), scale = Json::array();
  for (const auto& id : seen.items)
    if (const auto* item = find_item(app.desk.pack, id))
      items.push_back({{"id", id}, {"text", item->text.in(call.language)}});
  for (int value = 1; value <= 5; ++value)
    scale.push_back({{"value", value}, {"text", words(("service.scale." + std::to_string(value)).c_str())}});
  return {{"studyTitle", live->study.head.title.in(call.language)},
          {"intro", seen.intro},
          {"state", seen.state},
          {"roleName", name(app, call, "role", seen.role)},
          {"partnerName", partner == nullptr ? "" : partner->name},
          {"anonymityText", words("service.anonymity")},
          {"scale", std::move(scale)},
          {"items", std::move(items)},
          {"answers", seen.answers},
          {"nextSteps", words("service.next_steps")}};
}

http::Response move_poll(App& app, const Call& call, const std::string& action, const std::string& state) {
  const auto done = service::move_poll(app.desk, asker(app, call), call.id(), state);
  audit(app, call, action, call.id(), done.has_value());
  return answer(app, call, done);
}

bool too_often(App& app, const std::string& who, double most) {
  return !app.rates.take(who, most, 10 * minute_us, app.desk.now_us());
}

/// A respondent's own limit: a town hall shares one address, so the token counts.
bool answers_too_often(App& app, const Call& call) {
  return too_often(app, "answers " + service::token_hash(token_of(call)), 1'200);
}

}  // namespace

http::Response get_poll(App& app, const Call& call) {
  return answer(app, call, service::view_poll(app.desk, asker(app, call), call.id()), [&](const auto& poll) {
    const auto live = app.desk.shelf.get(app.desk.store, call.id());
    return Json{
        {"state", poll.state},
        {"items", poll.items},
        {"intro", poll.intro},
        {"anonymity", "anonymous"},
        {"coverage",
         exchange::list_of(poll.coverage, [&](const auto& one) { return coverage_json(app, call, live->study, one); })},
        {"minimum", static_cast<int>(parameter(app.desk.pack, "survey.k_named_role"))}};
  });
}

http::Response set_poll(App& app, const Call& call) {
  Body body(call.body);
  const service::PollSettings settings{body.texts("items"), body.text("intro")};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::set_poll(app.desk, asker(app, call), call.id(), settings));
}

http::Response open_poll(App& app, const Call& call) { return move_poll(app, call, "poll.open", "open"); }

http::Response close_poll(App& app, const Call& call) { return move_poll(app, call, "poll.close", "closed"); }

http::Response list_invitations(App& app, const Call& call) {
  return answer(app, call, service::list_invitations(app.desk, asker(app, call), call.id()),
                [](const auto& all) { return exchange::list_of(all, invitation_json); });
}

http::Response add_invitations(App& app, const Call& call) {
  Body body(call.body);
  auto orders = orders_in(body, "invitations", false);
  for (auto& code : orders_in(body, "codes", true)) orders.push_back(std::move(code));
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto invited = service::invite(app.desk, asker(app, call), call.id(), orders);
  audit(app, call, "poll.invite", call.id(), invited.has_value());
  return answer(
      app, call, invited,
      [&](const auto& made) { return exchange::list_of(made, [&](const auto& one) { return made_json(app, one); }); },
      201);
}

http::Response resend_invitation(App& app, const Call& call) {
  return answer(app, call, service::resend(app.desk, asker(app, call), call.id(), call.id(1)),
                [&](const auto& made) { return made_json(app, made); });
}

http::Response revoke_invitation(App& app, const Call& call) {
  return answer(app, call, service::revoke(app.desk, asker(app, call), call.id(), call.id(1)));
}

http::Response get_questionnaire(App& app, const Call& call) {
  if (answers_too_often(app, call)) return problem(app, call, Kind::too_many);
  return answer(app, call, service::open_questionnaire(app.desk, token_of(call)),
                [&](const auto& seen) { return questionnaire_json(app, call, seen); });
}

http::Response save_answers(App& app, const Call& call) {
  if (answers_too_often(app, call)) return problem(app, call, Kind::too_many);
  Body body(call.body);
  const auto answers = answers_in(body, call.body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::save_answers(app.desk, token_of(call), answers));
}

http::Response hand_in(App& app, const Call& call) {
  if (answers_too_often(app, call)) return problem(app, call, Kind::too_many);
  Body body(call.body);
  (void)body.client_id();  // the pseudonym itself makes handing in twice harmless
  const auto answers = answers_in(body, call.body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto done = service::hand_in(app.desk, token_of(call), answers);
  if (!done) return problem(app, call, done.error());
  return json({{"thanks", app.phrases.text("service.thanks", call.language)},
               {"nextSteps", app.phrases.text("service.next_steps", call.language)}});
}

http::Response begin_poll(App& app, const Call& call) {
  if (too_often(app, "code " + call.request.address, 200)) return problem(app, call, Kind::too_many);
  Body body(call.body);
  const auto code = body.needed_text("code");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::begin_with_code(app.desk, code), [](const std::string& token) {
    return Json{{"token", token}};
  });
}

}  // namespace koepel::api
