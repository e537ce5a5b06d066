// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel {

/// A quantity as it counts for one task and partner: what the study gives, else the method pack's own range.
struct Ranged {
  double low = 0, value = 0, high = 0;
  const Estimate* given = nullptr;  ///< the study's own row; nullptr: the pack's preset
};

/// The study's estimate that fits best (an estimate for this task and partner goes before one for this task, then one
/// for this partner, then one for everybody; the later row wins), or nullptr. Linear in the estimates.
[[nodiscard]] const Estimate* find_estimate(const Study& study, const std::string& quantity, const std::string& task,
                                            const std::string& partner);

/// The estimate, else the pack's quantity. A name that the pack lacks is a bug.
[[nodiscard]] Ranged ranged(const Study& study, const MethodPack& pack, const std::string& quantity,
                            const std::string& task = {}, const std::string& partner = {});

/// Adds the origin of a ranged quantity to a step: the row of the study, or the name in the pack.
void cite(Step& step, const Ranged& ranged, const std::string& quantity);

}  // namespace koepel
