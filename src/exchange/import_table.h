// SPDX-License-Identifier: EUPL-1.2
// What the importers of open data share; for import_*.cpp and reference_files.cpp only.
#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/reference_files.h"
#include "exchange/sheet.h"

namespace koepel::exchange {

/// A sheet whose first row names its columns.
class Table {
 public:
  explicit Table(const Sheet& sheet);

  /// The column of this name, of any case; -1 when there is none.
  [[nodiscard]] int column(std::string_view name) const;
  /// The last column whose name begins so: publishers number their releases ("population_2023", "population_2024").
  [[nodiscard]] int last_column(std::string_view prefix) const;
  [[nodiscard]] bool has(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  [[nodiscard]] std::size_t size() const { return sheet_->rows.empty() ? 0 : sheet_->rows.size() - 1; }
  /// Row 0 is the first below the header. Empty for column -1.
  [[nodiscard]] const std::string& text(std::size_t row, int column) const;
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view name) const {
    return text(row, column(name));
  }
  [[nodiscard]] std::optional<double> number(std::size_t row, int column) const;
  [[nodiscard]] Origin where(std::size_t row, int column = -1) const;

 private:
  const Sheet* sheet_;
  std::vector<std::string> names_;  // lower case
};

/// A number with a decimal point or comma and no thousands signs, as publishers of data write it; none for other text.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);
/// Shortest text that plain_number reads back as the same number.
[[nodiscard]] std::string plain_text(double value);

/// A municipality that was merged away and where it went. `to` has more than one code when it was split up.
struct Merger {
  std::string code, name;
  std::vector<std::string> to;
};

/// What an importer works with. It adds to `result` and writes into `folder`.
struct Import {
  std::filesystem::path file;
  std::filesystem::path folder;
  const Reference& reference;
  std::set<std::string> only;  ///< empty: everything
  std::vector<Merger> mergers;
  std::vector<std::pair<std::string, std::string>> task_years;  ///< task field code -> "2023|2024"
  Imported& result;

  [[nodiscard]] bool wants(const std::string& code) const { return only.empty() || only.contains(code); }
  [[nodiscard]] const Merger* merger(const std::string& code) const;
  /// The name of a municipality, or its code when the reference table lacks it.
  [[nodiscard]] std::string name(const std::string& code) const;
  void problem(const std::string& code, Severity severity, Origin where, std::string_view found,
               std::vector<Arg> args = {}) const;
  /// Names in a list: "a, b en c"; more than `most` are counted as argument "<argument>_more".
  [[nodiscard]] std::vector<Arg> names(std::string_view argument, const std::vector<std::string>& codes,
                                       std::size_t most = 10) const;
  /// Writes a table of this publication in Koepel's format and notes its source; `columns` says what was taken of many.
  void write(const std::string& file_name, const std::vector<std::vector<std::string>>& rows,
             const std::string& columns = {}) const;
};

/// Notes in `folder`/sources.yaml where a file came from; publisher and licence follow from the kind of file.
struct NotedSource {
  std::string kind, taken_from, columns;
};
void note_source(const std::filesystem::path& folder, const std::string& file_name, const NotedSource& noted);
/// "Statistics Netherlands (CBS), CC BY 4.0", or empty when the folder does not say.
[[nodiscard]] std::string noted_source(const std::filesystem::path& folder, const std::string& file_name);

/// The four digits of a year in a file's name; 0 when there are none or more than one differ.
[[nodiscard]] int year_in_name(const std::filesystem::path& file);

void import_municipalities(const Table& table, Import& import);
void import_centroids(const Table& table, Import& import);
void import_mergers(const Table& table, Import& import);
void import_task_fields(const Table& table, Import& import);
void import_neighbours(const Table& table, Import& import);
void import_accounts(const Table& table, Import& import);
void import_statline_accounts(const Table& table, Import& import);
void import_arrangements(const Table& table, Import& import);
void import_arrangement_domains(const Table& table, Import& import);
void import_boundaries(const std::string& json, Import& import);

}  // namespace koepel::exchange
