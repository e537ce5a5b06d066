// SPDX-License-Identifier: EUPL-1.2
// Figures and the map of partnerships in; partners that could carry out a task for the others, and why, out.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "partners/partnership_map.h"

namespace koepel::partners {

namespace {

/// Why a partner could carry out a task.
struct Reason {
  std::string partner;
  Message says;
  std::vector<Origin> inputs;
  std::string parameter;
};

using Reasons = std::vector<Reason>;

void add_present_hosts(Reasons& reasons, const std::string& task, const std::vector<MappedArrangement>& map) {
  for (const auto& arrangement : map) {
    const bool covers = std::find(arrangement.tasks.begin(), arrangement.tasks.end(), task) != arrangement.tasks.end();
    if (!covers || arrangement.host.empty() || !takes_part(arrangement, arrangement.host)) continue;
    std::vector<std::string> served;
    for (const auto& partner : arrangement.partners)
      if (partner != arrangement.host) served.push_back(partner);
    if (served.empty()) continue;
    reasons.push_back(
        {arrangement.host,
         {"partners.host.already", {terms("partners", "partner", served), word("arrangement", arrangement.name)}},
         {arrangement.origin},
         {}});
  }
}

std::vector<const Figures*> figures_of(const Study& study, const std::string& task) {
  std::vector<const Figures*> figures;
  for (const auto& f : study.figures)
    if (f.task == task && find_partner(study, f.partner) != nullptr) figures.push_back(&f);
  return figures;
}

std::vector<Origin> origins_of(const std::vector<const Figures*>& figures) {
  std::vector<Origin> origins;
  for (const auto* f : figures) origins.push_back(f->origin);
  return origins;
}

void add_most_staff(Reasons& reasons, const std::vector<const Figures*>& figures, double enough) {
  std::vector<const Figures*> known;
  std::copy_if(figures.begin(), figures.end(), std::back_inserter(known),
               [](const auto* f) { return f->fte.has_value(); });
  if (known.size() < 2) return;
  std::stable_sort(known.begin(), known.end(), [](const auto* x, const auto* y) { return *x->fte > *y->fte; });
  if (*known[0]->fte < enough || *known[0]->fte == *known[1]->fte) return;
  reasons.push_back({known[0]->partner,
                     {"partners.host.staff", {number("fte", *known[0]->fte, 1)}},
                     origins_of(known),
                     "partners.host_fte"});
}

/// Cents per unit; none unless both costs and the volume are known: missing is never zero.
std::optional<double> unit_cost(const Figures& f) {
  if (!f.fixed_cost || !f.variable_cost || !f.volume || *f.volume <= 0) return std::nullopt;
  return static_cast<double>((*f.fixed_cost + *f.variable_cost).cents) / *f.volume;
}

/// Among partners that count the same unit in the same year.
void add_lowest_cost(Reasons& reasons, const std::vector<const Figures*>& figures, double cheaper_by) {
  std::map<std::pair<std::string, int>, std::vector<const Figures*>> comparable;
  for (const auto* f : figures)
    if (unit_cost(*f)) comparable[{f->unit, f->year.value_or(0)}].push_back(f);
  for (auto& [what, group] : comparable) {
    if (group.size() < 2) continue;
    std::stable_sort(group.begin(), group.end(),
                     [](const auto* x, const auto* y) { return *unit_cost(*x) < *unit_cost(*y); });
    const double lowest = *unit_cost(*group[0]);
    if (lowest <= 0 || lowest > (1 - cheaper_by) * *unit_cost(*group[1])) continue;
    reasons.push_back({group[0]->partner,
                       {"partners.host.cost", {money("cost", std::llround(lowest)), word("unit", what.first)}},
                       origins_of(group),
                       "partners.host_cheaper"});
  }
}

std::vector<std::string> tasks_known(const Study& study, const std::vector<MappedArrangement>& map) {
  std::vector<std::string> tasks;
  const auto add = [&](const std::string& task) {
    if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) tasks.push_back(task);
  };
  for (const auto& entry : study.gross_list) add(entry.task);
  for (const auto& arrangement : map)
    for (const auto& task : arrangement.tasks) add(task);
  for (const auto& f : study.figures) add(f.task);
  return tasks;
}

Step host_step(const HostCandidate& host, const Reasons& reasons) {
  Step step{.id = "partners.host." + host.partner + "." + host.task,
            .what = {"partners.step.host", {term("partner", "partner", host.partner), term("task", "task", host.task)}},
            .value = nested("", host.why),
            .rule = {"partners.rule.host", {}}};
  for (const auto& reason : reasons) {
    if (reason.partner != host.partner) continue;
    step.inputs.insert(step.inputs.end(), reason.inputs.begin(), reason.inputs.end());
    if (!reason.parameter.empty()) step.parameters.push_back(reason.parameter);
  }
  return step;
}

HostCandidate candidate(const std::string& partner, const std::string& task, const Reasons& reasons) {
  Arg why;
  why.name = "reasons";
  why.kind = Arg::Kind::list;
  for (const auto& reason : reasons)
    if (reason.partner == partner) why.parts.push_back(nested("", reason.says));
  return {partner,
          task,
          {"partners.host.because", {term("partner", "partner", partner), term("task", "task", task), std::move(why)}}};
}

}  // namespace

std::vector<HostCandidate> find_hosts(const Study& study, const MethodPack& pack,
                                      const std::vector<MappedArrangement>& map, Trace& trace) {
  std::vector<HostCandidate> hosts;
  for (const auto& task : tasks_known(study, map)) {
    Reasons reasons;
    const auto figures = figures_of(study, task);
    add_present_hosts(reasons, task, map);
    add_most_staff(reasons, figures, parameter(pack, "partners.host_fte"));
    add_lowest_cost(reasons, figures, parameter(pack, "partners.host_cheaper"));
    for (const auto& partner : study.partners) {
      const bool any =
          std::any_of(reasons.begin(), reasons.end(), [&](const auto& r) { return r.partner == partner.id; });
      if (!any) continue;
      hosts.push_back(candidate(partner.id, task, reasons));
      trace.push_back(host_step(hosts.back(), reasons));
    }
  }
  return hosts;
}

}  // namespace koepel::partners
