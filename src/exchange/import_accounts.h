// SPDX-License-Identifier: EUPL-1.2
// Between reading accounts and writing them; for import_accounts*.cpp and import_statline.cpp only.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "exchange/import_table.h"

namespace koepel::exchange {

/// Expenditure and revenue in thousands of euros, as published.
struct Amounts {
  double expenditure = 0, revenue = 0;
};

/// One publication on its way in: municipality -> task field -> amounts. A municipality that is in the file but gave no
/// figure has an entry without task fields.
struct AccountsDraft {
  int year = 0;
  std::string kind;  ///< actual | budget
  std::map<std::string, std::map<std::string, Amounts>> by_municipality;
};

/// Where the amounts of a code in the file belong today: itself, the successor of a merger, or nowhere (empty). Each
/// code that is not simply itself is told once.
class Homes {
 public:
  explicit Homes(Import& import) : import_(import) {}
  /// `code` may also be a name, as some downloads have it.
  const std::string& find(const std::string& code, const Origin& where);

 private:
  std::string settle(const std::string& code, const Origin& where);
  Import& import_;
  std::map<std::string, std::string> known_;
};

/// Year and kind from words such as "2024X005", "iv3_2023_budget", "Jaarrekening 2023"; 0 and empty where they are not
/// said. The kind is "quarter" for a quarterly report.
struct Report {
  int year = 0;
  std::string kind;
};
[[nodiscard]] Report report_in(std::string_view words);

/// "6.71a", "0.10"; not a balance sheet item, not a date that a spreadsheet made of 1.2.
[[nodiscard]] bool is_task_code(std::string_view code);

/// Names every trap that is in the draft, as warnings.
void tell_traps(const AccountsDraft& draft, Import& import);
/// Merges, filters, checks and writes accounts_<year>_<kind>.csv.
void finish_accounts(AccountsDraft draft, Import& import);

}  // namespace koepel::exchange
