// SPDX-License-Identifier: EUPL-1.2
// A study with a collection task in; how much the service must grow, who would make that, under which condition, and
// the operational plan, out. Face: plan_collection.
#include "scale/collection_case.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "scale/collection_areas.h"

namespace koepel::scale {

namespace {

double unit_cost(const CollectionWork& work, const CollectionTerms& terms, double level) {
  return level * cheapest_plan(work, terms).per_connection();
}

/// A gain of scale is never taken for granted: only the realised share of it is expected. A loss counts in full.
double tempered(double apart, double together, double realised) {
  return together < apart ? apart - realised * (apart - together) : together;
}

/// Own cost of today as multiple of what the model says for the service alone.
double level_of(const CollectionArea& own, const CollectionTerms& terms) {
  return own.own_cost ? *own.own_cost / cheapest_plan(work_of(own, terms), terms).cost() : 1;
}

void set_target(CollectionCase& out, const CollectionDesk& desk) {
  for (const auto& condition : desk.study.join_conditions)
    if (condition.kind == "max_unit_cost" && condition.value && *condition.value > 0 &&
        (condition.subject.empty() || condition.subject == desk.task) &&
        (!out.target_given || *condition.value < out.target)) {
      out.target = *condition.value;
      out.target_given = true;
    }
  if (!out.target_given) out.target = out.today * (1 - parameter(desk.pack, "scale.target_saving"));
}

std::vector<double> realised_draws(const CollectionDesk& desk, std::size_t count) {
  Random random(desk.study.head.seed, "scale." + desk.task + ".collection.realised");
  std::vector<double> draws;
  for (std::size_t d = 0; d < count; ++d) draws.push_back(draw(desk.realised, random));
  return draws;
}

std::vector<CollectionTerms> draws_of(const CollectionDesk& desk) {
  Random random(desk.study.head.seed, "scale." + desk.task + ".collection");
  std::vector<CollectionTerms> draws;
  for (int d = 0; d < std::clamp(desk.study.head.draws, 1, 2000); ++d)
    draws.push_back(drawn_collection(desk.ranges, random));
  return draws;
}

void ask_size(CollectionCase& out, const CollectionTerms& likely, const std::vector<CollectionTerms>& draws) {
  out.needed = connections_needed(out.own, out.target, likely, out.level);
  std::vector<double> needed;
  double ever = 0, now = 0;
  for (const auto& terms : draws) {
    const double level = level_of(out.own, terms);
    const auto n = connections_needed(out.own, out.target, terms, level);
    needed.push_back(n.value_or(std::numeric_limits<double>::infinity()));
    ever += n ? 1 : 0;
    now += unit_cost(work_of(out.own, terms), terms, level) <= out.target ? 1 : 0;
  }
  const auto count = static_cast<double>(draws.size());
  out.ever = ever / count;
  out.certainty_now = now / count;
  std::sort(needed.begin(), needed.end());
  // Sure is at least likely: where the likely plan sits just above a step, most draws need less than it does.
  const double sure = std::max(needed[static_cast<std::size_t>(std::ceil(0.9 * count)) - 1],
                               out.needed.value_or(std::numeric_limits<double>::infinity()));
  if (std::isfinite(sure)) out.needed_surely = sure;
}

void draw_curve(CollectionCase& out, const CollectionTerms& likely) {
  for (const double thousands : {5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200})
    out.curve.push_back({thousands * 1000, unit_cost_at(out.own, thousands * 1000, likely, out.level)});
}

struct Pool {
  std::vector<CollectionWork> likely;              ///< of each candidate
  std::vector<std::vector<CollectionWork>> drawn;  ///< [draw][candidate]
  CollectionWork own;
  std::vector<CollectionWork> own_drawn;
  std::vector<double> level_drawn;
  std::vector<double> realised_drawn;
};

/// Cost per connection of a group when each goes on alone, euro.
double apart_cost(const CollectionCase& out, std::size_t mask) {
  double cost = out.today * out.own.connections, connections = out.own.connections;
  for (std::size_t i = 0; i < out.candidates.size(); ++i)
    if ((mask >> i & 1) != 0) {
      cost += out.candidates[i].alone * out.candidates[i].area.connections;
      connections += out.candidates[i].area.connections;
    }
  return cost / connections;
}

CollectionWork work_with(CollectionWork sum, const std::vector<CollectionWork>& works, std::size_t mask) {
  for (; mask != 0; mask &= mask - 1) sum = sum + works[static_cast<std::size_t>(std::countr_zero(mask))];
  return sum;
}

Pool pool_of(const CollectionCase& out, const CollectionTerms& likely, const std::vector<CollectionTerms>& draws) {
  Pool pool;
  pool.own = work_of(out.own, likely);
  for (const auto& one : out.candidates) pool.likely.push_back(work_of(one.area, likely));
  for (const auto& terms : draws) {
    pool.own_drawn.push_back(work_of(out.own, terms));
    pool.level_drawn.push_back(level_of(out.own, terms));
    pool.drawn.emplace_back();
    for (const auto& one : out.candidates) pool.drawn.back().push_back(work_of(one.area, terms));
  }
  return pool;
}

std::vector<std::size_t> minimal_groups(const CollectionCase& out, const Pool& pool, const CollectionTerms& likely) {
  const std::size_t n = out.candidates.size();
  std::vector<char> within(std::size_t{1} << n, 0);
  std::vector<std::size_t> found;
  // A service that is there already needs nobody: every group holds it, so none is minimal.
  within[0] = unit_cost(pool.own, likely, out.level) <= out.target ? 1 : 0;
  for (std::size_t mask = 1; mask < within.size(); ++mask) {
    bool part = false;
    for (std::size_t i = 0; i < n && !part; ++i)
      part = (mask >> i & 1) != 0 && within[mask ^ (std::size_t{1} << i)] != 0;
    const bool reaches = !part && unit_cost(work_with(pool.own, pool.likely, mask), likely, out.level) <= out.target;
    if (reaches) found.push_back(mask);
    within[mask] = part || reaches ? 1 : 0;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](std::size_t a, std::size_t b) { return std::popcount(a) < std::popcount(b); });
  return found;
}

CollectionGroup group_of(const CollectionCase& out, const Pool& pool, const CollectionTerms& likely,
                         const std::vector<CollectionTerms>& draws, std::size_t mask, double realised) {
  CollectionGroup group;
  group.municipalities = {out.own.municipality};
  for (std::size_t i = 0; i < out.candidates.size(); ++i)
    if ((mask >> i & 1) != 0) {
      group.municipalities.push_back(out.candidates[i].area.municipality);
      group.only_partners = group.only_partners && out.candidates[i].area.partner;
    }
  group.plan = cheapest_plan(work_with(pool.own, pool.likely, mask), likely);
  group.per_connection = out.level * group.plan.per_connection();
  const double apart = apart_cost(out, mask);
  group.expected = tempered(apart, group.per_connection, realised);
  double full = 0, partly = 0;
  for (std::size_t d = 0; d < draws.size(); ++d) {
    const double cost = unit_cost(work_with(pool.own_drawn[d], pool.drawn[d], mask), draws[d], pool.level_drawn[d]);
    full += cost <= out.target ? 1 : 0;
    partly += tempered(apart, cost, pool.realised_drawn[d]) <= out.target ? 1 : 0;
  }
  group.certainty = full / static_cast<double>(draws.size());
  group.certainty_realised = partly / static_cast<double>(draws.size());
  return group;
}

std::optional<double> position_of(const std::vector<std::pair<std::string, double>>& positions,
                                  const std::string& task) {
  for (const auto& [subject, position] : positions)
    if (subject == task) return position;
  return std::nullopt;
}

void test_candidates(CollectionCase& out, const CollectionDesk& desk, const CollectionTerms& likely,
                     std::optional<double> position) {
  for (auto& one : out.candidates) {
    const auto own = work_of(one.area, likely);
    one.alone = one.area.own_cost ? *one.area.own_cost / one.area.connections : unit_cost(own, likely, out.level);
    one.together = unit_cost(work_of(out.own, likely) + own, likely, out.level);
    const double joined = out.own.connections + one.area.connections;
    const double apart = (out.today * out.own.connections + one.alone * one.area.connections) / joined;
    one.expected = tempered(apart, one.together, desk.realised.value);
    Offer offer;
    offer.unit_cost = one.expected;
    offer.saving_share = 1 - one.expected / one.alone;
    offer.position = position;
    one.conditions = test_conditions(desk.study, desk.task, one.area.municipality, offer);
  }
}

Message plan_line(const char* key, std::vector<Arg> args) { return {key, std::move(args)}; }

void write_plan(CollectionCase& out) {
  const CollectionPlan& p = out.all_partners;
  out.plan = {
      plan_line("scale.plan.fleet", {number("vehicles", p.vehicles), number("spare", p.spare)}),
      plan_line("scale.plan.crews", {number("crews", p.crews), number("people", p.people), number("shifts", p.shifts)}),
      plan_line("scale.plan.routes", {number("routes", p.routes_per_week), number("loads", p.loads_per_week)}),
      plan_line("scale.plan.depot", {money("cost", std::llround((p.depot + p.office) * out.level * 100))}),
      plan_line("scale.plan.cost",
                {number("connections", p.connections), money("cost", std::llround(out.all_per_connection * 100)),
                 money("expected", std::llround(out.all_expected * 100))}),
      plan_line("scale.plan.years", {})};
}

bool choose_own(CollectionCase& out, std::vector<CollectionArea> areas) {
  // Who has real figures goes before who has only dwellings.
  const auto own = std::max_element(areas.begin(), areas.end(), [](const auto& a, const auto& b) {
    return a.proxy != b.proxy ? a.proxy : a.connections < b.connections;
  });
  if (own == areas.end()) return false;
  out.own = *own;
  areas.erase(own);
  for (auto& area : areas) out.candidates.push_back({std::move(area), 0, 0, {}});
  return true;
}

}  // namespace

CollectionCase plan_collection(const Study& study, const MethodPack& pack, const Reference& reference,
                               const std::string& task, const std::vector<std::pair<std::string, double>>& positions,
                               const Progress& progress) {
  const CollectionDesk desk{study,
                            pack,
                            reference,
                            task,
                            collection_ranges(study, pack, task),
                            range_of(study, pack, "scale.realised_share", task),
                            range_of(study, pack, "waste.connections_per_dwelling", task).value};
  CollectionCase out;
  out.task = task;
  auto areas = partner_areas(desk);
  const auto partners = areas;
  if (!choose_own(out, std::move(areas)) || partners.size() > most_candidates + 1) {
    out.missing = {partners.empty() ? "scale.collection.no_area" : "scale.collection.too_many", {}};
    return out;
  }
  for (auto& area : neighbour_areas(desk, out.left_out)) out.candidates.push_back({std::move(area), 0, 0, {}});
  const auto likely = likely_collection(desk.ranges);
  out.level = level_of(out.own, likely);
  out.calibrated = out.own.own_cost.has_value();
  const auto own_work = work_of(out.own, likely);
  out.today = unit_cost(own_work, likely, out.level);
  out.one_shift = plan_for(own_work, likely, 1);
  out.two_shifts = plan_for(own_work, likely, 2);
  set_target(out, desk);
  const auto draws = draws_of(desk);
  ask_size(out, likely, draws);
  draw_curve(out, likely);
  test_candidates(out, desk, likely, position_of(positions, task));
  CollectionWork all;
  for (const auto& area : partners) all = all + work_of(area, likely);
  out.all_partners = cheapest_plan(all, likely);
  out.all_per_connection = out.level * out.all_partners.per_connection();
  std::size_t others = 0;
  for (std::size_t i = 0; i + 1 < partners.size(); ++i) others |= std::size_t{1} << i;  // partners come first
  out.all_expected = tempered(apart_cost(out, others), out.all_per_connection, desk.realised.value);
  write_plan(out);
  if (progress.stopped()) {
    out.missing = {"scale.collection.stopped", {}};
    return out;
  }
  Pool pool = pool_of(out, likely, draws);
  pool.realised_drawn = realised_draws(desk, draws.size());
  const auto masks = minimal_groups(out, pool, likely);
  out.group_count = static_cast<int>(masks.size());
  for (std::size_t i = 0; i < masks.size() && i < 10; ++i)
    out.groups.push_back(group_of(out, pool, likely, draws, masks[i], desk.realised.value));
  return out;
}

}  // namespace koepel::scale
