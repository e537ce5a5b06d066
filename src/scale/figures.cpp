// SPDX-License-Identifier: EUPL-1.2
// Figures, accounts and a task in; the cost model that they can bear, and what was lacking, out. Face: build_model.
#include "scale/figures.h"

#include <algorithm>
#include <map>

#include "scale/estimates.h"
#include "scale/prior.h"

namespace koepel::scale {

namespace {

double euro(const Money& money) { return static_cast<double>(money.cents) / 100; }

/// The figures of one partner that will be used: of the newest year; a row with a year goes before one without.
const Figures* newest(const Study& study, const std::string& partner, const std::string& task) {
  const Figures* best = nullptr;
  for (const auto& row : study.figures)
    if (row.partner == partner && row.task == task &&
        (best == nullptr || row.year.value_or(0) > best->year.value_or(0)))
      best = &row;
  return best;
}

Message about(const char* key, const std::string& partner) { return {key, {term("partner", "partner", partner)}}; }

/// Empty when the row can be used as it stands.
const char* fault_of(const Figures& row) {
  if (row.volume && *row.volume < 0) return "scale.missing.negative_volume";
  if ((row.fixed_cost && row.fixed_cost->cents < 0) || (row.variable_cost && row.variable_cost->cents < 0))
    return "scale.missing.negative_cost";
  if (row.fte && *row.fte < 0) return "scale.missing.negative_fte";
  if (row.volume && *row.volume == 0 && row.variable_cost && row.variable_cost->cents > 0)
    return "scale.missing.cost_without_volume";
  return "";
}

struct Sound {
  const Partner* partner = nullptr;
  const Figures* row = nullptr;  ///< nullptr: no usable figures
};

std::vector<Sound> sound_rows(const Study& study, const std::string& task, std::vector<Message>& missing) {
  std::vector<Sound> out;
  for (const auto& partner : study.partners) {
    const auto* row = newest(study, partner.id, task);
    const std::string fault = row != nullptr ? fault_of(*row) : "scale.missing.no_figures";
    if (!fault.empty()) missing.push_back(about(fault.c_str(), partner.id));
    if (fault.empty() && !row->year) missing.push_back(about("scale.missing.no_year", partner.id));
    out.push_back({&partner, fault.empty() ? row : nullptr});
  }
  return out;
}

bool complete(const Figures* row) {
  return row != nullptr && row->fixed_cost && row->variable_cost && row->volume && *row->volume > 0 &&
         row->fixed_cost->cents + row->variable_cost->cents > 0;
}

/// The unit most complete rows use; of equals the first in the study.
std::string common_unit(const std::vector<Sound>& rows) {
  std::vector<std::pair<std::string, int>> counts;
  for (const auto& one : rows) {
    if (!complete(one.row)) continue;
    const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == one.row->unit; });
    if (at == counts.end())
      counts.emplace_back(one.row->unit, 1);
    else
      ++at->second;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "" : most->first;
}

PartnerCost cost_of(const Sound& one, const Reference& reference) {
  PartnerCost cost;
  cost.partner = one.partner->id;
  cost.fixed = euro(*one.row->fixed_cost);
  cost.variable = euro(*one.row->variable_cost);
  cost.volume = one.row->volume.value_or(0);
  cost.thousands = inhabitants_of(*one.partner, reference) / 1000;
  cost.fte = one.row->fte;
  cost.origin = one.row->origin;
  return cost;
}

void add_steps(const Study& study, const MethodPack& pack, CostModel& model) {
  const Range capacity = range_of(study, pack, "scale.step_capacity", model.task);
  const Range cost = range_of(study, pack, "scale.step_cost", model.task);
  if (capacity.value > 0 && cost.value > 0) model.steps.push_back({capacity.value, cost.value});
}

CostModel activity_model(const std::vector<Sound>& rows, const Reference& reference, std::vector<Message>& missing) {
  CostModel model;
  model.unit = common_unit(rows);
  int oldest = 0;
  for (const auto& one : rows) {
    if (one.row == nullptr) continue;
    if (!complete(one.row)) {
      missing.push_back(about("scale.missing.incomplete", one.partner->id));
    } else if (one.row->unit != model.unit) {
      missing.push_back(
          {"scale.missing.other_unit",
           {term("partner", "partner", one.partner->id), word("unit", one.row->unit), word("common", model.unit)}});
    } else {
      model.partners.push_back(cost_of(one, reference));
      model.year = std::max(model.year, one.row->year.value_or(0));
      if (one.row->year && (oldest == 0 || *one.row->year < oldest)) oldest = *one.row->year;
    }
  }
  if (oldest != 0 && oldest != model.year)
    missing.push_back(
        {"scale.missing.years_differ", {word("from", std::to_string(oldest)), word("to", std::to_string(model.year))}});
  return model;
}

const Accounts* newest_accounts(const Reference& reference) {
  const Accounts* best = nullptr;
  const auto later = [](const Accounts& a, const Accounts& b) {
    return a.kind != b.kind ? a.kind == "actual" : a.year > b.year;
  };
  for (const auto& accounts : reference.accounts)
    if (!accounts.rows.empty() && (best == nullptr || later(accounts, *best))) best = &accounts;
  return best;
}

/// Code of the task field when it holds this task alone; empty otherwise: other tasks' cost would count as this one's.
std::string field_of(const MethodPack& pack, const std::string& task) {
  const auto* known = find_task(pack, task);
  if (known == nullptr) return {};
  const auto same = std::count_if(pack.tasks.begin(), pack.tasks.end(),
                                  [&](const Task& other) { return other.iv3_code == known->iv3_code; });
  return same == 1 ? known->iv3_code : "";
}

std::optional<PartnerCost> from_accounts(const Partner& partner, const Accounts* accounts, const std::string& field) {
  if (accounts == nullptr || field.empty()) return std::nullopt;
  const auto& none = accounts->not_filed;
  if (std::find(none.begin(), none.end(), partner.id) != none.end()) return std::nullopt;
  for (const auto& row : accounts->rows)
    if (row.municipality == partner.id && row.task_field == field && row.expenditure.cents > 0) {
      PartnerCost cost;
      cost.partner = partner.id;
      cost.variable = euro(row.expenditure);
      cost.origin = {accounts->source, "", 0, ""};
      return cost;
    }
  return std::nullopt;
}

CostModel prior_model(const std::vector<Sound>& rows, const MethodPack& pack, const Reference& reference,
                      const std::string& task, std::vector<Message>& missing) {
  CostModel model;
  model.kind = ModelKind::prior;
  const auto* accounts = newest_accounts(reference);
  const auto* cluster = cluster_of(pack, task);
  // Where scale gains nothing, the accounts would only add consultation over all the money of the field.
  const std::string field = cluster != nullptr && cluster->curve != "flat" ? field_of(pack, task) : "";
  for (const auto& one : rows) {
    const bool known = one.row != nullptr && one.row->fixed_cost && one.row->variable_cost &&
                       one.row->fixed_cost->cents + one.row->variable_cost->cents > 0;
    auto cost = known ? cost_of(one, reference) : from_accounts(*one.partner, accounts, field);
    const double inhabitants = inhabitants_of(*one.partner, reference);
    if (!cost) missing.push_back(about("scale.missing.own_cost", one.partner->id));
    if (cost && inhabitants <= 0) missing.push_back(about("scale.missing.inhabitants", one.partner->id));
    if (!cost || inhabitants <= 0) continue;
    cost->thousands = inhabitants / 1000;
    model.partners.push_back(*cost);
  }
  return model;
}

}  // namespace

double inhabitants_of(const Partner& partner, const Reference& reference) {
  if (partner.inhabitants) return *partner.inhabitants;
  const auto* known = find_municipality(reference, partner.id);
  return known != nullptr ? known->inhabitants : 0;
}

Built build_model(const Study& study, const MethodPack& pack, const Reference& reference, const std::string& task) {
  Built out;
  const auto rows = sound_rows(study, task, out.missing);
  const auto* cluster = cluster_of(pack, task);
  std::vector<Message> lacking_activity, lacking_prior;
  CostModel model = activity_model(rows, reference, lacking_activity);
  out.basis = {"scale.basis.activity", {number("n", static_cast<double>(model.partners.size()))}};
  const bool activity = model.partners.size() >= 2;
  out.missing.insert(out.missing.end(), lacking_activity.begin(), lacking_activity.end());
  if (!activity) {
    if (cluster == nullptr || cluster->curve == "none") return {std::nullopt, {"scale.basis.none", {}}, out.missing};
    model = prior_model(rows, pack, reference, task, lacking_prior);
    out.missing.insert(out.missing.end(), lacking_prior.begin(), lacking_prior.end());
    if (model.partners.size() < 2)
      return {std::nullopt, {cluster->curve == "flat" ? "scale.basis.flat" : "scale.basis.too_few", {}}, out.missing};
    out.basis = {"scale.basis.prior",
                 {term("cluster", "cluster", cluster->id), number("n", static_cast<double>(model.partners.size()))}};
  }
  model.task = task;
  model.cluster = cluster;
  if (activity) add_steps(study, pack, model);
  out.model = std::move(model);
  return out;
}

}  // namespace koepel::scale
