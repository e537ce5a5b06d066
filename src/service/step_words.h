// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "model/pack.h"
#include "model/phrasebook.h"

namespace koepel::service {

/// A parameter that a step used, with its value, unit and source.
struct ParameterWords {
  std::string id;
  std::string text;
  std::string source;
};

/// A step of the trace in words: what command line and screens show of it.
struct StepWords {
  std::string what;
  std::string value;
  std::string rule;
  std::vector<ParameterWords> parameters;  ///< the study's own values before the method's
  std::string source;                      ///< of the rule; may be empty
  std::vector<std::string> inputs;         ///< places in the study folder or its log, cells of one column together
};

/// What steps are said with. `given` are the assumptions of a study, which go before those of the pack.
struct StepSpeaker {
  const MethodPack& pack;
  const Phrasebook& phrases;
  Language language = Language::nl;
  std::span<const Assumption> given = {};
};

[[nodiscard]] StepWords words_of(const Step& step, const StepSpeaker& speaker);

}  // namespace koepel::service
