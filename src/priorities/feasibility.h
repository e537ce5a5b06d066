// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "priorities/facts.h"
#include "priorities/priorities.h"
#include "priorities/settings.h"

namespace koepel::priorities {

/// One part of the feasibility of a task, per partner and together (mean), with what its step in the trace needs.
struct ScoredPart {
  FeasibilityPart together;      ///< weight: share of the known parts, so that the weights of a task add up to 1
  std::vector<double> partners;  ///< [0, 1], high = feasible
  Message rule;
  std::vector<Origin> inputs;
  std::vector<std::string> parameters;
  std::vector<std::string> from;
};

/// The parts that are known, with weights that add up to 1:
/// - political sensitivity: 5 -> 0, 1 -> 1, from the partner's ratings, else the catalogue;
/// - urgency alignment (two or more partners rated): 1 - |own urgency - mean| / urgency_span; who gave none gets the
/// mean;
/// - conflict (1 - conflict of interest) and kinship of the whole set of partners, when known;
/// - arrangements (when the study lists any): free partners arrangement_free; partners in the task's widest
/// arrangement, from
///   there up to 1 by the share of partners in it; partners bound elsewhere arrangement_tied;
/// - legal duty: from no_duty at none (1) to 1 at a mandatory public body (5).
[[nodiscard]] std::vector<ScoredPart> feasibility_parts(const TaskFacts& facts, const Facts& all,
                                                        const Climate& climate, const Settings& settings);

/// The arrangement that covers the task for all partners at once; nullptr when there is none.
[[nodiscard]] const Arrangement* arrangement_of_all(const TaskFacts& facts, const Facts& all);

}  // namespace koepel::priorities
