// SPDX-License-Identifier: EUPL-1.2
// Join conditions and an offer in; for each condition whether the offer meets it out. Face: test_conditions.
#include "scale/conditions.h"

#include <algorithm>

namespace koepel::scale {

namespace {

/// What of the offer a kind of condition is about, and whether more is better.
struct Side {
  std::optional<double> offered;
  bool at_least = false;
};

Side side_of(const std::string& kind, const Offer& offer) {
  if (kind == "max_unit_cost") return {offer.unit_cost, false};
  if (kind == "min_saving") return {offer.saving_share, true};
  if (kind == "max_payback") return {offer.payback, false};
  if (kind == "min_position") return {offer.position, true};
  if (kind == "max_position") return {offer.position, false};
  return {};
}

Met judged(const JoinCondition& condition, const Offer& offer) {
  if (condition.kind == "statement") return Met::shown;
  if (!condition.value) return Met::unknown;
  if (condition.kind == "max_payback" && offer.never_pays_back) return Met::no;
  const Side side = side_of(condition.kind, offer);
  if (!side.offered) return Met::unknown;
  const bool met = side.at_least ? *side.offered >= *condition.value : *side.offered <= *condition.value;
  return met ? Met::yes : Met::no;
}

}  // namespace

std::vector<ConditionTest> test_conditions(const Study& study, const std::string& task, const std::string& partner,
                                           const Offer& offer) {
  std::vector<ConditionTest> tests;
  for (const auto& condition : study.join_conditions) {
    const bool his = condition.partner.empty() || condition.partner == partner;
    const auto* package = find_package(study, condition.subject);
    const bool within =
        package != nullptr && std::find(package->tasks.begin(), package->tasks.end(), task) != package->tasks.end();
    if (!his || (!condition.subject.empty() && condition.subject != task && !within)) continue;
    tests.push_back({partner, task, condition.kind, condition.value, side_of(condition.kind, offer).offered,
                     condition.statement, judged(condition, offer), condition.origin});
  }
  return tests;
}

}  // namespace koepel::scale
