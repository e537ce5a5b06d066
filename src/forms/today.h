// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/origin.h"
#include "model/pack.h"
#include "model/study.h"

namespace koepel::forms {

/// Where a subject stands today, per partner that is known.
struct Today {
  std::vector<std::pair<std::string, double>> per_partner;  ///< study order
  std::optional<double> mean;
  std::vector<Origin> inputs;  ///< the arrangements it was made from
};

/// Position of the form in which each partner carries out the tasks now: that of the arrangement that covers it, the
/// heaviest when there are several; 0 (oneself) without one, and for the member that carries it out for the others.
/// An arrangement in an unknown form leaves its members unknown; so does a study without any arrangement: unknown is
/// not "nobody works together". For several tasks the mean over the known ones.
[[nodiscard]] Today today(const Study& study, const DecisionTree& tree, const std::vector<std::string>& tasks);

}  // namespace koepel::forms
