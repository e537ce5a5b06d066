// SPDX-License-Identifier: EUPL-1.2
// One open-data file in; recognised by what is in it, handed to its importer, and told what became of it.
#include <algorithm>

#include "exchange/encoding.h"
#include "exchange/files.h"
#include "exchange/import_table.h"
#include "exchange/trim.h"

namespace koepel::exchange {

namespace {

struct Layout {
  const char* kind;
  std::initializer_list<std::string_view> columns;
  void (*import)(const Table&, Import&);  // none: known, but Koepel has no use for it yet
};

// The first layout whose columns are all there is the file's.
const Layout layouts[] = {
    {"accounts", {"gm_code", "task_code", "expenditure_keur", "revenue_keur"}, import_accounts},
    {"neighbours", {"gm_code_a", "gm_code_b", "kind", "km"}, import_neighbours},
    {"centroids", {"gm_code", "centroid_lon", "centroid_lat"}, import_centroids},
    {"mergers", {"old_gm_code", "old_name", "new_name"}, import_mergers},
    {"task_fields", {"task_code", "task_name_nl"}, import_task_fields},
    {"arrangements", {"gr_id", "gr_name", "participant_type", "mapping"}, import_arrangements},
    {"arrangement_domains", {"gr_id", "domain_guess"}, import_arrangement_domains},
    {"municipalities", {"gm_code", "name", "province", "safety_region_code"}, import_municipalities},
    {"social_profile", {"gm_code_2021", "avg_household_size"}, nullptr},
    {"regioatlas", {"region_type", "gm_code_2016", "region"}, nullptr},
};

/// Columns as in StatLine downloads, whose names carry suffixes and spaces that differ per download.
bool is_statline(const Table& table) {
  const auto starts = [&](std::string_view prefix) {
    return std::any_of(table.names().begin(), table.names().end(),
                       [&](const auto& name) { return name.starts_with(prefix); });
  };
  return starts("gemeente") && starts("taakveld") && starts("categorie");
}

std::vector<Merger> read_mergers(const std::filesystem::path& folder) {
  std::vector<Merger> mergers;
  const auto path = folder / "mergers.csv";
  if (!std::filesystem::exists(path)) return mergers;
  const auto reading = read_csv(read_file(path), path.string());
  const Table table(reading.sheet);
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& code = table.text(row, "old_code");
    auto found = std::find_if(mergers.begin(), mergers.end(), [&](const auto& m) { return m.code == code; });
    if (found == mergers.end()) found = mergers.insert(found, {code, table.text(row, "old_name"), {}});
    found->to.push_back(table.text(row, "code"));
  }
  return mergers;
}

std::vector<std::pair<std::string, std::string>> read_task_years(const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::string>> years;
  const auto path = folder / "task_fields.csv";
  if (!std::filesystem::exists(path)) return years;
  const auto reading = read_csv(read_file(path), path.string());
  const Table table(reading.sheet);
  for (std::size_t row = 0; row < table.size(); ++row)
    years.emplace_back(table.text(row, "code"), table.text(row, "years"));
  return years;
}

std::set<std::string> split_codes(const std::string& text) {
  std::set<std::string> codes;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    if (const auto code = trim(std::string_view(text).substr(at, end - at)); !code.empty()) codes.emplace(code);
    at = end + 1;
  }
  return codes;
}

/// A file's own folder first, then the delivered one: what is needed to understand an old or new file.
template <class Read>
auto first_of(const Import& import, const Read& read) {
  auto own = read(import.folder);
  return own.empty() ? read(delivered_reference()) : own;
}

void import_sheet(const Sheet& sheet, Import& import) {
  const Table table(sheet);
  for (const auto& layout : layouts) {
    if (!table.has(layout.columns)) continue;
    import.result.kind = layout.kind;
    if (layout.import) return layout.import(table, import);
    return import.problem("import.not-used", Severity::warning, {}, layout.kind, {word("kind", layout.kind)});
  }
  if (is_statline(table)) {
    import.result.kind = "accounts";
    return import_statline_accounts(table, import);
  }
  std::string header;
  for (const auto& name : table.names()) header += (header.empty() ? "" : ";") + name;
  import.problem("import.unknown-layout", Severity::error, {}, header);
}

void import_bytes(const std::string& bytes, Import& import) {
  const auto add = [&](const Problems& more) {
    import.result.problems.insert(import.result.problems.end(), more.begin(), more.end());
  };
  std::string buffer;
  if (trim(to_utf8(std::string_view(bytes).substr(0, 4096), buffer)).starts_with('{')) {
    import.result.kind = "boundaries";
    return import_boundaries(bytes, import);
  }
  if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF")) {
    const auto sheets = read_workbook(bytes, import.result.file);
    if (sheets && !sheets->empty()) return import_sheet(sheets->front(), import);
    if (!sheets) add(sheets.error());
    return;
  }
  CsvReading reading = read_csv(bytes, import.result.file);
  add(reading.problems);
  import_sheet(reading.sheet, import);
}

}  // namespace

Imported import_open_data(const std::filesystem::path& file, const std::filesystem::path& folder,
                          const Reference& reference, const std::string& only_municipalities) {
  Imported result;
  result.kind = "unknown";
  result.file = file.filename().string();
  Import import{file, folder, reference, split_codes(only_municipalities), {}, {}, result};
  import.mergers = first_of(import, read_mergers);
  import.task_years = first_of(import, read_task_years);
  for (const auto& code : import.only)
    if (!reference.municipalities.empty() && !find_municipality(reference, code))
      import.problem("import.unknown-municipality", Severity::error, {}, code, {word("code", code)});
  import_bytes(read_file(file), import);
  const bool wanted_more = result.rows == 0 && !has_errors(result.problems) && result.kind != "unknown";
  if (wanted_more && std::none_of(result.problems.begin(), result.problems.end(),
                                  [](const auto& p) { return p.code == "import.not-used"; }))
    import.problem("import.nothing-taken", Severity::error, {}, only_municipalities);
  return result;
}

}  // namespace koepel::exchange
