// SPDX-License-Identifier: EUPL-1.2
// The register of joint arrangements in: who takes part, and in what field; arrangements_<year>.csv and
// arrangement_domains_<year>.csv out.
#include <algorithm>
#include <map>

#include "exchange/import_table.h"

namespace koepel::exchange {

namespace {

/// The year of the register, from the file's name; 0 after having asked for it.
int register_year(Import& import) {
  const int year = year_in_name(import.file);
  if (year == 0) import.problem("import.register-year-missing", Severity::error, {}, import.file.filename().string());
  return year;
}

/// The newest division that members were mapped to: "gm_code_2023".
int code_column(const Table& table) {
  std::string best;
  for (const auto& name : table.names())
    if (name.starts_with("gm_code_") && name.size() == 12 && name > best) best = name;
  return table.column(best);
}

struct Member {
  std::string name;
  std::vector<std::string> codes;
};

std::string joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const auto& code : codes) out += (out.empty() ? "" : "|") + code;
  return out;
}

}  // namespace

void import_arrangements(const Table& table, Import& import) {
  const int year = register_year(import);
  if (year == 0) return;
  const int member_column = code_column(table);
  std::map<std::string, Member> arrangements;
  std::size_t split = 0, unmapped = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    Member& arrangement = arrangements[table.text(row, "gr_id")];
    arrangement.name = table.text(row, "gr_name");
    if (table.text(row, "participant_type") != "municipality")
      continue;  // water boards and provinces are no partners here
    const std::string& code = table.text(row, member_column);
    split += table.text(row, "mapping") == "split";
    unmapped += code.empty();
    auto& codes = arrangement.codes;
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  std::vector<std::vector<std::string>> rows{{"id", "name", "members"}};
  for (auto& [id, arrangement] : arrangements) {
    std::sort(arrangement.codes.begin(), arrangement.codes.end());
    const bool wanted =
        std::any_of(arrangement.codes.begin(), arrangement.codes.end(), [&](const auto& c) { return import.wants(c); });
    if (wanted) rows.push_back({id, arrangement.name, joined(arrangement.codes)});
  }
  if (split > 0)
    import.problem("import.split-member", Severity::warning, {}, std::to_string(split),
                   {number("n", static_cast<double>(split))});
  if (unmapped > 0)
    import.problem("import.unmapped-member", Severity::warning, {}, std::to_string(unmapped),
                   {number("n", static_cast<double>(unmapped))});
  import.result.rows = rows.size() - 1;
  if (rows.size() > 1) import.write("arrangements_" + std::to_string(year) + ".csv", rows);
}

void import_arrangement_domains(const Table& table, Import& import) {
  const int year = register_year(import);
  if (year == 0) return;
  std::vector<std::vector<std::string>> rows{{"id", "domain"}};
  for (std::size_t row = 0; row < table.size(); ++row)
    rows.push_back({table.text(row, "gr_id"), table.text(row, "domain_guess")});
  import.result.rows = rows.size() - 1;
  import.write("arrangement_domains_" + std::to_string(year) + ".csv", rows);
}

}  // namespace koepel::exchange
