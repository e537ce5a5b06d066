// SPDX-License-Identifier: EUPL-1.2
// Costs and borders in; every group of neighbours that saves, and what a division of the country into them brings, out.
// Faces: list_groups, weigh_division.
#include <algorithm>
#include <cmath>

#include "gains/scan_parts.h"

namespace koepel::gains {

namespace {

using coalition::Team;

constexpr std::size_t options_kept = 4;  // one of them may be the group that is chosen
constexpr std::size_t options_told = 3;

Money cents(double euro) { return {std::llround(euro * 100)}; }

std::size_t row_of(const ScanDesk& desk, int partner) { return desk.rows[static_cast<std::size_t>(partner)]; }

std::vector<std::string> names_of(const ScanDesk& desk, std::span<const int> members) {
  std::vector<std::string> out;
  for (const int member : members) out.push_back(desk.model.partners[static_cast<std::size_t>(member)].partner);
  return out;
}

/// Each member the part of the saving that its own cost is of the group's: the neutral rule of the cash flows too.
std::vector<Money> shares_of(const ScanDesk& desk, const Scan& scan, std::span<const int> members, Money saving) {
  std::vector<double> weights;
  for (const int member : members) weights.push_back(static_cast<double>(scan.rows[row_of(desk, member)].own->cents));
  return share_out(saving, weights);
}

void keep_option(ScanRow& row, const ScanDesk& desk, std::span<const int> members, Money saving, Money share) {
  const auto better = [](const ScanOption& a, const ScanOption& b) { return a.share > b.share; };
  if (row.options.size() == options_kept && row.options.back().share >= share) return;
  const ScanOption option{names_of(desk, members), saving, share};
  row.options.insert(std::ranges::upper_bound(row.options, option, better), option);
  if (row.options.size() > options_kept) row.options.pop_back();
}

/// Draws of the saving of every group, and of all together.
struct Draws {
  std::vector<std::vector<double>> groups;
  std::vector<double> total;
};

Draws draw_savings(const ScanDesk& desk, const std::vector<Team>& teams, const ScanOrder& order, Scan& out,
                   const Progress& progress) {
  Draws draws;
  draws.groups.resize(teams.size());
  Random random(order.seed, scan_root(out));
  for (int d = 0; d < std::max(order.draws, 1); ++d) {
    if (d > 0 && progress.stopped()) {
      out.complete = false;
      break;
    }
    progress.at(static_cast<double>(d) / order.draws);
    const scale::JointCosts costs(desk.model, scale::drawn_terms(desk.ranges, random));
    double sum = 0;
    for (std::size_t g = 0; g < teams.size(); ++g) {
      draws.groups[g].push_back(costs.of(teams[g]).saving());
      sum += draws.groups[g].back();
    }
    draws.total.push_back(sum);
  }
  return draws;
}

scale::CostModel model_of(const ScanDesk& desk, const Team& team) {
  scale::CostModel model = desk.model;
  model.partners.clear();
  for (const int member : team) model.partners.push_back(desk.model.partners[static_cast<std::size_t>(member)]);
  return model;
}

std::optional<int> payback_of(const scale::CostModel& model, const scale::Terms& terms) {
  // Everybody shares by own cost and nobody's overhead is known, so one cash flow tells for all.
  return scale::cash_flows(model, terms).front().payback;
}

void add_group(const ScanDesk& desk, const Team& team, Scan& out) {
  const scale::JointCosts costs(desk.model, desk.likely);
  ScanGroup group;
  group.members = names_of(desk, team);
  group.saving = cents(costs.of(team).saving());
  for (const int member : team) {
    group.inhabitants += out.rows[row_of(desk, member)].inhabitants;
    group.own = group.own + *out.rows[row_of(desk, member)].own;
  }
  auto model = model_of(desk, team);
  group.ten_years = scale::ten_year_net(model, desk.likely);
  group.payback = payback_of(model, desk.likely);
  model.own_organisation = true;
  group.ten_years_house = scale::ten_year_net(model, scale::likely_terms(desk.house_ranges));
  group.trace = scan_root(out) + ".group." + std::to_string(out.groups.size() + 1);
  out.groups.push_back(std::move(group));
}

void give_shares(const ScanDesk& desk, const Team& team, std::size_t g, Scan& out) {
  const auto& group = out.groups[g];
  const auto shares = shares_of(desk, out, team, group.saving);
  for (std::size_t m = 0; m < team.size(); ++m) {
    auto& row = out.rows[row_of(desk, team[m])];
    const double part = static_cast<double>(row.own->cents) / static_cast<double>(group.own.cents);
    row.place = ScanPlace::grouped;
    row.group = g;
    row.share = shares[m];
    row.range = {part * group.spread.band.low, part * group.spread.band.mid, part * group.spread.band.high};
    std::erase_if(row.options, [&](const ScanOption& o) { return o.members == group.members; });
  }
}

/// Nothing is gained; consultation and the change are paid all the same.
void no_saving(const ScanDesk& desk, const std::vector<Team>& teams, Scan& out) {
  scale::Terms none = desk.likely;
  none.realised_share = 0;
  const scale::JointCosts costs(desk.model, none);
  for (const auto& team : teams) {
    out.no_saving_year += std::min(0.0, costs.of(team).saving());
    out.no_saving_net += std::min(0.0, scale::ten_year_net(model_of(desk, team), none));
  }
}

std::vector<Team> teams_of(const ScanDesk& desk, const coalition::Division& division) {
  std::vector<std::pair<Money, Team>> valued;
  const scale::JointCosts costs(desk.model, desk.likely);
  for (const auto& team : division.teams)
    if (team.size() > 1) valued.emplace_back(cents(costs.of(team).saving()), team);
  std::ranges::stable_sort(valued, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Team> teams;
  for (auto& [saving, team] : valued) teams.push_back(std::move(team));
  return teams;
}

}  // namespace

bool list_groups(const ScanDesk& desk, Scan& out, coalition::Candidates& candidates, const Progress& progress) {
  const scale::JointCosts costs(desk.model, desk.likely);
  candidates.partners = static_cast<int>(desk.model.partners.size());
  const auto visit = [&](std::span<const int> members) {
    ++out.groups_tried;
    if (members.size() == 1) {
      candidates.add(members, 0);
      progress.at(static_cast<double>(members[0]) / candidates.partners);
      return !progress.stopped();
    }
    const Money saving = cents(costs.of(members).saving());
    if (saving.cents <= 0) return true;
    candidates.add(members, saving.cents);
    const auto shares = shares_of(desk, out, members, saving);
    for (std::size_t m = 0; m < members.size(); ++m)
      keep_option(out.rows[row_of(desk, members[m])], desk, members, saving, shares[m]);
    return true;
  };
  return coalition::each_connected_team(candidates.partners, desk.borders, out.most_members, visit);
}

void weigh_division(const ScanDesk& desk, const coalition::Division& division, const ScanOrder& order, Scan& out,
                    const Progress& progress) {
  const auto teams = teams_of(desk, division);
  auto draws = draw_savings(desk, teams, order, out, progress);
  for (std::size_t g = 0; g < teams.size(); ++g) {
    add_group(desk, teams[g], out);
    auto& group = out.groups.back();
    group.spread = scale::spread_of(draws.groups[g]);
    out.saving = out.saving + group.saving;
    out.ten_years += group.ten_years;
    out.ten_years_house += group.ten_years_house;
    give_shares(desk, teams[g], g, out);
  }
  for (auto& row : out.rows)
    if (row.options.size() > options_told) row.options.resize(options_told);
  out.spread = scale::spread_of(draws.total);
  no_saving(desk, teams, out);
}

}  // namespace koepel::gains
