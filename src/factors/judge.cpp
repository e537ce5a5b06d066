// SPDX-License-Identifier: EUPL-1.2
// Study, poll and partner set in; the six success and failure factors and a draft code of conduct out.
#include "factors/answers_say.h"
#include "factors/factors.h"
#include "factors/facts_say.h"
#include "factors/scores.h"
#include "survey/deviation.h"

namespace koepel::factors {

namespace {

const std::vector<std::string> thresholds = {"factors.weak_below", "factors.strong_above"};

Arg score_arg(const std::optional<double>& score) {
  return score ? number("", *score, 1) : term("", "text", "factors.unknown");
}

PartnerScore partner_score(const FactorAnswers& answers, const std::string& partner, const MethodPack& pack) {
  PartnerScore score{partner, answers.of_cut({partner, "administrator"}), answers.of_cut({partner, "official"}),
                     answers.of_partner(partner), Light::unknown};
  score.light = light_of(score.all, pack);
  return score;
}

Step factor_step(const FactorResult& result, const FactorAnswers& answers) {
  Step step{.id = result.trace,
            .what = {"factors.step.factor", {term("factor", "factor", result.factor)}},
            .value = score_arg(result.score),
            .rule = {"factors.rule.factor", {}},
            .parameters = thresholds,
            .source = "domain"};
  if (result.score) step.from = answers.steps_of_cut({});
  return step;
}

Step partner_step(const FactorResult& result, const FactorAnswers& answers, const PartnerScore& score) {
  return {.id = result.trace + "." + score.partner,
          .what = {"factors.step.partner",
                   {term("factor", "factor", result.factor), term("partner", "partner", score.partner)}},
          .value = score_arg(score.all),
          .rule = {"factors.rule.factor", {}},
          .from = answers.steps_of_partner(score.partner),
          .parameters = thresholds,
          .source = "domain"};
}

Step spread_step(const FactorResult& result) {
  Step step{.id = result.trace + ".spread",
            .what = {"factors.step.spread", {term("factor", "factor", result.factor)}},
            .value = number("", *result.spread, 2),
            .rule = {"factors.rule.spread", {}},
            .parameters = {"factors.spread_high"}};
  for (const auto& partner : result.partners)
    if (partner.all) step.from.push_back(result.trace + "." + partner.partner);
  return step;
}

void add_facts(FactorResult& result, const std::vector<Fact>& facts, Trace& trace) {
  for (const auto& fact : facts) {
    result.facts_say.push_back(fact.says);
    trace.push_back({.id = result.trace + ".fact." + fact.name,
                     .what = {"factors.step.fact", {term("factor", "factor", result.factor)}},
                     .value = nested("", fact.says),
                     .rule = {"factors.rule.fact", {}},
                     .inputs = fact.inputs});
  }
}

void add_scores(FactorResult& result, const FactorAnswers& answers, const Study& study, const MethodPack& pack,
                Trace& trace) {
  result.score = answers.of_cut({});
  result.light = light_of(result.score, pack);
  trace.push_back(factor_step(result, answers));
  std::vector<double> known;
  for (const auto& partner : study.partners) {
    result.partners.push_back(partner_score(answers, partner.id, pack));
    if (!result.partners.back().all) continue;
    known.push_back(*result.partners.back().all);
    trace.push_back(partner_step(result, answers, result.partners.back()));
  }
  result.spread = survey::deviation(known);
  if (result.spread) trace.push_back(spread_step(result));
}

/// Why the extra articles of a factor are needed; empty when they are not.
Message reason_for_extra(const FactorResult& result, const Views& views) {
  const Arg factor = term("factor", "factor", result.factor);
  if (result.light == Light::weak) return {"factors.why.weak", {factor, number("score", *result.score, 1)}};
  if (views.partners_differ) return {"factors.why.partners_differ", {factor, number("spread", *result.spread, 1)}};
  if (views.roles_differ)
    return {"factors.why.roles_differ",
            {factor, number("administrators", *views.administrators, 1), number("officials", *views.officials, 1)}};
  return {};
}

void add_articles(std::vector<ConductArticle>& code, const Factor& factor, const Message& extra) {
  for (const auto& text : factor.conduct)
    code.push_back({factor.id, text, false, {"factors.why.always", {term("factor", "factor", factor.id)}}});
  if (extra.empty()) return;
  for (const auto& text : factor.conduct_weak) code.push_back({factor.id, text, true, extra});
}

}  // namespace

Factors judge_factors(const Study& study, const MethodPack& pack, const survey::SurveyResult& poll,
                      const partners::PartnerSet& partners) {
  Factors judged;
  for (const auto& factor : pack.factors) {
    const FactorAnswers answers(factor, pack, poll);
    FactorResult result;
    result.factor = factor.id;
    result.trace = "factors." + factor.id;
    add_scores(result, answers, study, pack, judged.trace);
    const Views views = views_of(result, answers, pack);
    result.answers_say = answers_say(result, answers, views, pack, poll);
    add_facts(result, facts_of(factor.id, study, pack, partners), judged.trace);
    add_articles(judged.code_of_conduct, factor, reason_for_extra(result, views));
    judged.factors.push_back(std::move(result));
  }
  return judged;
}

}  // namespace koepel::factors
