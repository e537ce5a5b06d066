// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scale/scale.h"

namespace koepel::scale {

/// Steps of one task: own cost per partner, saving, ten years, no saving, cash flow per partner and year. Years have a
/// step each up to `most_yearly` partners-with-task in the study (a big study has the total only, which names the
/// rule).
void add_steps(const TaskScale& task, const TermRanges& ranges, bool yearly, Trace& trace);
void add_steps(const CollectionCase& waste, Trace& trace);

/// "scale.<task>.people": how many are there; "... .people.together": the smallest combination that has enough.
void add_people_steps(const TaskScale& task, Trace& trace);

inline constexpr std::size_t most_yearly = 400;

}  // namespace koepel::scale
