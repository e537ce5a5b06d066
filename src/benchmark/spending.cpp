// SPDX-License-Identifier: EUPL-1.2
// Imported accounts and a study in; per partner and task field the spending per inhabitant beside its comparables out.
// The face is compare_spending.
#include "benchmark/spending.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "benchmark/comparables.h"
#include "benchmark/task_fields.h"

namespace koepel::benchmark {

namespace {

/// The newest actual accounts, else the newest budget; nullptr when nothing was imported.
const Accounts* chosen_accounts(const Reference& reference) {
  const Accounts* best = nullptr;
  const auto better = [](const Accounts& a, const Accounts& b) {
    const bool actual = a.kind == "actual", other = b.kind == "actual";
    return actual != other ? actual : a.year > b.year;
  };
  for (const auto& accounts : reference.accounts)
    if (!accounts.rows.empty() && (best == nullptr || better(accounts, *best))) best = &accounts;
  return best;
}

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// Expenditure per task field and municipality; who filed nothing is not in it.
class Ledger {
 public:
  explicit Ledger(const Accounts& accounts) {
    for (const auto& row : accounts.rows) {
      codes_.insert(row.task_field);
      if (has(accounts.not_filed, row.municipality)) continue;
      filed_.insert(row.municipality);
      cents_[row.task_field].emplace(row.municipality, row.expenditure.cents);
    }
  }

  [[nodiscard]] const std::set<std::string>& codes() const { return codes_; }
  [[nodiscard]] bool filed(const std::string& municipality) const { return filed_.contains(municipality); }
  /// Euro per inhabitant; none when there is no figure.
  [[nodiscard]] std::optional<double> per_inhabitant(const Municipality& municipality, const std::string& field) const {
    const auto of_field = cents_.find(field);
    if (of_field == cents_.end() || municipality.inhabitants <= 0) return std::nullopt;
    const auto found = of_field->second.find(municipality.id);
    if (found == of_field->second.end()) return std::nullopt;
    return static_cast<double>(found->second) / 100 / municipality.inhabitants;
  }

 private:
  std::set<std::string> codes_;
  std::set<std::string> filed_;
  std::map<std::string, std::map<std::string, std::int64_t>> cents_;
};

/// The partner as a municipality: what the study gives goes before the reference table.
Municipality as_municipality(const Partner& partner, const Reference& reference) {
  const auto* known = find_municipality(reference, partner.id);
  Municipality own = known != nullptr ? *known : Municipality{};
  own.id = partner.id;
  own.inhabitants = partner.inhabitants.value_or(own.inhabitants);
  own.dwellings = partner.dwellings.value_or(own.dwellings);
  own.land_area_ha = partner.land_area_ha.value_or(own.land_area_ha);
  own.urbanity = partner.urbanity.value_or(own.urbanity);
  return own;
}

/// Task fields of the tasks on the list, as the accounts call them, in list order, each once.
std::vector<std::string> fields_of(const Study& study, const MethodPack& pack, const Ledger& ledger,
                                   std::vector<std::string>& unmatched) {
  std::vector<std::string> fields;
  for (const auto& entry : study.gross_list) {
    const Task* task = entry.on_list ? find_task(pack, entry.task) : nullptr;
    if (task == nullptr || task->iv3_code.empty()) continue;
    const std::string code = code_in_accounts(task->iv3_code, ledger.codes());
    auto& list = code.empty() ? unmatched : fields;
    const std::string& name = code.empty() ? task->iv3_code : code;
    if (!has(list, name)) list.push_back(name);
  }
  return fields;
}

/// Everything the rows are made from.
struct Desk {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const Accounts& accounts;
  Ledger ledger;
  std::vector<const Municipality*> candidates;  ///< filed and not in the study
};

std::vector<const Municipality*> candidates_of(const Study& study, const Reference& reference, const Ledger& ledger) {
  std::vector<const Municipality*> candidates;
  for (const auto& municipality : reference.municipalities)
    if (ledger.filed(municipality.id) && find_partner(study, municipality.id) == nullptr)
      candidates.push_back(&municipality);
  return candidates;
}

const std::vector<std::string> likeness_parameters = {"benchmark.count", "benchmark.weight_size",
                                                      "benchmark.weight_urbanity", "benchmark.weight_density"};

std::vector<const Municipality*> comparables_of(const Municipality& own, const Desk& desk) {
  const Likeness likeness{parameter(desk.pack, "benchmark.weight_size"),
                          parameter(desk.pack, "benchmark.weight_urbanity"),
                          parameter(desk.pack, "benchmark.weight_density")};
  const auto count = static_cast<int>(std::lround(parameter(desk.pack, "benchmark.count")));
  return nearest(own, desk.candidates, count, likeness);
}

Arg names_arg(const std::vector<const Municipality*>& municipalities) {
  Arg list;
  list.name = "value";
  list.kind = Arg::Kind::list;
  for (const auto* municipality : municipalities) list.parts.push_back(word("", municipality->name));
  return list;
}

Comparables add_comparables(const Partner& partner, const std::vector<const Municipality*>& like, const Desk& desk,
                            Trace& trace) {
  Step step;
  step.id = "spending." + partner.id + ".comparables";
  step.what = {"benchmark.step.comparables", {term("partner", "partner", partner.id)}};
  step.value = like.empty() ? term("value", "text", "benchmark.no_comparables") : names_arg(like);
  step.rule = {"benchmark.rule.comparables", {}};
  step.inputs = {partner.origin, {desk.reference.municipalities_source, "", 0, ""}};
  step.parameters = likeness_parameters;
  step.source = "design";
  Comparables out{partner.id, {}, step.id};
  for (const auto* municipality : like) out.municipalities.push_back(municipality->id);
  trace.push_back(std::move(step));
  return out;
}

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
  out.comparables.push_back(add_comparables(partner, like, desk, out.trace));
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
  Ledger ledger(*accounts);
  auto candidates = candidates_of(study, reference, ledger);
  const Desk desk{study, pack, reference, *accounts, std::move(ledger), std::move(candidates)};
  out.year = accounts->year;
  out.kind = accounts->kind;
  const auto fields = fields_of(study, pack, desk.ledger, out.unmatched);
  if (fields.empty()) out.missing = {"benchmark.no_task_fields", {}};
  for (const auto& partner : study.partners) add_partner(partner, fields, desk, out);
  return out;
}

}  // namespace koepel::benchmark
