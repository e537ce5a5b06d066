// SPDX-License-Identifier: EUPL-1.2
// The instruments of the method as screens show them: gross list, decision tree, partner pages, partnerships, results.
#include <algorithm>
#include <map>

#include "api/routes.h"
#include "api/shapes.h"
#include "report/report.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;
using service::Told;

Json band_json(const Band& band) { return {{"low", band.low}, {"mid", band.mid}, {"high", band.high}}; }

/// Why somebody may not see it, as an answer; nothing when he may.
template <class Shape>
http::Response shown(App& app, const Call& call, Shape shape) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  return shape(**seen);
}

std::string name_of(const Told& told, const char* kind, const std::string& id, Language language) {
  return id.empty() ? "" : told.phrases.name(kind, id, language);
}

// --- gross list ---

const GrossListEntry* entry_of(const Study& study, const std::string& task) {
  for (const auto& entry : study.gross_list)
    if (entry.task == task) return &entry;
  return nullptr;
}

std::string possibilities_of(const App& app, const Study& study, const std::string& task, Language language) {
  const auto* entry = entry_of(study, task);
  if (entry != nullptr && !entry->possibilities.in(language).empty()) return entry->possibilities.in(language);
  const auto* known = find_task(app.desk.pack, task);
  return known == nullptr ? "" : known->possibilities.in(language);
}

Json arrangements_json(const Told& told, const std::vector<std::string>& ids) {
  Json out = Json::array();
  for (const auto& id : ids)
    for (const auto& mapped : told.analysis.partner_set.map)
      if (mapped.id == id) out.push_back(mapped.name);
  return out;
}

Json task_json(const App& app, const Told& told, const priorities::TaskPriority& task, Language language) {
  const auto motive = [&](const priorities::MotiveScore& m) {
    return Json{{"motive", m.motive},
                {"name", told.phrases.name("motive", m.motive, language)},
                {"score", m.value},
                {"basis", exchange::word_of(m.basis)}};
  };
  const auto certainty = task.membership[static_cast<std::size_t>(task.package)];
  const auto* entry = entry_of(told.seen, task.task);
  return {{"task", task.task},
          {"name", told.phrases.name("task", task.task, language)},
          {"key", entry == nullptr ? "" : key_of(*entry)},
          {"onList", true},
          {"possibilities", possibilities_of(app, told.seen, task.task, language)},
          {"existing", arrangements_json(told, task.arrangements)},
          {"value", {{"low", task.value_band.low}, {"mid", task.value}, {"high", task.value_band.high}}},
          {"feasibility", task.feasibility},
          {"package", priorities::id_of(task.package)},
          {"packageName", told.phrases.name("package", priorities::id_of(task.package), language)},
          {"certainty", certainty},
          {"motives", exchange::list_of(task.motives, motive)},
          {"why", says(told, task.why, language)},
          {"whyNot", says(told, task.why_not, language)},
          {"step", "task." + task.task + ".value"}};
}

Json left_out_json(const App& app, const Told& told, const std::string& task, Language language) {
  const auto* entry = entry_of(told.seen, task);
  return {{"task", task},
          {"name", told.phrases.name("task", task, language)},
          {"key", entry == nullptr ? "" : key_of(*entry)},
          {"onList", false},
          {"possibilities", possibilities_of(app, told.seen, task, language)},
          {"existing", Json::array()},
          {"motives", Json::array()},
          {"why", Json::array()},
          {"note", entry == nullptr ? "" : entry->note}};
}

/// The group of a task that is off the list: its own, or the catalogue's.
std::string group_of(const App& app, const Told& told, const std::string& task) {
  const auto* entry = entry_of(told.seen, task);
  if (entry != nullptr && !entry->group.empty()) return entry->group;
  const auto* known = find_task(app.desk.pack, task);
  return known == nullptr ? "" : known->group;
}

Json list_json(const App& app, const Told& told, const TaskGroup& group, Language language) {
  Json tasks = Json::array();
  for (const auto& task : told.analysis.priorities.tasks)
    if (task.group == group.id) tasks.push_back(task_json(app, told, task, language));
  for (const auto& task : told.analysis.priorities.left_out)
    if (group_of(app, told, task) == group.id) tasks.push_back(left_out_json(app, told, task, language));
  return {{"group", group.id},
          {"name", group.name.in(language)},
          {"explanation", group.explanation.in(language)},
          {"tasks", std::move(tasks)}};
}

// --- decision tree ---

Json given_json(const Told& told, const std::string& subject, const std::string& question, Language language) {
  Json out = Json::array();
  for (const auto& walk : told.seen.tree_answers) {
    if (walk.subject != subject) continue;
    const auto* respondent = find_respondent(told.seen, walk.respondent);
    for (const auto& [id, answers] : walk.answers)
      if (id == question)
        out.push_back({{"partner", walk.partner},
                       {"partnerName", name_of(told, "partner", walk.partner, language)},
                       {"role", respondent == nullptr ? "" : respondent->role},
                       {"answers", answers},
                       {"key", key_of(walk)}});
  }
  return out;
}

Json question_json(const Told& told, const std::string& subject, const Criterion& criterion, const Question& question,
                   Language language) {
  const auto answer = [&](const Answer& a) {
    return Json{{"id", a.id},
                {"text", a.text.in(language)},
                {"principle", a.principle.in(language)},
                {"reason", a.reason.in(language)},
                {"delta", a.delta}};
  };
  return {{"id", question.id},
          {"criterion", criterion.id},
          {"criterionName", criterion.name.in(language)},
          {"text", question.text.in(language)},
          {"help", question.help.in(language)},
          {"several", question.multi},
          {"answers", exchange::list_of(question.answers, answer)},
          {"given", given_json(told, subject, question.id, language)}};
}

Json questions_json(const App& app, const Told& told, const std::string& subject, Language language) {
  Json out = Json::array();
  for (const auto& criterion : app.desk.pack.tree.criteria)
    for (const auto& question : criterion.questions)
      out.push_back(question_json(told, subject, criterion, question, language));
  return out;
}

const forms::SubjectAdvice* advice_on(const Told& told, const std::string& subject) {
  for (const auto& one : told.analysis.forms.subjects)
    if (one.subject == subject) return &one;
  return nullptr;
}

/// The law or rule that rules a form out, in the words of the answer that does.
std::string reason_of(const App& app, const std::vector<tree::Excluded>& excluded, const std::string& form,
                      Language language) {
  for (const auto& one : excluded)
    if (one.form == form && !one.reasons.empty())
      if (const auto* question = find_question(app.desk.pack.tree, one.reasons.front().question))
        if (const auto* answer = find_answer(*question, one.reasons.front().answer)) return answer->reason.in(language);
  return {};
}

Json forms_json(const App& app, const Told& told, const forms::SubjectAdvice& advice, Language language) {
  Json out = Json::array();
  const auto share_of = [&](const std::string& form) {
    for (const auto& one : advice.shares)
      if (one.form == form) return one.share;
    return 0.0;
  };
  for (const auto& form : app.desk.pack.tree.forms) {
    auto reason = reason_of(app, advice.outcome.excluded, form.id, language);
    if (reason.empty()) reason = reason_of(app, advice.outcome.outside_force, form.id, language);
    const double share = share_of(form.id);
    if (share == 0 && reason.empty()) continue;
    out.push_back({{"form", form.id},
                   {"name", told.phrases.name("form", form.id, language)},
                   {"share", share},
                   {"knockedOut", !reason.empty()},
                   {"reason", std::move(reason)}});
  }
  return out;
}

Json principles_json(const App& app, const forms::SubjectAdvice& advice, Language language) {
  Json out = Json::array();
  for (const auto& principle : advice.outcome.principles)
    if (const auto* question = find_question(app.desk.pack.tree, principle.question))
      if (const auto* answer = find_answer(*question, principle.answer)) out.push_back(answer->principle.in(language));
  return out;
}

/// The agreed answers in the order of the tree, each with how far it moves the position.
Json path_json(const App& app, const forms::SubjectAdvice& advice, Language language) {
  Json out = Json::array();
  for (const auto& criterion : app.desk.pack.tree.criteria)
    for (const auto& question : criterion.questions) {
      const auto agreed = advice.agreed.find(question.id);
      if (agreed == advice.agreed.end()) continue;
      for (const auto& id : agreed->second)
        if (const auto* answer = find_answer(question, id))
          out.push_back({{"question", question.id},
                         {"text", question.text.in(language)},
                         {"answer", answer->text.in(language)},
                         {"delta", answer->delta}});
    }
  return out;
}

Json bands_json(const Told& told, const forms::SubjectAdvice& advice, Language language) {
  return exchange::list_of(advice.bands, [&](const forms::PositionBand& band) {
    return Json{{"partner", band.partner},
                {"partnerName", name_of(told, "partner", band.partner, language)},
                {"voices", band.voices},
                {"position", band_json(band.position)}};
  });
}

Json functions_json(const Told& told, const std::string& subject, Language language) {
  Json out = Json::array();
  for (const auto& wish : told.seen.functions)
    if (wish.subject == subject)
      out.push_back({{"motive", wish.motive},
                     {"name", told.phrases.name("motive", wish.motive, language)},
                     {"importance", wish.importance},
                     {"partner", wish.partner},
                     {"statement", wish.statement}});
  return out;
}

Json tree_json(App& app, const Told& told, const std::string& subject, Language language) {
  Json out{{"subject", subject},
           {"name", told.phrases.name("subject", subject, language)},
           {"questions", questions_json(app, told, subject, language)},
           {"function", functions_json(told, subject, language)},
           {"bands", Json::array()},
           {"forms", Json::array()},
           {"principles", Json::array()},
           {"path", Json::array()}};
  if (const auto* advice = advice_on(told, subject)) {
    out["bands"] = bands_json(told, *advice, language);
    out["path"] = path_json(app, *advice, language);
    if (!advice->bands.empty()) out["position"] = band_json(advice->bands.front().position);
    out["forms"] = forms_json(app, told, *advice, language);
    out["principles"] = principles_json(app, *advice, language);
    out["answered"] = advice->outcome.answered, out["total"] = advice->outcome.total;
    if (!advice->missing.empty()) out["missing"] = told.phrases.say(advice->missing, language);
  }
  if (const auto* finding = find_finding(told.analysis, "form." + subject))
    out["finding"] = finding_json(told, *finding, language);
  for (const auto& picture : service::pictures_of(app.desk, told, language))
    if (picture.id == "tree." + subject) out["picture"] = picture_json(picture);
  return out;
}

Json subject_json(const Told& told, const std::string& subject, bool is_package, Language language) {
  Json out{{"subject", subject},      {"name", told.phrases.name("subject", subject, language)},
           {"isPackage", is_package}, {"form", ""},
           {"formName", ""},          {"answers", 0}};
  if (const auto* advice = advice_on(told, subject)) {
    out["form"] = advice->form, out["formName"] = name_of(told, "form", advice->form, language);
    if (!advice->bands.empty()) out["position"] = band_json(advice->bands.front().position);
    out["answers"] = advice->bands.empty() ? 0 : advice->bands.front().voices;
    if (advice->today) out["today"] = *advice->today;
  }
  return out;
}

// --- poll results ---

Json cut_json(const Told& told, const survey::CutResult& cut, Language language) {
  Json out{{"partner", cut.cut.partner},
           {"role", cut.cut.role},
           {"partnerName", name_of(told, "partner", cut.cut.partner, language)},
           {"roleName", name_of(told, "role", cut.cut.role, language)},
           {"tooFew", cut.shown == survey::Shown::too_few || cut.shown == survey::Shown::withheld}};
  if (cut.numbers)
    out["mean"] = cut.numbers->mean, out["deviation"] = cut.numbers->deviation, out["n"] = cut.numbers->n;
  return out;
}

/// The cuts of a construct, each opening to its step.
Json cuts_json(const Told& told, const survey::ConstructResult& construct, Language language) {
  return exchange::list_of(construct.cuts, [&](const auto& cut) {
    auto out = cut_json(told, cut, language);
    if (cut.numbers) out["step"] = survey::step_id(construct.construct, cut.cut);
    return out;
  });
}

Json results_json(const App& app, const Told& told, Language language) {
  const auto& survey = told.analysis.survey;
  const auto construct = [&](const survey::ConstructResult& one) {
    const auto* known = find_construct(app.desk.pack, one.construct);
    return Json{{"id", one.construct},
                {"name", told.phrases.name("construct", one.construct, language)},
                {"kind", known == nullptr ? "" : known->family},
                {"cells", cuts_json(told, one, language)},
                {"step", "survey." + one.construct}};
  };
  const auto item = [&](const survey::ItemResult& one) {
    const auto* known = find_item(app.desk.pack, one.item);
    Json roles = Json::array();
    for (const auto& cut : one.cuts) {
      if (!cut.cut.partner.empty() || cut.cut.role.empty()) continue;
      auto role = cut_json(told, cut, language);
      if (cut.numbers) role["counts"] = cut.numbers->counts;
      for (const char* not_here : {"partner", "partnerName", "deviation"}) role.erase(not_here);
      roles.push_back(std::move(role));
    }
    return Json{
        {"id", one.item}, {"text", known == nullptr ? "" : known->text.in(language)}, {"roles", std::move(roles)}};
  };
  Json gaps = Json::array();
  for (const auto& finding : told.analysis.findings)
    if (finding.id.starts_with("gap.")) gaps.push_back(finding_json(told, finding, language));
  return {{"respondents", survey.respondents},
          {"constructs", exchange::list_of(survey.constructs, construct)},
          {"items", exchange::list_of(survey.items, item)},
          {"gaps", std::move(gaps)}};
}

}  // namespace

http::Response get_gross_list(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    return json({{"lists", exchange::list_of(app.desk.pack.groups, [&](const TaskGroup& group) {
                    return list_json(app, told, group, call.language);
                  })}});
  });
}

http::Response list_subjects(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    Json out = Json::array();
    for (const auto& package : told.seen.packages) out.push_back(subject_json(told, package.id, true, call.language));
    for (const auto& task : told.analysis.priorities.tasks)
      out.push_back(subject_json(told, task.task, false, call.language));
    return json(out);
  });
}

http::Response get_tree(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    const auto& subject = call.id(1);
    const auto& tasks = told.analysis.priorities.tasks;
    const bool known = find_package(told.seen, subject) != nullptr ||
                       std::any_of(tasks.begin(), tasks.end(), [&](const auto& t) { return t.task == subject; });
    if (!known) return problem(app, call, Kind::unknown);
    return json(tree_json(app, told, subject, call.language));
  });
}

http::Response get_partner_page(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    const auto& partner = call.id(1);
    if (find_partner(told.seen, partner) == nullptr) return problem(app, call, Kind::unknown);
    const report::Input input{told.analysis, told.seen, app.desk.pack, app.desk.reference.reference, call.language};
    return json({{"partner", partner},
                 {"name", told.phrases.name("partner", partner, call.language)},
                 {"blocks", blocks_json(report::partner_page(input, partner).blocks)}});
  });
}

http::Response list_partnerships(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    const auto& set = told.analysis.partner_set;
    const auto arrangement = [&](const partners::MappedArrangement& one) {
      Json tasks = Json::array(), members = Json::array();
      for (const auto& task : one.tasks) tasks.push_back(told.phrases.name("task", task, call.language));
      for (const auto& partner : one.partners) members.push_back(told.phrases.name("partner", partner, call.language));
      for (const auto& other : one.others) members.push_back(told.phrases.name("municipality", other, call.language));
      return Json{{"id", one.id},
                  {"name", one.name},
                  {"form", one.form},
                  {"formName", name_of(told, "form", one.form, call.language)},
                  {"tasks", std::move(tasks)},
                  {"members", std::move(members)},
                  {"host", name_of(told, "partner", one.host, call.language)},
                  {"until", one.until.empty() ? Json(nullptr) : Json(one.until)},
                  {"expiring", one.expires_soon},
                  {"fromRegister", one.from_register}};
    };
    Json pictures = Json::array();
    for (const auto& picture : service::pictures_of(app.desk, told, call.language))
      if (picture.id == "map" || picture.id == "network" || picture.id.starts_with("pairs."))
        pictures.push_back(picture.id);
    return json({{"arrangements", exchange::list_of(set.map, arrangement)},
                 {"pictures", std::move(pictures)},
                 {"overlaps",
                  exchange::list_of(set.overlaps,
                                    [&](const auto& one) { return Json(told.phrases.say(one.what, call.language)); })},
                 {"hosts", exchange::list_of(set.hosts, [&](const auto& one) {
                    return Json(told.phrases.say(one.why, call.language));
                  })}});
  });
}

http::Response get_results(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    auto results = results_json(app, told, call.language);
    results["published"] = !service::answers_hidden(app.desk, call.id());
    return json(results);
  });
}

}  // namespace koepel::api
