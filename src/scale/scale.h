// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.h"
#include "model/reference.h"
#include "model/study.h"
#include "model/trace.h"
#include "scale/cashflow.h"
#include "scale/collection_case.h"
#include "scale/conditions.h"
#include "scale/figures.h"
#include "scale/inverse.h"
#include "scale/specialisation.h"

// Economies of scale: per task what the partners would save together, as a range, with "no saving" beside it and what
// research found; year by year; asked backwards; and the waste case. docs/methods/scale.md.

namespace koepel::scale {

/// What other parts decide about a task. All may be left empty.
struct ScaleChoices {
  std::map<std::string, FormWeight> weights;              ///< by task; else the catalogue's usual form
  std::vector<std::pair<std::string, double>> positions;  ///< task and place on the continuum, 0..100
  std::map<std::string, double> unit_cost_targets;        ///< by task, euro per unit; goes before join conditions
};

/// One reading of the research for the partners' scale: share of own cost that the change of scale would take off.
struct Reading {
  std::string cluster;
  double gain = 0;       ///< theoretical; below zero: dearer
  bool clamped = false;  ///< the scale lies outside what research saw: the border was used
};

struct TaskScale {
  std::string task;
  Message basis;                      ///< which model, on what; or why none
  std::vector<Message> missing;       ///< what was lacking or left out
  std::vector<std::string> evidence;  ///< ids of what research found for this kind of task; always shown beside
  std::vector<Reading> readings;      ///< several where research disagrees

  // Only with a model:
  std::optional<CostModel> model;
  Terms terms;  ///< likely values
  FormWeight weight = FormWeight::light;
  JointCost joint;            ///< all partners of the model together, likely
  Spread saving;              ///< euro per year once reached
  Spread net;                 ///< euro over ten years, cost of the change included
  double no_saving_year = 0;  ///< the scenario without any realised gain: euro per year ...
  double no_saving_net = 0;   ///< ... and over ten years; never above zero
  std::vector<CashFlow> flows;
  std::vector<BreakEven> break_evens;
  EfficientScale efficient;
  std::optional<UnitsNeeded> units;  ///< activity model
  bool target_given = false;         ///< false: the target is a small fall of today's cost per unit
  std::optional<Joiners> joiners;    ///< when a target was given, or partners are few
  std::vector<ConditionTest> conditions;

  std::optional<Specialisation> specialisation;  ///< when FTE of two partners is known; needs no model
  std::string trace;                             ///< step of the saving; empty without a model
};

struct Scale {
  std::vector<TaskScale> tasks;             ///< of the gross list, in its order
  std::vector<CollectionCase> collections;  ///< tasks of the waste cluster with volume in connections
  std::vector<Message> faults;              ///< estimates that could not be used
  bool complete = true;                     ///< false: stopped before the end
  Trace trace;
};

/// Everything of this part for every task on the gross list. Deterministic: draws of a task come from the stream
/// "scale.<task>". About 20 ms per task with figures and 10,000 draws.
[[nodiscard]] Scale estimate_scale(const Study& study, const MethodPack& pack, const Reference& reference,
                                   const ScaleChoices& choices = {}, const Progress& progress = {});

/// The result of a task; nullptr when it is not on the list.
[[nodiscard]] const TaskScale* find_scale(const Scale& scale, const std::string& task);

}  // namespace koepel::scale
