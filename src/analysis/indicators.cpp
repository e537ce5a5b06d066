// SPDX-License-Identifier: EUPL-1.2
// What the study states, the poll says and the facts show in; the indicators of the choice of approach out.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/parts.h"
#include "base/ensure.h"

namespace koepel {

namespace {

/// "survey:trust_base,respect" -> {"survey", {"trust_base", "respect"}}.
struct Recipe {
  std::string kind;
  std::vector<std::string> of;
};

Recipe recipe_of(const Indicator& indicator) {
  Recipe recipe;
  const auto colon = indicator.from.find(':');
  recipe.kind = indicator.from.substr(0, colon);
  if (colon == std::string::npos) return recipe;
  std::string rest = indicator.from.substr(colon + 1);
  for (std::size_t start = 0; start <= rest.size();) {
    const auto comma = std::min(rest.find(',', start), rest.size());
    recipe.of.push_back(rest.substr(start, comma - start));
    start = comma + 1;
  }
  return recipe;
}

approach::Known stated(const Indicator& indicator, const IndicatorValue& given) {
  approach::Known known{.value = given.value, .basis = Basis::judged, .from = {}, .inputs = {given.origin}};
  if (indicator.kind == "words") return known;
  double number = 0;
  const auto [end, error] = std::from_chars(given.value.data(), given.value.data() + given.value.size(), number);
  ENSURE(error == std::errc{});  // exchange has checked it
  known.value = number;
  return known;
}

/// Mean over the constructs whose overall figure is published.
std::optional<approach::Known> polled(const Recipe& recipe, const survey::SurveyResult& poll) {
  double sum = 0;
  approach::Known known;
  known.basis = Basis::measured;
  for (const auto& construct : recipe.of) {
    const auto mean = survey::mean_of(poll, construct);
    if (!mean) continue;
    sum += *mean;
    known.from.push_back(survey::step_id(construct));
  }
  if (known.from.empty()) return std::nullopt;
  known.value = sum / static_cast<double>(known.from.size());
  return known;
}

/// How far the partners are apart: the standard deviation over partner means.
std::optional<approach::Known> polled_divergence(const Recipe& recipe, const survey::SurveyResult& poll) {
  const auto* construct = survey::find_construct(poll, recipe.of.front());
  if (construct == nullptr || !construct->divergence) return std::nullopt;
  approach::Known known;
  known.value = *construct->divergence;
  known.basis = Basis::measured;
  known.from = {survey::step_id(recipe.of.front()) + ".divergence"};
  return known;
}

struct Facts {
  const std::vector<Partner>& partners;
  const partners::PartnerSet& set;
};

/// A partner of unknown size could be the largest or the smallest: then the ratio is unknown too.
std::optional<double> largest_to_smallest(const std::vector<Partner>& partners) {
  std::vector<int> sizes;
  for (const auto& partner : partners)
    if (partner.inhabitants && *partner.inhabitants > 0) sizes.push_back(*partner.inhabitants);
  if (sizes.size() < 2 || sizes.size() < partners.size()) return std::nullopt;
  const auto [low, high] = std::minmax_element(sizes.begin(), sizes.end());
  return static_cast<double>(*high) / *low;
}

int all_partnerships(const partners::PartnerSet& set) {
  int sum = 0;
  for (const auto& [partner, count] : set.per_partner) sum += count;
  return sum;
}

/// No partnership at all means that none was entered or imported, not that there are none.
std::optional<double> fact(const std::string& name, const Facts& facts) {
  if (name == "equality") return largest_to_smallest(facts.partners);
  const int counted = all_partnerships(facts.set);
  if (counted == 0) return std::nullopt;
  if (name == "partnerships") return static_cast<double>(counted) / static_cast<double>(facts.set.per_partner.size());
  if (name == "congruence") return facts.set.congruence;
  return std::nullopt;
}

std::vector<Origin> rows_of(const std::vector<Partner>& partners) {
  std::vector<Origin> rows;
  for (const auto& partner : partners) rows.push_back(partner.origin);
  return rows;
}

/// The steps of the map that a fact was counted from.
std::vector<std::string> steps_of(const std::string& name, const partners::PartnerSet& set) {
  if (name == "congruence") return {"partners.congruence"};
  std::vector<std::string> steps;
  for (const auto& [partner, count] : set.per_partner)
    if (count > 0) steps.push_back("partners.count." + partner);
  return steps;
}

std::optional<approach::Known> counted(const Recipe& recipe, const Facts& facts, Trace& trace) {
  const std::string& name = recipe.of.front();
  const auto value = fact(name, facts);
  if (!value) return std::nullopt;
  Step step{.id = "facts." + name,
            .what = {"analysis.fact." + name, {}},
            .value = number("", *value, 2),
            .rule = {"analysis.fact." + name + ".rule", {}}};
  if (name == "equality")
    step.inputs = rows_of(facts.partners);
  else
    step.from = steps_of(name, facts.set);
  approach::Known known;
  known.value = *value;
  known.basis = Basis::measured;
  known.from = {step.id};
  trace.push_back(std::move(step));
  return known;
}

const IndicatorValue* stated_value(const Study& study, const std::string& indicator) {
  const auto it = std::find_if(study.indicators.begin(), study.indicators.end(),
                               [&](const IndicatorValue& v) { return v.indicator == indicator; });
  return it == study.indicators.end() ? nullptr : &*it;
}

std::optional<double> to_unit(std::optional<double> five_point) {
  if (!five_point) return std::nullopt;
  return (*five_point - 1) / 4;
}

}  // namespace

approach::Indicators known_indicators(const Study& study, const std::vector<Partner>& partners, const MethodPack& pack,
                                      const survey::SurveyResult& poll, const partners::PartnerSet& set, Trace& trace) {
  approach::Indicators known;
  for (const auto& indicator : pack.approach.indicators) {
    if (const auto* given = stated_value(study, indicator.id)) {
      known.emplace(indicator.id, stated(indicator, *given));
      continue;
    }
    const Recipe recipe = recipe_of(indicator);
    std::optional<approach::Known> found;
    if (recipe.kind == "survey") found = polled(recipe, poll);
    if (recipe.kind == "survey-sd") found = polled_divergence(recipe, poll);
    if (recipe.kind == "facts") found = counted(recipe, {partners, set}, trace);
    if (found) known.emplace(indicator.id, std::move(*found));
  }
  return known;
}

priorities::Climate climate_of(const MethodPack& pack, const survey::SurveyResult& poll,
                               const partners::PartnerSet& set) {
  priorities::Climate climate;
  for (const auto& matrix : set.matrices) {
    auto* part = matrix.criterion == "conflict"  ? &climate.conflict
                 : matrix.criterion == "kinship" ? &climate.kinship
                                                 : nullptr;
    if (part == nullptr || !matrix.overall) continue;
    *part = matrix.overall;
    climate.steps.emplace_back(matrix.criterion, "pairs." + matrix.criterion);
  }
  for (const auto& motive : pack.motives) {
    const auto support = to_unit(survey::mean_of(poll, motive.construct));
    if (!support) continue;
    climate.motive_support.emplace_back(motive.id, *support);
    climate.steps.emplace_back(motive.id, survey::step_id(motive.construct));
  }
  return climate;
}

std::vector<Partner> completed_partners(const Study& study, const Reference& reference) {
  std::vector<Partner> partners = study.partners;
  for (auto& partner : partners) {
    const auto* known = find_municipality(reference, partner.id);
    if (known == nullptr) continue;
    if (partner.name.empty()) partner.name = known->name;
    if (partner.province.empty()) partner.province = known->province;
    if (!partner.inhabitants) partner.inhabitants = known->inhabitants;
    if (!partner.dwellings) partner.dwellings = known->dwellings;
    if (!partner.land_area_ha) partner.land_area_ha = known->land_area_ha;
    if (!partner.urbanity) partner.urbanity = known->urbanity;
    if (partner.source.empty()) partner.source = reference.municipalities_source;
  }
  return partners;
}

}  // namespace koepel
