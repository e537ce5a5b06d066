// SPDX-License-Identifier: EUPL-1.2
// The cost of a joint project and its key in, what each pays, works for and settles out. The face is share_cost.
#include "projects/desk.h"
#include "settlement/key.h"

namespace koepel::projects {

namespace {

/// Only the partners that take part, with all that keys share by.
Study circle_of(const Desk& desk) {
  Study circle;
  for (const auto* effort : desk.efforts) circle.partners.push_back(*find_partner(desk.study, effort->partner));
  circle.gross_list = desk.study.gross_list;
  circle.packages = desk.study.packages;
  circle.figures = desk.study.figures;
  circle.driver_values = desk.study.driver_values;
  circle.cost_keys = desk.study.cost_keys;
  return circle;
}

/// What the figures of a key are about: the project's task, or its tasks as a package.
std::string subject_of(const Project& project, Study& circle) {
  if (project.tasks.size() == 1) return project.tasks.front();
  TaskPackage tasks;
  tasks.id = "project " + project.id;  // no id of a study has a space
  tasks.tasks = project.tasks;
  circle.packages.push_back(tasks);
  return tasks.id;
}

void settle(const std::vector<double>& shares, WeighedProject& weighed) {
  const auto pays = share_out(weighed.cost_together, shares);
  for (std::size_t i = 0; i < weighed.rows.size(); ++i) {
    weighed.rows[i].pays = pays[i];
    if (weighed.capacity_per_month > 0) weighed.rows[i].settles = pays[i] - weighed.rows[i].works_for;
  }
}

void worth_of_work(WeighedProject& weighed) {
  if (weighed.capacity_per_month <= 0) return;
  std::vector<double> capacity;
  for (const auto& row : weighed.rows) capacity.push_back(row.hours_per_month);
  const auto worth = share_out(weighed.cost_together, capacity);
  for (std::size_t i = 0; i < worth.size(); ++i) weighed.rows[i].works_for = worth[i];
}

}  // namespace

void share_cost(const Desk& desk, WeighedProject& weighed) {
  worth_of_work(weighed);
  Study circle = circle_of(desk);
  const auto subject = subject_of(desk.project, circle);
  const auto key = settlement::key_named(circle, desk.project.key);
  weighed.key = key.id;
  if (!settlement::knows_key(circle, desk.project.key)) {
    weighed.key_missing = {"projects.unknown_key", {word("key", desk.project.key)}};
    return;
  }
  const auto shares = settlement::shares_of(circle, subject, key);
  weighed.key_missing = shares.missing;
  if (shares.missing.empty()) settle(shares.shares, weighed);
}

}  // namespace koepel::projects
