// SPDX-License-Identifier: EUPL-1.2
// Imported accounts and a study in; per partner and task field the spending per inhabitant beside its comparables out.
// The face is compare_spending.
#include "benchmark/spending.h"

#include <algorithm>
#include <cmath>

#include "benchmark/accounts_desk.h"
#include "benchmark/comparables.h"

namespace koepel::benchmark {

namespace {

void fill_quartiles(SpendingRow& row, std::vector<double> figures, double fence) {
  row.comparables = static_cast<int>(figures.size());
  if (figures.empty()) return;
  std::sort(figures.begin(), figures.end());
  row.comparable_low = quantile(figures, 0.25);
  row.comparable_median = quantile(figures, 0.5);
  row.comparable_high = quantile(figures, 0.75);
  if (!row.per_inhabitant) return;
  const double reach = fence * (row.comparable_high - row.comparable_low);
  row.outlier = *row.per_inhabitant < row.comparable_low - reach || *row.per_inhabitant > row.comparable_high + reach;
}

Step step_of(const SpendingRow& row, const Partner& partner, const Comparables& like, const Desk& desk) {
  Step step;
  step.id = "spending." + row.partner + "." + row.task_field;
  step.what = {"benchmark.step.spending",
               {term("partner", "partner", row.partner), word("field", row.task_field),
                word("year", std::to_string(desk.accounts.year))}};
  step.value = row.per_inhabitant ? money("value", std::llround(*row.per_inhabitant * 100))
                                  : term("value", "text", "benchmark.not_filed");
  step.rule = {
      "benchmark.rule.spending",
      {money("low", std::llround(row.comparable_low * 100)), money("median", std::llround(row.comparable_median * 100)),
       money("high", std::llround(row.comparable_high * 100)), number("n", row.comparables)}};
  if (row.comparables == 0) step.rule = {"benchmark.rule.spending_alone", {}};
  step.from = {like.trace};
  step.inputs = {partner.origin, {desk.accounts.source, "", 0, ""}};
  step.parameters = {"benchmark.fence"};
  step.source = "DASH";
  return step;
}

void add_partner(const Partner& partner, const std::vector<std::string>& fields, const Desk& desk, Spending& out) {
  const Municipality own = as_municipality(partner, desk.reference);
  if (!desk.ledger.filed(partner.id)) out.not_filed.push_back(partner.id);
  const auto like = comparables_of(own, desk);
  out.comparables.push_back(add_comparables("spending", partner, like, desk, out.trace));
  for (const auto& field : fields) {
    SpendingRow row;
    row.partner = partner.id;
    row.task_field = field;
    row.per_inhabitant = desk.ledger.per_inhabitant(own, field);
    std::vector<double> figures;
    for (const auto* municipality : like)
      if (const auto figure = desk.ledger.per_inhabitant(*municipality, field)) figures.push_back(*figure);
    fill_quartiles(row, std::move(figures), parameter(desk.pack, "benchmark.fence"));
    out.trace.push_back(step_of(row, partner, out.comparables.back(), desk));
    out.rows.push_back(std::move(row));
  }
}

}  // namespace

Spending compare_spending(const Study& study, const MethodPack& pack, const Reference& reference) {
  Spending out;
  const Accounts* accounts = chosen_accounts(reference);
  if (accounts == nullptr) {
    out.missing = {"benchmark.nothing_imported", {}};
    return out;
  }
  const auto desk = desk_of(study, pack, reference, *accounts);
  out.year = accounts->year;
  out.kind = accounts->kind;
  const auto fields = fields_of(study, pack, desk.ledger, out.unmatched);
  if (fields.empty()) out.missing = {"benchmark.no_task_fields", {}};
  for (const auto& partner : study.partners) add_partner(partner, fields, desk, out);
  return out;
}

}  // namespace koepel::benchmark
