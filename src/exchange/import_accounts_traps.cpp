// SPDX-License-Identifier: EUPL-1.2
// Accounts as published in; the traps that are in them named, and what remains written.
#include <algorithm>
#include <cmath>

#include "exchange/import_accounts.h"

namespace koepel::exchange {

namespace {

constexpr double balance_margin_keur = 50;
constexpr std::size_t enough_to_compare = 30;
constexpr double clearly_more = 3;      // times the median
constexpr double next_to_nothing = 10;  // the median divided by this
constexpr double fences = 3;            // interquartile ranges beyond the quartiles: Tukey's "far out"
constexpr double worth_comparing = 20;  // euro per inhabitant

bool filed(const std::map<std::string, Amounts>& tasks) {
  return std::any_of(tasks.begin(), tasks.end(),
                     [](const auto& task) { return task.second.expenditure != 0 || task.second.revenue != 0; });
}

/// Who is in the file without a figure, or, in a file of most of the country, not in it at all.
std::vector<std::string> not_filed(const AccountsDraft& draft, const Import& import) {
  std::vector<std::string> who;
  for (const auto& [code, tasks] : draft.by_municipality)
    if (import.wants(code) && !filed(tasks)) who.push_back(code);
  const auto& all = import.reference.municipalities;
  if (draft.by_municipality.size() * 2 > all.size())
    for (const auto& m : all)
      if (import.wants(m.id) && !draft.by_municipality.contains(m.id)) who.push_back(m.id);
  std::sort(who.begin(), who.end());
  return who;
}

void tell_not_filed(const AccountsDraft& draft, Import& import) {
  const auto who = not_filed(draft, import);
  if (who.empty()) return;
  auto args = import.names("who", who);
  args.push_back(word("year", std::to_string(draft.year)));
  import.problem("import.not-filed", Severity::warning, {}, who.front(), args);
}

void tell_negative_and_unbalanced(const AccountsDraft& draft, Import& import) {
  int negative = 0;
  for (const auto& [code, tasks] : draft.by_municipality) {
    if (!import.wants(code)) continue;
    double difference = 0;
    for (const auto& [task, amounts] : tasks) {
      negative += amounts.expenditure < 0;
      difference += amounts.expenditure - amounts.revenue;
    }
    if (std::abs(difference) > balance_margin_keur)
      import.problem("import.unbalanced", Severity::warning, {}, plain_text(std::round(difference)),
                     {word("who", import.name(code)), money("difference", std::llround(difference * 100'000))});
  }
  if (negative > 0)
    import.problem("import.negative", Severity::warning, {}, std::to_string(negative), {number("n", negative)});
}

/// The task fields that are used but did not exist in that year. Nothing is known about years that the table of task
/// fields lacks.
std::set<std::string> codes_of_other_years(const std::set<std::string>& codes, int year, const Import& import) {
  std::set<std::string> strangers = codes;
  bool year_known = false;
  for (const auto& [code, years] : import.task_years) {  // a code may stand there twice, when its name changed
    if (years.find(std::to_string(year)) == years.npos) continue;
    year_known = true;
    strangers.erase(code);
  }
  return year_known ? strangers : std::set<std::string>{};
}

void tell_codes_of_another_year(const AccountsDraft& draft, Import& import) {
  std::set<std::string> codes;
  for (const auto& [municipality, tasks] : draft.by_municipality)
    for (const auto& [code, amounts] : tasks) codes.insert(code);
  const bool renumbered = std::any_of(codes.begin(), codes.end(), [](const auto& code) {
    return code.starts_with("6.") && code.size() == 5 && code.back() <= '9';
  });
  if (renumbered) import.problem("import.renumbered", Severity::warning, {}, "6.71a -> 6.711");
  const auto strangers = codes_of_other_years(codes, draft.year, import);
  if (strangers.empty()) return;
  auto args = import.names("codes", {strangers.begin(), strangers.end()});
  args.push_back(word("year", std::to_string(draft.year)));
  import.problem("import.other-year-code", Severity::warning, {}, *strangers.begin(), args);
}

/// Euro per inhabitant on one task field of everybody who filed, ascending.
std::vector<std::pair<double, std::string>> per_inhabitant(const std::string& task, const AccountsDraft& draft,
                                                           const Import& import) {
  std::vector<std::pair<double, std::string>> values;
  for (const auto& [code, tasks] : draft.by_municipality) {
    const Municipality* m = find_municipality(import.reference, code);
    const auto at = tasks.find(task);
    if (m && m->inhabitants > 0 && at != tasks.end() && filed(tasks))
      values.emplace_back(at->second.expenditure * 1000 / m->inhabitants, code);
  }
  std::sort(values.begin(), values.end());
  return values;
}

/// Names who is far above the others on a task that everybody has, or has next to nothing on it: booked elsewhere, most
/// often.
void tell_outliers(const std::string& task, const AccountsDraft& draft, Import& import) {
  const auto values = per_inhabitant(task, draft, import);
  if (values.size() < enough_to_compare) return;
  const auto quantile = [&](double q) {
    return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))].first;
  };
  const double median = quantile(0.5), spread = quantile(0.75) - quantile(0.25);
  // Where many have nothing to do (a harbour, a shelter for the region), being different says nothing.
  if (median < worth_comparing || quantile(0.05) < median / 5) return;
  std::vector<std::string> who;
  for (const auto& [value, code] : values) {
    const bool high = value > quantile(0.75) + fences * spread && value > clearly_more * median;
    if (import.wants(code) && (high || value < median / next_to_nothing)) who.push_back(code);
  }
  if (who.empty()) return;
  auto args = import.names("who", who, 6);
  args.push_back(word("code", task));
  args.push_back(money("median", std::llround(median) * 100));
  import.problem("import.outlier", Severity::warning, {}, task, args);
}

void tell_all_outliers(const AccountsDraft& draft, Import& import) {
  std::set<std::string> tasks;
  for (const auto& [municipality, of_municipality] : draft.by_municipality)
    for (const auto& [task, amounts] : of_municipality)
      if (!task.starts_with("0."))
        tasks.insert(task);  // reserves, taxes and grants swing with bookkeeping: only services
  for (const auto& task : tasks) tell_outliers(task, draft, import);
}

}  // namespace

void tell_traps(const AccountsDraft& draft, Import& import) {
  tell_not_filed(draft, import);
  tell_negative_and_unbalanced(draft, import);
  tell_codes_of_another_year(draft, import);
  tell_all_outliers(draft, import);
}

void finish_accounts(AccountsDraft draft, Import& import) {
  tell_traps(draft, import);
  std::vector<std::vector<std::string>> rows{{"code", "task_field", "expenditure_keur", "revenue_keur"}};
  const auto missing = not_filed(draft, import);
  for (const auto& [code, tasks] : draft.by_municipality) {
    if (!import.wants(code) || !filed(tasks)) continue;
    for (const auto& [task, amounts] : tasks)
      rows.push_back({code, task, plain_text(amounts.expenditure), plain_text(amounts.revenue)});
  }
  import.result.rows += rows.size() - 1;
  for (const auto& code : missing)
    rows.push_back({code, "", "", ""});  // filed nothing: a line without a task field, never zeros
  if (rows.size() > 1) import.write("accounts_" + std::to_string(draft.year) + "_" + draft.kind + ".csv", rows);
}

}  // namespace koepel::exchange
