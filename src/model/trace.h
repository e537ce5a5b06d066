// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/origin.h"

namespace koepel {

/// How a figure came to be, so that every number on paper can be opened to its origin.
/// A step names what it is, its value, the rule in a sentence, the steps and cells it was made from, the
/// parameters it used and the source of the rule. Ids are stable paths: "approach.D", "task.U01.value",
/// "survey.trust_base.GM1724.administrator".
struct Step {
  std::string id;
  Message what;                         ///< "Waarde van taak X"
  Arg value;                            ///< with its notation; a word when the outcome is not a number
  Message rule;                         ///< "gewogen gemiddelde van de vijf motieven ..."
  std::vector<std::string> from;        ///< ids of steps
  std::vector<Origin> inputs;           ///< cells of the study folder
  std::vector<std::string> parameters;  ///< ids of pack parameters
  std::string source;                   ///< key of a pack source

  bool operator==(const Step&) const = default;
};

using Trace = std::vector<Step>;

/// How solid a figure is: measured from figures, judged by people, or the pack's default.
enum class Basis { measured, judged, preset, missing };

/// A value with its uncertainty, in the value's own unit.
struct Band {
  double low = 0;   ///< 10 %
  double mid = 0;   ///< mean
  double high = 0;  ///< 90 %

  bool operator==(const Band&) const = default;
};

}  // namespace koepel
