// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>

#include "benchmark/accounts_desk.h"
#include "benchmark/efficiency.h"

// Between the files of the comparison of efficiency; for efficiency*.cpp only.

namespace koepel::benchmark {

/// A desk with the partners as municipalities and their comparables.
struct EfficiencyDesk {
  Desk desk;
  std::vector<Municipality> municipalities;  ///< in the accounts, and the partners; by code
  std::map<std::string, std::set<std::string>> comparables;
};

[[nodiscard]] FieldEfficiency compare_field(const std::string& field, const EfficiencyDesk& desk,
                                            const Progress& progress, Trace& trace);
[[nodiscard]] std::vector<TaskEfficiency> compare_tasks(const Study& study, const MethodPack& pack, Trace& trace);

/// Scores with their intervals, of partners that have one.
struct Contender {
  std::string partner;
  double score = 0, low = 0, high = 0;
};
/// `subject` says what it is about: a task field (word) or a task (term).
[[nodiscard]] Lead lead_of(std::vector<Contender> contenders, double margin, const Arg& subject);

void add_field_steps(FieldEfficiency& field, const EfficiencyDesk& desk, Trace& trace);

}  // namespace koepel::benchmark
