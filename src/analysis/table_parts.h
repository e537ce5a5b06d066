// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.h"

// What every table of an analysis is put together from.

namespace koepel {

/// A table without rows: title analysis.table.<id>, columns analysis.column.<name>.
[[nodiscard]] Table start_table(const char* id, std::initializer_list<const char*> columns);
/// `step` opens the row's header and each figure that has no step of its own; empty when nothing does.
void add_row(Table& table, std::vector<TableCell> cells, const std::string& step);

/// "unknown" where there is no value: never a zero.
[[nodiscard]] Arg unknown_cell();
[[nodiscard]] Arg optional_number(const std::optional<double>& value, int decimals);
[[nodiscard]] Arg optional_money(const std::optional<Money>& value);
/// To the cent: what one of something costs.
[[nodiscard]] Arg euro_cell(double amount);
/// Expected yearly amounts: cents would promise what nobody knows. The typed parts keep them.
[[nodiscard]] Arg whole_euros(Money amount);

}  // namespace koepel
