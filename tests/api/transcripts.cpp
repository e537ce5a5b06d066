// SPDX-License-Identifier: EUPL-1.2
// Goes through every operation of the API without a socket, as the people of a study would and as they should not, and
// writes down what was asked and answered. tools/check-contract then holds that against schema/openapi.yaml.
//     transcripts OUT.jsonl
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

#include "base/work_folder.h"
#include "content/pack_reader.h"
#include "exchange/files.h"
#include "service/sample_provider.h"
#include "service/secrets.h"
#include "transcript.h"

namespace koepel::api {

namespace {

struct Extra {
  Json body = nullptr;
  std::string query;
  http::Headers headers;
  std::string raw_body;
};

const Route& route_of(std::string_view operation) {
  for (const auto& route : routes())
    if (route.id == operation) return route;
  throw std::runtime_error("no such operation: " + std::string(operation));
}

class Recorder {
 public:
  Recorder(App& app, const std::filesystem::path& file) : app_(app), transcripts_(file) {}

  http::Response ask(const http::Request& request, std::string_view operation, const std::string& query) {
    auto response = handle(app_, request);
    transcripts_.add(operation, request.path + (query.empty() ? "" : "?" + query), request, response);
    return response;
  }

 private:
  App& app_;
  Transcripts transcripts_;
};

/// Somebody at a browser.
class Client {
 public:
  explicit Client(Recorder& recorder) : recorder_(recorder) {}
  std::string cookie, csrf;
  std::string token;  ///< of a respondent

  Json say(std::string_view operation, const std::vector<std::string>& ids = {}, const Extra& extra = {}) {
    const auto& route = route_of(operation);
    http::Request request{.method = std::string(route.method), .path = path_of(route, ids), .address = "192.0.2.7"};
    request.headers = extra.headers;
    add_own_headers(request);
    read_query(extra.query, request);
    if (!extra.body.is_null()) request.body = extra.body.dump();
    if (!extra.raw_body.empty()) request.body = extra.raw_body;
    const bool typed = std::any_of(request.headers.begin(), request.headers.end(),
                                   [](const auto& h) { return h.first == "content-type"; });
    if (!request.body.empty() && !typed) request.headers.emplace_back("content-type", "application/json");
    const auto response = recorder_.ask(request, operation, extra.query);
    status = response.status;
    take_cookie(response);
    auto body = Json::parse(response.body, nullptr, false);
    if (body.is_object() && body.contains("csrf")) csrf = body["csrf"];
    return body;
  }

  void expect(int wanted, std::string_view what) const {
    if (status == wanted) return;
    std::cerr << what << ": answered " << status << ", expected " << wanted << "\n";
    ++wrong;
  }

  static void hold(bool holds, std::string_view what) {
    if (holds) return;
    std::cerr << what << "\n";
    ++wrong;
  }

  int status = 0;
  static inline int wrong = 0;

 private:
  void add_own_headers(http::Request& request) {
    const auto& route_headers = request.headers;
    const auto given = [&](std::string_view name) {
      return std::any_of(route_headers.begin(), route_headers.end(), [&](const auto& h) { return h.first == name; });
    };
    if (!given("accept")) request.headers.emplace_back("accept", "*/*");
    if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
    if (!csrf.empty() && !given("x-csrf-token")) request.headers.emplace_back("x-csrf-token", csrf);
    if (!token.empty()) request.headers.emplace_back("authorization", "Bearer " + token);
  }
  static void read_query(std::string_view query, http::Request& request) {
    while (!query.empty()) {
      const auto one = query.substr(0, query.find('&'));
      query.remove_prefix(std::min(one.size() + 1, query.size()));
      const auto equals = one.find('=');
      request.query.emplace_back(one.substr(0, equals), one.substr(equals + 1));
    }
  }
  void take_cookie(const http::Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie" && !value.ends_with("Max-Age=0")) cookie = value.substr(0, value.find(';'));
  }

  Recorder& recorder_;
};

constexpr std::int64_t second_us = 1'000'000;

/// Everything a walk through the contract needs.
struct World {
  App& app;
  Recorder& recorder;
  std::int64_t& now;
  Client manager, stranger, respondent;
  std::string study, archived;
};

std::vector<std::string> ids_for(const World& world, const Route& route) {
  if (route.path.find("{study}") == route.path.npos) return {"p-0000000000000000"};
  return {world.study, "1"};
}

/// A body that the contract accepts, for operations whose answer does not depend on it.
Json valid_body(std::string_view operation) {
  const Json change{{"kind", "version-named"}, {"cells", {{"name", "x"}}}};
  const Json file{{"name", "taken.csv"}, {"base64", "dGFhawpVMDEK"}};
  const std::map<std::string_view, Json> bodies{
      {"setRetention", {{"date", "2030-01-01"}}},
      {"addMember", {{"name", "A"}, {"email", "a@example.nl"}, {"role", "observer"}}},
      {"changeMember", {{"role", "observer"}}},
      {"addEvents", {{"clientId", "client-c-1"}, {"changes", Json::array({change})}}},
      {"undoEvent", {{"clientId", "client-c-2"}}},
      {"whatIf", {{"changes", Json::array()}}},
      {"walkTree", {{"answers", Json::array({{{"question", "G0"}, {"answers", {"task"}}}})}}},
      {"previewFiles", {{"files", Json::array({file})}}},
      {"importFiles", {{"clientId", "client-c-3"}, {"files", Json::array({file})}}},
      {"setPoll", {{"items", {"M11"}}, {"intro", ""}}},
      {"addInvitations",
       {{"invitations", Json::array({{{"partner", "GM0770"}, {"role", "official"}}})}, {"codes", Json::array()}}}};
  const auto found = bodies.find(operation);
  return found == bodies.end() ? Json(nullptr) : found->second;
}

/// What goes wrong with every operation in the same way.
void go_wrong_everywhere(World& world) {
  for (const auto& route : routes()) {
    Client nobody(world.recorder);
    Client manager = world.manager;
    const auto ids = ids_for(world, route);
    const bool writes = route.method != "GET";
    if (route.door == Door::visitor) nobody.say(route.id, ids), nobody.expect(401, route.id);
    if (route.door == Door::visitor && writes) {
      manager.say(route.id, ids, {.headers = {{"x-csrf-token", "forged"}}});
      manager.expect(403, route.id);
    }
    manager.say(route.id, ids, {.headers = {{"accept", "image/png"}}});
    if (manager.status != 204) manager.expect(406, route.id);
    if (has_body(route)) {
      manager.say(route.id, ids, {.headers = {{"content-type", "text/plain"}}, .raw_body = "x"});
      manager.expect(415, route.id);
      for (const char* broken : {"{", R"({"a\u0000": 1})", R"({"a": ["\u0000"]})"}) {
        manager.say(route.id, ids, {.raw_body = broken});
        manager.expect(400, route.id);
      }
    }
    if (route.path.starts_with("/studies/{study}")) {
      manager.say(route.id, {"no-such-study-00000000", "1"},
                  {.body = has_body(route) ? valid_body(route.id) : Json(nullptr)});
      manager.expect(404, route.id);
    }
  }
}

/// Logging in and out, one's own account, people.
void walk_people(World& w) {
  auto& m = w.manager;
  m.say("getSession"), m.expect(200, "getSession");
  Client guest(w.recorder);
  guest.say("getSession"), guest.expect(200, "getSession, nobody");
  guest.say("openSessionByLink", {}, {.body = {{"token", "used up"}}}), guest.expect(410, "openSessionByLink");
  m.say("changeAccount", {}, {.body = {{"password", "kort"}}}), m.expect(400, "changeAccount");
  m.say("changeAccount", {}, {.body = {{"name", "De Beheerder"}, {"password", "vier losse woorden hier"}}});
  m.expect(204, "changeAccount");
  m.say("changeAccount", {}, {.body = {{"password", "vier andere woorden hier"}, {"currentPassword", "fout"}}});
  m.expect(401, "changeAccount with a wrong password");
  guest.say("openSession", {}, {.body = {{"email", "beheerder@localhost"}, {"password", "fout"}}});
  guest.expect(401, "openSession");
  guest.say("openSession", {}, {.body = {{"email", "beheerder@localhost"}, {"password", "vier losse woorden hier"}}});
  guest.expect(200, "openSession");
  guest.say("closeSession"), guest.expect(204, "closeSession");
  const auto added = m.say("addPerson", {}, {.body = {{"name", "Jan"}, {"email", "jan@example.nl"}}});
  m.expect(201, "addPerson");
  m.say("addPerson", {}, {.body = {{"name", "Jan"}, {"email", "jan"}}}), m.expect(400, "addPerson");
  const auto again = m.say("addPerson", {}, {.body = {{"name", "Jan"}, {"email", "JAN@example.nl"}}});
  if (again.contains("link")) std::cerr << "somebody else's login link was given away\n", ++Client::wrong;
  const std::string jan = added["person"]["id"];
  const auto link = m.say("makePersonLink", {jan});
  m.expect(200, "makePersonLink");
  m.say("makePersonLink", {"p-ffffffffffffffff"}), m.expect(404, "makePersonLink");
  w.stranger.say("openSessionByLink", {},
                 {.body = {{"token", std::string(link["link"]).substr(std::string(link["link"]).find('#') + 1)}}});
  w.stranger.expect(200, "openSessionByLink");
  for (const char* forbidden : {"listPeople", "listAuditLines"})
    w.stranger.say(forbidden), w.stranger.expect(403, forbidden);
  m.say("listPeople"), m.say("listAuditLines"), m.say("listAuditLines", {}, {.query = "after=2020-01-01T00:00:00Z"});
  m.say("listAuditLines", {}, {.query = "after=gisteren"}), m.expect(400, "listAuditLines");
  m.say("erasePerson", {std::string(m.say("getSession")["person"]["id"])}), m.expect(409, "erasePerson, oneself");
  m.say("erasePerson", {"p-ffffffffffffffff"}), m.expect(404, "erasePerson");
  const auto gone = m.say("addPerson", {}, {.body = {{"name", "Weg"}, {"email", "weg@example.nl"}}});
  m.say("erasePerson", {std::string(gone["person"]["id"])}), m.expect(204, "erasePerson");
}

void walk_second_factor(World& w) {
  auto& m = w.manager;
  const std::string secret = m.say("beginSecondFactor")["secret"];
  const auto confirm = [&](const std::string& code, const std::string& password) {
    m.say("confirmSecondFactor", {}, {.body = {{"secret", secret}, {"code", code}, {"password", password}}});
  };
  const std::string password = "vier losse woorden hier";
  const auto code = service::totp_code(secret, w.now);
  confirm("000000", password), m.expect(400, "confirm");
  m.say("confirmSecondFactor", {}, {.body = {{"secret", secret}, {"code", code}}});
  m.expect(401, "confirm without the password");
  confirm(code, "fout"), m.expect(401, "confirm with a wrong password");
  confirm(code, password), m.expect(204, "confirm");
  m.say("beginSecondFactor"), m.expect(409, "beginSecondFactor twice");
  confirm(code, password), m.expect(409, "confirm twice");
  Client guest(w.recorder);
  guest.say("openSession", {}, {.body = {{"email", "beheerder@localhost"}, {"password", "vier losse woorden hier"}}});
  guest.expect(401, "second factor needed");
  const auto token = service::make_login_link(w.app.desk.store, w.manager.say("getSession")["person"]["id"], w.now);
  guest.say("openSessionByLink", {}, {.body = {{"token", token}}}), guest.expect(401, "a link without the code");
  guest.say("openSessionByLink", {}, {.body = {{"token", token}, {"code", code}}}), guest.expect(401, "a used code");
  m.say("dropSecondFactor", {}, {.body = {{"password", "fout"}}}), m.expect(401, "drop");
  m.say("dropSecondFactor", {}, {.body = {{"password", "vier losse woorden hier"}}}), m.expect(204, "drop");
}

/// Logging in at the organisation's own provider, and what can be wrong with that.
void walk_provider(World& w) {
  namespace samples = service::samples;
  Client guest(w.recorder);
  guest.say("beginProviderLogin"), guest.expect(404, "beginProviderLogin, none set up");
  guest.say("finishProviderLogin", {}, {.body = {{"state", "x"}}}), guest.expect(404, "finishProviderLogin");

  samples::Provider there;
  there.now_s = w.now / second_us;
  service::Oidc oidc({samples::issuer, "koepel", "s:e/cret", "https://koepel.example/login/return"},
                     [&there](const service::FetchOrder& order) { return there.answer(order); });
  w.app.settings.provider = &oidc, w.app.settings.provider_name = "Gemeente Eersel";
  there.down = true;
  guest.say("beginProviderLogin"), guest.expect(503, "beginProviderLogin, no answer");
  there.down = false, w.now += 60 * second_us;
  const auto leave = [&] {
    auto left = samples::parameters(guest.say("beginProviderLogin")["url"]);
    guest.expect(200, "beginProviderLogin");
    there.nonce = left["nonce"];
    return Json{{"state", left["state"]}, {"code", "code-1"}, {"iss", samples::issuer}};
  };
  const auto come_back = [&](const Json& body, int wanted, const char* what) {
    guest.say("finishProviderLogin", {}, {.body = body}), guest.expect(wanted, what);
  };
  come_back({{"code", "code-1"}}, 400, "back without state");
  come_back({{"state", "never-begun"}, {"code", "code-1"}}, 410, "back without having left");
  come_back({{"state", leave()["state"]}, {"error", "access_denied"}}, 401, "cancelled there");
  there.claims["email"] = "niemand@example.nl";
  come_back(leave(), 403, "not invited");
  there.claims["email"] = "jan@example.nl";
  const auto lost = leave();
  there.down = true, come_back(lost, 503, "no answer on the way back"), there.down = false;
  come_back(leave(), 200, "back and known");
  if (guest.say("getSession")["person"]["email"] != "jan@example.nl") std::cerr << "another came in\n", ++Client::wrong;
  Client asker(w.recorder);
  for (int i = 0; i < 301; ++i) asker.say("beginProviderLogin");
  asker.expect(429, "beginProviderLogin");
  asker.say("finishProviderLogin", {}, {.body = {{"state", "x"}}}), asker.expect(429, "finishProviderLogin");
  w.app.settings.provider = nullptr;
}

void walk_studies(World& w) {
  auto& m = w.manager;
  for (const char* plain : {"getContract", "listMunicipalities", "getMethod", "listExamples", "listStudies"})
    m.say(plain), m.expect(200, plain);
  m.say("makeStudy", {}, {.body = {{"title", ""}, {"partners", {"Eersel"}}}}), m.expect(400, "makeStudy");
  m.say("makeStudy", {}, {.body = {{"example", "geen"}}}), m.expect(404, "makeStudy");
  w.stranger.say("makeStudy", {}, {.body = {{"title", "X"}, {"partners", {"Eersel", "Bladel"}}}});
  w.stranger.expect(403, "makeStudy");
  w.study = m.say("makeStudy", {}, {.body = {{"example", "kempen"}}})["id"];
  w.archived = m.say("makeStudy", {}, {.body = {{"title", "Proef"}, {"partners", {"GM0770", "GM1728"}}}})["id"];
  m.say("makeStudy", {}, {.body = {{"copyOf", w.study}, {"title", "Kopie"}}}), m.expect(201, "makeStudy, copy");
  const Json yaml{{"name", "study.yaml"},
                  {"base64", "aWQ6IHAKdGl0bGU6IFAKZGF0ZTogMjAyNi0wMS0wMQpwYXJ0bmVyczogW0dNMDc3MCwgR00xNzI4XQo="}};
  m.say("makeStudy", {}, {.body = {{"files", Json::array({yaml})}}}), m.expect(201, "makeStudy, files");
  m.say("listStudies"), m.say("getStudy", {w.study}), m.expect(200, "getStudy");
  m.say("setRetention", {w.study}, {.body = {{"date", "2031-01-01"}}}), m.expect(204, "setRetention");
  m.say("setRetention", {w.study}, {.body = {{"date", "ooit"}}}), m.expect(400, "setRetention");
  m.say("getStudy", {w.study});
}

void walk_members(World& w) {
  auto& m = w.manager;
  const std::string me = m.say("getSession")["person"]["id"], jan = w.stranger.say("getSession")["person"]["id"];
  m.say("addMember", {w.study}, {.body = {{"name", "Jan"}, {"email", "jan@example.nl"}, {"role", "observer"}}});
  m.expect(201, "addMember");
  m.say("addMember", {w.study}, {.body = {{"name", "Piet"}, {"email", "piet@example.nl"}, {"role", "koning"}}});
  m.expect(400, "addMember");
  m.say("listMembers", {w.study}), m.expect(200, "listMembers");
  m.say("changeMember", {w.study, jan}, {.body = {{"role", "official"}, {"partner", "GM0770"}}}),
      m.expect(200, "changeMember");
  m.say("changeMember", {w.study, me}, {.body = {{"role", "observer"}}}),
      m.expect(409, "changeMember, last facilitator");
  m.say("endMember", {w.study, me}), m.expect(409, "endMember, last facilitator");
  m.say("changeMember", {w.study, jan}, {.body = {{"role", "observer"}}});
  // An observer sees, and changes nothing.
  auto& s = w.stranger;
  for (const auto& route : routes()) {
    const auto body = valid_body(route.id);
    const bool tries = route.path.starts_with("/studies/{study}") && route.method != "GET" && route.id != "whatIf" &&
                       route.id != "walkTree" && route.id != "undoEvent";
    if (!tries || (has_body(route) && body.is_null())) continue;
    s.say(route.id, {w.study, jan}, {.body = body});
    s.expect(403, route.id);
  }
  s.say("undoEvent", {w.study, "5"}, {.body = {{"clientId", "client-s-1"}}}), s.expect(403, "undoEvent");
  for (const char* secret : {"listInvitations", "exportFiles"}) s.say(secret, {w.study}), s.expect(403, secret);
  m.say("addMember", {w.study}, {.body = {{"name", "Weg"}, {"email", "weg2@example.nl"}, {"role", "observer"}}});
  const auto members = m.say("listMembers", {w.study});
  for (const auto& member : members)
    if (member.value("email", "") == "weg2@example.nl")
      m.say("endMember", {w.study, std::string(member["person"])}), m.expect(204, "endMember");
}

void walk_records(World& w) {
  auto& m = w.manager;
  const auto ratings = m.say("listRecords", {w.study}, {.query = "kind=task-rated"});
  m.say("listRecords", {w.study}), m.expect(200, "listRecords");
  m.say("listEvents", {w.study}, {.query = "after=0&limit=20"}), m.expect(200, "listEvents");
  m.say("listEvents", {w.study}, {.query = "after=veel"}), m.expect(400, "listEvents");
  m.say("openStream", {w.study}), m.expect(200, "openStream");
  m.say("openStream", {w.study}, {.query = "after=x"}), m.expect(400, "openStream");
  auto cells = ratings[0]["cells"];
  cells["urgency"] = "5";
  const Json change{{"kind", "task-rated"}, {"cells", cells}, {"expected", ratings[0]["sequence"]}};
  const auto saved =
      m.say("addEvents", {w.study}, {.body = {{"clientId", "client-w-1"}, {"changes", Json::array({change})}}});
  m.expect(200, "addEvents");
  m.say("addEvents", {w.study}, {.body = {{"clientId", "client-w-2"}, {"changes", Json::array({change})}}});
  m.expect(409, "addEvents, changed meanwhile");
  const Json wrong{{"kind", "figures-entered"}, {"cells", {{"partner", "Eersel"}, {"task", "U01"}, {"fte", "veel"}}}};
  m.say("addEvents", {w.study}, {.body = {{"clientId", "client-w-3"}, {"changes", Json::array({wrong})}}}),
      m.expect(400, "addEvents");
  const auto sequence = std::to_string(saved["sequence"].get<int>());
  m.say("undoEvent", {w.study, sequence}, {.body = {{"clientId", "client-w-4"}}}), m.expect(200, "undoEvent");
  m.say("undoEvent", {w.study, sequence}, {.body = {{"clientId", "client-w-5"}}}),
      m.expect(409, "undoEvent, changed since");
  const Json beside =
      Json::array({{{"kind", "version-named"}, {"cells", {{"name", "Versie 1"}}}},
                   {{"kind", "text-edited"},
                    {"cells", {{"document", "x"}, {"block", "a/1"}, {"language", "nl"}, {"text", "Anders"}}}}});
  m.say("addEvents", {w.study}, {.body = {{"clientId", "client-w-6"}, {"changes", beside}}}),
      m.expect(200, "addEvents, beside");
  m.say("listEvents", {w.study}, {.query = "after=970"});
  const Json file{{"name", "cijfers.csv"}, {"base64", "cGFydG5lcjt0YWFrO2Z0ZQpFZXJzZWw7VTAxOzM="}};
  const Json broken{{"name", "cijfers.csv"}, {"base64", "!"}};
  m.say("previewFiles", {w.study}, {.body = {{"files", Json::array({file})}}}), m.expect(200, "previewFiles");
  m.say("previewFiles", {w.study}, {.body = {{"files", Json::array({broken})}}}), m.expect(400, "previewFiles");
  m.say("importFiles", {w.study}, {.body = {{"clientId", "client-w-7"}, {"files", Json::array({file})}}}),
      m.expect(200, "importFiles");
  m.say("exportFiles", {w.study}), m.expect(200, "exportFiles");
}

/// A walk of one's own: nothing is stored, and all faults come at once.
void walk_tree(World& w) {
  auto& m = w.manager;
  const auto last = m.say("getStudy", {w.study})["sequence"];
  const auto answer = [](const char* question, std::vector<std::string> answers) {
    return Json{{"question", question}, {"answers", std::move(answers)}};
  };
  const auto walked = [&](Json answers) {
    auto told = m.say("walkTree", {w.study, "P1"}, {.body = {{"answers", std::move(answers)}}});
    m.expect(200, "walkTree");
    return told;
  };
  const auto none = walked(Json::array());
  const auto some = walked({answer("G0", {"task"}), answer("G1", {"public_body_required"})});
  const auto out = [](const Json& told) {
    return std::ranges::count_if(told["forms"], [](const Json& form) { return !form["reasons"].empty(); });
  };
  Client::hold(none["answered"] == 0 && !none.contains("flip") && out(none) == 0, "a walk of nothing says nothing");
  Client::hold(some["answered"] == 2 && out(some) > 10, "a law rules forms out, with its article");
  Client::hold(m.say("getStudy", {w.study})["sequence"] == last, "trying a walk writes nothing");
  const auto wrong = Json::array({answer("G9", {"task"}),
                                  answer("G0", {"perhaps"}),
                                  answer("G0", {"task", "institution"}),
                                  {{"question", 4}, {"answers", "task"}}});
  const auto told = m.say("walkTree", {w.study, "P1"}, {.body = {{"answers", wrong}}});
  m.expect(400, "walkTree");
  Client::hold(told["errors"].size() == 5, "every fault of a walk is told: " + told.dump());
  m.say("walkTree", {w.study, "P1"}, {.body = Json::object()}), m.expect(400, "walkTree");
  m.say("walkTree", {w.study, "U99"}, {.body = valid_body("walkTree")}), m.expect(404, "walkTree");
}

void walk_analysis(World& w) {
  auto& m = w.manager;
  const std::vector<std::pair<std::string, std::vector<std::string>>> pages{{"getAnalysis", {}},
                                                                            {"getGrossList", {}},
                                                                            {"listSubjects", {}},
                                                                            {"listPartnerships", {}},
                                                                            {"getResults", {}},
                                                                            {"getTable", {"tasks"}},
                                                                            {"getPicture", {"continuum"}},
                                                                            {"getStep", {"approach"}},
                                                                            {"getTree", {"P1"}},
                                                                            {"getPartnerPage", {"GM0770"}},
                                                                            {"getComparison", {"GM0770"}},
                                                                            {"getDocument", {"decision"}}};
  for (const auto& [operation, more] : pages) {
    std::vector<std::string> ids{w.study};
    ids.insert(ids.end(), more.begin(), more.end());
    m.say(operation, ids), m.expect(200, operation);
    m.say(operation, ids, {.headers = {{"accept-language", "en"}}});
    m.say(operation, ids, {.query = "at=x"}), m.expect(400, operation);
  }
  m.say("getTree", {w.study, "U99"}), m.expect(404, "getTree");
  m.say("getTree", {w.study, "V10"});
  m.say("getComparison", {w.study, "GM9999"}), m.expect(404, "getComparison");
  walk_tree(w);
  m.say("listDifferences", {w.study}, {.query = "from=960"}), m.expect(200, "listDifferences");
  m.say("listDifferences", {w.study}, {.query = "from=x"}), m.expect(400, "listDifferences");
  auto head = m.say("listRecords", {w.study}, {.query = "kind=study-opened"})[0]["cells"];
  head["weights"] = Json::array({{{"motive", "scale"}, {"rank", 1}}, {{"motive", "strengths"}, {"rank", 2}}});
  const Json change{{"kind", "study-opened"}, {"cells", head}};
  m.say("whatIf", {w.study}, {.body = {{"changes", Json::array({change})}}}), m.expect(200, "whatIf");
  m.say("listDocuments", {w.study}), m.expect(200, "listDocuments");
  m.say("getDocumentFile", {w.study, "decision", "html"}), m.expect(200, "getDocumentFile");
  m.say("getDocumentFile", {w.study, "decision", "html"}, {.query = "at=x"}), m.expect(400, "getDocumentFile");
  m.say("getAnalysis", {w.archived}), m.say("getStudy", {w.archived}), m.say("getGrossList", {w.archived});
}

void walk_poll(World& w) {
  auto& m = w.manager;
  m.say("openPoll", {w.archived}), m.expect(400, "openPoll without items");
  m.say("reopenPoll", {w.archived}), m.expect(400, "reopenPoll without items");
  m.say("closePoll", {w.archived}), m.expect(400, "closePoll without items");
  m.say("setPoll", {w.study}, {.body = {{"items", {"M11", "M12", "M13"}}, {"intro", "Welkom"}}}),
      m.expect(204, "setPoll");
  m.say("closePoll", {w.study}), m.expect(409, "closePoll before it was open");
  m.say("openPoll", {w.study}), m.expect(204, "openPoll");
  m.say("setPoll", {w.study}, {.body = {{"items", {"M11"}}, {"intro", ""}}}), m.expect(409, "setPoll while open");
  const Json people = Json::array({{{"partner", "GM0770"}, {"role", "administrator"}, {"email", "w@example.nl"}},
                                   {{"partner", "GM1724"}, {"role", "official"}, {"email", "x@example.nl"}}});
  const Json codes = Json::array({{{"partner", "GM1728"}, {"role", "official"}, {"uses", 2}}});
  const auto made = m.say("addInvitations", {w.study}, {.body = {{"invitations", people}, {"codes", codes}}});
  m.expect(201, "addInvitations");
  m.say("addInvitations", {w.study},
        {.body = {{"invitations", Json::array({{{"partner", "GM9999"}, {"role", "official"}}})},
                  {"codes", Json::array()}}});
  m.expect(400, "addInvitations");
  m.say("listInvitations", {w.study}), m.say("getPoll", {w.study}), m.say("getResults", {w.study});
  const auto again = m.say("resendInvitation", {w.study, std::string(made[0]["id"])});
  m.expect(200, "resendInvitation");
  m.say("revokeInvitation", {w.study, std::string(made[1]["id"])}), m.expect(204, "revokeInvitation");
  auto& r = w.respondent;
  const auto token_in = [](const Json& one) {
    const std::string link = one["link"];
    return link.substr(link.find('#') + 1);
  };
  r.say("getQuestionnaire"), r.expect(401, "getQuestionnaire without a link");
  r.say("saveAnswers", {}, {.body = {{"answers", {{"M11", 4}}}}}), r.expect(401, "saveAnswers");
  r.say("handIn", {}, {.body = {{"clientId", "client-r-1"}, {"answers", {{"M11", 4}}}}}), r.expect(401, "handIn");
  r.token = token_in(made[1]);
  r.say("getQuestionnaire"), r.expect(410, "getQuestionnaire, revoked");
  r.say("saveAnswers", {}, {.body = {{"answers", {{"M11", 4}}}}}), r.expect(410, "saveAnswers, revoked");
  r.say("handIn", {}, {.body = {{"clientId", "client-r-1"}, {"answers", {{"M11", 4}}}}}),
      r.expect(410, "handIn, revoked");
  r.token = token_in(again);
  r.say("getQuestionnaire"), r.expect(200, "getQuestionnaire");
  r.say("saveAnswers", {}, {.body = {{"answers", {{"M11", 9}}}}}), r.expect(400, "saveAnswers");
  r.say("saveAnswers", {}, {.body = {{"answers", {{"M11", 4}}}}}), r.expect(204, "saveAnswers");
  r.say("handIn", {}, {.body = {{"clientId", "client-r-2"}, {"answers", Json::object()}}}),
      r.expect(400, "handIn without answers");
  r.say("handIn", {}, {.body = {{"clientId", "client-r-3"}, {"answers", {{"M11", 4}, {"M12", 2}}}}}),
      r.expect(200, "handIn");
  r.say("saveAnswers", {}, {.body = {{"answers", {{"M11", 4}}}}}), r.expect(409, "saveAnswers, handed in");
  m.say("resendInvitation", {w.study, std::string(made[0]["id"])}), m.expect(409, "resendInvitation, answered");
  m.say("revokeInvitation", {w.study, "i-0000000000000000"}), m.expect(404, "revokeInvitation");
  Client coded(w.recorder);
  coded.say("beginPoll", {}, {.body = {{"code", "FOUT-CODE"}}}), coded.expect(410, "beginPoll");
  coded.token = coded.say("beginPoll", {}, {.body = {{"code", made[2]["code"]}}})["token"];
  coded.expect(200, "beginPoll");
  m.say("closePoll", {w.study}), m.expect(204, "closePoll");
  coded.say("handIn", {}, {.body = {{"clientId", "client-r-4"}, {"answers", {{"M11", 4}}}}}),
      coded.expect(409, "handIn, closed");
  m.say("reopenPoll", {w.study}), m.expect(204, "reopenPoll");
  m.say("closePoll", {w.study});
}

/// An archived study is read only.
void walk_archive(World& w) {
  auto& m = w.manager;
  m.say("setPoll", {w.archived}, {.body = {{"items", {"M11"}}, {"intro", ""}}});
  m.say("archiveStudy", {w.archived}), m.expect(204, "archiveStudy");
  for (const char* closed :
       {"addEvents", "importFiles", "addInvitations", "openPoll", "reopenPoll", "revokeInvitation"}) {
    m.say(closed, {w.archived, "i-0000000000000000"}, {.body = valid_body(closed)});
    m.expect(409, closed);
  }
  m.say("unarchiveStudy", {w.archived}), m.expect(204, "unarchiveStudy");
}

/// More tries than anybody needs.
void walk_rates(World& w) {
  Client guesser(w.recorder);
  const auto until_refused = [](Client& client, const char* operation, const Json& body) {
    for (int i = 0; i < 1'300; ++i)
      if (client.say(operation, {}, {.body = body}), client.status == 429) return;
    client.expect(429, operation);
  };
  until_refused(guesser, "openSessionByLink", {{"token", "x"}});
  until_refused(guesser, "beginPoll", {{"code", "x"}});
  for (int i = 0; i < 31; ++i)
    guesser.say("openSession", {}, {.body = {{"email", "niemand@example.nl"}, {"password", "x"}}});
  guesser.expect(429, "openSession");
  until_refused(w.stranger, "confirmSecondFactor", {{"secret", "x"}, {"code", "1"}});
  until_refused(w.stranger, "changeAccount", {{"name", "x"}});
  until_refused(w.stranger, "dropSecondFactor", {{"password", "x"}});
  guesser.token = "x";
  until_refused(guesser, "saveAnswers", {{"answers", Json::object()}});
  until_refused(guesser, "handIn", {{"clientId", "x"}, {"answers", Json::object()}});
  until_refused(guesser, "getQuestionnaire", nullptr);
}

/// One study that cannot be read says so, and hides no other.
void walk_unreadable_study(World& w) {
  auto& m = w.manager;
  (void)store::append(w.app.desk.store,
                      {w.archived, "c-broken", w.now, {{"p-x", "figures-entered", "", R"({"cells":{"x":"1"}})", {}}}});
  m.say("getStudy", {w.archived}), m.expect(503, "getStudy, unreadable");
  const auto studies = m.say("listStudies");
  m.expect(200, "listStudies with an unreadable study");
  Client::hold(std::ranges::count(studies, false, [](const Json& one) { return one["readable"].get<bool>(); }) == 1,
               "listStudies: one study is unreadable");
}

/// The files of the database are damaged while it is open.
void damage(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto size = entry.file_size();
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file << std::string(size, '\xff');
  }
}

/// The storage fails under every operation: who asked reads so.
void walk_broken_storage(World& w) {
  for (const auto& route : routes()) {
    Client manager = w.manager;
    manager.say(route.id, ids_for(w, route), {.body = valid_body(route.id)});
    manager.expect(503, route.id);
  }
}

int run(const std::filesystem::path& out) {
  const WorkFolder folder;
  const auto pack = content::read_pack(content::delivered_pack()).value();
  const auto reference = exchange::read_reference({exchange::delivered_reference()});
  store::Store store(folder.path / "data");
  std::int64_t now = 1'795'000'000 * second_us;
  service::Desk desk{.store = store,
                     .pack = pack,
                     .reference = reference,
                     .examples = std::filesystem::path(KOEPEL_SOURCE_DIR) / "cases",
                     .now_us = [&now] { return now += second_us / 1'000; },
                     .tell = [](const service::Change&) {}};
  const auto contract = exchange::read_file(KOEPEL_CONTRACT);
  App app{.desk = desk, .settings = {.site = "https://koepel.example", .contract = contract}};
  Recorder recorder(app, out);
  World world{app, recorder, now, Client(recorder), Client(recorder), Client(recorder), "", ""};
  const auto first = service::first_manager(store, now);
  world.manager.say("openSessionByLink", {}, {.body = {{"token", first.token}}});
  walk_people(world), walk_provider(world), walk_second_factor(world), walk_studies(world), go_wrong_everywhere(world);
  walk_members(world), walk_records(world), walk_analysis(world), walk_poll(world), walk_archive(world),
      walk_rates(world), walk_unreadable_study(world);
  damage(folder.path / "data");
  walk_broken_storage(world);
  std::cout << routes().size() << " operations, " << Client::wrong << " answers other than expected\n";
  return Client::wrong == 0 ? 0 : 1;
}

}  // namespace

}  // namespace koepel::api

int main(int argc, char** argv) { return argc == 2 ? koepel::api::run(argv[1]) : 2; }
