// SPDX-License-Identifier: EUPL-1.2
// Accounts, a study and its own figures in; per task who leads, by what, and who can ride along out. The face is
// compare_efficiency.
#include "benchmark/efficiency.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "base/parallel.h"
#include "benchmark/efficiency_parts.h"
#include "benchmark/task_fields.h"

namespace koepel::benchmark {

namespace {

std::vector<Municipality> municipalities_of(const Desk& desk) {
  const std::set<std::string> absent(desk.accounts.not_filed.begin(), desk.accounts.not_filed.end());
  std::vector<Municipality> out;
  for (const auto& partner : desk.study.partners) out.push_back(as_municipality(partner, desk.reference));
  for (const auto& municipality : desk.reference.municipalities)
    if (find_partner(desk.study, municipality.id) == nullptr &&
        (desk.ledger.filed(municipality.id) || absent.contains(municipality.id)))
      out.push_back(municipality);
  std::sort(out.begin(), out.end(), [](const Municipality& a, const Municipality& b) { return a.id < b.id; });
  return out;
}

EfficiencyDesk efficiency_desk(Desk desk, Efficiency& out) {
  EfficiencyDesk whole{std::move(desk), {}, {}};
  whole.municipalities = municipalities_of(whole.desk);
  for (const auto& partner : whole.desk.study.partners) {
    const auto like = comparables_of(as_municipality(partner, whole.desk.reference), whole.desk);
    out.comparables.push_back(add_comparables("efficiency", partner, like, whole.desk, out.trace));
    const auto& codes = out.comparables.back().municipalities;
    whole.comparables[partner.id] = {codes.begin(), codes.end()};
  }
  return whole;
}

void compare_fields(const EfficiencyDesk& desk, const Progress& progress, Efficiency& out) {
  const auto codes = fields_of(desk.desk.study, desk.desk.pack, desk.desk.ledger, out.unmatched);
  if (codes.empty()) out.missing = {"benchmark.no_task_fields", {}};
  std::vector<std::optional<FieldEfficiency>> fields(codes.size());
  std::vector<Trace> steps(codes.size());
  in_parallel(codes.size(), [&](std::size_t i) {
    if (!progress.stopped()) fields[i] = compare_field(codes[i], desk, {{}, progress.stop}, steps[i]);
  });
  for (std::size_t i = 0; i < codes.size(); ++i) {
    out.stopped = out.stopped || !fields[i];
    if (out.stopped) return;
    out.fields.push_back(std::move(*fields[i]));
    std::move(steps[i].begin(), steps[i].end(), std::back_inserter(out.trace));
  }
  progress.at(1);
}

}  // namespace

Lead lead_of(std::vector<Contender> contenders, double margin, const Arg& subject) {
  Lead lead;
  if (contenders.size() < 2) return lead;
  std::stable_sort(contenders.begin(), contenders.end(),
                   [](const Contender& a, const Contender& b) { return a.score > b.score; });
  const auto &first = contenders[0], &second = contenders[1];
  lead.leader = first.partner;
  lead.second = second.partner;
  lead.ahead = first.score - second.score;
  lead.clear = first.low > second.high;
  for (auto last = contenders.rbegin(); last != contenders.rend(); ++last)
    if (first.score - last->score >= margin) lead.followers.push_back(last->partner);
  const char* key = lead.followers.empty() ? "benchmark.efficiency.alike"
                    : lead.clear           ? "benchmark.efficiency.lead_clear"
                                           : "benchmark.efficiency.lead";
  lead.verdict = {key,
                  {subject, term("leader", "partner", lead.leader), term("second", "partner", lead.second),
                   percent("score", first.score), number("ahead", std::round(100 * lead.ahead)),
                   terms("followers", "partner", lead.followers)}};
  return lead;
}

Efficiency compare_efficiency(const Study& study, const MethodPack& pack, const Reference& reference,
                              const Progress& progress) {
  Efficiency out;
  out.tasks = compare_tasks(study, pack, out.trace);
  if (!out.tasks.empty())
    out.caution = {"benchmark.efficiency.few", {number("n", static_cast<double>(study.partners.size()))}};
  const Accounts* accounts = chosen_accounts(reference);
  if (accounts == nullptr) {
    out.missing = {"benchmark.nothing_imported", {}};
    return out;
  }
  out.year = accounts->year;
  out.kind = accounts->kind;
  compare_fields(efficiency_desk(desk_of(study, pack, reference, *accounts), out), progress, out);
  return out;
}

}  // namespace koepel::benchmark
