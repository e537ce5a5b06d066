// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/pack.h"

// What a task costs partners alone and together, in euro per year. Two models. Activity: fixed cost once per
// organisation, variable cost per unit, and resources that come in whole steps. Prior: own cost, and how research says
// that cost per inhabitant changes with scale (scale/prior.h). docs/methods/scale.md.

namespace koepel::scale {

/// What one partner spends on the task today.
struct PartnerCost {
  std::string partner;
  double fixed = 0;      ///< euro per year
  double variable = 0;   ///< euro per year, all units together
  double volume = 0;     ///< units per year; 0 in the prior model
  double thousands = 0;  ///< inhabitants in thousands; used by the prior model
  std::optional<double> fte;
  Origin origin;

  [[nodiscard]] double own() const { return fixed + variable; }
};

/// A resource that comes in whole numbers (vehicle, crew, desk): each serves `capacity` units and costs `cost` a year.
struct StepResource {
  double capacity = 0;
  double cost = 0;
};

/// The uncertain inputs with one value each: the likely ones, or one draw.
struct Terms {
  double realised_share = 0, efficient_end = 1, coordination_share = 0;
  double vat_leak = 0, labour_share = 0, interest_share = 0, interest_markup = 0;
  double years_to_saving = 1, friction = 0, unwind_probability = 0, unwind_cost = 0, stranded_years = 1;
  double slope = 0;                    ///< of the cluster's curve; prior model only
  std::vector<double> retained_share;  ///< per partner of the model, as the next two
  std::vector<double> overhead_per_fte;
  std::vector<double> stranded_share;
};

enum class ModelKind { activity, prior };

struct CostModel {
  ModelKind kind = ModelKind::activity;
  std::string task;
  std::string unit;  ///< what volume counts
  int year = 0;      ///< of the figures, the newest
  std::vector<PartnerCost> partners;
  std::vector<StepResource> steps;
  const ScaleCluster* cluster = nullptr;  ///< of the pack; the pack must outlive the model
  bool own_organisation = false;          ///< the form has one of its own: everybody transfers staff, and it borrows
};

/// Cost of a set of partners, euro per year once the gain is reached.
struct JointCost {
  double alone = 0;     ///< sum of own costs
  double gain = 0;      ///< theoretical gain of scale; below zero where scale makes it dearer
  double realised = 0;  ///< of that gain; a loss of scale counts in full
  double coordination = 0;
  double tax_and_interest = 0;
  double volume = 0;

  [[nodiscard]] double saving() const { return realised - coordination - tax_and_interest; }
  [[nodiscard]] double together() const { return alone - saving(); }
};

/// Cost of `members` (indices of model.partners, each once). One member: its own cost, nothing gained or added. O(n).
[[nodiscard]] JointCost joint_cost(const CostModel& model, const Terms& terms, const std::vector<std::size_t>& members);
[[nodiscard]] JointCost joint_cost(const CostModel& model, const Terms& terms);  ///< of all partners

/// joint_cost of many sets of one model: what does not depend on the set is computed once. O(set) a question.
/// The model must outlive it.
class JointCosts {
 public:
  JointCosts(const CostModel& model, Terms terms);
  [[nodiscard]] JointCost of(std::span<const int> members) const;

 private:
  const CostModel& model_;
  Terms terms_;
  std::vector<double> ratios_;  ///< cost per inhabitant of each partner alone as multiple of the lowest
};

/// Largest number of partners of which all 2^n combinations are computed.
inline constexpr std::size_t most_partners = 25;

/// Yearly saving of every combination of `partners`: entry m is of those whose bit is set in m (bit i = partners[i]),
/// euro. A partner that the model does not know adds nothing. Fails (code scale.too-many-partners) above most_partners.
/// One streaming pass, O(2^n) time, no memory besides the answer.
[[nodiscard]] Result<std::vector<double>> savings_table(const CostModel& model, const Terms& terms,
                                                        const std::vector<std::string>& partners);

}  // namespace koepel::scale
