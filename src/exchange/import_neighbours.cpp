// SPDX-License-Identifier: EUPL-1.2
// A table of neighbours in; neighbours.csv with the shared boundaries on land out.
#include <algorithm>

#include "exchange/import_table.h"

namespace koepel::exchange {

void import_neighbours(const Table& table, Import& import) {
  const int km_column = table.column("km");
  std::vector<std::vector<std::string>> rows{{"a", "b", "km"}};
  std::set<std::string> on_land;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string &a = table.text(row, "gm_code_a"), &b = table.text(row, "gm_code_b");
    const auto km = table.number(row, km_column);
    if (table.text(row, "kind") != "land") continue;  // across water nobody drives a refuse lorry
    on_land.insert({a, b});
    if (!import.wants(a) && !import.wants(b)) continue;
    if (!km || *km < 0) {
      import.problem("import.not-a-number", Severity::error, table.where(row, km_column), table.text(row, km_column));
      continue;
    }
    rows.push_back({a, b, plain_text(*km)});
  }
  std::vector<std::string> islands;
  for (const auto& m : import.reference.municipalities)
    if (import.wants(m.id) && !on_land.contains(m.id)) islands.push_back(m.id);
  if (!islands.empty())
    import.problem("import.no-land-neighbour", Severity::warning, {}, islands.front(), import.names("who", islands));
  import.result.rows = rows.size() - 1;
  if (rows.size() > 1) import.write("neighbours.csv", rows);
}

}  // namespace koepel::exchange
