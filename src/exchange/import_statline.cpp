// SPDX-License-Identifier: EUPL-1.2
// Accounts as Statistics Netherlands offers them for download in (a row per municipality, task field or balance sheet
// item, and category, in 1,000 euro); accounts per report out. docs/methods/open-data.md says what the columns and
// codes mean.
#include <algorithm>
#include <set>

#include "exchange/import_accounts.h"

namespace koepel::exchange {

namespace {

/// What a municipality gave in each release of the report; a later release replaces an earlier one as a whole.
struct Releases {
  std::vector<std::map<std::string, Amounts>> by_release;
};

/// The first word of a key or label: "0.1   ", "T0.1", "0.1 Bestuur" are all "0.1".
std::string first_word(const std::string& text) {
  std::string out = text.substr(0, text.find(' '));
  if (out.size() > 1 && out[0] == 'T' && out[1] >= '0' && out[1] <= '9') out.erase(0, 1);
  return out;
}

/// None for ".", for nothing, and for the number that Statistics Netherlands writes where nothing was filed.
std::optional<double> amount(const std::string& text) {
  if (text == "-99998" || text == "-99999") return std::nullopt;
  return plain_number(text);
}

class Statline {
 public:
  Statline(const Table& table, Import& import) : table_(table), import_(import), homes_(import) {
    municipality_ = starting("gemeente");
    task_ = starting("taakveld");
    category_ = starting("categorie");
    report_ = starting("verslagsoort");
    period_ = starting("periode");
    for (std::size_t i = 0; i < table.names().size(); ++i)
      if (table.names()[i].starts_with("k_") || table.names()[i].find("plaatsing") != std::string::npos)
        releases_.push_back(static_cast<int>(i));
    for (std::size_t row = 0; row < table.size(); ++row) categories_.insert(first_word(table.text(row, category_)));
  }

  void read() {
    for (std::size_t row = 0; row < table_.size(); ++row) read_row(row);
    if (quarters_ > 0)
      import_.problem("import.quarter", Severity::warning, {}, std::to_string(quarters_), {number("n", quarters_)});
    if (no_report_)
      return import_.problem("import.year-missing", Severity::error, {}, import_.file.filename().string());
    for (auto& [report, municipalities] : reports_) finish(report.first, report.second, municipalities);
  }

 private:
  int starting(std::string_view prefix) const {
    const auto& names = table_.names();
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.starts_with(prefix); });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
  }

  /// A category that has categories below it is their sum and would count twice.
  bool is_sum(const std::string& category) const {
    const auto next = categories_.upper_bound(category + ".");
    return category.size() < 2 || (next != categories_.end() && next->starts_with(category + "."));
  }

  Report report_of(std::size_t row) const {
    Report report = report_in(table_.text(row, report_) + " " + table_.text(row, period_));
    const Report of_file = report_in(import_.file.stem().string());
    if (report.year == 0) report.year = of_file.year;
    if (report.kind.empty()) report.kind = of_file.kind;
    return report;
  }

  void read_row(std::size_t row) {
    const std::string category = first_word(table_.text(row, category_)), task = first_word(table_.text(row, task_));
    const bool spent = category.starts_with('L'), earned = category.starts_with('B');
    if (!is_task_code(task) || !(spent || earned) || is_sum(category))
      return;  // balance sheet, opening and closing positions, sums
    const Report report = report_of(row);
    if (report.kind == "quarter") return void(++quarters_);
    if (report.year == 0 || report.kind.empty()) return void(no_report_ = true);
    const std::string& home = homes_.find(table_.text(row, municipality_), table_.where(row, municipality_));
    if (home.empty()) return;
    auto& municipality = reports_[{report.year, report.kind}][home].by_release;
    municipality.resize(releases_.size());
    for (std::size_t i = 0; i < releases_.size(); ++i) {
      const auto value = amount(table_.text(row, releases_[i]));
      if (!value) continue;
      Amounts& amounts = municipality[i][task];
      (spent ? amounts.expenditure : amounts.revenue) += *value;
    }
  }

  void finish(int year, const std::string& kind, std::map<std::string, Releases>& municipalities) {
    AccountsDraft draft{year, kind, {}};
    for (auto& [code, releases] : municipalities) {
      auto& tasks = draft.by_municipality[code];
      for (auto& release : releases.by_release)
        if (!release.empty()) tasks = std::move(release);
    }
    finish_accounts(std::move(draft), import_);
  }

  const Table& table_;
  Import& import_;
  Homes homes_;
  int municipality_ = -1, task_ = -1, category_ = -1, report_ = -1, period_ = -1;
  std::vector<int> releases_;
  std::set<std::string> categories_;
  std::map<std::pair<int, std::string>, std::map<std::string, Releases>> reports_;
  int quarters_ = 0;
  bool no_report_ = false;
};

}  // namespace

void import_statline_accounts(const Table& table, Import& import) { Statline(table, import).read(); }

}  // namespace koepel::exchange
