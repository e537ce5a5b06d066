// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "model/phrasebook.h"

namespace koepel::exchange {

/// One line of a case's verwacht.txt and whether the analysis meets it.
struct Expectation {
  int line = 0;
  std::string text;  ///< as the domain expert wrote it
  bool met = false;
  std::string found;  ///< what the analysis says instead; empty when met
};

/// Holds an analysis against what a domain expert expects of it, in plain Dutch lines (docs/cases.md):
///
///     aanpak is ontwerpaanpak
///     pakket van U01 is basispakket
///     vorm van U01 is openbaar lichaam (mandaat)
///     geen vorm voor D08
///     plaats van U01 ligt tussen 45 en 65
///     conflict van GM1724 en GM0823 ligt tussen 0,2 en 0,6
///     factor praktische aspecten is zwak
///     melding preference.U01.1 is er
///     melding preference.U01.1 noemt «gemeenschappelijke organisatie»
///     waarschuwing function-missing
///     geen waarschuwing no-poll
///     besparing van V01 ligt tussen 50.000 en 200.000
///     sleutel inwoners houdt niet iedereen bij P1
///     nodig voor U22 ligt tussen 36.000 en 50.000
///
/// and more about saving, keys, teams, waste, leaders, third parties and projects (expectations_quantities.cpp).
/// Names may be ids or the pack's Dutch names. A line that is not understood is not met. "#" starts a remark.
[[nodiscard]] std::vector<Expectation> compare(std::string_view expected, const Analysis& analysis,
                                               const Phrasebook& phrases);

}  // namespace koepel::exchange
