// SPDX-License-Identifier: EUPL-1.2
// Imported accounts and a study in; figures per municipality, the study's task fields and comparables out.
#include "benchmark/accounts_desk.h"

#include <algorithm>
#include <cmath>

#include "benchmark/comparables.h"
#include "benchmark/task_fields.h"

namespace koepel::benchmark {

namespace {

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

std::vector<const Municipality*> candidates_of(const Study& study, const Reference& reference, const Ledger& ledger) {
  std::vector<const Municipality*> candidates;
  for (const auto& municipality : reference.municipalities)
    if (ledger.filed(municipality.id) && find_partner(study, municipality.id) == nullptr)
      candidates.push_back(&municipality);
  return candidates;
}

Arg names_arg(const std::vector<const Municipality*>& municipalities) {
  Arg list;
  list.name = "value";
  list.kind = Arg::Kind::list;
  for (const auto* municipality : municipalities) list.parts.push_back(word("", municipality->name));
  return list;
}

const std::vector<std::string> likeness_parameters = {"benchmark.count", "benchmark.weight_size",
                                                      "benchmark.weight_urbanity", "benchmark.weight_density"};

}  // namespace

Ledger::Ledger(const Accounts& accounts) {
  const std::set<std::string> absent(accounts.not_filed.begin(), accounts.not_filed.end());
  for (const auto& row : accounts.rows) {
    codes_.insert(row.task_field);
    if (absent.contains(row.municipality)) continue;
    filed_.insert(row.municipality);
    cents_[row.task_field].emplace(row.municipality, row.expenditure.cents);
  }
}

std::optional<std::int64_t> Ledger::cents(const std::string& municipality, const std::string& field) const {
  const auto of_field = cents_.find(field);
  if (of_field == cents_.end()) return std::nullopt;
  const auto found = of_field->second.find(municipality);
  return found == of_field->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> Ledger::per_inhabitant(const Municipality& municipality, const std::string& field) const {
  const auto amount = cents(municipality.id, field);
  if (!amount || municipality.inhabitants <= 0) return std::nullopt;
  return static_cast<double>(*amount) / 100 / municipality.inhabitants;
}

Desk desk_of(const Study& study, const MethodPack& pack, const Reference& reference, const Accounts& accounts) {
  Ledger ledger(accounts);
  auto candidates = candidates_of(study, reference, ledger);
  return {study, pack, reference, accounts, std::move(ledger), std::move(candidates)};
}

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

std::vector<const Municipality*> comparables_of(const Municipality& own, const Desk& desk) {
  const Likeness likeness{parameter(desk.pack, "benchmark.weight_size"),
                          parameter(desk.pack, "benchmark.weight_urbanity"),
                          parameter(desk.pack, "benchmark.weight_density")};
  const auto count = static_cast<int>(std::lround(parameter(desk.pack, "benchmark.count")));
  return nearest(own, desk.candidates, count, likeness);
}

Comparables add_comparables(const std::string& topic, const Partner& partner,
                            const std::vector<const Municipality*>& like, const Desk& desk, Trace& trace) {
  Step step;
  step.id = topic + "." + partner.id + ".comparables";
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

}  // namespace koepel::benchmark
