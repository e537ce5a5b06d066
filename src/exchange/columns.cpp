// SPDX-License-Identifier: EUPL-1.2
// The tables of a study folder: every column's names, kind and place in its record.
#include "exchange/columns.h"

#include <array>

namespace koepel::exchange::folder {

namespace {

constexpr auto must = Need::must;
constexpr auto names = Need::names;

template <class Record>
TableGuide guide_of(std::vector<Column> long_form = {}) {
  const auto& table = table_of<Record>();
  return {table.name, {table.fields.begin(), table.fields.end()}, std::move(long_form)};
}

}  // namespace

template <>
const Table<Partner>& table_of<Partner>() {
  using R = Partner;
  static const Table<R> table{
      {"partners", "partners"},
      {{{"municipality", "gemeente", "municipality", "code|gemeentecode|partner|id", Kind::municipality, must}, &R::id},
       {{"name", "naam", "name", "gemeentenaam", Kind::text}, &R::name},
       {{"province", "provincie", "province", "", Kind::text}, &R::province},
       {{"inhabitants", "inwoners", "inhabitants", "inwonertal|aantal inwoners|bevolking|population", Kind::whole},
        &R::inhabitants},
       {{"dwellings", "woningen", "dwellings", "woningvoorraad|aantal woningen|houses", Kind::whole}, &R::dwellings},
       {{"land_area_ha", "landoppervlak ha", "land area ha", "oppervlakte land|landoppervlakte|land area|hectares|ha",
         Kind::number},
        &R::land_area_ha},
       {{"urbanity", "stedelijkheid", "urbanity", "stedelijkheidsklasse", Kind::one_to_five}, &R::urbanity},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<GrossListEntry>& table_of<GrossListEntry>() {
  using R = GrossListEntry;
  static const Table<R> table{
      {"tasks", "taken"},
      {{{"task", "taak", "task", "code|taakcode|task code|id", Kind::own_task, must}, &R::task},
       {{"name_nl", "naam", "name Dutch", "omschrijving|naam Nederlands|taaknaam", Kind::text_nl}, &R::name},
       {{"name_en", "naam Engels", "name", "name English|task name", Kind::text_en}, &R::name},
       {{"group", "lijst", "list", "groep|group|soort taak", Kind::group}, &R::group},
       {{"on_list", "op groslijst", "on gross list", "op lijst|on list|meenemen", Kind::yes_no}, &R::on_list},
       {{"possibilities_nl", "mogelijkheden", "possibilities Dutch", "mogelijkheden Nederlands", Kind::text_nl},
        &R::possibilities},
       {{"possibilities_en", "mogelijkheden Engels", "possibilities", "possibilities English", Kind::text_en},
        &R::possibilities},
       {{"note", "toelichting", "note", "opmerking|opmerkingen|remarks", Kind::text}, &R::note}}};
  return table;
}

template <>
const Table<TaskPackage>& table_of<TaskPackage>() {
  using R = TaskPackage;
  static const Table<R> table{
      {"packages", "pakketten"},
      {{{"package", "pakket", "package", "code|id|pakketcode", Kind::code, must}, &R::id},
       {{"name_nl", "naam", "name Dutch", "naam Nederlands|omschrijving", Kind::text_nl}, &R::name},
       {{"name_en", "naam Engels", "name", "name English", Kind::text_en}, &R::name},
       {{"tasks", "taken", "tasks", "taakcodes|taak|task", Kind::tasks, must}, &R::tasks}}};
  return table;
}

template <>
const Table<Figures>& table_of<Figures>() {
  using R = Figures;
  static const Table<R> table{
      {"figures", "cijfers"},
      {{{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, must}, &R::partner},
       {{"task", "taak", "task", "taakcode|code|task code", Kind::task, must}, &R::task},
       {{"fixed_cost", "vaste kosten", "fixed cost", "vast|kosten vast|fixed costs|fixed", Kind::money},
        &R::fixed_cost},
       {{"variable_cost", "variabele kosten", "variable cost", "variabel|kosten variabel|variable costs|variable",
         Kind::money},
        &R::variable_cost},
       {{"fte", "fte", "fte", "formatie|aantal fte|ftes", Kind::number}, &R::fte},
       {{"volume", "volume", "volume", "aantal|aantallen|hoeveelheid|quantity|number", Kind::quantity}, &R::volume},
       {{"unit", "eenheid", "unit", "", Kind::text}, &R::unit},
       {{"year", "jaar", "year", "boekjaar|peiljaar", Kind::year, names}, &R::year},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<Rating>& table_of<Rating>() {
  using R = Rating;
  static const Table<R> table{
      {"ratings", "beoordelingen"},
      {{{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, must}, &R::partner},
       {{"task", "taak", "task", "taakcode|code|task code", Kind::task, must}, &R::task},
       {{"role", "rol", "role", "rolgroep|role group", Kind::role, names}, &R::role},
       {{"urgency", "urgentie", "urgency", "", Kind::one_to_five}, &R::scores},
       {{"political_sensitivity", "politieke gevoeligheid", "political sensitivity", "politiek gevoelig",
         Kind::one_to_five},
        &R::scores},
       {{"strengths", "elkaars kracht", "strengths", "gebruikmaken van elkaars kracht|each others strengths",
         Kind::one_to_five},
        &R::scores},
       {{"third_parties", "afstemming derden", "third parties", "derden|afstemming met derden", Kind::one_to_five},
        &R::scores},
       {{"acceleration", "versnelling", "acceleration", "", Kind::one_to_five}, &R::scores},
       {{"specialisation", "specialisatie", "specialisation", "specialization", Kind::one_to_five}, &R::scores},
       {{"scale", "schaalvoordeel", "scale", "schaalvoordelen|schaal|economies of scale", Kind::one_to_five},
        &R::scores},
       {{"note", "toelichting", "note", "opmerking|opmerkingen|remarks", Kind::text}, &R::note}}};
  return table;
}

template <>
const Table<Arrangement>& table_of<Arrangement>() {
  using R = Arrangement;
  static const Table<R> table{
      {"arrangements", "samenwerkingen"},
      {{{"id", "kenmerk", "id", "code", Kind::code}, &R::id},
       {{"name", "naam", "name", "samenwerking|arrangement", Kind::text, must}, &R::name},
       {{"form", "vorm", "form", "rechtsvorm|legal form|samenwerkingsvorm", Kind::form}, &R::form},
       {{"tasks", "taken", "tasks", "taak|task|taakcodes", Kind::tasks}, &R::tasks},
       {{"members", "leden", "members", "deelnemers|participants|partners", Kind::members}, &R::members},
       {{"host", "uitvoerder", "host", "gastheer|centrumgemeente|gastgemeente", Kind::member}, &R::host},
       {{"since", "sinds", "since", "beginjaar|start|vanaf", Kind::year}, &R::since},
       {{"until", "tot", "until", "einddatum|end date|eind", Kind::date}, &R::until},
       {{"cost_per_year", "kosten per jaar", "cost per year", "jaarlijkse kosten|kosten|annual cost", Kind::money},
        &R::cost_per_year},
       {{"notice_months", "opzegtermijn maanden", "notice months",
         "opzegtermijn|opzegtermijn in maanden|notice|notice period", Kind::whole},
        &R::notice_months},
       {{"exit_terms", "uittreding", "exit terms", "uittredingsregeling|uittreedregeling|exit", Kind::text},
        &R::exit_terms},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<ThirdParty>& table_of<ThirdParty>() {
  using R = ThirdParty;
  static const Table<R> table{
      {"third_parties", "derden"},
      {{{"id", "kenmerk", "id", "code", Kind::code}, &R::id},
       {{"name", "naam", "name", "organisatie|organisation", Kind::text, must}, &R::name},
       {{"kind", "soort", "kind", "type", Kind::text}, &R::kind},
       {{"tasks", "taken", "tasks", "taak|task|taakcodes", Kind::tasks}, &R::tasks},
       {{"partners", "partners", "partners", "gemeenten|municipalities", Kind::partners}, &R::partners},
       {{"agreements_per_year", "afspraken per jaar", "agreements per year", "aantal afspraken|afspraken|agreements",
         Kind::quantity},
        &R::agreements_per_year},
       {{"hours_per_agreement", "uren per afspraak", "hours per agreement", "uren|hours", Kind::number},
        &R::hours_per_agreement},
       {{"hours_other_side", "uren derde", "hours other side", "uren andere partij|uren van de derde", Kind::number},
        &R::hours_other_side},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<Respondent>& table_of<Respondent>() {
  using R = Respondent;
  static const Table<R> table{
      {"respondents", "respondenten"},
      {{{"respondent", "respondent", "respondent", "code|id|respondentcode|respondentnummer|nummer|respondent id",
         Kind::code, must},
        &R::id},
       {{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, must}, &R::partner},
       {{"role", "rol", "role", "rolgroep|role group|groep", Kind::role, must}, &R::role}}};
  return table;
}

template <>
const Table<AnswerSheet>& table_of<AnswerSheet>() {
  using R = AnswerSheet;
  static const Table<R> table{
      {"answers", "antwoorden"},
      {{{"respondent", "respondent", "respondent", "code|id|respondentcode|respondentnummer|nummer|respondent id",
         Kind::respondent, must},
        &R::respondent}}};
  return table;
}

template <>
const Table<IndicatorValue>& table_of<IndicatorValue>() {
  using R = IndicatorValue;
  static const Table<R> table{
      {"indicators", "indicatoren"},
      {{{"indicator", "indicator", "indicator", "code|id", Kind::indicator, must}, &R::indicator},
       {{"value", "waarde", "value", "antwoord|answer", Kind::indicator_value}, &R::value},
       {{"note", "toelichting", "note", "opmerking|opmerkingen|remarks", Kind::text}, &R::note},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<TreeAnswers>& table_of<TreeAnswers>() {
  using R = TreeAnswers;
  static const Table<R> table{
      {"tree_answers", "beslisboom"},
      {{{"subject", "onderwerp", "subject", "taak|pakket|task|package", Kind::subject, must}, &R::subject},
       {{"respondent", "respondent", "respondent", "respondentcode|respondentnummer|respondent id", Kind::respondent,
         names},
        &R::respondent},
       {{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, names}, &R::partner}}};
  return table;
}

template <>
const Table<FunctionWish>& table_of<FunctionWish>() {
  using R = FunctionWish;
  static const Table<R> table{
      {"functions", "functies"},
      {{{"subject", "onderwerp", "subject", "taak|pakket|task|package", Kind::subject, must}, &R::subject},
       {{"motive", "motief", "motive", "meerwaarde|added value", Kind::motive, must}, &R::motive},
       {{"importance", "belang", "importance", "gewicht|weight", Kind::one_to_five}, &R::importance},
       {{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, names}, &R::partner},
       {{"role", "rol", "role", "rolgroep|role group", Kind::role, names}, &R::role},
       {{"statement", "in eigen woorden", "in own words", "toelichting|statement|uitspraak", Kind::text},
        &R::statement}}};
  return table;
}

template <>
const Table<FormPreference>& table_of<FormPreference>() {
  using R = FormPreference;
  static const Table<R> table{
      {"form_preferences", "vormvoorkeuren"},
      {{{"subject", "onderwerp", "subject", "taak|pakket|task|package", Kind::subject, names}, &R::subject},
       {{"form", "vorm", "form", "rechtsvorm|legal form|voorkeur|preference", Kind::form, must}, &R::form},
       {{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, names}, &R::partner},
       {{"role", "rol", "role", "rolgroep|role group", Kind::role, names}, &R::role},
       {{"reason", "reden", "reason", "toelichting|motivering", Kind::text}, &R::reason}}};
  return table;
}

template <>
const Table<Decision>& table_of<Decision>() {
  using R = Decision;
  static const Table<R> table{
      {"decisions", "besluiten"},
      {{{"date", "datum", "date", "", Kind::date}, &R::date},
       {{"body", "orgaan", "body", "bestuursorgaan", Kind::body, must}, &R::body},
       {{"partner", "partner", "partner", "gemeente|municipality|gemeentecode", Kind::partner, names}, &R::partner},
       {{"subject", "onderwerp", "subject", "taak|pakket|task|package", Kind::free_subject}, &R::subject},
       {{"decision", "besluit", "decision", "advies|advice", Kind::text, must}, &R::decision}}};
  return table;
}

const std::vector<Column>& long_columns_of_answers() {
  static const std::vector<Column> columns{{"item", "stelling", "item", "vraag|question|statement", Kind::item, must},
                                           {"answer", "antwoord", "answer", "waarde|value|score", Kind::item_answer}};
  return columns;
}

const std::vector<Column>& long_columns_of_tree_answers() {
  static const std::vector<Column> columns{{"question", "vraag", "question", "", Kind::question, must},
                                           {"answer", "antwoord", "answer", "keuze|choice", Kind::question_answer}};
  return columns;
}

const std::vector<Column>& study_keys() {
  static const std::vector<Column> keys{
      {"id", "kenmerk", "id", "code", Kind::code, must},
      {"title", "titel", "title", "naam|name", Kind::text, must},
      {"question", "vraag", "question", "", Kind::text},
      {"occasion", "aanleiding", "occasion", "", Kind::text},
      {"date", "datum", "date", "", Kind::date, must},
      {"method", "methode", "method", "", Kind::code},
      {"seed", "startgetal", "seed", "", Kind::whole},
      {"draws", "trekkingen", "draws", "", Kind::whole},
      {"invented", "verzonnen", "invented", "", Kind::text},
      {"facilitator", "begeleider", "facilitator", "adviseur", Kind::text},
      {"council_elections", "raadsverkiezingen", "council_elections", "verkiezingen", Kind::date},
      {"partners", "partners", "partners", "gemeenten", Kind::municipality},
      {"weights", "gewichten", "weights", "", Kind::motive}};
  return keys;
}

const std::vector<Column>& weight_keys() {
  static const std::vector<Column> keys{{"motive", "motief", "motive", "", Kind::motive, must},
                                        {"exact", "gewicht", "exact", "weight|precies", Kind::number},
                                        {"rank", "rang", "rank", "rangorde|plaats", Kind::whole},
                                        {"between", "tussen", "between", "bereik|range", Kind::number}};
  return keys;
}

const std::vector<TableGuide>& all_tables() {
  static const std::vector<TableGuide> tables{guide_of<Partner>(),
                                              guide_of<GrossListEntry>(),
                                              guide_of<TaskPackage>(),
                                              guide_of<Figures>(),
                                              guide_of<Rating>(),
                                              guide_of<Arrangement>(),
                                              guide_of<ThirdParty>(),
                                              guide_of<Respondent>(),
                                              guide_of<AnswerSheet>(long_columns_of_answers()),
                                              guide_of<IndicatorValue>(),
                                              guide_of<TreeAnswers>(long_columns_of_tree_answers()),
                                              guide_of<FunctionWish>(),
                                              guide_of<FormPreference>(),
                                              guide_of<Decision>(),
                                              guide_of<Estimate>(),
                                              guide_of<DriverValue>(),
                                              guide_of<CostKeyPart>(),
                                              guide_of<TeamRule>(),
                                              guide_of<JoinCondition>(),
                                              guide_of<Project>(),
                                              guide_of<ProjectEffort>()};
  return tables;
}

std::string_view kind_name(Kind kind) {
  static constexpr std::array<std::string_view, 43> names{"code",         "text",
                                                          "text_nl",      "text_en",
                                                          "municipality", "partner",
                                                          "partners",     "members",
                                                          "member",       "own_task",
                                                          "task",         "tasks",
                                                          "subject",      "free_subject",
                                                          "respondent",   "role",
                                                          "motive",       "form",
                                                          "body",         "group",
                                                          "indicator",    "indicator_value",
                                                          "item",         "item_answer",
                                                          "question",     "question_answer",
                                                          "date",         "year",
                                                          "money",        "number",
                                                          "quantity",     "whole",
                                                          "one_to_five",  "share",
                                                          "figure",       "cost_figure",
                                                          "own_driver",   "driver",
                                                          "key",          "project",
                                                          "rule_kind",    "condition_kind",
                                                          "yes_no"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace koepel::exchange::folder
