// SPDX-License-Identifier: EUPL-1.2
// Open tables about municipalities in; municipalities.csv, mergers.csv and task_fields.csv out.
#include <algorithm>
#include <map>

#include "exchange/import_table.h"

namespace koepel::exchange {

namespace {

constexpr std::size_t most_problems = 20;

/// The municipalities that the folder holds already, else those of the reference table.
std::vector<Municipality> known_before(const Import& import) {
  auto known = read_reference({import.folder}).reference.municipalities;
  return known.empty() ? import.reference.municipalities : known;
}

void write_municipalities(std::vector<Municipality> all, const Import& import, const std::string& columns = {}) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::vector<std::vector<std::string>> rows{{"code", "name", "province", "inhabitants", "dwellings", "land_area_ha",
                                              "urbanity", "lon", "lat", "inhabitants_year", "inhabitants_before"}};
  const auto known = [](double value) {
    return value == 0 ? std::string() : plain_text(value);
  };  // none of these is ever zero
  for (const auto& m : all)
    rows.push_back({m.id, m.name, m.province, known(m.inhabitants), known(m.dwellings), known(m.land_area_ha),
                    known(m.urbanity), known(m.lon), known(m.lat), known(m.inhabitants_year),
                    known(m.inhabitants_before.value_or(0))});
  import.write("municipalities.csv", rows, columns);
}

/// A figure that must be a whole number above zero; a missing or wrong one is told and stays unknown.
double figure(const Table& table, std::size_t row, int column, const Import& import) {
  const auto value = table.number(row, column);
  if (value && *value > 0 && *value < 1e9) return *value;
  if (import.result.problems.size() < most_problems)
    import.problem("import.not-a-number", Severity::warning, table.where(row, column), table.text(row, column));
  return 0;
}

/// The year behind a column's name: "population_2025". 0: none.
int year_of(const Table& table, int column) {
  const auto name = column < 0 ? std::string() : table.names()[static_cast<std::size_t>(column)];
  const auto digits = name.substr(std::min(name.size(), name.rfind('_') + 1));
  const bool year = digits.size() == 4 && digits.find_first_not_of("0123456789") == digits.npos;
  return year ? std::stoi(digits) : 0;
}

/// One year earlier some municipalities did not exist yet: an empty cell is no fault.
std::optional<int> figure_if_any(const Table& table, std::size_t row, int column, const Import& import) {
  if (table.text(row, column).empty()) return std::nullopt;
  const auto value = static_cast<int>(figure(table, row, column, import));
  return value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

void import_municipalities(const Table& table, Import& import) {
  std::map<std::string, Municipality> before;
  for (auto& m : known_before(import)) before[m.id] = std::move(m);
  const int inhabitants = table.last_column("population_2"), dwellings = table.last_column("dwellings_2");
  const int area = table.last_column("land_area_ha"), urbanity = table.last_column("urbanity_2");
  const int year = year_of(table, inhabitants);
  const int inhabitants_before = table.column("population_" + std::to_string(year - 1));
  std::vector<Municipality> all;
  for (std::size_t row = 0; row < table.size(); ++row) {
    Municipality m = before[table.text(row, "gm_code")];  // keeps the centroid
    m.id = table.text(row, "gm_code");
    m.name = table.text(row, "name");
    m.province = table.text(row, "province");
    if (m.id.size() != 6 || !m.id.starts_with("GM")) {
      import.problem("import.unknown-municipality", Severity::error, table.where(row), m.id, {word("code", m.id)});
      continue;
    }
    if (!import.wants(m.id)) continue;
    m.inhabitants = static_cast<int>(figure(table, row, inhabitants, import));
    m.inhabitants_year = year;
    m.inhabitants_before = figure_if_any(table, row, inhabitants_before, import);
    m.dwellings = static_cast<int>(figure(table, row, dwellings, import));
    m.land_area_ha = figure(table, row, area, import);
    m.urbanity = static_cast<int>(figure(table, row, urbanity, import));
    all.push_back(m);
  }
  import.result.rows = all.size();
  std::string columns;
  for (const int column : {inhabitants, inhabitants_before, dwellings, area, urbanity})
    if (column >= 0) columns += (columns.empty() ? "" : ", ") + table.names()[static_cast<std::size_t>(column)];
  if (!all.empty()) write_municipalities(std::move(all), import, columns);
}

void import_centroids(const Table& table, Import& import) {
  auto all = known_before(import);
  if (all.empty()) return import.problem("import.needs-municipalities", Severity::error, {}, "");
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& code = table.text(row, "gm_code");
    const auto lon = table.number(row, table.column("centroid_lon")),
               lat = table.number(row, table.column("centroid_lat"));
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.id == code; });
    if (known == all.end() || !import.wants(code)) continue;
    if (!lon || !lat) {
      import.problem("import.not-a-number", Severity::error, table.where(row), code);
      continue;
    }
    known->lon = *lon;
    known->lat = *lat;
    ++import.result.rows;
  }
  if (import.result.rows > 0) write_municipalities(std::move(all), import);
}

void import_mergers(const Table& table, Import& import) {
  std::vector<std::vector<std::string>> rows{{"old_code", "old_name", "code", "name"}};
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& old_code = table.text(row, "old_gm_code");
    if (old_code.empty()) continue;  // older than the codes' register: no file can refer to it by code
    rows.push_back({old_code, table.text(row, "old_name"), table.text(row, table.last_column("new_gm_code")),
                    table.text(row, "new_name")});
  }
  import.result.rows = rows.size() - 1;
  import.write("mergers.csv", rows);
}

void import_task_fields(const Table& table, Import& import) {
  std::vector<std::vector<std::string>> rows{{"code", "name_nl", "years"}};
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string years;
    for (const auto& name : table.names())
      if (name.starts_with("in_2") && table.text(row, name) == "1")
        years += (years.empty() ? "" : "|") + name.substr(3);
    rows.push_back({table.text(row, "task_code"), table.text(row, "task_name_nl"), years});
  }
  import.result.rows = rows.size() - 1;
  import.write("task_fields.csv", rows);
}

}  // namespace koepel::exchange
