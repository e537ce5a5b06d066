// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "projects/projects.h"
#include "projects/uncertain.h"

// One project on the desk: its efforts looked up, its ranges known. Inside the module.

namespace koepel::projects {

struct Desk {
  const Study& study;
  const MethodPack& pack;
  const Project& project;
  std::vector<const ProjectEffort*> efforts;  ///< of the partners that take part, in the study's order
  Uncertain uncertain;
};

/// Shares the joint cost over the partners by the project's key, and settles it with what each puts in.
void share_cost(const Desk& desk, WeighedProject& weighed);

/// Fills the ranges and chances from draws.
void add_ranges(const Desk& desk, WeighedProject& weighed);

/// The outcome in sentences.
void add_sentences(const Desk& desk, WeighedProject& weighed);

void add_steps(const Desk& desk, WeighedProject& weighed, Trace& trace);

}  // namespace koepel::projects
