// SPDX-License-Identifier: EUPL-1.2
// Analysis and log in; the JSON that screens show out.
#include "api/shapes.h"

#include "api/answer.h"
#include "exchange/record_json.h"
#include "exchange/record_text.h"
#include "service/step_words.h"
#include "store/people.h"

namespace koepel::api {

namespace {

Json spans_json(const report::Spans& spans) {
  Json out = Json::array();
  for (const auto& span : spans) {
    Json one{{"text", span.text}};
    if (span.strong) one["strong"] = true;
    if (span.emphasis) one["emphasis"] = true;
    if (!span.link.empty()) one["link"] = span.link;
    if (!span.step.empty()) one["step"] = span.step;
    out.push_back(std::move(one));
  }
  return out;
}

Json items_json(const std::vector<report::Spans>& items) {
  return exchange::list_of(items, [](const auto& item) { return spans_json(item); });
}

struct BlockShape {
  Json operator()(const report::Heading& h) const {
    return {{"kind", "heading"}, {"level", h.level}, {"text", h.text}, {"id", h.id}};
  }
  Json operator()(const report::Paragraph& p) const {
    return {{"kind", "paragraph"}, {"spans", spans_json(p.spans)}, {"style", p.style}};
  }
  Json operator()(const report::Bullets& b) const {
    return {{"kind", "bullets"}, {"items", items_json(b.items)}, {"numbered", b.numbered}};
  }
  Json operator()(const report::Box& b) const {
    Json body = Json::array();
    for (const auto& part : b.body) body.push_back(std::visit(*this, part));
    return {{"kind", "box"}, {"boxKind", b.kind}, {"title", b.title}, {"body", std::move(body)}};
  }
  Json operator()(const report::TableBlock& t) const {
    const auto cell = [](const report::Cell& c) { return Json{{"spans", spans_json(c.spans)}, {"number", c.number}}; };
    const auto row = [&](const auto& cells) { return exchange::list_of(cells, cell); };
    return {{"kind", "table"},
            {"caption", t.caption},
            {"header", t.header},
            {"rows", exchange::list_of(t.rows, row)},
            {"note", t.note}};
  }
  Json operator()(const report::Figure& f) const {
    return {{"kind", "figure"}, {"caption", f.caption}, {"picture", picture_json(f.picture)}};
  }
};

/// What an event says in cells.
Json cells_of(const store::LoggedEvent& event, Language language) {
  const auto payload = Json::parse(event.payload, nullptr, false);
  if (!kind_of(event.kind) || !payload.contains("cells")) return payload.is_object() ? payload : Json::object();
  return exchange::form_json(exchange::record_of(event.kind, payload["cells"]), language);
}

std::string label_of(const App& app, const std::string& kind, Language language) {
  return app.phrases.text("service.event." + kind, language);
}

Json said_json(const App& app, const service::Said& said, Json cells, Language language,
               const std::string& label = {}) {
  return {{"kind", said.kind},
          {"kindName", label_of(app, said.kind, language)},
          {"key", said.key},
          {"sequence", said.sequence},
          {"time", utc(said.time_us)},
          {"actor", said.actor},
          {"actorName", actor_name(app, said.actor, language)},
          {"cells", std::move(cells)},
          {"label", label}};
}

}  // namespace

Json says(const service::Told& told, const std::vector<Message>& messages, Language language) {
  return exchange::list_of(messages, [&](const Message& m) { return Json(told.phrases.say(m, language)); });
}

Json finding_json(const service::Told& told, const Finding& finding, Language language) {
  return {{"id", finding.id},
          {"kind", finding.kind},
          {"says", told.phrases.say(finding.says, language)},
          {"why", says(told, finding.why, language)},
          {"whyNot", says(told, finding.why_not, language)},
          {"flip", finding.flip.empty() ? "" : told.phrases.say(finding.flip, language)},
          {"steps", finding.trace}};
}

Json findings_json(const service::Told& told, const std::vector<Finding>& findings, Language language) {
  return exchange::list_of(findings, [&](const Finding& f) { return finding_json(told, f, language); });
}

Json table_json(const service::Told& told, const Table& table, Language language) {
  const auto cell = [&](const TableCell& one) {
    return Json{{"text", told.phrases.say(one.value, language)}, {"number", is_figure(one.value)}, {"step", one.step}};
  };
  Json rows = Json::array();
  for (const auto& row : table.rows) rows.push_back({{"cells", exchange::list_of(row, cell)}});
  return {{"id", table.id},
          {"title", told.phrases.say(table.title, language)},
          {"columns", says(told, table.columns, language)},
          {"rows", std::move(rows)}};
}

Json picture_json(const pictures::Picture& p) {
  const auto cell = [](const pictures::PictureCell& one) { return Json{{"text", one.text}, {"step", one.step}}; };
  const Json rows = exchange::list_of(p.rows, [&](const auto& row) { return exchange::list_of(row, cell); });
  return {{"id", p.id},       {"title", p.title},   {"description", p.description}, {"step", p.step}, {"svg", p.svg},
          {"width", p.width}, {"height", p.height}, {"columns", p.columns},         {"rows", rows}};
}

Json step_json(const App& app, const service::Told& told, const Step& step, Language language) {
  const auto words = service::words_of(step, {app.desk.pack, told.phrases, language, told.analysis.assumptions});
  Json from = Json::array();
  for (const auto& id : step.from)
    if (const auto* below = find_step(told.analysis, id))
      from.push_back({{"id", id},
                      {"what", told.phrases.say(below->what, language)},
                      {"value", told.phrases.say(below->value, language)}});
  return {{"id", step.id},
          {"what", words.what},
          {"value", words.value},
          {"rule", words.rule},
          {"source", words.source},
          {"from", std::move(from)},
          {"inputs", words.inputs},
          {"parameters", exchange::list_of(words.parameters, [](const service::ParameterWords& one) {
             return Json{{"id", one.id}, {"text", one.text}, {"source", one.source}};
           })}};
}

Json block_json(const report::Block& block) { return std::visit(BlockShape{}, block); }

Json blocks_json(const std::vector<report::Block>& blocks) {
  return exchange::list_of(blocks, [](const auto& block) { return block_json(block); });
}

Json band_json(const Band& band) { return {{"low", band.low}, {"mid", band.mid}, {"high", band.high}}; }

std::string name_of(const service::Told& told, const char* kind, const std::string& id, Language language) {
  return id.empty() ? "" : told.phrases.name(kind, id, language);
}

Json record_json(const App& app, const service::CurrentRecord& record, Language language) {
  return said_json(app, record, exchange::form_json(record.what, language), language,
                   exchange::folder::subject_of(record.what));
}

Json side_json(const App& app, const service::SideEvent& event, Language language) {
  return said_json(app, event, Json::parse(event.payload, nullptr, false), language);
}

Json events_json(const App& app, const Call& call, const std::vector<store::LoggedEvent>& events) {
  Json out = Json::array();
  for (const auto& event : events)
    if (event.kind != "answers-given")
      out.push_back(said_json(app, service::said_by(event), cells_of(event, call.language), call.language));
  return out;
}

std::string actor_name(const App& app, const std::string& actor, Language language) {
  if (actor.starts_with("r-")) return app.phrases.text("service.actor.respondent", language);
  const auto person = store::find_person(app.desk.store, actor);
  return person && !person->name.empty() ? person->name : app.phrases.text("service.actor.unknown", language);
}

}  // namespace koepel::api
