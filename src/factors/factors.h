// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"
#include "partners/partners.h"
#include "survey/survey.h"

namespace koepel::factors {

/// How a factor stands: with thresholds of the pack on the five-point scale.
enum class Light { unknown, weak, mixed, strong };

struct PartnerScore {
  std::string partner;
  std::optional<double> administrators;  ///< 1..5; none: too few or no answers
  std::optional<double> officials;
  std::optional<double> all;
  Light light = Light::unknown;
};

/// A success and failure factor (a-f): what the answers and the facts say.
struct FactorResult {
  std::string factor;
  std::optional<double> score;   ///< mean over the factor's constructs, 1..5, high = good
  std::optional<double> spread;  ///< standard deviation over partners
  Light light = Light::unknown;
  std::vector<PartnerScore> partners;
  std::vector<Message> answers_say;
  std::vector<Message> facts_say;
  std::string trace;  ///< "factors.<factor>"
};

/// An article of the draft code of conduct (gedragscode), with why it is in.
struct ConductArticle {
  std::string factor;
  Text text;
  bool extra = false;  ///< added because the factor is weak or views differ
  Message why;
};

struct Factors {
  std::vector<FactorResult> factors;  ///< six, in the pack's order
  std::vector<ConductArticle> code_of_conduct;
  Trace trace;
};

/// Scores the six factors from answers and facts of the study, per partner, and drafts the code of conduct from them.
[[nodiscard]] Factors judge_factors(const Study& study, const MethodPack& pack, const survey::SurveyResult& poll,
                                    const partners::PartnerSet& partners);

}  // namespace koepel::factors
