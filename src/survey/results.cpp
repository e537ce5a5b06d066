// SPDX-License-Identifier: EUPL-1.2
// Looking things up in the outcome of a poll.
#include <algorithm>

#include "survey/survey.h"

namespace koepel::survey {

namespace {

/// The published cuts that together tell what a partner as a whole says.
std::vector<const CutResult*> partner_cuts(const SurveyResult& result, const std::string& construct,
                                           const std::string& partner) {
  const ConstructResult* found = find_construct(result, construct);
  if (found == nullptr) return {};
  const CutResult* total = find_cut(found->cuts, {partner, {}});
  if (total != nullptr && total->numbers) return {total};
  std::vector<const CutResult*> groups;
  for (const auto& cut : found->cuts)
    if (cut.cut.partner == partner && !cut.cut.role.empty() && cut.numbers) groups.push_back(&cut);
  return groups;
}

}  // namespace

const CutResult* find_cut(const std::vector<CutResult>& cuts, const Cut& cut) {
  const auto it = std::find_if(cuts.begin(), cuts.end(), [&](const CutResult& c) { return c.cut == cut; });
  return it == cuts.end() ? nullptr : &*it;
}

const ConstructResult* find_construct(const SurveyResult& result, const std::string& construct) {
  const auto it = std::find_if(result.constructs.begin(), result.constructs.end(),
                               [&](const ConstructResult& c) { return c.construct == construct; });
  return it == result.constructs.end() ? nullptr : &*it;
}

std::optional<double> mean_of(const SurveyResult& result, const std::string& construct, const Cut& cut) {
  const ConstructResult* found = find_construct(result, construct);
  const CutResult* figure = found == nullptr ? nullptr : find_cut(found->cuts, cut);
  if (figure == nullptr || !figure->numbers) return std::nullopt;
  return figure->numbers->mean;
}

std::optional<double> partner_mean(const SurveyResult& result, const std::string& construct,
                                   const std::string& partner) {
  double sum = 0;
  double people = 0;
  const auto cuts = partner_cuts(result, construct, partner);
  if (cuts.size() == 1) return cuts.front()->numbers->mean;
  for (const auto* cut : cuts) {
    sum += cut->numbers->mean * cut->numbers->n;
    people += cut->numbers->n;
  }
  if (people == 0) return std::nullopt;
  return sum / people;
}

std::vector<std::string> partner_steps(const SurveyResult& result, const std::string& construct,
                                       const std::string& partner) {
  std::vector<std::string> steps;
  for (const auto* cut : partner_cuts(result, construct, partner)) steps.push_back(step_id(construct, cut->cut));
  return steps;
}

std::string item_step_id(const std::string& item, const std::string& role) {
  return "survey.item." + item + (role.empty() ? "" : "." + role);
}

std::string step_id(const std::string& construct, const Cut& cut) {
  std::string id = "survey." + construct;
  if (!cut.partner.empty()) id += "." + cut.partner;
  if (!cut.role.empty()) id += "." + cut.role;
  return id;
}

}  // namespace koepel::survey
