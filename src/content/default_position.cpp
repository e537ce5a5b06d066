// SPDX-License-Identifier: EUPL-1.2
// A task's ratings in, its first place on the continuum out.
#include "content/default_position.h"

#include <algorithm>
#include <cmath>

namespace koepel::content {

double default_position(const Task& task) {
  const double raw = 35 + 4.0 * (task.scale_sensitivity - 3) + 3.0 * (task.specialisation_need - 3) +
                     2.5 * (task.third_party_overlap - 3) - 4.5 * (task.policy_sensitivity - 3) -
                     3.0 * (task.citizen_proximity - 3);
  const double position = std::clamp(std::floor(raw + 0.5), 0.0, 80.0);
  if (task.legal_obligation == 5) return std::max(position, 66.0);
  if (task.legal_obligation == 4) return std::max(position, 30.0);
  return position;
}

}  // namespace koepel::content
