// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "factors/scores.h"

namespace koepel::factors {

/// Where views on a factor part: between partners, or between administrators and officials.
struct Views {
  bool partners_differ = false;
  bool roles_differ = false;
  std::optional<double> administrators;
  std::optional<double> officials;
};
[[nodiscard]] Views views_of(const FactorResult& result, const FactorAnswers& answers, const MethodPack& pack);

/// What the answers to a factor say: constructs where there are several, partners apart, administrators beside
/// officials, and the strongest and weakest statement. One message says so when there are too few answers.
[[nodiscard]] std::vector<Message> answers_say(const FactorResult& result, const FactorAnswers& answers,
                                               const Views& views, const MethodPack& pack,
                                               const survey::SurveyResult& poll);

}  // namespace koepel::factors
