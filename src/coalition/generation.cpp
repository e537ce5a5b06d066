// SPDX-License-Identifier: EUPL-1.2
// In: a list of possible teams for many partners. Out: a division with a proven bound. Face: generate_division().
// First fractions of teams are allowed (relaxation.h): that gives prices and the bound. Placing the surest teams gives
// a good division. Then whole teams are chosen by branch and bound among those whose price lies closest to their value.
#include "coalition/generation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

/// The cuts that can still be broken: at most one of the three is placed.
std::vector<Cut> still_open(std::vector<Cut> cuts, const std::vector<char>& placed) {
  std::erase_if(cuts, [&](const Cut& cut) {
    return std::count_if(cut.begin(), cut.end(), [&](int i) { return placed[static_cast<std::size_t>(i)] != 0; }) > 1;
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
    lp::Row row{.upper = 1};
    for (std::size_t k = 0; k < count; ++k)
      if (touches(cut, list.team(teams.order[k]))) row.terms.push_back({static_cast<int>(k), 1});
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

/// The team of every partner.
std::vector<std::size_t> team_of_each(const Division& division, int partners) {
  std::vector<std::size_t> where(static_cast<std::size_t>(partners), 0);
  for (std::size_t t = 0; t < division.teams.size(); ++t)
    for (const int partner : division.teams[t]) where[static_cast<std::size_t>(partner)] = t;
  return where;
}

constexpr std::size_t region_teams = 10;

/// The team of `seed` and those with whose partners it would most often form a team, of the teams in the programme.
std::vector<std::size_t> region(const Division& division, const Candidates& list, const Relaxed& relaxed, int seed) {
  const auto where = team_of_each(division, list.partners);
  const auto centre = where[static_cast<std::size_t>(seed)];
  std::vector<int> near(division.teams.size(), 0);
  for (const auto t : relaxed.teams) {
    const auto team = list.team(t);
    const auto at_centre = [&](int i) { return where[static_cast<std::size_t>(i)] == centre; };
    if (std::none_of(team.begin(), team.end(), at_centre)) continue;
    for (const int i : team) ++near[where[static_cast<std::size_t>(i)]];
  }
  near[centre] = std::numeric_limits<int>::max();
  std::vector<std::size_t> order(near.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return near[a] > near[b]; });
  order.resize(std::min(order.size(), region_teams));
  return order;
}

/// What some teams of a division are worth: each is in the list, the greatest value counts.
std::int64_t value_of(const Division& division, const std::vector<std::size_t>& some, const Candidates& list) {
  std::vector<const Team*> by_first(static_cast<std::size_t>(list.partners), nullptr);
  for (const auto t : some) by_first[static_cast<std::size_t>(division.teams[t].front())] = &division.teams[t];
  std::vector<std::int64_t> values(by_first.size(), impossible);
  for (std::size_t t = 0; t < list.size(); ++t) {
    const auto first = static_cast<std::size_t>(list.team(t).front());
    if (by_first[first] && std::ranges::equal(*by_first[first], list.team(t)))
      values[first] = std::max(values[first], list.values[t]);
  }
  std::int64_t sum = 0;
  for (const auto value : values) sum += value == impossible ? 0 : value;
  return sum;
}

/// Divides the partners of some teams again; takes it when it is better.
Result<bool> divide_again(Division& division, const std::vector<std::size_t>& some, const Candidates& list,
                          const Relaxed& relaxed, double scale, const Progress& progress) {
  std::vector<char> placed(static_cast<std::size_t>(list.partners), 1);
  Division rest = division;
  for (const auto t : some) {
    for (const int partner : division.teams[t]) placed[static_cast<std::size_t>(partner)] = 0;
    rest.teams[t].clear();
  }
  std::erase_if(rest.teams, [](const Team& team) { return team.empty(); });
  auto known = relaxed.teams;
  const auto open = still_open(list, placed, known);
  const auto cuts = still_open(relaxed.prices.cuts, placed);
  auto again = relax(open, placed, std::move(known), cuts, scale, 10, progress);
  if (!again) return tl::unexpected(again.error());
  if (again->certainty != Certainty::best) return false;
  const auto found = dive(open, *again, placed, scale, progress);
  if (!found) return tl::unexpected(found.error());
  if (!found->found()) return false;
  rest.teams.insert(rest.teams.end(), found->teams.begin(), found->teams.end());
  rest.value = division.value - value_of(division, some, list) + found->value;
  if (rest.value <= division.value) return false;
  take_better(division, std::move(rest));
  return true;
}

/// Divides region after region again, until a whole round brings nothing or the gap is reached.
Result<bool> improve(Division& division, const Candidates& list, const Relaxed& relaxed, double scale, double gap,
                     const Progress& progress) {
  for (int seed = 0, since = 0; since < list.partners; ++since, seed = (seed + 1) % list.partners) {
    if (division.certainty != Certainty::unproven || progress.stopped()) return true;
    // Once per team: from its first partner.
    const auto begins = [&](const Team& team) { return team.front() == seed; };
    if (std::none_of(division.teams.begin(), division.teams.end(), begins)) continue;
    const auto some = region(division, list, relaxed, seed);
    const auto better = divide_again(division, some, list, relaxed, scale, progress);
    if (!better) return better;
    if (*better) since = 0;
    judge(division, gap);
  }
  return true;
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
  auto dived = dive(list, *relaxed, none, scale, progress);
  if (!dived) return dived;
  Division division{.certainty = Certainty::unproven, .method = Method::column_generation};
  division.bound = (sum_of(relaxed->prices.of_partner) + sum_of(relaxed->prices.of_cut)) / scale;
  take_better(division, std::move(*dived));
  judge(division, gap);
  if (division.found() && division.certainty == Certainty::unproven)
    if (auto improved = improve(division, list, *relaxed, scale, gap, progress); !improved)
      return tl::unexpected(improved.error());
  progress.at(0.6);
  if (division.certainty != Certainty::unproven) return division;
  return widen(std::move(division), list, relaxed->prices, scale, gap, progress);
}

}  // namespace koepel::coalition
