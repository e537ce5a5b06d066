// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "forms/forms.h"

namespace koepel::forms {

/// Per criterion of the trunk: where the agreed answers of all subjects lean, the pack's statement for that lean, and
/// the principles behind it. The lean is the sum of chosen deltas over the furthest that those questions allow on that
/// side. A criterion on which nobody answered is left out.
[[nodiscard]] std::vector<GuidingStatement> guiding_statements(const MethodPack& pack,
                                                               const std::vector<SubjectAdvice>& subjects);

/// The umbrella vision (koepelvisie), sentence by sentence: what partners want, where they stand on the continuum, the
/// statements with their principles, the path of growth, and what stays each partner's own. Empty when nothing is said.
[[nodiscard]] std::vector<Message> vision(const Study& study, const MethodPack& pack, const Forms& forms);

}  // namespace koepel::forms
