// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/reference.h"
#include "scale/collection.h"
#include "scale/conditions.h"

namespace koepel::scale {

/// A number of connections and what one costs there.
struct CostPoint {
  double connections = 0;
  double per_connection = 0;
};

/// Areas that join the service and together bring the cost per connection to the target, none to spare.
struct CollectionGroup {
  std::vector<std::string> municipalities;  ///< with the service's own first
  bool only_partners = true;                ///< false: a neighbour from outside the study is in it
  CollectionPlan plan;
  double per_connection = 0;      ///< euro, when the plan works out in full
  double expected = 0;            ///< euro, when only the realised share of that gain is reached
  double certainty = 0;           ///< share of the draws in which the target is reached, plan in full
  double certainty_realised = 0;  ///< and with the realised share drawn as well
};

/// A municipality that could join, and what would be offered.
struct CollectionCandidate {
  CollectionArea area;
  double alone = 0;     ///< euro per connection with a service of its own, by the model
  double together = 0;  ///< with the service, when the plan works out in full
  double expected = 0;  ///< with the realised share of that gain: what conditions are tested against
  std::vector<ConditionTest> conditions;
};

/// The waste case for one task: how much must the service grow, and who makes that.
struct CollectionCase {
  std::string task;
  Message missing;     ///< why there is no answer; empty otherwise
  CollectionArea own;  ///< the service that seeks room: the partner with the most connections
  double level = 1;    ///< own cost of today as multiple of the model's; 1 when unknown
  bool calibrated = false;
  double today = 0;              ///< euro per connection
  double target = 0;             ///< euro per connection that is asked
  bool target_given = false;     ///< by a condition max_unit_cost; false: a share below today (scale.target_saving)
  std::optional<double> needed;  ///< connections, likely
  std::optional<double> needed_surely;  ///< enough in 90 % of the draws
  double ever = 0;                      ///< share of the draws in which growing is enough at all
  double certainty_now = 0;             ///< share of the draws in which the service is there already
  std::vector<CostPoint> curve;
  CollectionPlan one_shift, two_shifts;  ///< of the service alone
  std::vector<CollectionCandidate> candidates;
  std::vector<CollectionGroup> groups;  ///< inclusion-minimal, smallest first; at most ten
  int group_count = 0;
  CollectionPlan all_partners;        ///< cheapest plan of all partners together
  double all_per_connection = 0;      ///< euro, plan in full
  double all_expected = 0;            ///< euro, realised share of the gain
  std::vector<Message> plan;          ///< the operational plan, line by line
  std::vector<std::string> left_out;  ///< neighbours beyond the number that is searched
};

/// Plans waste collection for a task of which the volume is in connections. Partners without figures get connections
/// from dwellings (marked). The model is brought to the level of today's cost of the service when that is known.
[[nodiscard]] CollectionCase plan_collection(const Study& study, const MethodPack& pack, const Reference& reference,
                                             const std::string& task,
                                             const std::vector<std::pair<std::string, double>>& positions = {},
                                             const Progress& progress = {});

/// The unit counts connections ("huisaansluitingen", "connections").
[[nodiscard]] bool counts_connections(const std::string& unit);

}  // namespace koepel::scale
