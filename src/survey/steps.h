// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "model/trace.h"
#include "survey/answers.h"
#include "survey/survey.h"

namespace koepel::survey {

/// What a step needs to reach the answers it was made from.
struct TraceContext {
  const Answers& answers;
  std::size_t most_origins = 25;  ///< per step; the rule says how many people there are
};

[[nodiscard]] Step respondents_step(const TraceContext& context);
/// `cut` is the item's cut over everybody or a role, published.
[[nodiscard]] Step item_step(const TraceContext& context, const Item& item, const Sample& sample, const CutResult& cut);
/// `cut` is published.
[[nodiscard]] Step cut_step(const TraceContext& context, const std::string& construct, const Sample& sample,
                            const CutResult& cut);
[[nodiscard]] Step alpha_step(const std::string& construct, double alpha);
[[nodiscard]] Step roles_step(const std::string& construct, const Difference& difference);
[[nodiscard]] Step divergence_step(const SurveyResult& result, const ConstructResult& construct,
                                   const std::vector<std::string>& partners);
[[nodiscard]] Step krippendorff_step(const TraceContext& context, std::size_t partner, double alpha);
[[nodiscard]] Step gap_step(const Gap& gap);
[[nodiscard]] Step opinion_step(const OpinionGroups& groups, std::size_t people);

/// "all together", "administrators", "partner X", "officials of partner X" as an argument of a sentence.
[[nodiscard]] Arg cut_name(std::string_view name, const Cut& cut);

}  // namespace koepel::survey
