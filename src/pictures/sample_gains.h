// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Test data: what joint work would bring the five municipalities of sample_analysis.h. Figures are invented; joint cost
// and cash flows are computed as the engine does, so that the parts fit together.

#include <string>

#include "analysis/analysis.h"

namespace koepel::pictures::sample {

inline scale::CostModel cost_model(const MethodPack& pack, const std::vector<Partner>& partners, bool by_volume) {
  scale::CostModel model;
  model.kind = by_volume ? scale::ModelKind::activity : scale::ModelKind::prior;
  model.unit = by_volume ? "aanslagen" : "";
  model.cluster = by_volume ? nullptr : &pack.clusters.front();
  double cost = 90000;
  for (const auto& partner : partners) {
    cost += 21000;
    scale::PartnerCost own;
    own.partner = partner.id;
    own.fixed = cost;
    own.variable = cost / 2;
    own.volume = by_volume ? cost / 40 : 0;
    own.thousands = *partner.inhabitants / 1000.0;
    model.partners.push_back(own);
  }
  return model;
}

inline scale::TaskScale task_scale(const std::string& id, scale::CostModel model, const MethodPack& pack) {
  scale::TaskScale task;
  task.task = model.task = id;
  const auto n = model.partners.size();
  task.terms.realised_share = 0.5;
  task.terms.coordination_share = 0.02;
  task.terms.years_to_saving = 5;
  task.terms.friction = 0.15;
  task.terms.stranded_years = 4;
  task.terms.slope = 0.09;
  task.terms.retained_share.assign(n, 0.2);
  task.terms.overhead_per_fte.assign(n, 9000);
  task.terms.stranded_share.assign(n, 0.5);
  task.joint = scale::joint_cost(model, task.terms);
  const double saving = task.joint.saving();
  task.saving.band = {-0.2 * saving, saving, 1.7 * saving};
  task.no_saving_year = -0.4 * saving;
  task.flows = scale::cash_flows(model, task.terms);
  task.evidence = {pack.evidence.front().id};
  task.model = std::move(model);
  return task;
}

inline scale::CollectionCase collection(const std::string& task) {
  scale::CollectionCase waste;
  waste.task = task;
  waste.own.municipality = "GM1728";
  waste.own.connections = 9900;
  waste.today = 96;
  waste.target = 80;
  waste.needed = 21000;
  waste.needed_surely = 26000;
  for (double c = 5000; c <= 100000; c += 5000) waste.curve.push_back({c, 55 + 400000 / c});
  waste.all_partners.connections = 41000;
  waste.all_expected = 70;
  return waste;
}

inline gains::SubjectGains subject_gains(const std::string& subject, const std::vector<Partner>& partners) {
  gains::SubjectGains out;
  out.subject = subject;
  for (const char* id : {"inhabitants", "own_cost", "fte", "dwellings"}) {
    settlement::ComparedKey key;
    key.key.id = id;
    std::int64_t difference = -3000000;
    for (const auto& partner : partners) {
      settlement::Contribution row;
      row.partner = partner.id;
      row.difference = Money{difference};
      difference += 1000000 * static_cast<std::int64_t>(out.keys.keys.size());
      key.rows.push_back(row);
    }
    out.keys.keys.push_back(key);
    gains::JudgedKey judged;
    judged.key = id;
    judged.keeps_everybody = judged.key == "own_cost";
    out.judged_keys.push_back(judged);
  }
  return out;
}

inline benchmark::FieldEfficiency field_efficiency(const std::vector<Partner>& partners) {
  benchmark::FieldEfficiency field;
  field.task_field = "0.61";
  field.units = 300;
  double score = 0.95;
  for (const auto& partner : partners) {
    benchmark::EfficiencyRow row;
    row.partner = partner.id;
    if (partner.id != "GM1667") row.score = score;
    row.corrected = score - 0.04;
    row.low = score - 0.09;
    row.high = score;
    row.peers = {{"GM1724", 0.6, true, false}, {"GM0858", 0.4, false, true}};
    score -= 0.11;
    field.rows.push_back(row);
  }
  field.lead.leader = "GM1724";
  field.lead.second = "GM1728";
  field.lead.ahead = 0.11;
  field.lead.clear = true;
  field.lead.followers = {"GM0770", "GM0823"};
  return field;
}

inline third_parties::ThirdParties dealings(const std::vector<Partner>& partners) {
  third_parties::ThirdParties out;
  for (const auto& partner : partners) out.partners.push_back(partner.id);
  for (const char* id : {"waterschap", "woningcorporatie met een lange naam die niet past", "politie"}) {
    third_parties::Dealings row;
    row.third_party = id;
    row.deals_with = {true, true, out.rows.size() != 1, out.rows.empty(), true};
    row.once = out.rows.size() < 2;
    row.basis = out.rows.empty() ? Basis::measured : Basis::preset;
    row.saving.partner_hours = {20, 80 - 30.0 * static_cast<double>(out.rows.size()), 120};
    out.rows.push_back(row);
  }
  return out;
}

inline projects::WeighedProject project(const std::vector<Partner>& partners) {
  projects::WeighedProject out;
  out.project = "wet";
  double months = 9;
  for (const auto& partner : partners) {
    projects::ProjectRow row;
    row.partner = partner.id;
    row.hours_alone = 500;
    if (partner.id != "GM0823") row.months_alone = months;
    row.in_time_alone = months <= 12;
    months += 5;
    out.rows.push_back(row);
  }
  out.hours_together = 1200;
  out.months_together = 10;
  out.peak_together = 100;
  out.in_time_together = true;
  out.says = {"pictures.project.title", {term("project", "project", "wet")}};
  return out;
}

/// Three tasks with a cost model, a waste case, teams, scores, third parties and a project.
inline void add_gains(Analysis& a, const MethodPack& pack) {
  a.scale.tasks = {task_scale("U01", cost_model(pack, a.partners, true), pack),
                   task_scale("V03", cost_model(pack, a.partners, false), pack),
                   task_scale("U24", cost_model(pack, a.partners, true), pack)};
  a.scale.collections = {collection("U22")};
  a.gains.subjects = {subject_gains("U01", a.partners)};
  a.gains.geometry.emplace();
  a.gains.geometry->one_house = {
      {{"GM1724", "GM1728"}, Money{9000000}}, {{"GM0770", "GM0823"}, Money{4000000}}, {{"GM1667"}, Money{}}};
  a.gains.geometry->together = Money{13000000};
  a.efficiency.fields = {field_efficiency(a.partners)};
  a.third_parties = dealings(a.partners);
  a.projects.projects = {project(a.partners)};
}

}  // namespace koepel::pictures::sample
