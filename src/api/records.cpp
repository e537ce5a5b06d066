// SPDX-License-Identifier: EUPL-1.2
// Records and events of a study: reading, changing, undoing, following, and files in and out.
#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "api/files.h"
#include "api/routes.h"
#include "api/shapes.h"
#include "service/studies.h"

namespace koepel::api {

namespace {

using service::Action;
using Kind = service::Fault::Kind;

std::int64_t number_in(std::string_view text, std::int64_t otherwise) {
  std::int64_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json accepted_json(const App& app, const Call& call, const service::Accepted& accepted) {
  return {{"sequence", accepted.sequence},
          {"repeated", accepted.repeated},
          {"problems", problems_json(app, accepted.problems, call.language)}};
}

service::TypedChange change_in(Body& body, const Json& json) {
  service::TypedChange change{.kind = body.text("kind"),
                              .key = body.text("key"),
                              .expected = body.whole("expected"),
                              .withdraw = body.flag("withdraw")};
  if (json.contains("cells")) change.cells = json["cells"];
  if (change.cells.is_null()) change.cells = Json::object();
  if (!change.cells.is_object()) body.tell("cells", "object");
  return change;
}

std::string decoded(const std::string& base64, bool& fine) {
  std::string bytes(base64.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  fine = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(), base64.size(),
                           "\r\n", &size, &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
         end == base64.data() + base64.size();
  bytes.resize(size);
  return bytes;
}

}  // namespace

exchange::StudyFiles files_in(Body& body) {
  exchange::StudyFiles files;
  for (const auto& one : body.objects("files")) {
    Body part(one, "files/");
    const auto name = part.needed_text("name"), base64 = part.needed_text("base64");
    bool fine = false;
    auto bytes = decoded(base64, fine);
    if (!fine) part.tell("base64", "base64");
    body.take(part);
    // A browser may send a path; only the name says which table it is.
    files[name.substr(name.find_last_of("/\\") + 1)] = std::move(bytes);
  }
  if (files.empty() && body.fine()) body.tell("files", "objects");
  return files;
}

std::vector<service::TypedChange> changes_in(Body& body) {
  std::vector<service::TypedChange> changes;
  for (const auto& one : body.objects("changes")) {
    Body part(one, "changes/" + std::to_string(changes.size()) + "/");
    changes.push_back(change_in(part, one));
    body.take(part);
  }
  return changes;
}

http::Response list_records(App& app, const Call& call) {
  if (!may(asker(app, call), Action::see_study)) return problem(app, call, Kind::unknown);
  const auto live = app.desk.shelf.get(app.desk.store, call.id());
  if (!live) return problem(app, call, Kind::unknown);
  const auto kind = call.request.parameter("kind");
  Json out = Json::array();
  // Named versions, own texts and ticked gates are no rows of the study folder, but stand in the study all the same.
  for (const auto& event : live->beside)
    if (event.kind == kind) out.push_back(side_json(app, event, call.language));
  for (const auto& record : live->records)
    if (record->kind != "answers-given" && (kind.empty() || record->kind == kind))
      out.push_back(record_json(app, *record, call.language));
  return json(out);
}

http::Response list_events(App& app, const Call& call) {
  if (!may(asker(app, call), Action::see_study)) return problem(app, call, Kind::unknown);
  const auto after = query_number(call, "after", 0), limit = query_number(call, "limit", 500);
  if (!after || !limit) return problem(app, call, {.problems = {wrong_number(after ? "limit" : "after")}});
  const auto most = static_cast<std::size_t>(std::clamp<std::int64_t>(*limit, 1, 5'000));
  auto events = store::events_after(app.desk.store, call.id(), *after, most);
  return json(events_json(app, call, events));
}

http::Response add_events(App& app, const Call& call) {
  Body body(call.body);
  const service::Submission submission{call.id(), body.client_id(), changes_in(body)};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::submit(app.desk, asker(app, call), submission),
                [&](const auto& accepted) { return accepted_json(app, call, accepted); });
}

http::Response undo_event(App& app, const Call& call) {
  Body body(call.body);
  const auto client_id = body.client_id();
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto sequence = number_in(call.id(1), 0);
  return answer(app, call, service::undo(app.desk, asker(app, call), call.id(), sequence, client_id),
                [&](const auto& accepted) { return accepted_json(app, call, accepted); });
}

http::Response open_stream(App& app, const Call& call) {
  if (!may(asker(app, call), Action::see_study)) return problem(app, call, Kind::unknown);
  const auto after = query_number(call, "after", -1);
  if (!after) return problem(app, call, {.problems = {wrong_number("after")}});
  const auto live = app.desk.shelf.get(app.desk.store, call.id());
  if (!live) return problem(app, call, Kind::unknown);
  // A browser that connects again says what it saw last; after a restore that may lie beyond the log.
  const auto last = number_in(call.request.header("last-event-id"), *after < 0 ? live->sequence : *after);
  const auto from = std::min(last, live->sequence);
  http::Response response{200, {{"Content-Type", "text/event-stream"}}, "", nullptr};
  response.stream = std::make_shared<http::StreamOrder>(http::StreamOrder{call.id(), from});
  return response;
}

http::Response preview_files(App& app, const Call& call) {
  Body body(call.body);
  const auto files = files_in(body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  return answer(app, call, service::preview_import(app.desk, asker(app, call), call.id(), files),
                [&](const auto& seen) {
                  const auto count = [&](const auto& one) {
                    return Json{{"kind", one.first},
                                {"name", app.phrases.text("service.event." + one.first, call.language)},
                                {"count", one.second}};
                  };
                  return Json{{"problems", problems_json(app, seen.problems, call.language)},
                              {"counts", exchange::list_of(seen.counts, count)},
                              {"changes", {{"new", seen.fresh}, {"changed", seen.changed}, {"same", seen.same}}}};
                });
}

http::Response import_files(App& app, const Call& call) {
  Body body(call.body);
  const auto client_id = body.client_id();
  const auto files = files_in(body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto done = service::import_files(app.desk, asker(app, call), call.id(), files, client_id);
  audit(app, call, "study.import", call.id(), done.has_value());
  return answer(app, call, done, [&](const auto& accepted) { return accepted_json(app, call, accepted); });
}

http::Response export_files(App& app, const Call& call) {
  auto zip = service::export_zip(app.desk, asker(app, call), call.id(), call.language);
  if (!zip) return problem(app, call, zip.error());
  audit(app, call, "study.export", call.id());
  return {
      200,
      {{"Content-Type", "application/zip"}, {"Content-Disposition", "attachment; filename=\"" + call.id() + ".zip\""}},
      std::move(*zip),
      nullptr};
}

}  // namespace koepel::api
