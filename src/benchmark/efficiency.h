// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "benchmark/cost_regression.h"
#include "benchmark/figure_flags.h"
#include "benchmark/frontier.h"
#include "benchmark/second_stage.h"
#include "benchmark/spending.h"

namespace koepel::benchmark {

/// A municipality on the frontier that a partner is held against.
struct EfficiencyPeer {
  std::string municipality;
  double weight = 0;
  bool partner = false;
  bool comparable = false;  ///< one of the partner's comparable municipalities
};

/// How much of a partner's expenditure on a task field would do, if it worked as the best of its kind and size.
struct EfficiencyRow {
  std::string partner;
  FigureFlag flag = FigureFlag::fine;  ///< not fine: no score, and this is why
  std::optional<double> euro;
  std::optional<double> score;  ///< variable returns, as the frontier gives it; none: see flag and the field's missing
  double corrected = 0;         ///< the same without the flattery of a frontier made of those seen (bootstrap)
  double low = 0, high = 0;     ///< interval of the corrected score
  double scale = 0;             ///< what size itself costs, <= 1
  ScaleKind kind = ScaleKind::unknown;
  std::optional<double> from_expected;  ///< cost beside what the regression expects: -0.1 is ten percent cheaper
  std::vector<EfficiencyPeer> peers;    ///< partners first, then comparable municipalities, then others
  std::string trace;
};

struct ExcludedFigure {
  std::string municipality;
  FigureFlag flag = FigureFlag::fine;
  bool operator==(const ExcludedFigure&) const = default;
};

/// Who leads among the partners, by how much, and who can ride along.
struct Lead {
  std::string leader;  ///< empty: nobody, fewer than two partners have a score
  std::string second;
  double ahead = 0;    ///< difference of the two (corrected) scores
  bool clear = false;  ///< the leader's interval lies above that of the second
  std::vector<std::string>
      followers;  ///< partners at least benchmark.efficiency_margin behind, the leader's most first
  Message verdict;
};

/// One task field of the accounts: the frontier of all municipalities that filed, and the partners on or below it.
struct FieldEfficiency {
  std::string task_field;
  std::vector<std::string> tasks;    ///< of the study's list that are booked here
  std::vector<std::string> outputs;  ///< inhabitants | dwellings | land: what expenditure is held against (assumption)
  std::string outputs_parameter;     ///< pack parameter that chose them; empty: none, so inhabitants
  int units = 0;
  std::vector<ExcludedFigure> excluded;
  Message missing;                  ///< why there are no scores; empty otherwise
  std::vector<EfficiencyRow> rows;  ///< one per partner
  CostRegression regression;        ///< volume: the first of outputs; controls: urbanity, log of density
  SecondStage factors;              ///< size (log inhabitants), urbanity, density (log)
  Lead lead;
  std::string trace;
};

/// One task by the study's own figures: cost per unit of volume of the partners side by side.
struct TaskEfficiencyRow {
  std::string partner;
  Message missing;       ///< why it takes no part; empty otherwise
  double unit_cost = 0;  ///< euro
  double score = 0;      ///< constant returns: lowest unit cost / own
  double variable = 0;   ///< variable returns
  std::vector<EfficiencyPeer> peers;
  std::string trace;
};

struct TaskEfficiency {
  std::string task;
  std::string unit;
  std::vector<TaskEfficiencyRow> rows;  ///< one per partner that gave any figures
  Lead lead;
};

struct Efficiency {
  int year = 0;
  std::string kind;  ///< actual | budget; empty: no accounts were imported
  std::vector<Comparables> comparables;
  std::vector<FieldEfficiency> fields;
  std::vector<TaskEfficiency> tasks;   ///< those for which at least three partners gave cost and volume in one unit
  std::vector<std::string> unmatched;  ///< task fields that these accounts do not know
  Message missing;                     ///< why `fields` is empty; empty otherwise
  Message caution;                     ///< why `tasks` are only an indication; empty when there are none
  bool stopped = false;                ///< progress asked to stop: later fields are absent
  Trace trace;                         ///< "efficiency.<task field or task>", ".<partner>", ".scale", ".factors",
                                       ///< "efficiency.<partner>.comparables"
};

/// Who does the study's tasks with the least, by what, and who can ride along: per task field on the newest actual
/// accounts of all municipalities, and per task on the study's own figures. Everything that is chosen here (outputs per
/// kind of task, limits, replications) is a pack parameter "benchmark.efficiency_*". Same input, same bytes. About 50
/// ms per task field at 342 municipalities and 19 partners; under 5 ms for a region of 30.
[[nodiscard]] Efficiency compare_efficiency(const Study& study, const MethodPack& pack, const Reference& reference,
                                            const Progress& progress = {});

}  // namespace koepel::benchmark
