// SPDX-License-Identifier: EUPL-1.2
// Who gets what of a saving, under which key, in which team: in, JSON out. The face is gains_json.
#include "exchange/quantities_json.h"

namespace koepel::exchange {

namespace {

Json cents_of(const std::optional<Money>& money) { return money ? Json(money->cents) : Json(nullptr); }

Json share_json(const gains::Share& share) {
  return {{"partner", share.partner},
          {"alone", share.alone.cents},
          {"shapley", share.shapley.cents},
          {"nucleolus", cents_of(share.nucleolus)},
          {"per_head", cents_of(share.per_head)},
          {"trace", share.trace}};
}

Json exit_json(const settlement::ExitSum& exit) { return exit.total.cents; }

Json contribution_json(const settlement::Contribution& row) {
  return {{"partner", row.partner},
          {"share", row.share},
          {"pays", row.pays.cents},
          {"difference", cents_of(row.difference)},
          {"relative", json_of(row.relative)},
          {"exit_run_off", exit_json(row.run_off)},
          {"exit_actual_loss", exit_json(row.actual_loss)},
          {"trace", row.trace}};
}

Json steps_json(const std::vector<std::vector<Money>>& steps) {
  return list_of(steps, [](const auto& step) { return list_of(step, [](Money money) { return Json(money.cents); }); });
}

Json key_json(const settlement::ComparedKey& key) {
  Json out{{"key", key.key.id},
           {"own", key.key.own},
           {"rows", list_of(key.rows, contribution_json)},
           {"losers", key.losers},
           {"growing_in", steps_json(key.growing_in)},
           {"notes", list_of(key.notes)}};
  if (!key.missing.empty()) out["missing"] = json_of(key.missing);
  return out;
}

Json judged_json(const gains::JudgedKey& key) {
  return {{"key", key.key},         {"worse_off", key.worse_off}, {"keeps_everybody", key.keeps_everybody},
          {"leaving", key.leaving}, {"reason", key.reason.cents}, {"says", list_of(key.says)}};
}

Json team_json(const gains::TeamSaving& team) { return {{"partners", team.partners}, {"saving", team.saving.cents}}; }

Json teams_json(const gains::Teams& teams) {
  return {{"teams", list_of(teams.teams, team_json)},
          {"saving", teams.saving.cents},
          {"proven", teams.proven},
          {"says", list_of(teams.says)}};
}

Json subject_json(const gains::SubjectGains& subject) {
  Json out{{"subject", subject.subject},
           {"tasks", subject.tasks},
           {"partners", subject.partners},
           {"outside", subject.outside},
           {"without", subject.without}};
  if (!subject.missing.empty()) return out["missing"] = json_of(subject.missing), out;
  out["alone"] = subject.alone.cents;
  out["saving"] = subject.saving.cents;
  out["together"] = subject.together.cents;
  out["shares"] = list_of(subject.shares, share_json);
  out["core_exists"] = subject.core_exists;
  out["says"] = list_of(subject.says);
  out["keys"] = list_of(subject.keys.keys, key_json);
  out["judged_keys"] = list_of(subject.judged_keys, judged_json);
  out["teams"] = teams_json(subject.teams);
  out["trace"] = subject.trace;
  return out;
}

Json total_json(const gains::PartnerTotal& total) {
  return {{"partner", total.partner},          {"tasks", total.tasks},         {"left_out", total.left_out},
          {"alone", total.alone.cents},        {"saving", total.saving.cents}, {"ten_years", total.ten_years.cents},
          {"payback", json_of(total.payback)}, {"trace", total.trace}};
}

Json geometry_json(const std::optional<gains::Geometry>& geometry) {
  if (!geometry) return nullptr;
  return {{"one_house", list_of(geometry->one_house, team_json)},
          {"per_task", geometry->per_task.cents},
          {"together", geometry->together.cents},
          {"price_of_one_house", geometry->price_of_one_house.cents},
          {"says", json_of(geometry->says)}};
}

}  // namespace

Json gains_json(const gains::Gains& gains) {
  return {{"subjects", list_of(gains.subjects, subject_json)},
          {"totals", list_of(gains.totals, total_json)},
          {"geometry", geometry_json(gains.geometry)},
          {"complete", gains.complete}};
}

}  // namespace koepel::exchange
