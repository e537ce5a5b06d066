// SPDX-License-Identifier: EUPL-1.2
// An analysis and a changed study in; the gross list and the forms as they would be out.
#include "analysis/what_if.h"

#include <future>

#include "analysis/parts.h"

namespace koepel {

WhatIf what_if(const Analysis& analysed, const Study& changed, const MethodPack& pack) {
  auto forms = std::async(std::launch::async, [&] { return forms::derive(changed, pack); });
  auto climate = climate_of(pack, analysed.survey, analysed.partner_set);
  climate.measured = measured_motives(analysed, changed, pack);
  WhatIf out;
  out.priorities = priorities::rank_gross_list(changed, pack, climate);
  out.forms = forms.get();
  return out;
}

}  // namespace koepel
