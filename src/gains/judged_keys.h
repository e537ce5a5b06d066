// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "gains/gains.h"
#include "gains/subject_game.h"

namespace koepel::gains {

/// The study as the keys of one subject see it: only its partners with figures, only what keys are made from, and as
/// own cost what the cost models took for it.
[[nodiscard]] Study study_of(const Study& study, const std::string& id, const SubjectGame& subject);

/// Growth of the population per year between the two dates of the reference table; none: not known.
[[nodiscard]] std::optional<double> growth_of(const Reference& reference, const std::string& partner);

/// What each key of `keys` that could be computed leaves every group of partners, beside the fair divisions in
/// `shares`. Fills judged_keys and says of `out`.
void judge_keys(SubjectGains& out, const SubjectGame& subject);

}  // namespace koepel::gains
