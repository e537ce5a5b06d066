// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::benchmark {

/// What a partner spends on a task field, net of nothing: expenditure per inhabitant, beside its comparables.
struct SpendingRow {
  std::string partner;
  std::string task_field;
  std::optional<double> per_inhabitant;  ///< euro; none when not filed
  double comparable_median = 0;  ///< euro per inhabitant, over comparables that filed; no meaning when comparables is 0
  double comparable_low = 0;     ///< first quartile
  double comparable_high = 0;    ///< third quartile
  int comparables = 0;           ///< that have a figure for this task field
  bool outlier = false;          ///< outside the quartiles by more than 1.5 times their distance
};

struct Comparables {
  std::string partner;
  std::vector<std::string> municipalities;  ///< nearest first
  std::string trace;
};

struct Spending {
  int year = 0;
  std::string kind;  ///< actual | budget; empty: no accounts were imported
  std::vector<Comparables> comparables;
  std::vector<SpendingRow> rows;       ///< partners x task fields, task fields of the study's tasks
  std::vector<std::string> not_filed;  ///< partners whose return is all zeros
  std::vector<std::string>
      unmatched;    ///< task fields of the study's tasks that these accounts do not know, not even renumbered
  Message missing;  ///< why there is nothing to show; empty otherwise
  Trace trace;      ///< "spending.<partner>.<task field>", "spending.<partner>.comparables"
};

/// Spending per task field for each partner and its comparables (nearest in size, urbanity and density; number and
/// weights are pack parameters "benchmark.*"), from the newest actual accounts, else the newest budget. Empty when
/// nothing was imported.
[[nodiscard]] Spending compare_spending(const Study& study, const MethodPack& pack, const Reference& reference);

}  // namespace koepel::benchmark
