// SPDX-License-Identifier: EUPL-1.2
// Studies as wholes: the list, making one, its home, its members.
#include "store/studies.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "api/files.h"
#include "api/routes.h"
#include "service/home.h"
#include "service/poll.h"

namespace koepel::api {

namespace {

using service::Action;
using Kind = service::Fault::Kind;

std::string words(const App& app, const Call& call, const std::string& key) {
  return app.phrases.text(key, call.language);
}

Json gate_json(const App& app, const Call& call, const service::Gate& gate) {
  return {{"id", gate.id},
          {"phase", gate.phase},
          {"text", words(app, call, "service.gate." + gate.id)},
          {"done", gate.done},
          {"by", service::word_of(gate.by)},
          {"byName", words(app, call, "service.role." + std::string(service::word_of(gate.by)))},
          {"screen", gate.screen},
          {"have", gate.have},
          {"need", gate.need}};
}

Json phase_json(const App& app, const Call& call, const service::Phase& phase) {
  return {{"id", phase.id}, {"name", words(app, call, "service.phase." + phase.id)}, {"state", phase.state}};
}

Json action_json(const App& app, const Call& call, const service::Gate& gate) {
  return {{"text", words(app, call, "service.action." + gate.id)},
          {"screen", gate.screen},
          {"role", service::word_of(gate.by)},
          {"urgent", false}};
}

/// Where something that is missing can be supplied, and by whom, by how the finding's id begins.
struct Supply {
  std::string_view begins, screen, role;
};
constexpr std::array supplies{Supply{"form.", "tree", "administrator"},  Supply{"approach", "approach", "facilitator"},
                              Supply{"gap.", "poll", "facilitator"},     Supply{"factor.", "poll", "facilitator"},
                              Supply{"map", "partnerships", "official"}, Supply{"", "partners", "official"}};

/// What is missing, in the words of the analysis, with the screen where it can be supplied.
Json missing_json(const App& app, const service::Told& told, const Call& call) {
  Json out = Json::array();
  for (const auto& finding : told.analysis.findings) {
    if (finding.kind != "missing") continue;
    const auto& supply = *std::find_if(supplies.begin(), supplies.end(),
                                       [&](const Supply& one) { return finding.id.starts_with(one.begins); });
    out.push_back({{"text", told.phrases.say(finding.says, call.language)},
                   {"screen", supply.screen},
                   {"who", words(app, call, "service.role." + std::string(supply.role))},
                   {"finding", finding.id}});
  }
  return out;
}

/// The study as it may be shown now, with where it is.
service::Home home_for(App& app, const std::string& study, const service::LiveStudy& live, const service::Asker& who) {
  const auto poll = store::find_poll(app.desk.store, study);
  const std::string state = poll ? poll->state : "draft";
  return service::home_of(live, state == "open" ? service::without_open_answers(live.study) : live.study, state, who);
}

/// Addresses are for who manages the members.
Json member_json(const App& app, const store::Membership& member, bool with_address) {
  const auto person = store::find_person(app.desk.store, member.person);
  Json out{{"person", member.person},
           {"name", person ? person->name : ""},
           {"role", member.role},
           {"partner", member.partner.empty() ? Json(nullptr) : Json(member.partner)}};
  if (with_address && person) out["email"] = person->email;
  return out;
}

Json members_json(const App& app, const Call& call) {
  const bool with_address = may(asker(app, call), Action::manage_members);
  return exchange::list_of(store::members_of(app.desk.store, call.id()),
                           [&](const auto& member) { return member_json(app, member, with_address); });
}

Json card_json(App& app, const Call& call, const store::Membership& membership) {
  const auto row = store::find_study(app.desk.store, membership.study);
  if (!row) return nullptr;
  const auto card = service::card_of(app.desk, *row);
  return {{"id", row->id},
          {"phase", card.phase},
          {"title", card.title.in(call.language)},
          {"role", membership.role},
          {"partners", card.partners},
          {"changed", utc(card.changed_us == 0 ? row->created_us : card.changed_us)},
          {"archived", row->archived_us != 0},
          {"readable", card.broken.empty()},
          {"invented", card.invented.in(call.language)}};
}

service::Outcome<service::MadeStudy> make_as_asked(App& app, const Call& call, Body& body) {
  const auto who = asker(app, call);
  auto& desk = app.desk;
  if (body.has("example")) return service::make_from_example(desk, who, body.needed_text("example"));
  if (body.has("copyOf")) return service::make_copy(desk, who, body.needed_text("copyOf"), body.needed_text("title"));
  if (body.has("files")) return service::make_from_files(desk, who, files_in(body));
  service::NewStudyOrder order{body.text("title"), body.text("question"), body.text("date"), body.texts("partners")};
  if (!body.fine()) return service::refused(body.problems());
  return service::make_study(desk, who, order);
}

/// What a manager of members asks: checked once, used for adding and changing.
service::Outcome<store::Membership> membership_in(App& app, const Call& call, Body& body) {
  const auto who = asker(app, call);
  if (!may(who, Action::see_study)) return service::refused(Kind::unknown);
  if (!may(who, Action::manage_members)) return service::refused(Kind::forbidden);
  store::Membership member{call.id(), "", body.needed_text("role"), body.text("partner")};
  if (body.fine() && !service::role_of(member.role)) body.tell("role", "role");
  const auto live = app.desk.shelf.get(app.desk.store, call.id());
  if (!member.partner.empty() && find_partner(live->study, member.partner) == nullptr) body.tell("partner", "partner");
  if (!body.fine()) return service::refused(body.problems());
  return member;
}

http::Response put_away(App& app, const Call& call, const std::string& action, bool away) {
  const auto done = service::put_away(app.desk, asker(app, call), call.id(), away);
  audit(app, call, action, call.id(), done.has_value());
  return answer(app, call, done);
}

/// Whether a study would be left without a facilitator.
bool is_last_facilitator(const App& app, const std::string& study, const std::string& person) {
  const auto members = store::members_of(app.desk.store, study);
  return std::none_of(members.begin(), members.end(),
                      [&](const auto& member) { return member.role == "facilitator" && member.person != person; });
}

}  // namespace

http::Response list_studies(App& app, const Call& call) {
  Json out = Json::array();
  for (const auto& membership : store::memberships_of(app.desk.store, call.visitor->person.id))
    if (auto card = card_json(app, call, membership); !card.is_null()) out.push_back(std::move(card));
  return json(out);
}

http::Response make_study(App& app, const Call& call) {
  Body body(call.body);
  const auto made = make_as_asked(app, call, body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  if (made) audit(app, call, "study.make", made->id);
  auto response = answer(
      app, call, made,
      [&](const service::MadeStudy& study) {
        return Json{{"id", study.id}, {"problems", problems_json(app, study.problems, call.language)}};
      },
      201);
  if (made) response.headers.emplace_back("Location", "/api/v1/studies/" + made->id);
  return response;
}

http::Response get_study(App& app, const Call& call) {
  const auto told = told_for(app, call);
  if (!told) return problem(app, call, told.error());
  const auto& seen = **told;
  const auto who = asker(app, call);
  const auto row = store::find_study(app.desk.store, call.id());
  const auto poll = service::view_poll(app.desk, who, call.id());
  const auto home = home_for(app, call.id(), *seen.live, who);
  const auto& head = seen.live->study.head;
  return json({{"id", call.id()},
               {"title", head.title.in(call.language)},
               {"question", head.question.in(call.language)},
               {"occasion", head.occasion.in(call.language)},
               {"date", head.date},
               {"role", who.role ? service::word_of(*who.role) : ""},
               {"partner", who.partner.empty() ? Json(nullptr) : Json(who.partner)},
               {"sequence", seen.live->sequence},
               {"archived", row->archived_us != 0},
               {"retention", row->erase_after_us == 0 ? Json(nullptr) : Json(utc(row->erase_after_us).substr(0, 10))},
               {"phase", home.now},
               {"phases", exchange::list_of(home.phases, [&](const auto& p) { return phase_json(app, call, p); })},
               {"gates", exchange::list_of(home.gates, [&](const auto& g) { return gate_json(app, call, g); })},
               {"actions", exchange::list_of(home.actions, [&](const auto& g) { return action_json(app, call, g); })},
               {"missing", missing_json(app, seen, call)},
               {"members", members_json(app, call)},
               {"partners", exchange::list_of(seen.analysis.partners,
                                              [](const Partner& p) {
                                                return Json{{"id", p.id}, {"name", p.name}};
                                              })},
               {"pollState", poll ? poll->state : "draft"},
               {"invented", head.invented.in(call.language)}});
}

http::Response archive_study(App& app, const Call& call) { return put_away(app, call, "study.archive", true); }

http::Response unarchive_study(App& app, const Call& call) { return put_away(app, call, "study.unarchive", false); }

http::Response set_retention(App& app, const Call& call) {
  Body body(call.body);
  const auto date = body.text("date");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::keep_until(app.desk, asker(app, call), call.id(), date));
}

http::Response list_members(App& app, const Call& call) {
  if (!may(asker(app, call), Action::see_study)) return problem(app, call, Kind::unknown);
  return json(members_json(app, call));
}

http::Response add_member(App& app, const Call& call) {
  Body body(call.body);
  auto member = membership_in(app, call, body);
  if (!member) return problem(app, call, member.error());
  const auto name = body.needed_text("name"), email = body.needed_text("email");
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto person = service::invite_person(app.desk.store, name, email, call.visitor->person.id, app.desk.now_us());
  return answer(
      app, call, person,
      [&](const service::InvitedPerson& invited) {
        const auto& who = invited.person;
        member->person = who.id;
        store::set_membership(app.desk.store, *member);
        audit(app, call, "member.add", call.id() + " " + who.id + " " + member->role);
        Json out{{"member", member_json(app, *member, true)}};
        if (invited.is_new) out["link"] = login_link(app, who.id);
        return out;
      },
      201);
}

http::Response change_member(App& app, const Call& call) {
  Body body(call.body);
  auto member = membership_in(app, call, body);
  if (!member) return problem(app, call, member.error());
  if (!store::find_person(app.desk.store, call.id(1))) return problem(app, call, Kind::unknown);
  if (member->role != "facilitator" && is_last_facilitator(app, call.id(), call.id(1)))
    return problem(app, call, Kind::closed);
  member->person = call.id(1);
  store::set_membership(app.desk.store, *member);
  audit(app, call, "member.change", call.id() + " " + member->person + " " + member->role);
  return json(member_json(app, *member, true));
}

http::Response end_member(App& app, const Call& call) {
  const auto who = asker(app, call);
  if (!may(who, Action::see_study)) return problem(app, call, Kind::unknown);
  if (!may(who, Action::manage_members)) return problem(app, call, Kind::forbidden);
  if (is_last_facilitator(app, call.id(), call.id(1))) return problem(app, call, Kind::closed);
  store::end_membership(app.desk.store, call.id(), call.id(1));
  audit(app, call, "member.end", call.id() + " " + call.id(1));
  return nothing();
}

http::Response list_examples(App& app, const Call& call) {
  return json(exchange::list_of(service::examples(app.desk), [&](const service::Example& example) {
    return Json{{"id", example.id}, {"title", example.title.in(call.language)}};
  }));
}

}  // namespace koepel::api
