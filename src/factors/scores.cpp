// SPDX-License-Identifier: EUPL-1.2
// The poll in, the score of a factor for everybody, a group or a partner out.
#include "factors/scores.h"

namespace koepel::factors {

FactorAnswers::FactorAnswers(const Factor& factor, const MethodPack& pack, const survey::SurveyResult& poll)
    : poll_(&poll) {
  for (const auto& id : factor.constructs)
    if (const Construct* construct = find_construct(pack, id); construct != nullptr && survey::mean_of(poll, id))
      constructs_.push_back(construct);
}

template <class MeanOfConstruct>
std::optional<double> FactorAnswers::mean(MeanOfConstruct mean_of) const {
  if (constructs_.empty()) return std::nullopt;
  double sum = 0;
  for (const auto* construct : constructs_) {
    const std::optional<double> mean = mean_of(construct->id);
    if (!mean) return std::nullopt;
    sum += turned(*construct, *mean);
  }
  return sum / static_cast<double>(constructs_.size());
}

std::optional<double> FactorAnswers::of_cut(const survey::Cut& cut) const {
  return mean([&](const std::string& construct) { return survey::mean_of(*poll_, construct, cut); });
}

std::optional<double> FactorAnswers::of_partner(const std::string& partner) const {
  return mean([&](const std::string& construct) { return survey::partner_mean(*poll_, construct, partner); });
}

std::vector<std::string> FactorAnswers::steps_of_cut(const survey::Cut& cut) const {
  std::vector<std::string> steps;
  for (const auto* construct : constructs_) steps.push_back(survey::step_id(construct->id, cut));
  return steps;
}

std::vector<std::string> FactorAnswers::steps_of_partner(const std::string& partner) const {
  std::vector<std::string> steps;
  for (const auto* construct : constructs_)
    for (auto& step : survey::partner_steps(*poll_, construct->id, partner)) steps.push_back(std::move(step));
  return steps;
}

Light light_of(std::optional<double> score, const MethodPack& pack) {
  if (!score) return Light::unknown;
  if (*score < parameter(pack, "factors.weak_below")) return Light::weak;
  return *score > parameter(pack, "factors.strong_above") ? Light::strong : Light::mixed;
}

}  // namespace koepel::factors
