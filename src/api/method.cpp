// SPDX-License-Identifier: EUPL-1.2
// What screens need of the method and of the country: names, questions, columns, municipalities.
#include <cmath>

#include "api/routes.h"
#include "exchange/columns.h"

namespace koepel::api {

namespace {

using namespace exchange::folder;

template <class Things>
Json named(const Things& things, Language language) {
  return exchange::list_of(things, [&](const auto& one) {
    return Json{{"id", one.id}, {"name", one.name.in(language)}};
  });
}

Json motives_json(const MethodPack& pack, Language language) {
  return exchange::list_of(pack.motives, [&](const Motive& m) {
    return Json{{"id", m.id},
                {"name", m.name.in(language)},
                {"question", m.question.in(language)},
                {"explanation", m.explanation.in(language)}};
  });
}

Json form_json(const Form& form, Language language) {
  return {{"id", form.id},
          {"name", form.name.in(language)},
          {"shortName", form.short_name.in(language)},
          {"position", exchange::json_of(form.position)},
          {"heaviness", form.heaviness},
          {"legalPerson", form.legal_person ? Json(*form.legal_person) : Json(nullptr)},
          {"publicLaw", form.public_law},
          {"summary", form.what.in(language)},
          {"staff", form.staff.in(language)},
          {"steering", form.steering.in(language)},
          {"exit", form.exit.in(language)},
          {"tax", form.tax.in(language)},
          {"setupMonths", {form.setup_months.first, form.setup_months.second}},
          {"setupCost", {1'000 * form.setup_keur.first, 1'000 * form.setup_keur.second}},
          {"democratic", form.democratic},
          {"flexibility", form.flexibility},
          {"efficiency", form.efficiency},
          {"legalBasis", form.legal_basis},
          {"checkedOn", form.checked_on.empty() ? Json(nullptr) : Json(form.checked_on)}};
}

Json item_json(const Item& item, Language language) {
  return {{"id", item.id},
          {"instrument", item.instrument},
          {"construct", item.construct},
          {"roles", item.audience},
          {"text", item.text.in(language)}};
}

Json indicator_json(const App& app, const Indicator& one, Language language) {
  Json words = Json::array();
  for (const auto& [word, value] : one.words)
    words.push_back({{"id", word}, {"text", app.phrases.name("word", word, language)}});
  return {{"id", one.id},
          {"name", one.name.in(language)},
          {"question", one.question.in(language)},
          {"kind", one.kind == "words" ? "word" : "number"},
          {"low", one.low},
          {"high", one.high},
          {"words", std::move(words)},
          {"asked", one.from == "desk"}};
}

Json questions_json(const DecisionTree& tree, Language language) {
  Json out = Json::array();
  for (const auto& criterion : tree.criteria)
    for (const auto& question : criterion.questions)
      out.push_back({{"id", question.id},
                     {"criterion", criterion.id},
                     {"criterionName", criterion.name.in(language)},
                     {"text", question.text.in(language)},
                     {"help", question.help.in(language)},
                     {"several", question.multi},
                     {"answers", exchange::list_of(question.answers, [&](const Answer& a) {
                        return Json{{"id", a.id}, {"text", a.text.in(language)}};
                      })}});
  return out;
}

const char* word_of(Need need) { return need == Need::must ? "must" : need == Need::names ? "names" : "may"; }

Json column_json(const App& app, const Column& column, Language language) {
  return {{"id", column.id},
          {"label", header(column, language)},
          {"kind", kind_name(column.kind)},
          {"need", word_of(column.need)},
          {"explanation", app.phrases.text("study.kind." + std::string(kind_name(column.kind)), language)}};
}

/// The kind of event that a row of each table becomes, in the order of all_tables().
template <std::size_t... I>
std::vector<std::string> kinds_of_tables(std::index_sequence<I...>) {
  return {event_name(std::variant_alternative_t<I + 1, Happening>{})...};
}

Json tables_json(const App& app, Language language) {
  static const auto kinds = kinds_of_tables(std::make_index_sequence<std::variant_size_v<Happening> - 1>{});
  Json out = Json::array();
  const auto& tables = all_tables();
  for (std::size_t t = 0; t < tables.size(); ++t)
    out.push_back({{"kind", kinds[t]},
                   {"id", tables[t].name.id},
                   {"name", app.phrases.text("service.event." + kinds[t], language)},
                   {"explanation", app.phrases.text("study.table." + std::string(tables[t].name.id), language)},
                   {"columns", exchange::list_of(tables[t].columns, [&](const Column& column) {
                      return column_json(app, column, language);
                    })}});
  return out;
}

/// Kilometres east and south of the country's north-west corner: flat enough for a map of dots.
Json municipality_json(const Municipality& one) {
  constexpr double km_per_degree = 111.32, km_per_degree_east = 68.4, west = 3.2, north = 53.6;
  Json neighbours = Json::array();
  for (const auto& [id, km] : one.neighbours) neighbours.push_back(id);
  return {{"id", one.id},
          {"name", one.name},
          {"province", one.province},
          {"inhabitants", one.inhabitants},
          {"dwellings", one.dwellings},
          {"landAreaHa", one.land_area_ha},
          {"urbanity", one.urbanity},
          {"x", std::round((one.lon - west) * km_per_degree_east * 10) / 10},
          {"y", std::round((north - one.lat) * km_per_degree * 10) / 10},
          {"neighbours", std::move(neighbours)}};
}

/// What a rating judges: the columns from 1 to 5 of its table.
Json criteria_json(Language language) {
  Json out = Json::array();
  for (const auto& field : table_of<Rating>().fields)
    if (field.kind == Kind::one_to_five) out.push_back({{"id", field.id}, {"name", header(field, language)}});
  return out;
}

}  // namespace

http::Response list_municipalities(App& app, const Call&) {
  return json(exchange::list_of(app.desk.reference.reference.municipalities, municipality_json));
}

http::Response get_method(App& app, const Call& call) {
  const auto& pack = app.desk.pack;
  const auto language = call.language;
  const auto item = [&](const Item& one) { return item_json(one, language); };
  return json(
      {{"id", pack.id},
       {"version", pack.version},
       {"hash", pack.hash},
       {"name", pack.name.in(language)},
       {"roles", named(pack.roles, language)},
       {"motives", motives_json(pack, language)},
       {"factors", named(pack.factors, language)},
       {"criteria", criteria_json(language)},
       {"groups", named(pack.groups, language)},
       {"bodies", exchange::list_of(std::vector<std::string>{"college", "council", "works_council", "steering_group"},
                                    [&](const std::string& id) {
                                      return Json{{"id", id}, {"name", app.phrases.text("body.name." + id, language)}};
                                    })},
       {"constructs",
        exchange::list_of(pack.constructs,
                          [&](const Construct& one) {
                            return Json{{"id", one.id}, {"name", one.name.in(language)}, {"family", one.family}};
                          })},
       {"forms", exchange::list_of(pack.tree.forms, [&](const Form& form) { return form_json(form, language); })},
       {"tasks", exchange::list_of(pack.tasks,
                                   [&](const Task& task) {
                                     return Json{{"id", task.id},
                                                 {"name", task.name.in(language)},
                                                 {"group", task.group},
                                                 {"taskField", task.iv3_code},
                                                 {"explanation", task.possibilities.in(language)},
                                                 {"fits", task.typical_forms}};
                                   })},
       {"items", exchange::list_of(pack.items, item)},
       {"indicators", exchange::list_of(pack.approach.indicators,
                                        [&](const Indicator& one) { return indicator_json(app, one, language); })},
       {"questions", questions_json(pack.tree, language)},
       {"tables", tables_json(app, language)}});
}

}  // namespace koepel::api
