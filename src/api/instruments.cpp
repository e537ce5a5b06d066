// SPDX-License-Identifier: EUPL-1.2
// The instruments of the method as screens show them: gross list, partner pages, partnerships, results.
// The decision tree stands in tree.cpp.
#include <algorithm>
#include <map>

#include "api/routes.h"
#include "api/shapes.h"
#include "report/report.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;
using service::Told;

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

/// The cuts of a construct, each with its spread and opening to its step.
Json cuts_json(const Told& told, const survey::ConstructResult& construct, Language language) {
  return exchange::list_of(construct.cuts, [&](const auto& cut) {
    auto out = cut_json(told, cut, language);
    if (!cut.numbers) return out;
    const auto& [mean, deviation] = std::pair(cut.numbers->mean, cut.numbers->deviation);
    out["low"] = std::max(1.0, mean - deviation), out["high"] = std::min(5.0, mean + deviation);
    out["step"] = survey::step_id(construct.construct, cut.cut);
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
                {"cells", cuts_json(told, one, language)}};
  };
  const auto item = [&](const survey::ItemResult& one) {
    const auto* known = find_item(app.desk.pack, one.item);
    Json roles = Json::array();
    for (const auto& cut : one.cuts) {
      if (!cut.cut.partner.empty() || cut.cut.role.empty()) continue;
      auto role = cut_json(told, cut, language);
      if (cut.numbers) {
        role["counts"] = cut.numbers->counts;
        role["step"] = survey::item_step_id(one.item, cut.cut.role);
      }
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
                    return Json{{"says", told.phrases.say(one.why, call.language)},
                                {"step", "partners.host." + one.partner + "." + one.task}};
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
