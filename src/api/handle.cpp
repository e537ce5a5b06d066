// SPDX-License-Identifier: EUPL-1.2
// A request below /api/v1 in; the answer of its operation out. The face is handle.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>

#include "api/read_json.h"
#include "api/routes.h"
#include "exchange/record_json.h"

namespace koepel::api {

namespace {

constexpr std::string_view base_path = "/api/v1";
constexpr std::string_view version = "1.0.0";

/// The parameters when the path fits the pattern.
std::optional<std::vector<std::string>> fit(std::string_view pattern, std::string_view path) {
  std::vector<std::string> ids;
  while (!pattern.empty() || !path.empty()) {
    if (!pattern.starts_with('/') || !path.starts_with('/')) return std::nullopt;
    pattern.remove_prefix(1), path.remove_prefix(1);
    const auto wanted = pattern.substr(0, pattern.find('/'));
    const auto given = path.substr(0, path.find('/'));
    if (given.empty()) return std::nullopt;
    if (wanted.starts_with('{')) ids.emplace_back(given);
    if (!wanted.starts_with('{') && wanted != given) return std::nullopt;
    pattern.remove_prefix(wanted.size()), path.remove_prefix(given.size());
  }
  return ids;
}

/// Headers that every answer of the API carries.
void add_headers(const App& app, http::Response& response) {
  const auto set = [&](const char* name, std::string_view value) {
    const auto same = [&](const auto& header) { return header.first == name; };
    if (std::none_of(response.headers.begin(), response.headers.end(), same))
      response.headers.emplace_back(name, std::string(value));
  };
  set("API-Version", version);
  set("Cache-Control", "no-store");
  set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  set("X-Content-Type-Options", "nosniff");
  set("X-Frame-Options", "DENY");
  set("Referrer-Policy", "no-referrer");
  if (app.settings.secure_cookies) set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

Language language_of(const http::Request& request) {
  return request.header("accept-language").substr(0, 2) == "en" ? Language::en : Language::nl;
}

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }

/// A write that rides on a cookie must prove that our own page sent it; one from another origin never does.
bool is_forged(const Call& call, std::string_view cookie) {
  const auto& request = call.request;
  if (is_safe(request.method)) return false;
  const auto origin = request.header("origin");
  const auto host = request.header("host");
  if (!origin.empty() && !(origin.ends_with(host) && origin.substr(0, origin.size() - host.size()).ends_with("://")))
    return true;
  if (cookie.empty() || !call.visitor) return false;
  return request.header("x-csrf-token") != call.visitor->session.csrf;
}

bool accepts(const http::Request& request) {
  const auto accept = request.header("accept");
  if (accept.empty() || accept.find("*/*") != accept.npos || accept.find("application/") != accept.npos) return true;
  return accept.find("text/event-stream") != accept.npos || accept.find("text/html") != accept.npos;
}

/// The body as JSON; false when it is none.
bool read_body(Call& call) {
  if (call.request.body.empty()) return true;
  auto json = json_in(call.request.body);
  if (json) call.body = std::move(*json);
  return json.has_value();
}

bool is_json(const http::Request& request) {
  return request.body.empty() || request.header("content-type").starts_with("application/json");
}

http::Response run(App& app, const Route& route, Call& call) {
  const auto cookie = call.request.cookie(cookie_name(app, "koepel"));
  if (!cookie.empty()) call.visitor = service::visitor_of(app.desk.store, std::string(cookie), app.desk.now_us());
  if (route.door == Door::visitor && !call.visitor) return problem(app, call, service::Fault::Kind::not_logged_in);
  if (is_forged(call, cookie)) return plain_problem(app, call, 403);
  if (!accepts(call.request)) return plain_problem(app, call, 406);
  if (!is_json(call.request)) return plain_problem(app, call, 415);
  if (!read_body(call)) return malformed(app, call, "", "JSON");
  return route.operation(app, call);
}

http::Response find_and_run(App& app, const http::Request& request) {
  Call call{.request = request, .language = language_of(request)};
  const std::string_view path = std::string_view(request.path).substr(base_path.size());
  bool path_known = false;
  for (const auto& route : routes()) {
    auto ids = fit(route.path, path);
    if (!ids) continue;
    path_known = true;
    if (route.method != request.method && !(route.method == "GET" && request.method == "HEAD")) continue;
    call.ids = std::move(*ids);
    return run(app, route, call);
  }
  return plain_problem(app, call, path_known ? 405 : 404);
}

/// The operator reads what happened; who asked reads whether what he entered is safe.
http::Response broken(const App& app, const http::Request& request, const char* what, service::Fault::Kind kind) {
  const Call call{.request = request, .language = language_of(request)};
  std::cerr << "koepel: " + request.method + " " + request.path + ": " + what + " (" + call.trace + ")\n" << std::flush;
  return problem(app, call, kind);
}

service::Fault::Kind kind_of(const store::StoreFault& fault) {
  using Kind = service::Fault::Kind;
  return fault.kind == store::StoreFault::Kind::disk_full ? Kind::storage_full : Kind::storage_fails;
}

/// The problem type of what the HTTP layer refuses or breaks on.
const char* type_of(int status) {
  switch (status) {
    case 405:
      return "method";
    case 408:
      return "too-slow";
    case 413:
    case 414:
    case 431:
      return "too-large";
    case 500:
      return "failure";
    case 503:
      return "too-busy";
    default:
      return "invalid-input";
  }
}

}  // namespace

std::string login_link(App& app, const std::string& person) {
  return app.settings.site + "/login#" + service::make_login_link(app.desk.store, person, app.desk.now_us());
}

void audit(App& app, const Call& call, const std::string& action, const std::string& object, bool done) {
  store::add_audit(app.desk.store, {app.desk.now_us(), call.visitor ? call.visitor->person.id : "", action, object,
                                    done ? "ok" : "refused", call.request.address});
}

std::optional<std::int64_t> query_number(const Call& call, std::string_view name, std::int64_t otherwise) {
  const auto given = call.request.parameter(name);
  if (given.empty()) return otherwise;
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(given.data(), given.data() + given.size(), number);
  if (fault != std::errc{} || end != given.data() + given.size() || number < 0) return std::nullopt;
  return number;
}

Problem wrong_number(const char* parameter) {
  return {.code = "malformed",
          .where = {.column = parameter},
          .expected = {"api.expected.whole", {}},
          .repair = {"api.malformed.repair", {}}};
}

service::Asker asker(const App& app, const Call& call) {
  return service::asker_in(app.desk.store, call.visitor->person, call.ids.empty() ? "" : call.id());
}

service::Outcome<std::shared_ptr<const service::Told>> told_for(App& app, const Call& call) {
  if (!may(asker(app, call), service::Action::see_study)) return service::refused(service::Fault::Kind::unknown);
  const auto at = query_number(call, "at", 0);
  if (!at) return service::refused(Problems{wrong_number("at")});
  auto told = service::told(app.desk, call.id(), *at);
  if (!told) return service::refused(service::Fault::Kind::unknown);
  return told;
}

http::Response handle(App& app, const http::Request& request) {
  http::Response response;
  try {
    response = find_and_run(app, request);
  } catch (const store::StoreFault& fault) {
    response = broken(app, request, fault.what(), kind_of(fault));
  } catch (const exchange::BrokenRecord& fault) {
    response = broken(app, request, fault.what(), service::Fault::Kind::storage_fails);
  } catch (const std::exception& fault) {
    response = broken(app, request, fault.what(), service::Fault::Kind::failure);
  }
  add_headers(app, response);
  return response;
}

http::Response adopt(const App& app, http::Response own, const std::string& path) {
  auto body = Json::parse(own.body);
  body["type"] = std::string("/problems/") + type_of(own.status);
  body["instance"] = path.empty() ? "/" : path;
  body["trace"] = new_trace();
  own.body = body.dump();
  add_headers(app, own);
  return own;
}

}  // namespace koepel::api
