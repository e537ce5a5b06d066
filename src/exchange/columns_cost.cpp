// SPDX-License-Identifier: EUPL-1.2
// The tables of a study folder about cost, sharing, teams and projects (model/quantities.h): every column's names, kind
// and place in its record.
#include "exchange/columns.h"

namespace koepel::exchange::folder {

namespace {

constexpr auto must = Need::must;
constexpr auto names = Need::names;
constexpr std::string_view partner_aliases = "gemeente|municipality|gemeentecode";
constexpr std::string_view subject_aliases = "taak|pakket|task|package";

}  // namespace

template <>
const Table<Estimate>& table_of<Estimate>() {
  using R = Estimate;
  static const Table<R> table{
      {"estimates", "schattingen"},
      {{{"quantity", "grootheid", "quantity", "kengetal|id|code", Kind::cost_figure, must}, &R::quantity},
       {{"task", "taak", "task", "taakcode|task code", Kind::task, names}, &R::task},
       {{"partner", "partner", "partner", partner_aliases, Kind::partner, names}, &R::partner},
       {{"value", "waarde", "value", "schatting|estimate|verwachting", Kind::figure, must}, &R::value},
       {{"low", "laag", "low", "minimum|ondergrens|laagste|lowest", Kind::figure}, &R::low},
       {{"high", "hoog", "high", "maximum|bovengrens|hoogste|highest", Kind::figure}, &R::high},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<DriverValue>& table_of<DriverValue>() {
  using R = DriverValue;
  static const Table<R> table{
      {"driver_values", "sleutelwaarden"},
      {{{"driver", "verdeelmaat", "driver", "maatstaf|verdeelmaatstaf|drijver|cost driver", Kind::own_driver, must},
        &R::driver},
       {{"partner", "partner", "partner", partner_aliases, Kind::partner, must}, &R::partner},
       {{"subject", "onderwerp", "subject", subject_aliases, Kind::subject, names}, &R::subject},
       {{"value", "waarde", "value", "aantal|hoeveelheid|number", Kind::quantity, must}, &R::value},
       {{"year", "jaar", "year", "peiljaar", Kind::year, names}, &R::year},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<CostKeyPart>& table_of<CostKeyPart>() {
  using R = CostKeyPart;
  static const Table<R> table{
      {"cost_keys", "verdeelsleutels"},
      {{{"key", "sleutel", "key", "code|id|kenmerk|verdeelsleutel|cost key", Kind::code, must}, &R::id},
       {{"name_nl", "naam", "name Dutch", "naam Nederlands|omschrijving", Kind::text_nl}, &R::name},
       {{"name_en", "naam Engels", "name", "name English", Kind::text_en}, &R::name},
       {{"subject", "onderwerp", "subject", subject_aliases, Kind::subject, names}, &R::subject},
       {{"driver", "verdeelmaat", "driver", "maatstaf|verdeelmaatstaf|drijver|cost driver", Kind::driver, must},
        &R::driver},
       {{"share", "aandeel", "share", "deel|gewicht|weight", Kind::share, names}, &R::share},
       {{"cap", "hoogstens meer", "at most more", "plafond|cap", Kind::share}, &R::cap},
       {{"floor", "hoogstens minder", "at most less", "bodem|floor", Kind::share}, &R::floor},
       {{"grow_in_years", "ingroei jaren", "grow in years", "ingroei|ingroeijaren|jaren|years", Kind::whole},
        &R::grow_in_years}}};
  return table;
}

template <>
const Table<TeamRule>& table_of<TeamRule>() {
  using R = TeamRule;
  static const Table<R> table{
      {"team_rules", "teamregels"},
      {{{"subject", "onderwerp", "subject", subject_aliases, Kind::subject, names}, &R::subject},
       {{"kind", "regel", "rule", "soort|kind|soort regel", Kind::rule_kind, must}, &R::kind},
       {{"partners", "partners", "partners", "gemeenten|municipalities|partner|gemeente", Kind::partners, names},
        &R::partners},
       {{"value", "waarde", "value", "aantal|grootte|number|size", Kind::whole}, &R::value},
       {{"reason", "reden", "reason", "toelichting|motivering", Kind::text}, &R::reason}}};
  return table;
}

template <>
const Table<JoinCondition>& table_of<JoinCondition>() {
  using R = JoinCondition;
  static const Table<R> table{
      {"join_conditions", "voorwaarden"},
      {{{"partner", "partner", "partner", partner_aliases, Kind::partner, must}, &R::partner},
       {{"subject", "onderwerp", "subject", subject_aliases, Kind::subject, names}, &R::subject},
       {{"kind", "voorwaarde", "condition", "soort|kind|soort voorwaarde", Kind::condition_kind, must}, &R::kind},
       {{"value", "waarde", "value", "grens|limit", Kind::figure}, &R::value},
       {{"statement", "in eigen woorden", "in own words", "toelichting|statement|uitspraak", Kind::text},
        &R::statement}}};
  return table;
}

template <>
const Table<Project>& table_of<Project>() {
  using R = Project;
  static const Table<R> table{
      {"projects", "projecten"},
      {{{"project", "project", "project", "code|id|kenmerk", Kind::code, must}, &R::id},
       {{"name_nl", "naam", "name Dutch", "naam Nederlands|omschrijving", Kind::text_nl}, &R::name},
       {{"name_en", "naam Engels", "name", "name English", Kind::text_en}, &R::name},
       {{"tasks", "taken", "tasks", "taakcodes|taak|task", Kind::tasks}, &R::tasks},
       {{"shared_share", "aandeel gemeenschappelijk", "shared share", "gemeenschappelijk|gedeeld|shared", Kind::share,
         names},
        &R::shared_share},
       {{"hourly_rate", "uurtarief", "hourly rate", "tarief|rate", Kind::money}, &R::hourly_rate},
       {{"key", "sleutel", "key", "verdeelsleutel|cost key|verdeelmaat|maatstaf", Kind::key, names}, &R::key},
       {{"deadline_months", "klaar binnen maanden", "deadline months", "maanden|termijn|doorlooptijd|months|deadline",
         Kind::whole},
        &R::deadline_months},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

template <>
const Table<ProjectEffort>& table_of<ProjectEffort>() {
  using R = ProjectEffort;
  static const Table<R> table{
      {"project_efforts", "projectinzet"},
      {{{"project", "project", "project", "projectcode|project code|code", Kind::project, must}, &R::project},
       {{"partner", "partner", "partner", partner_aliases, Kind::partner, must}, &R::partner},
       {{"hours_alone", "uren alleen", "hours alone", "uren|hours|uren zelf", Kind::quantity, must}, &R::hours_alone},
       {{"hours_per_month", "uren per maand", "hours per month", "capaciteit|capacity|beschikbaar", Kind::quantity,
         names},
        &R::hours_per_month},
       {{"source", "bron", "source", "", Kind::text}, &R::source}}};
  return table;
}

}  // namespace koepel::exchange::folder
