// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::projects {

/// One partner in a project: on its own, and in the joint structure.
struct ProjectRow {
  std::string partner;
  double hours_alone = 0;
  double hours_per_month = 0;             ///< own capacity for it
  double fte = 0;                         ///< that capacity in full-time jobs
  std::optional<double> months_alone;     ///< none: no capacity, so alone it never gets done
  std::optional<bool> in_time_alone;      ///< none: no deadline
  std::optional<double> short_per_month;  ///< hours per month that it lacks alone to meet the deadline; 0 when none
  double puts_in = 0;                     ///< hours in the joint structure, in proportion to capacity
  Money cost_alone;
  Money works_for;               ///< worth of what it puts in
  std::optional<Money> pays;     ///< its part of the joint cost by the key; none: the key cannot share
  std::optional<Money> settles;  ///< pays minus works_for: above zero it pays the others; sums to zero
  std::string trace;             ///< "projects.<project>.<partner>", ".pays"
};

/// A large incidental issue, each for itself beside together.
struct WeighedProject {
  std::string project;
  std::vector<ProjectRow> rows;  ///< partners with an effort, in the study's order
  double hours_alone = 0;        ///< all together
  double hours_together = 0;
  double capacity_per_month = 0;
  std::optional<double> months_alone;                   ///< of the slowest partner; none: somebody never gets it done
  std::optional<double> months_together;                ///< none: nobody has capacity
  std::optional<double> peak_alone, peak_together;      ///< hours per month needed to meet the deadline
  std::optional<bool> in_time_alone, in_time_together;  ///< alone: every partner; none: no deadline
  Money hourly_rate;
  Money cost_alone, cost_together;
  double fte_together = 0;
  std::vector<std::string> one_deep;  ///< partners whose own team is smaller than one full-time job
  // Over draws of the uncertain inputs (seeded): 10 %, mean, 90 %.
  Band alone_range, together_range, saved_range;
  std::optional<Band> months_range;
  double chance_of_saving = 0;                          ///< share of draws in which together takes fewer hours
  std::optional<double> chance_alone, chance_together;  ///< of meeting the deadline
  std::string key;                                      ///< cost key or driver
  Message key_missing;                                  ///< why the cost is not shared; empty otherwise
  Message says;                                         ///< the outcome in a sentence
  std::vector<Message> notes;                           ///< deadline, capacity, knowledge, partners without an effort
  Message missing;  ///< why it could not be weighed: no efforts, zero hours, one partner only
};

struct JointProjects {
  std::vector<WeighedProject> projects;  ///< in the study's order
  Message missing;                       ///< no projects; empty otherwise
  Trace trace;                           ///< "projects.<id>.alone|together|months|cost", "projects.<id>.<partner>"
};

/// Hours of a joint structure: the shared part once, at the size of the partner with the most work; the local rest of
/// everyone; and on top a share for coordination per partner after the first. `hours` not empty.
[[nodiscard]] double together_hours(double shared_share, double coordination_share, const std::vector<double>& hours);

/// Motive c: every project of the study alone and together: hours, duration against the deadline, peak load, who puts
/// in what and who pays by the key (the difference is settled in money), the team that comes of it. Ranges over
/// head.draws draws (stream "projects.<id>") of shared part, overrun and coordination. O(projects x draws x partners).
[[nodiscard]] JointProjects weigh_projects(const Study& study, const MethodPack& pack);

}  // namespace koepel::projects
