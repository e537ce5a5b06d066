// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "scale/estimates.h"

// What collecting household waste takes: hours from the number of connections and how close they lie, then whole
// vehicles, crews and people, then cost. docs/methods/waste-collection.md.

namespace koepel::scale {

/// An area that is collected: a municipality.
struct CollectionArea {
  std::string municipality;  ///< CBS code
  std::string name;          ///< the code again when nobody knows it
  double connections = 0;
  double land_km2 = 0;
  bool partner = true;             ///< false: a neighbour that does not take part in the study
  bool proxy = false;              ///< connections were made from the number of dwellings
  std::optional<double> own_cost;  ///< euro per year today, when known
  Origin origin;
};

/// The quantities "waste.*" with one value each, in the unit of the quantity.
struct CollectionTerms {
  double pickups_per_year = 0, presented_share = 0, seconds_per_pickup = 0, distance_factor = 0, built_up_share = 0;
  double collect_speed = 0, kg_per_pickup = 0, load_capacity = 0, trip_minutes = 0, hours_per_shift = 0;
  double days_per_week = 0, late_premium = 0, crew_size = 0, person_cost = 0, productive_hours = 0;
  double vehicle_cost = 0, running_cost = 0, reserve_share = 0, depot_cost = 0, office_cost = 0;
};
struct CollectionTerm {
  const char* quantity;
  double CollectionTerms::*field;
};
[[nodiscard]] const std::vector<CollectionTerm>& collection_terms();

/// Ranges beside collection_terms(), as they hold for a task.
using CollectionRanges = std::vector<Range>;
[[nodiscard]] CollectionRanges collection_ranges(const Study& study, const MethodPack& pack, const std::string& task);
[[nodiscard]] CollectionTerms likely_collection(const CollectionRanges& ranges);
[[nodiscard]] CollectionTerms drawn_collection(const CollectionRanges& ranges, Random& random);

/// Work of a set of areas in a year. Adds up over areas.
struct CollectionWork {
  double connections = 0, pickups = 0, loads = 0, hours = 0;
};
[[nodiscard]] CollectionWork work_of(const CollectionArea& area, const CollectionTerms& terms);
[[nodiscard]] CollectionWork operator+(const CollectionWork& a, const CollectionWork& b);

/// Means and cost of doing some work with one or two shifts a day on the same vehicles. Euro per year.
struct CollectionPlan {
  int shifts = 1;
  double connections = 0;
  int vehicles = 0, spare = 0;  ///< on the road; spare ones beside them
  int crews = 0;                ///< vehicle-shifts to be manned
  int people = 0;
  double routes_per_week = 0;  ///< crew-days
  double loads_per_week = 0;
  double used = 0;  ///< share of the crews' hours that is work
  double labour = 0, fleet = 0, depot = 0, office = 0;

  [[nodiscard]] double cost() const { return labour + fleet + depot + office; }
  [[nodiscard]] double per_connection() const { return connections > 0 ? cost() / connections : 0; }
};
/// `shifts` 1 or 2. Hours are needed whole: half a vehicle is a vehicle.
[[nodiscard]] CollectionPlan plan_for(const CollectionWork& work, const CollectionTerms& terms, int shifts);
/// The cheaper of one and two shifts; of equals one.
[[nodiscard]] CollectionPlan cheapest_plan(const CollectionWork& work, const CollectionTerms& terms);

/// Cost per connection of a service with that many connections, lying as close as in `like`; times `level`.
[[nodiscard]] double unit_cost_at(const CollectionArea& like, double connections, const CollectionTerms& terms,
                                  double level);

/// Most connections that are looked at.
inline constexpr double most_connections = 500000;
/// Smallest number of connections (a multiple of 100) from which the cost per connection is and stays at most `target`.
/// Whole vehicles make the curve saw-toothed: smaller numbers may touch the target too, but one house more can be too
/// dear again. None: not within most_connections.
[[nodiscard]] std::optional<double> connections_needed(const CollectionArea& like, double target,
                                                       const CollectionTerms& terms, double level);

}  // namespace koepel::scale
