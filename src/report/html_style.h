// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace koepel::report {

/// The style sheet of the web page: calm, readable on a phone, in forced colours and on paper.
[[nodiscard]] const char* html_style();

}  // namespace koepel::report
