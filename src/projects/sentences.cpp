// SPDX-License-Identifier: EUPL-1.2
// A weighed project in, what to tell about it out. The face is add_sentences.
#include <algorithm>

#include "projects/desk.h"

namespace koepel::projects {

namespace {

Arg name_of(const Desk& desk) { return term("project", "project", desk.project.id); }

Message outcome(const Desk& desk, const WeighedProject& weighed) {
  return {weighed.hours_together < weighed.hours_alone ? "projects.says.saves" : "projects.says.costs_more",
          {name_of(desk), number("alone", weighed.hours_alone), number("together", weighed.hours_together),
           number("alone_low", weighed.alone_range.low), number("alone_high", weighed.alone_range.high),
           number("low", weighed.together_range.low), number("high", weighed.together_range.high),
           percent("chance", weighed.chance_of_saving)}};
}

std::vector<std::string> late_alone(const WeighedProject& weighed) {
  std::vector<std::string> late;
  for (const auto& row : weighed.rows)
    if (row.in_time_alone && !*row.in_time_alone) late.push_back(row.partner);
  return late;
}

void say_deadline(const Desk& desk, WeighedProject& weighed) {
  if (!weighed.in_time_together) return;
  const auto months = number("deadline", *desk.project.deadline_months);
  const auto late = late_alone(weighed);
  if (!late.empty())
    weighed.notes.push_back({"projects.note.late_alone", {months, terms("partners", "partner", late)}});
  weighed.notes.push_back({*weighed.in_time_together ? "projects.note.in_time_together" : "projects.note.late_together",
                           {months, percent("chance", weighed.chance_together.value_or(0))}});
}

void say_capacity(WeighedProject& weighed) {
  std::vector<std::string> none;
  for (const auto& row : weighed.rows)
    if (row.hours_per_month <= 0) none.push_back(row.partner);
  if (none.empty()) return;
  if (weighed.capacity_per_month <= 0)
    weighed.notes.push_back({"projects.note.nobody_has_capacity", {}});
  else
    weighed.notes.push_back({"projects.note.no_capacity", {terms("partners", "partner", none)}});
}

void say_knowledge(WeighedProject& weighed) {
  if (weighed.one_deep.empty() || weighed.capacity_per_month <= 0) return;
  weighed.notes.push_back({weighed.fte_together >= 1 ? "projects.note.knowledge" : "projects.note.thin_together",
                           {terms("partners", "partner", weighed.one_deep), number("fte", weighed.fte_together, 1)}});
}

void say_absent(const Desk& desk, WeighedProject& weighed) {
  std::vector<std::string> absent, idle;
  for (const auto& partner : desk.study.partners)
    if (std::none_of(weighed.rows.begin(), weighed.rows.end(),
                     [&](const ProjectRow& row) { return row.partner == partner.id; }))
      absent.push_back(partner.id);
  for (const auto& row : weighed.rows)
    if (row.hours_alone <= 0) idle.push_back(row.partner);
  if (!absent.empty()) weighed.notes.push_back({"projects.note.no_effort", {terms("partners", "partner", absent)}});
  if (!idle.empty()) weighed.notes.push_back({"projects.note.zero_hours", {terms("partners", "partner", idle)}});
}

}  // namespace

void add_sentences(const Desk& desk, WeighedProject& weighed) {
  weighed.says = outcome(desk, weighed);
  say_deadline(desk, weighed);
  say_capacity(weighed);
  say_knowledge(weighed);
  say_absent(desk, weighed);
}

}  // namespace koepel::projects
