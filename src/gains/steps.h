// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "gains/gains.h"

// The steps of what a subject gains.

namespace koepel::gains {

using TaskScales = std::vector<const scale::TaskScale*>;

/// The steps of the savings of these tasks.
[[nodiscard]] std::vector<std::string> steps_of(const TaskScales& tasks);

/// "gains.<subject>", and below it ".<partner>", ".key.<key>" and ".team.<number>"; keys and teams are told their step.
void add_steps(SubjectGains& subject, const TaskScales& tasks, Trace& trace);

}  // namespace koepel::gains
