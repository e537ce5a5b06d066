// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"

namespace koepel::content {

/// A row of one of the pack's own tables: cells by column name, numbers read strictly, problems with file, line and
/// column.
class Row {
 public:
  Row(const std::vector<std::string>& columns, std::vector<std::string> cells, Origin where, Problems& problems)
      : columns_(&columns), cells_(std::move(cells)), where_(std::move(where)), problems_(&problems) {}

  [[nodiscard]] const std::string& cell(const char* column) const;
  /// A cell that must be filled in.
  [[nodiscard]] const std::string& text(const char* column) const;
  [[nodiscard]] double number(const char* column) const;
  [[nodiscard]] int whole(const char* column) const;
  /// "1" or "0".
  [[nodiscard]] bool flag(const char* column) const;
  /// Several values separated by "|"; none when the cell is empty.
  [[nodiscard]] std::vector<std::string> words(const char* column) const;

 private:
  [[nodiscard]] Origin at(const char* column) const;

  const std::vector<std::string>* columns_;
  std::vector<std::string> cells_;
  Origin where_;
  Problems* problems_;
};

/// Reads a table in the pack's strict CSV: UTF-8, semicolons, quotes doubled inside quotes, exactly these columns in
/// this order. `columns` must outlive the rows. Rows with another number of cells become problems and are left out.
[[nodiscard]] std::vector<Row> read_table(const std::string& file, const std::string& bytes,
                                          const std::vector<std::string>& columns, Problems& problems);

}  // namespace koepel::content
