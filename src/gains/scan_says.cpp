// SPDX-License-Identifier: EUPL-1.2
// A scan in; the answer in sentences, with its assumptions and what stands against it, out. Face: say_scan.
#include <algorithm>
#include <cmath>

#include "gains/scan_parts.h"

namespace koepel::gains {

namespace {

Arg whole(std::string_view name, double value) { return number(name, value); }

double euro(Money money) { return static_cast<double>(money.cents) / 100; }

int grouped(const Scan& scan) { return scan.count(ScanPlace::grouped); }

Message say_division(const Scan& scan) {
  const int alone = scan.count(ScanPlace::alone);
  const auto left = std::ranges::count_if(
      scan.rows, [](const ScanRow& row) { return row.place == ScanPlace::alone && !row.options.empty(); });
  return {scan.groups.empty() ? "scan.says.nobody_gains" : "scan.says.division",
          {whole("n", grouped(scan) + alone), whole("grouped", grouped(scan)),
           whole("groups", static_cast<double>(scan.groups.size())), whole("alone", alone),
           whole("left", static_cast<double>(left)), whole("all", static_cast<double>(scan.rows.size()))}};
}

Message say_saving(const Scan& scan) {
  return {"scan.says.saving",
          {about("saving", euro(scan.saving)), percent("share", euro(scan.saving) / euro(scan.own), 2),
           about("own", euro(scan.own)), about("low", scan.spread.band.low), about("high", scan.spread.band.high),
           percent("loss", scan.spread.loss_chance)}};
}

double count(const Scan& scan, bool (*good)(const ScanGroup&)) {
  return static_cast<double>(std::ranges::count_if(scan.groups, good));
}

Arg share_of(const MethodPack& pack, const char* name, const char* id) {
  return percent(name, quantity(pack, id).value, 0);
}

/// Why groups are as small as they are: every municipality above two costs coordination.
Message say_sizes(const ScanDesk& desk, const Scan& scan) {
  const auto size = [](const ScanGroup& group) { return group.members.size(); };
  const auto largest = std::ranges::max(scan.groups, {}, size).members.size();
  const double pairs = count(scan, [](const ScanGroup& group) { return group.members.size() == 2; });
  return {largest == 2 ? "scan.says.pairs" : "scan.says.sizes",
          {whole("groups", static_cast<double>(scan.groups.size())), whole("pairs", pairs),
           whole("largest", static_cast<double>(largest)),
           share_of(desk.pack, "coordination", "scale.coordination_share")}};
}

Message say_no_saving(const Scan& scan) {
  if (scan.no_saving_year == 0) return {"scan.says.no_saving_once", {about("net", -scan.no_saving_net)}};
  return {"scan.says.no_saving", {about("year", -scan.no_saving_year), about("net", -scan.no_saving_net)}};
}

Message say_ten_years(const Scan& scan) {
  return {scan.ten_years > 0 ? "scan.says.ten_years_gain" : "scan.says.ten_years_loss",
          {about("net", std::abs(scan.ten_years)),
           whole("n", count(scan, [](const ScanGroup& g) { return g.payback.has_value(); })),
           whole("groups", static_cast<double>(scan.groups.size()))}};
}

Message say_house(const Scan& scan) {
  const double better = count(scan, [](const ScanGroup& g) { return g.ten_years_house > 0; });
  return {better == 0 ? "scan.says.house_none" : "scan.says.house",
          {about("house", scan.ten_years_house), whole("n_house", better),
           whole("groups", static_cast<double>(scan.groups.size()))}};
}

/// The group that falls shortest over ten years: a total hides it.
Message say_worst(const ScanDesk& desk, const Scan& scan) {
  const auto& worst = *std::ranges::min_element(scan.groups, {}, &ScanGroup::ten_years);
  if (worst.ten_years >= 0) return {};
  return {"scan.says.worst", {names_arg("members", desk, worst.members), about("net", -worst.ten_years)}};
}

Message say_curve(const ScanDesk& desk) {
  if (desk.cluster->curve == "flat") return {"scan.says.flat", {term("cluster", "cluster", desk.cluster->id)}};
  return {"scan.says.curve",
          {term("cluster", "cluster", desk.cluster->id), nested("curve", curve_of(*desk.cluster)),
           whole("from", desk.cluster->valid_low * 1000), whole("to", desk.cluster->valid_high * 1000),
           term("source", "source", desk.cluster->source)}};
}

Message say_terms(const ScanDesk& desk) {
  const auto& realised = quantity(desk.pack, "scale.realised_share");
  return {"scan.says.terms",
          {percent("realised", realised.value), percent("low", realised.low), percent("high", realised.high),
           share_of(desk.pack, "coordination", "scale.coordination_share"),
           share_of(desk.pack, "friction", "scale.friction_light"),
           term("source", "source", quantity(desk.pack, "scale.coordination_share").source),
           number("years", quantity(desk.pack, "scale.years_to_saving").value)}};
}

Message say_proof(const Scan& scan) {
  std::vector<Arg> args{whole("most", scan.most_members), whole("tried", static_cast<double>(scan.groups_tried)),
                        percent("gap", scan.gap, 2)};
  if (scan.gap == 0) return {"scan.says.proven", std::move(args)};
  return {std::isfinite(scan.gap) ? "scan.says.gap" : "scan.says.no_gap", std::move(args)};
}

Message say_clamped(const ScanDesk& desk, const Scan& scan) {
  const auto n = std::ranges::count_if(scan.rows, [](const ScanRow& r) { return takes_part(r.place) && r.clamped; });
  if (n == 0) return {};
  return {"scan.says.clamped",
          {whole("n", static_cast<double>(n)), whole("from", desk.cluster->valid_low * 1000),
           whole("to", desk.cluster->valid_high * 1000)}};
}

}  // namespace

Message curve_of(const ScaleCluster& cluster) {
  if (cluster.curve == "flat") return {"scan.says.curve_flat", {}};
  if (cluster.curve == "power")
    return {"scan.says.curve_power",
            {number("low", cluster.elasticity_low, 3), number("value", cluster.elasticity, 3),
             number("high", cluster.elasticity_high, 3)}};
  return {cluster.rises_above ? "scan.says.curve_rises" : "scan.says.curve_log",
          {whole("best", cluster.n_star * 1000), number("low", cluster.a_low, 3), number("value", cluster.a, 3),
           number("high", cluster.a_high, 3)}};
}

void say_scan(const ScanDesk& desk, Scan& out) {
  out.says.push_back(say_division(out));
  if (!out.groups.empty())
    out.says.insert(out.says.end(),
                    {say_saving(out), say_sizes(desk, out), say_ten_years(out), say_house(out), say_no_saving(out)});
  if (auto worst = out.groups.empty() ? Message{} : say_worst(desk, out); !worst.empty())
    out.says.push_back(std::move(worst));
  out.says.push_back(say_curve(desk));
  out.says.push_back(say_terms(desk));
  if (auto clamped = say_clamped(desk, out); !clamped.empty()) out.says.push_back(std::move(clamped));
  if (!out.other_tasks.empty())
    out.says.push_back({"scan.says.other_tasks", {terms("tasks", "task", out.other_tasks)}});
  out.says.push_back(say_proof(out));
  if (!out.complete) out.says.push_back({"scan.says.stopped", {}});
}

}  // namespace koepel::gains
