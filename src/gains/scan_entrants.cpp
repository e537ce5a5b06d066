// SPDX-License-Identifier: EUPL-1.2
// Accounts, catalogue and a task field in; who takes part, why others do not, and the cost model, out. Face:
// prepare_scan.
#include <algorithm>
#include <map>

#include "benchmark/figure_flags.h"
#include "benchmark/task_fields.h"
#include "gains/scan_parts.h"
#include "scale/prior.h"

namespace koepel::gains {

namespace {

using benchmark::FigureFlag;

Problem problem(const char* code, std::string found, std::vector<Arg> args = {}) {
  Problem out;
  out.code = code;
  out.found = std::move(found);
  out.expected = {std::string(code) + ".expected", args};
  out.repair = {std::string(code) + ".repair", std::move(args)};
  return out;
}

ScanPlace place_of(FigureFlag flag) {
  switch (flag) {
    case FigureFlag::fine:
      return ScanPlace::alone;
    case FigureFlag::not_filed:
      return ScanPlace::not_filed;
    case FigureFlag::no_size:
      return ScanPlace::no_size;
    case FigureFlag::negative:
      return ScanPlace::negative;
    case FigureFlag::none:
      return ScanPlace::nothing_spent;
    case FigureFlag::booked_elsewhere:
      return ScanPlace::booked_elsewhere;
    case FigureFlag::outlier:
      return ScanPlace::outlier;
  }
  return ScanPlace::outlier;
}

benchmark::FlagLimits limits_of(const MethodPack& pack) {
  return {parameter(pack, "benchmark.efficiency_usual_share"), parameter(pack, "benchmark.efficiency_large_amount"),
          parameter(pack, "benchmark.efficiency_next_to_nothing"),
          parameter(pack, "benchmark.efficiency_robust_deviations")};
}

void fill_rows(const ScanDesk& desk, const benchmark::Ledger& ledger, Scan& out) {
  std::vector<benchmark::SpendingFigure> figures;
  for (const auto& m : desk.reference.municipalities) {
    const auto cents = ledger.cents(m.id, out.task_field);
    ScanRow row;
    row.municipality = m.id;
    row.inhabitants = m.inhabitants;
    if (cents) row.own = Money{*cents};
    row.trace = scan_root(out) + "." + m.id;
    out.rows.push_back(std::move(row));
    figures.push_back({m.id, cents ? std::optional(static_cast<double>(*cents) / 100) : std::nullopt,
                       static_cast<double>(m.inhabitants)});
  }
  const auto flags = benchmark::flag_figures(figures, limits_of(desk.pack));
  for (std::size_t i = 0; i < flags.size(); ++i) out.rows[i].place = place_of(flags[i]);
}

/// Whoever has no neighbour left to work with stands outside too; that changes nobody else's neighbours.
void leave_out_islands(const Reference& reference, Scan& out) {
  std::map<std::string, bool> taking_part;
  for (const auto& row : out.rows) taking_part[row.municipality] = takes_part(row.place);
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    const auto& neighbours = reference.municipalities[i].neighbours;
    const bool any = std::ranges::any_of(neighbours, [&](const auto& n) { return taking_part[n.first]; });
    if (takes_part(out.rows[i].place) && !any) out.rows[i].place = ScanPlace::no_neighbour;
  }
}

void add_partners(ScanDesk& desk, Scan& out) {
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    auto& row = out.rows[i];
    if (!takes_part(row.place)) continue;
    scale::PartnerCost cost;
    cost.partner = row.municipality;
    cost.variable = static_cast<double>(row.own->cents) / 100;
    cost.thousands = row.inhabitants / 1000.0;
    cost.origin = {desk.accounts->source, "", 0, ""};
    row.clamped = scale::cost_ratio(*desk.cluster, cost.thousands).clamped;
    out.own = out.own + *row.own;
    desk.model.partners.push_back(std::move(cost));
    desk.rows.push_back(i);
  }
}

void add_borders(ScanDesk& desk) {
  std::map<std::string, int> numbers;
  for (const auto& partner : desk.model.partners) numbers.emplace(partner.partner, static_cast<int>(numbers.size()));
  for (std::size_t i = 0; i < desk.rows.size(); ++i)
    for (const auto& [code, km] : desk.reference.municipalities[desk.rows[i]].neighbours)
      if (const auto found = numbers.find(code); found != numbers.end())
        desk.borders.emplace_back(static_cast<int>(i), found->second);
}

/// Tasks of the catalogue that are booked on the field. The cluster of most of them holds for all; of equals the first
/// in the pack.
const ScaleCluster* choose_cluster(const MethodPack& pack, const std::set<std::string>& codes, Scan& out) {
  std::vector<std::string> tasks;
  for (const auto& task : pack.tasks)
    if (!task.iv3_code.empty() && benchmark::code_in_accounts(task.iv3_code, codes) == out.task_field)
      tasks.push_back(task.id);
  const auto count = [&](const ScaleCluster& cluster) {
    return std::ranges::count_if(tasks, [&](const auto& t) { return scale::cluster_of(pack, t) == &cluster; });
  };
  const ScaleCluster* best = nullptr;
  for (const auto& cluster : pack.clusters)
    if (count(cluster) > 0 && (best == nullptr || count(cluster) > count(*best))) best = &cluster;
  for (const auto& task : tasks) (scale::cluster_of(pack, task) == best ? out.tasks : out.other_tasks).push_back(task);
  return best;
}

std::string name_of_field(const Reference& reference, const std::string& code) {
  const auto found = std::ranges::find(reference.task_fields, code, &TaskField::code);
  return found == reference.task_fields.end() ? "" : found->name_nl;
}

std::vector<std::string> near_codes(const Reference& reference, const std::set<std::string>& codes,
                                    const std::string& typed) {
  std::vector<std::string> near;
  const std::string main_field = typed.substr(0, typed.find('.'));
  for (const auto& code : codes)
    if (code.substr(0, code.find('.')) == main_field) near.push_back(code + " " + name_of_field(reference, code));
  return near;
}

Problems check_order(const ScanOrder& order) {
  if (order.most_members >= fewest_scan_members && order.most_members <= most_scan_members) return {};
  return {problem("scan.members", std::to_string(order.most_members),
                  {number("fewest", fewest_scan_members), number("most", most_scan_members)})};
}

void add_terms(ScanDesk& desk) {
  const Study nothing_given;
  desk.ranges = scale::term_ranges(nothing_given, desk.pack, desk.model, scale::FormWeight::light);
  desk.house_ranges = scale::term_ranges(nothing_given, desk.pack, desk.model, scale::FormWeight::middle);
  desk.likely = scale::likely_terms(desk.ranges);
}

}  // namespace

Problem unknown_field(const std::string& typed, const std::vector<std::string>& near) {
  Arg list{.name = "near", .kind = Arg::Kind::list};
  for (const auto& one : near) list.parts.push_back(word("", one));
  Problem out = problem("scan.unknown_field", typed, {list});
  if (near.empty()) out.repair = {"scan.unknown_field.repair_none", {}};
  return out;
}

std::string name_of(const ScanDesk& desk, const std::string& municipality) {
  const auto* known = find_municipality(desk.reference, municipality);
  return known == nullptr || known->name.empty() ? municipality : known->name;
}

Arg names_arg(const char* name, const ScanDesk& desk, const std::vector<std::string>& municipalities) {
  Arg list{.name = name, .kind = Arg::Kind::list};
  for (const auto& municipality : municipalities) list.parts.push_back(word("", name_of(desk, municipality)));
  return list;
}

std::string scan_root(const Scan& scan) { return "scan." + scan.task_field; }

Result<ScanDesk> prepare_scan(const MethodPack& pack, const Reference& reference, const ScanOrder& order, Scan& out) {
  if (auto problems = check_order(order); !problems.empty()) return tl::unexpected(std::move(problems));
  ScanDesk desk{.pack = pack, .reference = reference, .accounts = benchmark::chosen_accounts(reference)};
  if (desk.accounts == nullptr) return failure(problem("scan.no_accounts", ""));
  const benchmark::Ledger ledger(*desk.accounts);
  out.task_field = benchmark::code_in_accounts(order.task_field, ledger.codes());
  if (out.task_field.empty())
    return failure(unknown_field(order.task_field, near_codes(reference, ledger.codes(), order.task_field)));
  out.name = name_of_field(reference, out.task_field);
  out.year = desk.accounts->year;
  out.kind = desk.accounts->kind;
  out.source = desk.accounts->source;
  out.most_members = order.most_members;
  desk.cluster = choose_cluster(pack, ledger.codes(), out);
  if (desk.cluster == nullptr) return failure(problem("scan.no_task", out.task_field));
  if (desk.cluster->curve == "none") return failure(problem("scan.no_research", out.task_field));
  out.cluster = desk.cluster->id;
  out.evidence = desk.cluster->evidence;
  fill_rows(desk, ledger, out);
  leave_out_islands(reference, out);
  desk.model.kind = scale::ModelKind::prior;
  desk.model.task = out.tasks.front();
  desk.model.year = out.year;
  desk.model.cluster = desk.cluster;
  add_partners(desk, out);
  if (desk.model.partners.empty()) return failure(problem("scan.nobody", out.task_field));
  add_borders(desk);
  add_terms(desk);
  return desk;
}

}  // namespace koepel::gains
