// SPDX-License-Identifier: EUPL-1.2
// The projects of a study in, each alone beside together out. The face is weigh_projects.
#include "projects/projects.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.h"
#include "model/hourly_rate.h"
#include "projects/desk.h"

namespace koepel::projects {

namespace {

/// The effort of each partner that has one; of two rows for the same partner the later counts.
std::vector<const ProjectEffort*> efforts_of(const Study& study, const std::string& project) {
  std::vector<const ProjectEffort*> efforts;
  for (const auto& partner : study.partners) {
    const ProjectEffort* own = nullptr;
    for (const auto& effort : study.project_efforts)
      if (effort.project == project && effort.partner == partner.id) own = &effort;
    if (own != nullptr) efforts.push_back(own);
  }
  return efforts;
}

Uncertain uncertain_of(const Study& study, const MethodPack& pack, const Project& project,
                       const std::vector<const ProjectEffort*>& efforts) {
  const std::string task = project.tasks.size() == 1 ? project.tasks.front() : "";
  const double spread = parameter(pack, "projects.shared_share_spread");
  Uncertain uncertain;
  uncertain.shared_share = {std::max(0.0, project.shared_share - spread), project.shared_share,
                            std::min(1.0, project.shared_share + spread)};
  uncertain.overrun = ranged(study, pack, "projects.overrun", task);
  uncertain.coordination = ranged(study, pack, "projects.coordination_share", task);
  for (const auto* effort : efforts) uncertain.hours.push_back(std::max(0.0, effort->hours_alone));
  return uncertain;
}

Message unweighable(const Desk& desk) {
  const auto name = term("project", "project", desk.project.id);
  if (desk.efforts.empty()) return {"projects.missing.no_efforts", {name}};
  if (desk.efforts.size() == 1) return {"projects.missing.one_partner", {name}};
  const auto& hours = desk.uncertain.hours;
  if (std::accumulate(hours.begin(), hours.end(), 0.0) <= 0) return {"projects.missing.zero_hours", {name}};
  if (!(desk.project.shared_share >= 0 && desk.project.shared_share <= 1))
    return {"projects.missing.shared_share", {name}};
  return {};
}

Money worth(double hours, Money rate) { return {std::llround(hours * static_cast<double>(rate.cents))}; }

ProjectRow row_of(const ProjectEffort& effort, const Desk& desk, Money rate) {
  ProjectRow row;
  row.partner = effort.partner;
  row.hours_alone = std::max(0.0, effort.hours_alone);
  row.hours_per_month = std::max(0.0, effort.hours_per_month);
  row.fte = row.hours_per_month * 12 / parameter(desk.pack, "settlement.productive_hours");
  row.cost_alone = worth(row.hours_alone, rate);
  row.trace = "projects." + desk.project.id + "." + row.partner;
  if (row.hours_per_month > 0) row.months_alone = row.hours_alone / row.hours_per_month;
  if (row.hours_alone <= 0) row.months_alone = 0;
  if (const auto& deadline = desk.project.deadline_months; deadline && *deadline > 0) {
    row.in_time_alone = row.months_alone && *row.months_alone <= *deadline;
    row.short_per_month = std::max(0.0, row.hours_alone / *deadline - row.hours_per_month);
  }
  return row;
}

/// Sums over the partners and compares with the deadline.
void compare(const Desk& desk, WeighedProject& out) {
  out.months_alone = 0;
  for (const auto& row : out.rows) {
    out.hours_alone += row.hours_alone;
    out.capacity_per_month += row.hours_per_month;
    out.fte_together += row.fte;
    out.cost_alone = out.cost_alone + row.cost_alone;
    if (row.fte < 1) out.one_deep.push_back(row.partner);
    if (!row.months_alone) out.months_alone.reset();
    if (out.months_alone) out.months_alone = std::max(*out.months_alone, *row.months_alone);
  }
  out.hours_together =
      together_hours(desk.project.shared_share, desk.uncertain.coordination.value, desk.uncertain.hours);
  out.cost_together = worth(out.hours_together, out.hourly_rate);
  if (out.capacity_per_month > 0) out.months_together = out.hours_together / out.capacity_per_month;
  const auto& deadline = desk.project.deadline_months;
  if (!deadline || *deadline <= 0) return;
  out.peak_alone = out.hours_alone / *deadline;
  out.peak_together = out.hours_together / *deadline;
  out.in_time_alone = out.months_alone && *out.months_alone <= *deadline;
  out.in_time_together = out.months_together && *out.months_together <= *deadline;
}

void put_in(WeighedProject& out) {
  for (auto& row : out.rows)
    if (out.capacity_per_month > 0) row.puts_in = out.hours_together * row.hours_per_month / out.capacity_per_month;
}

WeighedProject weigh(const Study& study, const MethodPack& pack, const Project& project, Trace& trace) {
  auto efforts = efforts_of(study, project.id);
  auto uncertain = uncertain_of(study, pack, project, efforts);
  const Desk desk{study, pack, project, std::move(efforts), std::move(uncertain)};
  WeighedProject out;
  out.project = project.id;
  out.missing = unweighable(desk);
  if (!out.missing.empty()) return out;
  out.hourly_rate = project.hourly_rate.value_or(hourly_rate(pack));
  for (const auto* effort : desk.efforts) out.rows.push_back(row_of(*effort, desk, out.hourly_rate));
  compare(desk, out);
  put_in(out);
  share_cost(desk, out);
  add_ranges(desk, out);
  add_sentences(desk, out);
  add_steps(desk, out, trace);
  return out;
}

}  // namespace

double together_hours(double shared_share, double coordination_share, const std::vector<double>& hours) {
  ENSURE(!hours.empty());
  const double largest = *std::max_element(hours.begin(), hours.end());
  const double all = std::accumulate(hours.begin(), hours.end(), 0.0);
  const double work = shared_share * largest + (1 - shared_share) * all;
  return work * (1 + coordination_share * static_cast<double>(hours.size() - 1));
}

JointProjects weigh_projects(const Study& study, const MethodPack& pack) {
  JointProjects out;
  if (study.projects.empty()) out.missing = {"projects.none", {}};
  for (const auto& project : study.projects) out.projects.push_back(weigh(study, pack, project, out.trace));
  return out;
}

}  // namespace koepel::projects
