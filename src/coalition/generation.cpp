// SPDX-License-Identifier: EUPL-1.2
// In: a list of possible teams for many partners. Out: a division with a proven bound. Face: generate_division().
// First fractions of teams are allowed (relaxation.h): that gives prices and the bound. Placing the surest teams gives
// a good division, or among very many teams small changes (anneal.h); region after region makes it better (regions.h).
// Then whole teams are chosen by branch and bound among those whose price lies closest to their value.
#include "coalition/generation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "coalition/anneal.h"
#include "coalition/regions.h"
#include "coalition/relaxation.h"
#include "lp/solve.h"

namespace koepel::coalition {
namespace {

double scale_of(const Candidates& list) {
  std::int64_t largest = 1;
  for (const auto value : list.values) largest = std::max(largest, std::abs(value));
  return scaled_range / static_cast<double>(largest);
}

constexpr double sure = 0.75;

/// Places the teams that are chosen (nearly) whole, else the one chosen most; gives which.
std::vector<std::size_t> place(const Candidates& list, const Relaxed& relaxed, std::vector<char>& placed) {
  std::vector<std::size_t> order(relaxed.teams.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return relaxed.shares[a] > relaxed.shares[b]; });
  std::vector<std::size_t> chosen;
  for (const auto k : order) {
    const auto team = list.team(relaxed.teams[k]);
    const auto taken = [&](int partner) { return placed[static_cast<std::size_t>(partner)] != 0; };
    if (!chosen.empty() && relaxed.shares[k] < sure) break;
    if (relaxed.shares[k] < 1e-6 || std::any_of(team.begin(), team.end(), taken)) continue;
    for (const int partner : team) placed[static_cast<std::size_t>(partner)] = 1;
    chosen.push_back(relaxed.teams[k]);
  }
  return chosen;
}

/// The list without teams that hold a placed partner, and where the teams of `known` that remain now stand.
Candidates still_open(const Candidates& list, const std::vector<char>& placed, std::vector<std::size_t>& known) {
  Candidates open{.partners = list.partners};
  std::vector<std::size_t> now(list.size(), list.size());
  for (std::size_t t = 0; t < list.size(); ++t) {
    const auto team = list.team(t);
    if (std::any_of(team.begin(), team.end(), [&](int i) { return placed[static_cast<std::size_t>(i)] != 0; }))
      continue;
    now[t] = open.size();
    open.add(team, list.values[t]);
  }
  for (auto& t : known) t = now[t];
  std::erase(known, list.size());
  return open;
}

/// The cuts that can still be broken: two of their partners are not placed yet.
std::vector<Cut> still_open(std::vector<Cut> cuts, const std::vector<char>& placed) {
  std::erase_if(cuts, [&](const Cut& cut) {
    return std::count_if(cut.begin(), cut.end(), [&](int i) { return placed[static_cast<std::size_t>(i)] == 0; }) < 2;
  });
  return cuts;
}

/// A good division: place the surest teams, solve again for the partners left, until all are placed.
Result<Division> dive(Candidates list, Relaxed relaxed, std::vector<char> placed, double scale,
                      const Progress& progress) {
  Division division;
  for (;;) {
    for (const auto t : place(list, relaxed, placed)) {
      division.teams.emplace_back(list.team(t).begin(), list.team(t).end());
      division.value += list.values[t];
    }
    if (std::find(placed.begin(), placed.end(), 0) == placed.end()) return division;
    auto known = relaxed.teams;
    list = still_open(list, placed, known);
    auto next = relax(list, placed, std::move(known), still_open(relaxed.prices.cuts, placed), scale, 0, progress);
    if (!next) return tl::unexpected(next.error());
    if (next->certainty != Certainty::best) return Division{.certainty = next->certainty};
    relaxed = std::move(*next);
  }
}

/// Teams by slack (price - value, scaled), the smallest first.
struct Ranked {
  std::vector<std::size_t> order;
  std::vector<double> slack;
};

Ranked ranked(const Candidates& list, const CutPrices& prices, double scale) {
  Ranked result{.order = std::vector<std::size_t>(list.size()), .slack = {}};
  TeamPricer pricer(prices, list.partners);
  for (std::size_t t = 0; t < list.size(); ++t)
    result.slack.push_back(pricer.price(list.team(t)) - static_cast<double>(list.values[t]) * scale);
  std::iota(result.order.begin(), result.order.end(), std::size_t{0});
  std::stable_sort(result.order.begin(), result.order.end(),
                   [&](std::size_t a, std::size_t b) { return result.slack[a] < result.slack[b]; });
  return result;
}

double sum_of(std::span<const double> prices) { return std::accumulate(prices.begin(), prices.end(), 0.0); }

/// Chooses among the first `count` teams. Minimises what the partners' prices exceed the values by: small numbers, so
/// that the solver's tolerances bite little.
lp::Model choice_among(const Candidates& list, const Ranked& teams, const CutPrices& prices, double scale,
                       std::size_t count) {
  lp::Model model;
  for (int i = 0; i < list.partners; ++i) model.add(lp::Row{.lower = 1, .upper = 1});
  for (std::size_t k = 0; k < count; ++k) {
    const auto t = teams.order[k];
    double cost = -static_cast<double>(list.values[t]) * scale;
    for (const int partner : list.team(t)) cost += prices.of_partner[static_cast<std::size_t>(partner)];
    const int column = model.add(lp::Column{.cost = cost, .upper = 1, .integer = true});
    for (const int partner : list.team(t)) model.rows[static_cast<std::size_t>(partner)].terms.push_back({column, 1});
  }
  for (const auto& cut : prices.cuts) {
    lp::Row row{.upper = 1.0 * most_pairs(cut)};
    for (std::size_t k = 0; k < count; ++k)
      if (const int pairs = pairs_in(cut, list.team(teams.order[k])); pairs > 0)
        row.terms.push_back({static_cast<int>(k), 1.0 * pairs});
    model.add(std::move(row));
  }
  return model;
}

Division chosen(const Candidates& list, const Ranked& teams, const lp::Solution& choice) {
  Division found;
  for (std::size_t k = 0; k < choice.primal.size(); ++k) {
    if (choice.primal[k] < 0.5) continue;
    const auto team = list.team(teams.order[k]);
    found.teams.emplace_back(team.begin(), team.end());
    found.value += list.values[teams.order[k]];
  }
  return found;
}

void take_better(Division& division, Division found) {
  if (!found.found() || (division.found() && found.value <= division.value)) return;
  std::sort(found.teams.begin(), found.teams.end());
  division.teams = std::move(found.teams);
  division.value = found.value;
}

void judge(Division& division, double gap) {
  const double distance = division.bound - static_cast<double>(division.value);
  if (!division.found()) return;
  if (distance < 1) {  // values are whole
    division.certainty = Certainty::best;
    division.bound = static_cast<double>(division.value);
  } else if (distance <= gap * std::abs(division.bound)) {
    division.certainty = Certainty::within_gap;
  }
}

constexpr std::size_t few_teams = 50'000;

/// With few teams, diving is quick; with many, small changes find more in less time.
Result<Division> first_division(const Candidates& list, const Relaxed& relaxed, double scale,
                                const Progress& progress) {
  const std::vector<char> none(static_cast<std::size_t>(list.partners), 0);
  const auto whole = [](double share) { return share < 1e-6 || share > 1 - 1e-6; };
  if (list.size() <= few_teams || std::ranges::all_of(relaxed.shares, whole))
    return dive(list, relaxed, none, scale, progress);
  return Division{};
}

constexpr std::uint64_t steps_per_partner = 60'000, steps_per_team = 500;  // the fewest of both

/// Small changes from scratch: as the values are, and with a reward for large teams; where those end differs much from
/// one start to another, so that one starts three times.
void anneal_some_ways(Division& division, const Candidates& list, const Progress& progress) {
  const auto steps = std::min(steps_per_partner * static_cast<std::uint64_t>(list.partners),
                              steps_per_team * static_cast<std::uint64_t>(list.size()));
  for (const auto& [seed, reward] : {std::pair{1U, 0.0}, {1U, 1.0}, {2U, 1.0}, {3U, 1.0}}) {
    const Annealing how{.steps = steps, .seed = seed, .reward_for_size = reward};
    if (auto found = anneal(list, how, progress)) take_better(division, std::move(*found));
  }
}

/// A division that is as good as can be found, and judged.
Result<Division> good_division(const Candidates& list, const Relaxed& relaxed, double scale, double gap,
                               const Progress& progress) {
  auto dived = first_division(list, relaxed, scale, progress);
  if (!dived) return dived;
  Division division{.certainty = Certainty::unproven, .method = Method::column_generation};
  division.bound = relaxed.prices.total() / scale;
  take_better(division, std::move(*dived));
  judge(division, gap);
  if (division.certainty != Certainty::unproven) return division;
  anneal_some_ways(division, list, progress);
  if (!division.found() && list.size() > few_teams) {
    const std::vector<char> none(static_cast<std::size_t>(list.partners), 0);
    dived = dive(list, relaxed, none, scale, progress);
    if (!dived) return dived;
    take_better(division, std::move(*dived));
  }
  progress.at(0.4);
  const double enough = division.bound - gap * std::abs(division.bound);
  if (division.found())
    if (auto better = improve_regions(division, list, relaxed, scale, enough, progress); !better)
      return tl::unexpected(better.error());
  judge(division, gap);
  return division;
}

/// Tries the teams with the smallest slack, then ever more of them, until the bound is near enough.
Result<Division> widen(Division division, const Candidates& list, const CutPrices& prices, double scale, double gap,
                       const Progress& progress) {
  const auto teams = ranked(list, prices, scale);
  const double total = division.bound, partners_only = sum_of(prices.of_partner);
  lp::Limits limits{.nodes = 500, .gap = 0.9 * gap * std::abs(total) * scale};
  for (std::size_t count = 4 * static_cast<std::size_t>(list.partners);; count *= 3) {
    count = std::min(count, list.size());
    if (division.found()) limits.cutoff = partners_only - static_cast<double>(division.value) * scale;
    const auto choice = lp::solve(choice_among(list, teams, prices, scale, count), limits, progress);
    if (!choice) return tl::unexpected(choice.error());
    take_better(division, chosen(list, teams, *choice));
    // A division with a team that was left out falls short by its slack; the others were bounded just now.
    const double left_out = count == list.size() ? -lp::unlimited : total - teams.slack[teams.order[count]] / scale;
    division.bound = std::min(division.bound, std::max(left_out, (partners_only - choice->bound + 1e-6) / scale));
    judge(division, gap);
    if (division.certainty != Certainty::unproven) return division;
    if (choice->status == lp::Status::stopped || progress.stopped()) division.certainty = Certainty::stopped;
    if (division.certainty == Certainty::stopped) return division;
    if (count < list.size()) continue;
    if (choice->status == lp::Status::infeasible && !division.found()) division.certainty = Certainty::infeasible;
    return division;
  }
}

}  // namespace

Result<Division> generate_division(const Candidates& list, double gap, const Progress& progress) {
  const double scale = scale_of(list);
  std::vector<std::size_t> known;
  for (std::size_t t = 0; t < list.size(); ++t)
    if (list.team(t).size() == 1) known.push_back(t);
  const std::vector<char> none(static_cast<std::size_t>(list.partners), 0);
  const auto relaxed = relax(list, none, std::move(known), {}, scale, most_cut_rounds, progress);
  if (!relaxed) return tl::unexpected(relaxed.error());
  if (relaxed->certainty != Certainty::best)
    return Division{.certainty = relaxed->certainty, .method = Method::column_generation};
  progress.at(0.3);
  auto division = good_division(list, *relaxed, scale, gap, progress);
  if (!division) return division;
  progress.at(0.6);
  if (division->certainty != Certainty::unproven) return division;
  return widen(std::move(*division), list, relaxed->prices, scale, gap, progress);
}

}  // namespace koepel::coalition
