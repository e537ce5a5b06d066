// SPDX-License-Identifier: EUPL-1.2
// What the cost models and the joint projects found in; motive scores for the gross list out. The face is
// measured_motives.
#include <algorithm>
#include <cmath>

#include "analysis/parts.h"

namespace koepel {

namespace {

using priorities::MeasuredMotive;

double share_of(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// The expected saving as share of the own costs, held against the saving that counts as full; the same for every
/// partner, because what is joint is divided by own cost.
MeasuredMotive scale_motive(const scale::TaskScale& task, double full) {
  const double alone = task.joint.alone;
  const auto percentage = [&](const char* name, double euro) { return percent(name, share_of(euro, alone), 1); };
  const Message because{"analysis.scale.motive",
                        {percentage("expected", task.saving.band.mid), percentage("low", task.saving.band.low),
                         percentage("high", task.saving.band.high), percent("loss", task.saving.loss_chance)}};
  const double score = std::max(0.0, share_of(task.saving.band.mid, alone)) / full;
  MeasuredMotive out{task.task, "scale", {}, because};
  for (const auto& partner : task.model->partners)
    out.partners.push_back({partner.partner, std::min(1.0, score), because, task.trace});
  return out;
}

/// The time that a joint structure takes off the slowest partner's; all of it when alone it never gets done.
double time_gained(const projects::WeighedProject& project) {
  if (!project.months_together) return 0;
  if (!project.months_alone) return 1;
  return std::max(0.0, 1 - *project.months_together / *project.months_alone);
}

std::vector<MeasuredMotive> acceleration_motives(const projects::WeighedProject& weighed, const Study& study) {
  std::vector<MeasuredMotive> out;
  const auto project = std::ranges::find(study.projects, weighed.project, &Project::id);
  if (project == study.projects.end() || weighed.rows.empty()) return out;
  for (const auto& task : project->tasks) {
    MeasuredMotive motive{task, "acceleration", {}, weighed.says};
    for (const auto& row : weighed.rows)
      motive.partners.push_back({row.partner, time_gained(weighed), weighed.says, row.trace});
    out.push_back(std::move(motive));
  }
  return out;
}

}  // namespace

std::vector<MeasuredMotive> measured_motives(const Analysis& analysis, const Study& study, const MethodPack& pack) {
  std::vector<MeasuredMotive> out;
  const double full = parameter(pack, "priorities.saving_full");
  for (const auto& task : analysis.scale.tasks)
    if (task.model) out.push_back(scale_motive(task, full));
  for (const auto& project : analysis.projects.projects)
    std::ranges::move(acceleration_motives(project, study), std::back_inserter(out));
  return out;
}

}  // namespace koepel
