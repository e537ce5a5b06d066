// SPDX-License-Identifier: EUPL-1.2
// Accounts with a row per municipality and task field in; accounts_<year>_<kind>.csv out.
#include "exchange/import_accounts.h"

#include <algorithm>

namespace koepel::exchange {

bool is_task_code(std::string_view code) {
  if (!code.empty() && code.back() >= 'a' && code.back() <= 'z') code.remove_suffix(1);
  const bool shape = code.size() >= 3 && code.size() <= 5 && code[1] == '.';
  return shape && code.find_first_not_of("0123456789", 2) == code.npos && code[0] >= '0' && code[0] <= '9';
}

Report report_in(std::string_view words) {
  std::string text(words);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  const auto says = [&](std::initializer_list<const char*> any) {
    return std::any_of(any.begin(), any.end(), [&](const char* piece) { return text.find(piece) != text.npos; });
  };
  Report report;
  for (std::size_t at = 0; at + 4 <= text.size() && report.year == 0; ++at)
    if (text.compare(at, 2, "20") == 0 && text.substr(at, 4).find_first_not_of("0123456789") == text.npos)
      report.year = std::stoi(text.substr(at, 4));
  if (says({"x001", "x002", "x003", "x004", "kwartaal", "quarter"}))
    report.kind = "quarter";
  else if (says({"x000", "begroting", "budget"}))
    report.kind = "budget";
  else if (says({"x005", "rekening", "actual", "realisatie"}))
    report.kind = "actual";
  return report;
}

const std::string& Homes::find(const std::string& code, const Origin& where) {
  const auto [at, fresh] = known_.try_emplace(code);
  if (fresh) at->second = settle(code, where);
  return at->second;
}

std::string Homes::settle(const std::string& code, const Origin& where) {
  const auto& all = import_.reference.municipalities;
  if (find_municipality(import_.reference, code) || (all.empty() && code.starts_with("GM"))) return code;
  const std::string bare = code.substr(0, code.find(" ("));  // "Groningen (gemeente)"
  for (const auto& m : all)
    if (m.name == code || m.name == bare) return m.id;
  const Merger* merger = import_.merger(code);
  if (merger && merger->to.size() == 1) {
    if (import_.wants(merger->to.front()))
      import_.problem("import.merged-municipality", Severity::warning, where, code,
                      {word("old", merger->name), word("new", import_.name(merger->to.front()))});
    return merger->to.front();
  }
  if (merger)
    import_.problem("import.split-municipality", Severity::error, where, code, {word("old", merger->name)});
  else
    import_.problem("import.unknown-municipality", Severity::error, where, code, {word("code", code)});
  return {};
}

namespace {

/// Task fields that stand twice for one municipality. When codes were read as numbers, "0.10" became a second "0.1":
/// neither row can be trusted, so both go.
class Doubles {
 public:
  /// `code` as in the file, `home` where its amounts go.
  void note(const std::string& code, const std::string& home, const std::string& task, const Origin& where) {
    if (!seen_[code].try_emplace(task, where).second) doubles_[task][code] = home;
  }

  void remove_from(AccountsDraft& draft, Import& import) const {
    for (const auto& [task, municipalities] : doubles_) {
      const auto& [code, home] = *municipalities.begin();
      const auto& of_first = seen_.at(code);
      const bool collapsed = !of_first.contains(task + "0");
      import.problem(collapsed ? "import.task-code-collapsed" : "import.double-row", Severity::error, of_first.at(task),
                     task,
                     {word("code", task), word("longer", task + "0"),
                      number("n", static_cast<double>(municipalities.size())), word("first", import.name(home))});
      for (const auto& entry : municipalities) draft.by_municipality[entry.second].erase(task);
    }
  }

 private:
  std::map<std::string, std::map<std::string, Origin>> seen_;
  std::map<std::string, std::map<std::string, std::string>> doubles_;
};

/// Rows that cannot be taken, by what is wrong: told once each with their number and first place.
class Left {
 public:
  void out(const std::string& problem, const Origin& where, const std::string& found) {
    auto& entry = by_problem_[problem];
    if (entry.n++ == 0) entry.where = where, entry.found = found;
  }
  void tell(Import& import) const {
    for (const auto& [problem, entry] : by_problem_)
      import.problem(problem, Severity::error, entry.where, entry.found, {number("n", entry.n)});
  }

 private:
  struct Entry {
    int n = 0;
    Origin where;
    std::string found;
  };
  std::map<std::string, Entry> by_problem_;
};

}  // namespace

void import_accounts(const Table& table, Import& import) {
  const Report report = report_in(import.file.stem().string());
  if (report.year == 0 || (report.kind != "actual" && report.kind != "budget"))
    return import.problem("import.year-missing", Severity::error, {}, import.file.filename().string());
  AccountsDraft draft{report.year, report.kind, {}};
  Homes homes(import);
  Doubles doubles;
  Left left;
  const int code_column = table.column("gm_code"), task_column = table.column("task_code");
  const int spent_column = table.column("expenditure_keur"), earned_column = table.column("revenue_keur");
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& code = table.text(row, code_column);
    const std::string& home = homes.find(code, table.where(row, code_column));
    if (home.empty()) continue;
    auto& tasks = draft.by_municipality[home];
    const std::string& task = table.text(row, task_column);
    const auto spent = table.number(row, spent_column), earned = table.number(row, earned_column);
    if (!is_task_code(task)) {
      left.out("import.not-a-task-code", table.where(row, task_column), task);
    } else if (!spent || !earned) {
      const int column = spent ? earned_column : spent_column;
      const std::string& found = table.text(row, column);
      const bool empty = found.empty() || found == ".";
      left.out(empty ? "import.missing-amount" : "import.not-an-amount", table.where(row, column), found);
    } else {
      doubles.note(code, home, task, table.where(row, task_column));
      tasks[task].expenditure += *spent;
      tasks[task].revenue += *earned;
    }
  }
  left.tell(import);
  doubles.remove_from(draft, import);
  finish_accounts(std::move(draft), import);
}

}  // namespace koepel::exchange
