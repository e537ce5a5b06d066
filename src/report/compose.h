// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "report/report.h"

// The documents with their pictures given: the faces of report.h draw all pictures first.

namespace koepel::report {

using Pictures = std::vector<pictures::Picture>;

[[nodiscard]] Document compose_decision_document(const Input& input, Audience audience, Pictures pictures);
[[nodiscard]] Document compose_zero_phase_report(const Input& input, Pictures pictures);
[[nodiscard]] Document compose_gross_list(const Input& input, Pictures pictures);
[[nodiscard]] Document compose_vision(const Input& input, Pictures pictures);
[[nodiscard]] Document compose_annex_book(const Input& input, Pictures pictures);
[[nodiscard]] Document compose_conduct(const Input& input, Pictures pictures);

}  // namespace koepel::report
