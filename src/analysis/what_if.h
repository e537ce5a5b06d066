// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/analysis.h"

namespace koepel {

/// What changes at once when somebody moves a weight, a rating or an answer: the gross list and the forms. The poll,
/// the pairs and the money stay as they were analysed. Its trace and findings are empty.
struct WhatIf {
  priorities::Priorities priorities;
  forms::Forms forms;
};

/// `changed` is the analysed study with something else in it. As many draws as its head asks, so that a caller who
/// wants an answer while a slider moves asks for few. Pure; the same draws give the same outcome as analyse().
[[nodiscard]] WhatIf what_if(const Analysis& analysed, const Study& changed, const MethodPack& pack);

}  // namespace koepel
