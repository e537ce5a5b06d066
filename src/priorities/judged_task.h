// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "priorities/facts.h"
#include "priorities/feasibility.h"
#include "priorities/motives.h"
#include "priorities/packages.h"
#include "priorities/priorities.h"
#include "priorities/settings.h"

namespace koepel::priorities {

/// What all tasks of a study share.
struct Bench {
  const Study& study;
  const Climate& climate;
  Facts facts;
  Settings settings;
  std::vector<std::string> motives;  ///< ids, in the pack's order
  WeightDraws weights;
  std::vector<double> centre;  ///< mean weight per motive over the draws
};

/// A task with everything its outcome was made from.
struct JudgedTask {
  const TaskFacts* facts = nullptr;
  std::vector<MotiveOfTask> motives;
  std::vector<ScoredPart> parts;
  const Arrangement* of_all = nullptr;
  Standing standing;
  TaskPriority outcome;  ///< without rank and reasons
};

[[nodiscard]] JudgedTask judge(const TaskFacts& facts, const Bench& bench);

/// Fills why and why_not: what carries the task, what brakes it, and who is not ready yet.
void explain(JudgedTask& task, const Bench& bench);

/// The steps of one task: motives, value, feasibility, rank and package, down to the cells they came from.
void add_steps(const JudgedTask& task, const Bench& bench, Trace& trace);
/// The steps that tasks share: the weight of every motive, and the tasks that were left out.
void add_shared_steps(const Bench& bench, Trace& trace);
/// "priorities.list", "priorities.package.<package>", "priorities.group.<group>": how many tasks.
void add_counts(const MethodPack& pack, const Priorities& judged, Trace& trace);
/// "priorities.presets": which share of the scores is the catalogue's; nothing when none is.
void add_presets(const Priorities& judged, Trace& trace);

}  // namespace koepel::priorities
