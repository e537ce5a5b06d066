// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/pack.h"

namespace koepel::priorities {

/// The pack's parameters "priorities.*" and the quantities of the scale gain, read once. Meaning and reason of each:
/// method/koepel/parameters/priorities.yaml and quantities.yaml.
struct Settings {
  int draws_minimum = 0;
  // Motives.
  double spread_full = 0;     ///< spread of unit costs that counts as the full motive
  double fte_needed = 0;      ///< one full position
  double realised_share = 0;  ///< of the theoretical scale gain that is realised: expected ...
  double realised_high = 0;   ///< ... and at best
  double retained_share = 0;  ///< of the others' fixed cost that stays with them
  double saving_full = 0;     ///< saving, as share of own cost, that counts as the full motive
  double saving_years = 0;    ///< until the saving is reached
  double neutral_motive = 0;  ///< when neither figures, ratings, poll nor catalogue say anything
  // Feasibility: weights of the parts, and what the parts rest on.
  double weight_political_sensitivity = 0;
  double weight_urgency_alignment = 0;
  double weight_conflict = 0;
  double weight_kinship = 0;
  double weight_arrangements = 0;
  double weight_legal_duty = 0;
  double urgency_span = 0;      ///< distance to the mean urgency (points on 1-5) that counts as not aligned at all
  double arrangement_free = 0;  ///< feasibility of a partner that is bound to nobody for this task
  double arrangement_tied = 0;  ///< and of one that is bound in a different arrangement
  double no_duty = 0;           ///< feasibility of a task without any legal duty
  // Packages.
  double base_value = 0;
  double base_feasibility = 0;
  double base_evidence = 0;  ///< share of the motive scores that must rest on figures or judgements of the partners
  double plus_value = 0;
  int plus_partners = 0;  ///< so many ready partners make a plus package whatever the mean
  double low_value = 0;
  double low_feasibility = 0;
  double local_sensitivity = 0;  ///< from this sensitivity (1-5) ...
  double local_proximity = 0;    ///< ... and this proximity (1-5) a task does not lend itself
  double doubtful_share = 0;     ///< below this share of the draws the package is called doubtful
};

[[nodiscard]] Settings read_settings(const MethodPack& pack);

}  // namespace koepel::priorities
