// SPDX-License-Identifier: EUPL-1.2
// Outcomes of use cases in; HTTP answers out.
#include "api/answer.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "api/shapes.h"
#include "model/phrasebook.h"
#include "service/secrets.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;

/// One row per kind: status, last part of the problem type. Sentences are texts "api.problem.<type>.title" and
/// ".detail".
struct Row {
  Kind kind;
  int status;
  const char* type;
};
constexpr std::array rows{Row{Kind::invalid, 400, "invalid-input"},
                          Row{Kind::not_logged_in, 401, "not-logged-in"},
                          Row{Kind::wrong_credentials, 401, "wrong-credentials"},
                          Row{Kind::second_factor_needed, 401, "second-factor-needed"},
                          Row{Kind::locked, 429, "account-locked"},
                          Row{Kind::too_many, 429, "too-many-requests"},
                          Row{Kind::forbidden, 403, "forbidden"},
                          Row{Kind::unknown, 404, "unknown"},
                          Row{Kind::conflict, 409, "changed-meanwhile"},
                          Row{Kind::closed, 409, "closed"},
                          Row{Kind::gone, 410, "gone"},
                          Row{Kind::storage_full, 503, "storage-full"},
                          Row{Kind::storage_fails, 503, "storage-fails"},
                          Row{Kind::unavailable, 503, "unavailable"},
                          Row{Kind::failure, 500, "failure"}};

const Row& row_of(Kind kind) {
  for (const auto& row : rows)
    if (row.kind == kind) return row;
  return rows.front();
}

std::string say(const App& app, const Call& call, const std::string& key) {
  return app.phrases.text(key, call.language);
}

Json head_of(const App& app, const Call& call, const std::string& type, int status) {
  return {{"type", "/problems/" + type},
          {"title", say(app, call, "api.problem." + type + ".title")},
          {"status", status},
          {"detail", say(app, call, "api.problem." + type + ".detail")},
          {"instance", call.request.path},
          {"trace", call.trace}};
}

http::Response problem_response(const Json& body, int status) {
  http::Response response{status, {{"Content-Type", "application/problem+json"}}, body.dump(), nullptr};
  if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"koepel\"");
  return response;
}

void leave_out_nulls(Json& body) {
  if (body.is_object()) {
    for (auto field = body.begin(); field != body.end();)
      if (field->is_null())
        field = body.erase(field);
      else
        ++field;
  }
  if (body.is_structured())
    for (auto& part : body) leave_out_nulls(part);
}

}  // namespace

std::string new_trace() { return service::new_pseudonym("") + service::new_pseudonym(""); }

http::Response json(Json body, int status) {
  leave_out_nulls(body);
  return {status, {{"Content-Type", "application/json"}}, body.dump(), nullptr};
}

http::Response nothing() { return {204, {}, {}, nullptr}; }

http::Response problem(const App& app, const Call& call, const service::Fault& fault) {
  const auto& row = row_of(fault.kind);
  Json body = head_of(app, call, row.type, row.status);
  if (!fault.problems.empty()) body["errors"] = problems_json(app, fault.problems, call.language);
  if (fault.kind == Kind::conflict) body["theirs"] = events_json(app, call, fault.theirs);
  return problem_response(body, row.status);
}

http::Response problem(const App& app, const Call& call, Kind kind) { return problem(app, call, {.kind = kind}); }

http::Response malformed(const App& app, const Call& call, const std::string& field, const std::string& expected) {
  const Problem one{.code = "malformed",
                    .where = {.column = field},
                    .expected = {"api.malformed.expected", {word("what", expected)}},
                    .repair = {"api.malformed.repair", {}}};
  return problem(app, call, {.problems = {one}});
}

http::Response plain_problem(const App& app, const Call& call, int status) {
  const std::string type = status == 404   ? "unknown"
                           : status == 405 ? "method"
                           : status == 406 ? "not-acceptable"
                           : status == 403 ? "forbidden"
                           : status == 415 ? "media-type"
                                           : "failure";
  return problem_response(head_of(app, call, type, status), status);
}

http::Response answer(const App& app, const Call& call, const service::Outcome<void>& outcome) {
  return outcome ? nothing() : problem(app, call, outcome.error());
}

Json problems_json(const App& app, const Problems& problems, Language language) {
  Json out = Json::array();
  for (const auto& one : problems)
    out.push_back({{"code", one.code},
                   {"severity", one.severity == Severity::error ? "error" : "warning"},
                   {"file", one.where.file},
                   {"sheet", one.where.sheet},
                   {"line", one.where.line},
                   {"column", one.where.column},
                   {"found", one.found},
                   {"expected", app.phrases.say(one.expected, language)},
                   {"repair", app.phrases.say(one.repair, language)}});
  return out;
}

std::string utc(std::int64_t time_us) {
  using namespace std::chrono;
  const sys_time<microseconds> time{microseconds{time_us}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{floor<seconds>(time - day)};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()),
                int(clock.seconds().count()));
  const auto part = std::to_string(1'000'000 + time_us % 1'000'000).substr(1);
  return text.data() + (part == "000000" ? "" : "." + part) + "Z";
}

std::optional<std::int64_t> time_of(std::string_view utc) {
  using namespace std::chrono;
  const std::string text(utc);
  int y = 0, hour = 0, minute = 0;
  unsigned m = 0, d = 0;
  double second = 0;
  char zone = 0, rest = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%lf%c%c", &y, &m, &d, &hour, &minute, &second, &zone, &rest) != 7)
    return std::nullopt;
  const year_month_day date{year{y}, month{m}, day{d}};
  if (zone != 'Z' || !date.ok() || hour > 23 || minute > 59 || second >= 61) return std::nullopt;
  const auto whole = sys_days{date}.time_since_epoch() + hours{hour} + minutes{minute};
  return duration_cast<microseconds>(whole).count() + std::llround(second * 1e6);
}

}  // namespace koepel::api
