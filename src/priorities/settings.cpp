// SPDX-License-Identifier: EUPL-1.2
// The pack in, this module's parameters by name out.
#include "priorities/settings.h"

#include <cmath>

namespace koepel::priorities {

Settings read_settings(const MethodPack& pack) {
  const auto value = [&](const char* name) { return parameter(pack, std::string("priorities.") + name); };
  const auto whole = [&](const char* name) { return static_cast<int>(std::lround(value(name))); };
  Settings s;
  s.draws_minimum = whole("draws_minimum");
  s.spread_full = value("spread_full");
  s.fte_needed = value("fte_needed");
  s.realised_share = quantity(pack, "scale.realised_share").value;
  s.realised_high = quantity(pack, "scale.realised_share").high;
  s.retained_share = quantity(pack, "scale.retained_share").value;
  s.saving_full = value("saving_full");
  s.saving_years = quantity(pack, "scale.years_to_saving").value;
  s.neutral_motive = value("neutral_motive");
  s.weight_political_sensitivity = value("weight_political_sensitivity");
  s.weight_urgency_alignment = value("weight_urgency_alignment");
  s.weight_conflict = value("weight_conflict");
  s.weight_kinship = value("weight_kinship");
  s.weight_arrangements = value("weight_arrangements");
  s.weight_legal_duty = value("weight_legal_duty");
  s.urgency_span = value("urgency_span");
  s.arrangement_free = value("arrangement_free");
  s.arrangement_tied = value("arrangement_tied");
  s.no_duty = value("no_duty");
  s.base_value = value("base_value");
  s.base_feasibility = value("base_feasibility");
  s.base_evidence = value("base_evidence");
  s.plus_value = value("plus_value");
  s.plus_partners = whole("plus_partners");
  s.low_value = value("low_value");
  s.low_feasibility = value("low_feasibility");
  s.local_sensitivity = value("local_sensitivity");
  s.local_proximity = value("local_proximity");
  s.doubtful_share = value("doubtful_share");
  return s;
}

}  // namespace koepel::priorities
