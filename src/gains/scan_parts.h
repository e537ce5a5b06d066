// SPDX-License-Identifier: EUPL-1.2
// The phases of scan_country, each with what it hands to the next; for scan*.cpp only.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "benchmark/accounts_desk.h"
#include "coalition/candidates.h"
#include "gains/scan.h"
#include "scale/model.h"
#include "scale/terms.h"

namespace koepel::gains {

/// What everything is computed with. `model` holds whoever takes part; `rows[i]` is the row of its partner i.
struct ScanDesk {
  const MethodPack& pack;
  const Reference& reference;
  const Accounts* accounts = nullptr;
  const ScaleCluster* cluster = nullptr;
  scale::CostModel model;
  std::vector<std::size_t> rows;
  std::vector<coalition::Pair> borders;  ///< between partners of the model
  scale::TermRanges ranges;
  scale::Terms likely;
  scale::TermRanges house_ranges;  ///< with an organisation of its own
};

/// Field, cluster, rows with their places, and the cost model of whoever takes part.
[[nodiscard]] Result<ScanDesk> prepare_scan(const MethodPack& pack, const Reference& reference, const ScanOrder& order,
                                            Scan& out);

/// Every set of neighbours that saves, with whoever stays alone; and for each row the best groups it could be in.
/// False: stopped.
[[nodiscard]] bool list_groups(const ScanDesk& desk, Scan& out, coalition::Candidates& candidates,
                               const Progress& progress);

/// Groups, shares, ranges and totals of a division.
void weigh_division(const ScanDesk& desk, const coalition::Division& division, const ScanOrder& order, Scan& out,
                    const Progress& progress);

/// What research says of the cost per inhabitant, with its numbers.
[[nodiscard]] Message curve_of(const ScaleCluster& cluster);
void say_scan(const ScanDesk& desk, Scan& out);
void trace_scan(const ScanDesk& desk, Scan& out);

/// Municipalities are no partners of a study: their names come from the reference table, the code when it has none.
[[nodiscard]] std::string name_of(const ScanDesk& desk, const std::string& municipality);
[[nodiscard]] Arg names_arg(const char* name, const ScanDesk& desk, const std::vector<std::string>& municipalities);

/// "scan.7.3"
[[nodiscard]] std::string scan_root(const Scan& scan);

}  // namespace koepel::gains
