// SPDX-License-Identifier: EUPL-1.2
// The name of a quantity in, its range for one task and partner out. The face is ranged.
#include "model/ranged.h"

#include "base/ensure.h"

namespace koepel {

namespace {

/// 0 does not fit, 1 for everybody .. 4 for exactly this task and partner.
int fit(const Estimate& estimate, const std::string& task, const std::string& partner) {
  const bool any_task = estimate.task.empty(), any_partner = estimate.partner.empty();
  if ((!any_task && estimate.task != task) || (!any_partner && estimate.partner != partner)) return 0;
  return 1 + (any_task ? 0 : 2) + (any_partner ? 0 : 1);
}

}  // namespace

const Estimate* find_estimate(const Study& study, const std::string& quantity, const std::string& task,
                              const std::string& partner) {
  const Estimate* best = nullptr;
  int best_fit = 1;
  for (const auto& estimate : study.estimates) {
    if (estimate.quantity != quantity) continue;
    const int own = fit(estimate, task, partner);
    if (own >= best_fit) best = &estimate, best_fit = own;
  }
  return best;
}

Ranged ranged(const Study& study, const MethodPack& pack, const std::string& quantity, const std::string& task,
              const std::string& partner) {
  if (const auto* own = find_estimate(study, quantity, task, partner))
    return {own->low.value_or(own->value), own->value, own->high.value_or(own->value), own};
  const auto* known = find_quantity(pack, quantity);
  ENSURE(known != nullptr);  // koepel check-pack proves they are all there
  return {known->low, known->value, known->high};
}

void cite(Step& step, const Ranged& ranged, const std::string& quantity) {
  if (ranged.given != nullptr) {
    step.inputs.push_back(ranged.given->origin);
    return;
  }
  step.parameters.push_back(quantity);
}

}  // namespace koepel
