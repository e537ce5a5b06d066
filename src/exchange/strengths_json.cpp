// SPDX-License-Identifier: EUPL-1.2
// Efficiency, third parties and joint projects in, JSON out. The faces are efficiency_json, third_parties_json and
// projects_json.
#include "exchange/quantities_json.h"

namespace koepel::exchange {

namespace {

const char* flag_word(benchmark::FigureFlag flag) {
  using benchmark::FigureFlag;
  switch (flag) {
    case FigureFlag::not_filed:
      return "not_filed";
    case FigureFlag::no_size:
      return "no_size";
    case FigureFlag::negative:
      return "negative";
    case FigureFlag::none:
      return "none";
    case FigureFlag::booked_elsewhere:
      return "booked_elsewhere";
    case FigureFlag::outlier:
      return "outlier";
    case FigureFlag::fine:
      break;
  }
  return "fine";
}

Json peer_json(const benchmark::EfficiencyPeer& peer) {
  return {{"municipality", peer.municipality},
          {"weight", peer.weight},
          {"partner", peer.partner},
          {"comparable", peer.comparable}};
}

Json row_json(const benchmark::EfficiencyRow& row) {
  Json out{{"partner", row.partner}, {"flag", flag_word(row.flag)}, {"euro", json_of(row.euro)}};
  if (!row.score) return out;
  out["score"] = *row.score;
  out["corrected"] = row.corrected;
  out["low"] = row.low;
  out["high"] = row.high;
  out["scale"] = row.scale;
  out["from_expected"] = json_of(row.from_expected);
  out["peers"] = list_of(row.peers, peer_json);
  out["trace"] = row.trace;
  return out;
}

Json lead_json(const benchmark::Lead& lead) {
  Json out{{"leader", lead.leader},
           {"second", lead.second},
           {"ahead", lead.ahead},
           {"clear", lead.clear},
           {"followers", lead.followers}};
  if (!lead.verdict.empty()) out["verdict"] = json_of(lead.verdict);
  return out;
}

Json field_json(const benchmark::FieldEfficiency& field) {
  Json out{{"task_field", field.task_field},
           {"tasks", field.tasks},
           {"outputs", field.outputs},
           {"units", field.units},
           {"excluded", list_of(field.excluded,
                                [](const auto& one) {
                                  return Json{{"municipality", one.municipality}, {"flag", flag_word(one.flag)}};
                                })},
           {"rows", list_of(field.rows, row_json)},
           {"lead", lead_json(field.lead)},
           {"trace", field.trace}};
  if (!field.missing.empty()) out["missing"] = json_of(field.missing);
  return out;
}

Json task_row_json(const benchmark::TaskEfficiencyRow& row) {
  if (!row.missing.empty()) return {{"partner", row.partner}, {"missing", json_of(row.missing)}};
  return {{"partner", row.partner},
          {"unit_cost", row.unit_cost},
          {"score", row.score},
          {"variable", row.variable},
          {"peers", list_of(row.peers, peer_json)},
          {"trace", row.trace}};
}

Json task_json(const benchmark::TaskEfficiency& task) {
  return {{"task", task.task},
          {"unit", task.unit},
          {"rows", list_of(task.rows, task_row_json)},
          {"lead", lead_json(task.lead)}};
}

Json range_json(const third_parties::Range& range) {
  return {{"low", range.low}, {"mid", range.value}, {"high", range.high}};
}

Json saving_json(const third_parties::Saving& saving) {
  return {{"partner_hours", range_json(saving.partner_hours)},
          {"other_hours", range_json(saving.other_hours)},
          {"worth",
           {{"low", saving.worth.low.cents}, {"mid", saving.worth.value.cents}, {"high", saving.worth.high.cents}}}};
}

Json dealings_json(const third_parties::Dealings& row) {
  return {{"third_party", row.third_party},
          {"deals_with", row.deals_with},
          {"basis", word_of(row.basis)},
          {"once", row.once},
          {"saving", saving_json(row.saving)},
          {"says", json_of(row.says)},
          {"trace", row.trace}};
}

Json project_row_json(const projects::ProjectRow& row) {
  return {{"partner", row.partner},
          {"hours_alone", row.hours_alone},
          {"hours_per_month", row.hours_per_month},
          {"months_alone", json_of(row.months_alone)},
          {"puts_in", row.puts_in},
          {"cost_alone", row.cost_alone.cents},
          {"pays", row.pays ? Json(row.pays->cents) : Json(nullptr)},
          {"settles", row.settles ? Json(row.settles->cents) : Json(nullptr)},
          {"trace", row.trace}};
}

Json project_json(const projects::WeighedProject& project) {
  if (!project.missing.empty()) return {{"project", project.project}, {"missing", json_of(project.missing)}};
  return {{"project", project.project},
          {"rows", list_of(project.rows, project_row_json)},
          {"hours_alone", project.hours_alone},
          {"hours_together", project.hours_together},
          {"months_alone", json_of(project.months_alone)},
          {"months_together", json_of(project.months_together)},
          {"peak_alone", json_of(project.peak_alone)},
          {"peak_together", json_of(project.peak_together)},
          {"cost_alone", project.cost_alone.cents},
          {"cost_together", project.cost_together.cents},
          {"saved", json_of(project.saved_range)},
          {"chance_of_saving", project.chance_of_saving},
          {"chance_in_time_alone", json_of(project.chance_alone)},
          {"chance_in_time_together", json_of(project.chance_together)},
          {"key", project.key},
          {"says", json_of(project.says)},
          {"notes", list_of(project.notes)}};
}

Json or_nothing(const Message& message) { return message.empty() ? Json(nullptr) : json_of(message); }

}  // namespace

Json efficiency_json(const benchmark::Efficiency& efficiency) {
  return {{"year", efficiency.year},
          {"kind", efficiency.kind},
          {"fields", list_of(efficiency.fields, field_json)},
          {"tasks", list_of(efficiency.tasks, task_json)},
          {"unmatched", efficiency.unmatched},
          {"missing", or_nothing(efficiency.missing)},
          {"caution", or_nothing(efficiency.caution)}};
}

Json third_parties_json(const third_parties::ThirdParties& all) {
  return {{"partners", all.partners},
          {"rows", list_of(all.rows, dealings_json)},
          {"measured", saving_json(all.measured)},
          {"preset", saving_json(all.preset)},
          {"hourly_rate", all.hourly_rate.cents},
          {"missing", or_nothing(all.missing)}};
}

Json projects_json(const projects::JointProjects& all) {
  return {{"projects", list_of(all.projects, project_json)}, {"missing", or_nothing(all.missing)}};
}

}  // namespace koepel::exchange
