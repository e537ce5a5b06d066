// SPDX-License-Identifier: EUPL-1.2
// A study's answers in; every statistic that may be shown, and how it came to be, out.
#include <utility>

#include "survey/deviation.h"
#include "survey/gaps.h"
#include "survey/opinion_groups.h"
#include "survey/reliability.h"
#include "survey/steps.h"
#include "survey/survey.h"
#include "survey/tally.h"

namespace koepel::survey {

namespace {

std::optional<double> cronbach(const Tally& tally, const std::string& construct) {
  std::vector<std::vector<double>> sheets;
  std::vector<const Person*> people;
  for (const auto& person : tally.answers.people) {
    std::vector<double> sheet;
    bool complete = true;
    for (std::size_t i = 0; i < tally.answers.items.size(); ++i) {
      const Item& item = *tally.answers.items[i];
      if (item.construct != construct) continue;
      complete = complete && person.given[i] != 0;
      sheet.push_back(recoded(item, person.given[i]));
    }
    if (!complete || sheet.empty()) continue;
    sheets.push_back(std::move(sheet));
    people.push_back(&person);
  }
  if (!enough(tally, people)) return std::nullopt;
  return cronbach_alpha(sheets);
}

std::optional<double> partner_alpha(const Tally& tally, std::size_t partner) {
  std::vector<const Person*> raters;
  for (const auto& person : tally.answers.people)
    if (person.partner == partner) raters.push_back(&person);
  if (!enough(tally, raters)) return std::nullopt;
  std::vector<std::vector<int>> units;
  for (std::size_t i = 0; i < tally.answers.items.size(); ++i) {
    if (tally.answers.items[i]->instrument != partner_scan) continue;
    units.emplace_back(5, 0);
    for (const auto* person : raters)
      if (person->given[i] != 0) ++units.back()[person->given[i] - 1U];
  }
  return krippendorff_alpha(units, Metric::ordinal);
}

bool ranked_as_gap(const std::string& family) {
  return family == "motive" || family == "factor" || family == "condition";
}

void add_items(Tally& tally, const TraceContext& context, SurveyResult& result) {
  for (std::size_t i = 0; i < tally.answers.items.size(); ++i) {
    const Sample sample = item_sample(tally.answers, i);
    result.items.push_back({tally.answers.items[i]->id, measure(tally, sample, true)});
    for (const auto& cut : result.items.back().cuts)
      if (cut.numbers && cut.cut.partner.empty())
        result.trace.push_back(item_step(context, *tally.answers.items[i], sample, cut));
  }
}

/// The steps of the construct's items that may be shown.
std::vector<std::string> item_steps(const Tally& tally, const SurveyResult& result, const std::string& construct) {
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < result.items.size(); ++i)
    if (tally.answers.items[i]->construct == construct && result.items[i].cuts.front().numbers)
      steps.push_back(item_step_id(result.items[i].item));
  return steps;
}

void add_cut_steps(const Tally& tally, const TraceContext& context, const Sample& sample, SurveyResult& result) {
  const ConstructResult& made = result.constructs.back();
  for (const auto& cut : made.cuts) {
    if (!cut.numbers) continue;
    result.trace.push_back(cut_step(context, made.construct, sample, cut));
    if (cut.cut == Cut{}) result.trace.back().from = item_steps(tally, result, made.construct);
  }
}

void add_construct(Tally& tally, const TraceContext& context, const Construct& construct, SurveyResult& result) {
  const Sample sample = construct_sample(tally.answers, construct.id, tally.rule("answered_share"));
  result.constructs.push_back({construct.id, measure(tally, sample, false), {}, {}, {}});
  ConstructResult& made = result.constructs.back();
  add_cut_steps(tally, context, sample, result);
  made.alpha = cronbach(tally, construct.id);
  if (made.alpha) result.trace.push_back(alpha_step(construct.id, *made.alpha));
  Bootstrap bootstrap(tally, made, sample);
  made.roles = bootstrap.difference({{}, "administrator"}, {{}, "official"});
  if (made.roles) result.trace.push_back(roles_step(construct.id, *made.roles));
  std::vector<double> means;
  for (const auto& partner : tally.answers.partners)
    if (const auto mean = partner_mean(result, construct.id, partner)) means.push_back(*mean);
  made.divergence = deviation(means);
  if (made.divergence) result.trace.push_back(divergence_step(result, made, tally.answers.partners));
  if (!ranked_as_gap(construct.family)) return;
  for (auto& gap : gaps_of(tally.answers, made, bootstrap)) result.gaps.push_back(std::move(gap));
}

}  // namespace

SurveyResult poll(const Study& study, const MethodPack& pack) {
  Tally tally = open_tally(study, pack);
  const TraceContext context{tally.answers, static_cast<std::size_t>(tally.whole("origins_in_trace"))};
  SurveyResult result;
  result.respondents = static_cast<int>(tally.answers.people.size());
  result.trace.push_back(respondents_step(context));
  add_items(tally, context, result);
  for (const auto& construct : pack.constructs) add_construct(tally, context, construct, result);
  sort_largest_first(result.gaps);
  for (const auto& gap : result.gaps) result.trace.push_back(gap_step(gap));
  for (std::size_t p = 0; p < tally.answers.partners.size(); ++p) {
    result.krippendorff.emplace_back(tally.answers.partners[p], partner_alpha(tally, p));
    if (const auto& alpha = result.krippendorff.back().second)
      result.trace.push_back(krippendorff_step(context, p, *alpha));
  }
  result.opinion_groups = opinion_groups(tally, result.trace);
  return result;
}

}  // namespace koepel::survey
