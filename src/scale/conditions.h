// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/study.h"

namespace koepel::scale {

/// What joining would give one partner on one task, against which its conditions are tested. Absent is unknown.
struct Offer {
  std::optional<double> unit_cost;     ///< euro per unit, together
  std::optional<double> saving_share;  ///< yearly saving once reached, as share of own cost
  std::optional<double> payback;       ///< years
  bool never_pays_back = false;        ///< computed, and not within ten years
  std::optional<double> position;      ///< on the continuum, 0..100
};

enum class Met { yes, no, unknown, shown };  ///< shown: a statement in own words, which nobody can compute

struct ConditionTest {
  std::string partner, task, kind;
  std::optional<double> asked, offered;
  std::string statement;
  Met met = Met::unknown;
  Origin origin;
};

/// Tests every condition that `partner` (or, with an empty partner, everybody) set for this task or for all, one by
/// one. An unknown kind or a condition without a value is `unknown`, never met.
[[nodiscard]] std::vector<ConditionTest> test_conditions(const Study& study, const std::string& task,
                                                         const std::string& partner, const Offer& offer);

}  // namespace koepel::scale
