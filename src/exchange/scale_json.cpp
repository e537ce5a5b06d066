// SPDX-License-Identifier: EUPL-1.2
// Cost models, cash flows and the waste case in, JSON out. The face is scale_json.
#include "exchange/quantities_json.h"

namespace koepel::exchange {

namespace {

Json spread_json(const scale::Spread& spread) {
  return {{"band", json_of(spread.band)}, {"worst", spread.worst}, {"loss_chance", spread.loss_chance}};
}

Json year_json(const scale::CashYear& year) {
  return {{"saving", year.saving.cents},
          {"coordination", year.coordination.cents},
          {"tax_and_interest", year.tax_and_interest.cents},
          {"friction", year.friction.cents},
          {"stranded", year.stranded.cents},
          {"unwinding", year.unwinding.cents},
          {"net", year.net.cents}};
}

Json flow_json(const scale::CashFlow& flow) {
  return {{"partner", flow.partner},
          {"years", list_of(flow.years, year_json)},
          {"total", flow.total.cents},
          {"payback", json_of(flow.payback)},
          {"stranded_known", flow.stranded_known}};
}

Json break_even_json(const scale::BreakEven& one) {
  return {{"quantity", one.quantity}, {"likely", one.likely},  {"low", one.low},
          {"high", one.high},         {"at", json_of(one.at)}, {"gain_at_likely", one.gain_at_likely}};
}

const char* word_of(scale::Met met) {
  switch (met) {
    case scale::Met::yes:
      return "yes";
    case scale::Met::no:
      return "no";
    case scale::Met::shown:
      return "shown";
    case scale::Met::unknown:
      break;
  }
  return "unknown";
}

Json condition_json(const scale::ConditionTest& test) {
  return {{"partner", test.partner},          {"kind", test.kind},           {"asked", json_of(test.asked)},
          {"offered", json_of(test.offered)}, {"statement", test.statement}, {"met", word_of(test.met)}};
}

Json combination_json(const scale::Combination& one) {
  return {{"partners", one.partners}, {"fte", one.fte}, {"outage", one.outage}};
}

Json specialisation_json(const scale::Specialisation& s) {
  return {{"needed_fte", s.needed_fte},
          {"total_fte", s.total_fte},
          {"outage_now", pairs_of(s.outage_now, "partner", "share")},
          {"short_of", s.short_of},
          {"combinations", list_of(s.combinations, combination_json)},
          {"count", s.count},
          {"complete", s.complete}};
}

Json joiners_json(const scale::Joiners& joiners) {
  return {
      {"combinations",
       list_of(joiners.combinations,
               [](const auto& one) {
                 return Json{{"partners", one.partners}, {"unit_cost", one.unit_cost}, {"certainty", one.certainty}};
               })},
      {"count", joiners.count},
      {"computed", joiners.computed}};
}

Json units_json(const scale::UnitsNeeded& units) {
  return {{"target", units.target},
          {"likely", json_of(units.likely)},
          {"nine_in_ten", json_of(units.nine_in_ten)},
          {"ever", units.ever},
          {"certainty_together", units.certainty_together}};
}

Json model_json(const scale::TaskScale& task) {
  return {{"kind", task.model->kind == scale::ModelKind::activity ? "activity" : "prior"},
          {"unit", task.model->unit},
          {"partners", list_of(task.model->partners, [](const auto& partner) {
             return Json{{"partner", partner.partner},
                         {"fixed", partner.fixed},
                         {"variable", partner.variable},
                         {"volume", partner.volume},
                         {"fte", json_of(partner.fte)}};
           })}};
}

Json reading_json(const scale::Reading& reading) {
  return {{"cluster", reading.cluster}, {"gain", reading.gain}, {"clamped", reading.clamped}};
}

void add_model(const scale::TaskScale& task, Json& out) {
  out["model"] = model_json(task);
  out["alone"] = task.joint.alone;
  out["saving"] = spread_json(task.saving);
  out["net"] = spread_json(task.net);
  out["no_saving"] = {{"year", task.no_saving_year}, {"net", task.no_saving_net}};
  out["flows"] = list_of(task.flows, flow_json);
  out["break_evens"] = list_of(task.break_evens, break_even_json);
  out["efficient"] = {{"units", json_of(task.efficient.units)},
                      {"thousands", json_of(task.efficient.thousands)},
                      {"reached", task.efficient.reached}};
  if (task.units) out["units"] = units_json(*task.units);
  if (task.joiners) out["joiners"] = joiners_json(*task.joiners);
  out["conditions"] = list_of(task.conditions, condition_json);
  out["trace"] = task.trace;
}

/// What only a model gives is absent without one.
Json task_json(const scale::TaskScale& task) {
  Json out{{"task", task.task},
           {"basis", json_of(task.basis)},
           {"missing", list_of(task.missing)},
           {"evidence", task.evidence},
           {"readings", list_of(task.readings, reading_json)}};
  if (task.model) add_model(task, out);
  if (task.specialisation) out["specialisation"] = specialisation_json(*task.specialisation);
  return out;
}

Json group_json(const scale::CollectionGroup& group) {
  return {{"municipalities", group.municipalities}, {"only_partners", group.only_partners},
          {"per_connection", group.per_connection}, {"expected", group.expected},
          {"certainty", group.certainty},           {"certainty_realised", group.certainty_realised}};
}

Json candidate_json(const scale::CollectionCandidate& one) {
  return {{"municipality", one.area.municipality},
          {"name", one.area.name},
          {"connections", one.area.connections},
          {"partner", one.area.partner},
          {"alone", one.alone},
          {"together", one.together},
          {"expected", one.expected},
          {"conditions", list_of(one.conditions, condition_json)}};
}

Json collection_json(const scale::CollectionCase& waste) {
  if (!waste.missing.empty()) return {{"task", waste.task}, {"missing", json_of(waste.missing)}};
  return {{"task", waste.task},
          {"own", waste.own.municipality},
          {"connections", waste.own.connections},
          {"calibrated", waste.calibrated},
          {"today", waste.today},
          {"target", waste.target},
          {"target_given", waste.target_given},
          {"needed", json_of(waste.needed)},
          {"needed_surely", json_of(waste.needed_surely)},
          {"ever", waste.ever},
          {"certainty_now", waste.certainty_now},
          {"curve", list_of(waste.curve,
                            [](const auto& point) {
                              return Json{{"connections", point.connections}, {"per_connection", point.per_connection}};
                            })},
          {"candidates", list_of(waste.candidates, candidate_json)},
          {"groups", list_of(waste.groups, group_json)},
          {"group_count", waste.group_count},
          {"plan", list_of(waste.plan)},
          {"left_out", waste.left_out}};
}

}  // namespace

Json scale_json(const scale::Scale& scale) {
  return {{"tasks", list_of(scale.tasks, task_json)},
          {"collections", list_of(scale.collections, collection_json)},
          {"faults", list_of(scale.faults)},
          {"complete", scale.complete}};
}

}  // namespace koepel::exchange
