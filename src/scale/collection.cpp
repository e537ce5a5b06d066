// SPDX-License-Identifier: EUPL-1.2
// Areas with connections and the quantities of waste collection in; hours, vehicles, crews, people and cost out. Faces:
// work_of, plan_for, connections_needed.
#include "scale/collection.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::scale {

namespace {

constexpr double weeks = 52;

/// Whole things needed; a hair of tolerance, because hours are sums of broken numbers. A billion is more than anybody
/// has.
int whole(double needed) { return static_cast<int>(std::clamp(std::ceil(needed - 1e-9), 0.0, 1e9)); }

/// Hours on the road of one crew in a year.
double crew_hours(const CollectionTerms& t) { return t.hours_per_shift * t.days_per_week * weeks; }

/// Cost that is never exceeded: so much per unit of work and so much whatever the work. Whole things are less than one
/// more than what is needed.
struct CostBound {
  double per_unit = 0, fixed = 0;
};

CostBound bound_of(const CollectionWork& unit, const CollectionTerms& t, int shifts) {
  const double late = shifts == 1 ? 0 : 0.5;  // at most half of the crews drive late
  const double person = t.person_cost * (1 + late * t.late_premium);
  const double crew =
      crew_hours(t) * t.crew_size / t.productive_hours * person + t.vehicle_cost * (1 + t.reserve_share) / shifts;
  const double crews = unit.hours / crew_hours(t);
  const double rounding = person + (shifts == 1 ? 1 : 2 + t.reserve_share) * t.vehicle_cost;
  return {crews * crew + unit.hours * t.running_cost, crew + rounding + t.depot_cost + t.office_cost};
}

/// Units of work from which the cost per connection is surely at most `target`; where no bound tells, the most that is
/// looked at.
double surely_within(const CollectionWork& unit, const CollectionTerms& t, double target) {
  double n = most_connections / unit.connections;
  for (const int shifts : {1, 2}) {
    const auto bound = bound_of(unit, t, shifts);
    const double left = target * unit.connections - bound.per_unit;
    if (left > 0) n = std::min(n, std::ceil(bound.fixed / left));
  }
  return n;
}

}  // namespace

const std::vector<CollectionTerm>& collection_terms() {
  using T = CollectionTerms;
  static const std::vector<CollectionTerm> terms = {{"waste.pickups_per_year", &T::pickups_per_year},
                                                    {"waste.presented_share", &T::presented_share},
                                                    {"waste.seconds_per_pickup", &T::seconds_per_pickup},
                                                    {"waste.distance_factor", &T::distance_factor},
                                                    {"waste.built_up_share", &T::built_up_share},
                                                    {"waste.collect_speed", &T::collect_speed},
                                                    {"waste.kg_per_pickup", &T::kg_per_pickup},
                                                    {"waste.load_capacity", &T::load_capacity},
                                                    {"waste.trip_minutes", &T::trip_minutes},
                                                    {"waste.hours_per_shift", &T::hours_per_shift},
                                                    {"waste.days_per_week", &T::days_per_week},
                                                    {"waste.late_premium", &T::late_premium},
                                                    {"waste.crew_size", &T::crew_size},
                                                    {"waste.person_cost", &T::person_cost},
                                                    {"waste.productive_hours", &T::productive_hours},
                                                    {"waste.vehicle_cost", &T::vehicle_cost},
                                                    {"waste.running_cost", &T::running_cost},
                                                    {"waste.reserve_share", &T::reserve_share},
                                                    {"waste.depot_cost", &T::depot_cost},
                                                    {"waste.office_cost", &T::office_cost}};
  return terms;
}

CollectionRanges collection_ranges(const Study& study, const MethodPack& pack, const std::string& task) {
  CollectionRanges ranges;
  for (const auto& term : collection_terms()) ranges.push_back(range_of(study, pack, term.quantity, task));
  return ranges;
}

CollectionTerms likely_collection(const CollectionRanges& ranges) {
  CollectionTerms terms;
  for (std::size_t i = 0; i < ranges.size(); ++i) terms.*collection_terms()[i].field = ranges[i].value;
  return terms;
}

CollectionTerms drawn_collection(const CollectionRanges& ranges, Random& random) {
  CollectionTerms terms;
  for (std::size_t i = 0; i < ranges.size(); ++i) terms.*collection_terms()[i].field = draw(ranges[i], random);
  return terms;
}

CollectionWork work_of(const CollectionArea& area, const CollectionTerms& t) {
  ENSURE(area.connections > 0 && area.land_km2 > 0);
  CollectionWork work;
  work.connections = area.connections;
  work.pickups = area.connections * t.pickups_per_year * t.presented_share;
  work.loads = work.pickups * t.kg_per_pickup / t.load_capacity;
  // Route through scattered points: a factor times the root of the area per point (Beardwood, Halton & Hammersley).
  const double per_point = area.land_km2 * t.built_up_share / (area.connections * t.presented_share);
  const double km = t.distance_factor * std::sqrt(per_point);
  const double seconds = t.seconds_per_pickup + km / t.collect_speed * 3600;
  work.hours = work.pickups * seconds / 3600 + work.loads * t.trip_minutes / 60;
  return work;
}

CollectionWork operator+(const CollectionWork& a, const CollectionWork& b) {
  return {a.connections + b.connections, a.pickups + b.pickups, a.loads + b.loads, a.hours + b.hours};
}

CollectionPlan plan_for(const CollectionWork& work, const CollectionTerms& t, int shifts) {
  ENSURE(shifts == 1 || shifts == 2);
  CollectionPlan plan;
  plan.shifts = shifts;
  plan.connections = work.connections;
  plan.crews = whole(work.hours / crew_hours(t));
  plan.vehicles = whole(static_cast<double>(plan.crews) / shifts);
  plan.spare = whole(t.reserve_share * plan.vehicles);
  const double manned = plan.crews * crew_hours(t);
  plan.people = whole(manned * t.crew_size / t.productive_hours);
  plan.routes_per_week = plan.crews * t.days_per_week;
  plan.loads_per_week = work.loads / weeks;
  plan.used = manned > 0 ? work.hours / manned : 0;
  const double late = plan.crews > 0 ? static_cast<double>(plan.crews - plan.vehicles) / plan.crews : 0;
  plan.labour = plan.people * t.person_cost * (1 + late * t.late_premium);
  plan.fleet = (plan.vehicles + plan.spare) * t.vehicle_cost + work.hours * t.running_cost;
  plan.depot = t.depot_cost;
  plan.office = t.office_cost;
  return plan;
}

CollectionPlan cheapest_plan(const CollectionWork& work, const CollectionTerms& terms) {
  const auto one = plan_for(work, terms, 1), two = plan_for(work, terms, 2);
  return two.cost() < one.cost() ? two : one;
}

double unit_cost_at(const CollectionArea& like, double connections, const CollectionTerms& terms, double level) {
  CollectionArea grown = like;
  grown.land_km2 *= connections / like.connections;
  grown.connections = connections;
  return level * cheapest_plan(work_of(grown, terms), terms).per_connection();
}

std::optional<double> connections_needed(const CollectionArea& like, double target, const CollectionTerms& terms,
                                         double level) {
  // Work grows in proportion, so one unit of it is enough: each step of the search is a plan, not a route.
  CollectionArea unit = like;
  unit.connections = 100;
  unit.land_km2 = like.land_km2 * 100 / like.connections;
  const auto work = work_of(unit, terms);
  const auto within = [&](double n) {
    const CollectionWork grown{n * work.connections, n * work.pickups, n * work.loads, n * work.hours};
    return level * cheapest_plan(grown, terms).per_connection() <= target;
  };
  double n = surely_within(work, terms, target / level);
  if (!within(n)) return std::nullopt;
  while (n > 1 && within(n - 1)) --n;
  return n * 100;
}

}  // namespace koepel::scale
