// SPDX-License-Identifier: EUPL-1.2
// What the analysis says: findings, tables, pictures, steps, differences, and what would change.
#include <algorithm>
#include <chrono>

#include "analysis/what_if.h"
#include "api/files.h"
#include "api/routes.h"
#include "api/shapes.h"
#include "exchange/record_json.h"
#include "exchange/record_text.h"
#include "service/causes.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;

constexpr int few_draws = 1'000;  // enough to see packages move, few enough to answer while a slider moves

Json receipt_json(const Receipt& receipt) {
  return {{"engine", receipt.engine},
          {"pack", receipt.pack},
          {"packHash", receipt.pack_hash},
          {"studyHash", receipt.study_hash},
          {"referenceHash", receipt.reference_hash},
          {"seed", std::to_string(receipt.seed)},
          {"draws", receipt.draws},
          {"resultHash", receipt.result_hash}};
}

Json assumption_json(const service::Told& told, const Assumption& one, Language language) {
  return {{"parameter", one.parameter},
          {"name", told.phrases.say(find_step(told.analysis, one.trace)->what, language)},
          {"step", one.trace},
          {"value", one.value},
          {"low", exchange::json_of(one.low)},
          {"high", exchange::json_of(one.high)},
          {"source", one.source},
          {"givenBy", one.given_by}};
}

/// The advised approach in numbers, for a screen that draws it; its sentences are the finding "approach".
Json approach_json(const App& app, const service::Told& told, Language language) {
  const auto& advice = told.analysis.approach;
  return {{"approach", advice.enough ? approach::id_of(advice.approach) : ""},
          {"name", advice.enough ? told.phrases.name("approach", approach::id_of(advice.approach), language) : ""},
          {"score", advice.d},
          {"threshold", app.desk.pack.approach.threshold},
          {"coverage", advice.coverage},
          {"contributions", exchange::list_of(advice.contributions,
                                              [](const approach::Contribution& one) {
                                                return Json{{"indicator", one.indicator}, {"share", one.share}};
                                              })},
          {"guards", exchange::list_of(advice.guards, [&](const Guard& guard) {
             return Json{{"approach", guard.approach},
                         {"pitfall", guard.pitfall.in(language)},
                         {"measure", guard.measure.in(language)}};
           })}};
}

Json change_json(const service::Told& before, const service::Told& after, const service::FindingChange& change,
                 Language language) {
  const auto text = [&](const service::Told& told, const Finding* finding) {
    return finding == nullptr ? Json("") : Json(told.phrases.say(finding->says, language));
  };
  return {{"id", change.id},
          {"before", text(before, change.before)},
          {"after", text(after, change.after)},
          {"change", change.before == nullptr  ? "new"
                     : change.after == nullptr ? "gone"
                                               : "changed"}};
}

/// The study with changes that nobody stores; the problems of what could not be read.
struct Imagined {
  Study study;
  Problems problems;
};
Imagined imagine(const App& app, const service::Told& told, const std::vector<service::TypedChange>& changes) {
  std::vector<exchange::TypedRecord> typed;
  StudyFold fold;
  for (const auto& record : told.live->records) fold.take(record->what, record->key);
  for (const auto& change : changes) {
    if (change.withdraw)
      fold.withdraw(change.key);
    else
      typed.push_back({change.kind, change.cells});
  }
  auto reading = exchange::read_records(typed, told.seen, app.desk.pack, app.desk.reference.reference);
  for (const auto& record : reading.records)
    if (record) fold.take(*record);
  Imagined imagined{fold.study(), std::move(reading.problems)};
  imagined.study.answers = told.seen.answers, imagined.study.respondents = told.seen.respondents;
  imagined.study.head.draws = std::min(imagined.study.head.draws, few_draws);
  return imagined;
}

Json package_changes(const service::Told& told, const priorities::Priorities& after, Language language) {
  Json out = Json::array();
  for (const auto& task : after.tasks)
    for (const auto& before : told.analysis.priorities.tasks)
      if (before.task == task.task && before.package != task.package)
        out.push_back({{"task", task.task},
                       {"name", told.phrases.name("task", task.task, language)},
                       {"before", priorities::id_of(before.package)},
                       {"after", priorities::id_of(task.package)}});
  return out;
}

Json form_changes(const service::Told& told, const forms::Forms& after, Language language) {
  Json out = Json::array();
  const auto name = [&](const std::string& form) {
    return form.empty() ? "" : told.phrases.name("form", form, language);
  };
  for (const auto& subject : after.subjects)
    for (const auto& before : told.analysis.forms.subjects)
      if (before.subject == subject.subject && before.form != subject.form)
        out.push_back(
            {{"id", "form." + subject.subject}, {"before", name(before.form)}, {"after", name(subject.form)}});
  return out;
}

// --- which input changed which conclusion ---

/// What a record is about, in names: "belastingheffing, Eersel".
std::string names_of(const service::Told& told, const Happening& what, Language language) {
  std::string out;
  const auto add = [&](const char* kind, const std::string& id) {
    if (!id.empty()) out += (out.empty() ? "" : ", ") + told.phrases.name(kind, id, language);
  };
  std::visit(
      [&](const auto& record) {
        if constexpr (requires { record.indicator; }) add("indicator", record.indicator);
        if constexpr (requires { record.subject; }) add("subject", record.subject);
        if constexpr (requires { record.task; }) add("task", record.task);
        if constexpr (requires { record.motive; }) add("motive", record.motive);
        if constexpr (requires { record.partner; }) add("partner", record.partner);
      },
      what);
  return out.empty() ? exchange::folder::subject_of(what) : out;
}

/// Records that read the same are told once, with how many they are. Answers never say whose they are.
Json causes_json(const App& app, const service::Told& told, const std::vector<const service::CurrentRecord*>& records,
                 Language language) {
  Json out = Json::array();
  for (const auto* record : records) {
    const bool answers = record->kind == "answers-given" || record->kind == "respondent-listed";
    const auto label = answers ? "" : names_of(told, record->what, language);
    const auto same = std::ranges::find_if(
        out, [&](const Json& one) { return one["kind"] == record->kind && one["label"] == label; });
    if (same != out.end())
      (*same)["times"] = (*same)["times"].get<int>() + 1;
    else
      out.push_back({{"kind", record->kind},
                     {"kindName", app.phrases.text("service.event." + record->kind, language)},
                     {"label", label},
                     {"times", 1}});
  }
  return out;
}

Json differences_json(const App& app, const service::Told& before, const service::Told& after, Language language) {
  const service::Causes causes(before, after);
  return exchange::list_of(service::differences(before, after), [&](const auto& change) {
    auto one = change_json(before, after, change, language);
    one["causes"] = causes_json(app, after, causes.of(change), language);
    return one;
  });
}

}  // namespace

http::Response get_analysis(App& app, const Call& call) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  const auto& told = **seen;
  const auto& a = told.analysis;
  const auto language = call.language;
  return json(
      {{"sequence", told.live->sequence},
       {"receipt", receipt_json(a.receipt)},
       {"warnings", exchange::list_of(a.warnings,
                                      [&](const Warning& w) {
                                        return Json{{"code", w.code}, {"text", told.phrases.say(w.says, language)}};
                                      })},
       {"findings", findings_json(told, a.findings, language)},
       {"approach", approach_json(app, told, language)},
       {"tables", exchange::list_of(a.tables,
                                    [&](const Table& t) {
                                      return Json{{"id", t.id}, {"title", told.phrases.say(t.title, language)}};
                                    })},
       {"pictures", exchange::list_of(service::pictures_of(app.desk, told, language),
                                      [](const auto& p) {
                                        return Json{{"id", p.id}, {"title", p.title}};
                                      })},
       {"assumptions", exchange::list_of(a.assumptions, [&](const Assumption& one) {
          return assumption_json(told, one, language);
        })}});
}

http::Response get_table(App& app, const Call& call) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  for (const auto& table : (*seen)->analysis.tables)
    if (table.id == call.id(1)) return json(table_json(**seen, table, call.language));
  return problem(app, call, Kind::unknown);
}

http::Response get_picture(App& app, const Call& call) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  for (const auto& picture : service::pictures_of(app.desk, **seen, call.language))
    if (picture.id == call.id(1)) return json(picture_json(picture));
  return problem(app, call, Kind::unknown);
}

http::Response get_step(App& app, const Call& call) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  const auto* step = find_step((*seen)->analysis, call.id(1));
  if (step == nullptr) return problem(app, call, Kind::unknown);
  return json(step_json(app, **seen, *step, call.language));
}

http::Response list_differences(App& app, const Call& call) {
  const auto after = told_for(app, call);
  if (!after) return problem(app, call, after.error());
  const auto from = query_number(call, "from", 1), to = query_number(call, "to", 0);
  if (!from || !to) return problem(app, call, {.problems = {wrong_number(from ? "to" : "from")}});
  const auto before = service::told(app.desk, call.id(), std::max<std::int64_t>(1, *from));
  const auto later = *to > 0 ? service::told(app.desk, call.id(), *to) : *after;
  if (!before || !later) return problem(app, call, Kind::unknown);
  std::vector<store::LoggedEvent> events;
  for (auto& event : store::events_after(app.desk.store, call.id(), *from))
    if (event.sequence <= later->live->sequence) events.push_back(std::move(event));
  return json({{"events", events_json(app, call, events)},
               {"findings", differences_json(app, *before, *later, call.language)}});
}

http::Response what_if(App& app, const Call& call) {
  const auto begun = std::chrono::steady_clock::now();
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  Body body(call.body);
  const auto changes = changes_in(body);
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto imagined = imagine(app, **seen, changes);
  if (has_errors(imagined.problems)) return problem(app, call, {.problems = imagined.problems});
  auto outcome = koepel::what_if((*seen)->analysis, imagined.study, app.desk.pack);
  Analysis shown;
  shown.head = imagined.study.head, shown.partners = (*seen)->analysis.partners;
  shown.priorities = std::move(outcome.priorities), shown.forms = std::move(outcome.forms);
  const auto picture =
      pictures::opportunity_map({shown, app.desk.pack, app.desk.reference.reference, (*seen)->phrases, call.language});
  const auto passed = std::chrono::steady_clock::now() - begun;
  return json({{"packages", package_changes(**seen, shown.priorities, call.language)},
               {"findings", form_changes(**seen, shown.forms, call.language)},
               {"picture", picture_json(picture)},
               {"milliseconds", std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()}});
}

}  // namespace koepel::api
