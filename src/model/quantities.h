// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/origin.h"
#include "base/text.h"

// What a study says about cost, sharing and teams, beside the yearly figures per task (study.h). Each record is one row
// of the study folder; `origin` is that row. An empty task or partner means "for every one".

namespace koepel {

/// A value with its range that replaces the method pack's own for a quantity (pack.h, Quantity):
/// "scale.realised_share", "waste.hours_per_shift". `low` and `high` absent: the value is certain.
struct Estimate {
  std::string quantity;
  std::string task;
  std::string partner;
  double value = 0;
  std::optional<double> low, high;
  std::string source;
  Origin origin;
  bool operator==(const Estimate&) const = default;
};

/// How much of a driver (workplaces, objects, FTE brought in ...) a partner has: what a cost key shares by.
/// inhabitants, dwellings, area, own_cost, fte and volume are known from partners and figures unless given here.
struct DriverValue {
  std::string driver;
  std::string partner;
  std::string subject;  ///< task or package; empty: the same for every one
  double value = 0;
  std::optional<int> year;
  std::string source;
  Origin origin;
  bool operator==(const DriverValue&) const = default;
};

/// One driver of a cost key (verdeelsleutel). Rows with one `id` make one key; their shares add up to 1. The terms
/// (cap, floor, years) stand on one of its rows or are equal on all.
struct CostKeyPart {
  std::string id;
  Text name;
  std::string subject;  ///< task or package; empty: offered for every one
  std::string driver;
  double share = 1;                  ///< part of the cost that this driver shares out, in (0, 1]
  std::optional<double> cap;         ///< nobody pays more than (1 + cap) times the own cost of today
  std::optional<double> floor;       ///< nobody pays less than (1 - floor) times the own cost of today
  std::optional<int> grow_in_years;  ///< steps from the cost of today to this key (ingroei); 0 or absent: at once
  Origin origin;
  bool operator==(const CostKeyPart&) const = default;
};

/// What teams must obey when the best division into teams is sought.
struct TeamRule {
  std::string subject;
  std::string kind;                   ///< together | apart | min_size | max_size | neighbours_only | host
  std::vector<std::string> partners;  ///< of together, apart and host (those that can be host)
  std::optional<int> value;           ///< of the sizes
  std::string reason;
  Origin origin;
  bool operator==(const TeamRule&) const = default;
};

/// Under which condition a partner joins. `value` in the kind's own unit.
struct JoinCondition {
  std::string partner;
  std::string subject;
  std::string kind;  ///< max_unit_cost (euro) | min_saving (share) | max_payback (years) | min_position | max_position
                     ///< (0..100) | statement
  std::optional<double> value;
  std::string statement;  ///< in own words
  Origin origin;
  bool operator==(const JoinCondition&) const = default;
};

/// A large incidental issue that the partners could take up in one project structure (motive c).
struct Project {
  std::string id;
  Text name;
  std::vector<std::string> tasks;
  double shared_share = 0;             ///< part of the work that is the same for everybody and done once, in [0, 1]
  std::optional<Money> hourly_rate;    ///< absent: the pack's
  std::string key;                     ///< cost key or driver by which the cost is shared; empty: inhabitants
  std::optional<int> deadline_months;  ///< within which it must be done
  std::string source;
  Origin origin;
  bool operator==(const Project&) const = default;
};

/// What a project would ask of one partner alone, and what that partner can put in.
struct ProjectEffort {
  std::string project;
  std::string partner;
  double hours_alone = 0;
  double hours_per_month = 0;  ///< own capacity for it
  std::string source;
  Origin origin;
  bool operator==(const ProjectEffort&) const = default;
};

}  // namespace koepel
