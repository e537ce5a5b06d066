// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "report/draft.h"

namespace koepel::report {

/// Which table of the analysis, and how much of it.
struct PrintedTable {
  std::string id;
  std::vector<std::string> columns = {};  ///< in the table's order; empty: all
  std::vector<double> widths = {};        ///< of those columns, relative
  std::vector<std::string> about = {};    ///< ids in the first column; empty: all rows
  std::string note = {};
  std::size_t most = 1000;  ///< rows
};

/// Adds the table; false when the analysis has no such rows.
bool print_table(Draft& draft, const PrintedTable& asked);

/// nullptr when there is none.
[[nodiscard]] const Table* find_table(const Analysis& analysis, const std::string& id);

}  // namespace koepel::report
