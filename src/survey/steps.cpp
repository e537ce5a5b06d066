// SPDX-License-Identifier: EUPL-1.2
// Figures of the poll in, the steps that open them to the answers out.
#include "survey/steps.h"

namespace koepel::survey {

namespace {

bool inside(const Answers& answers, const Person& person, const Cut& cut) {
  return (cut.partner.empty() || answers.partners[person.partner] == cut.partner) &&
         (cut.role.empty() || answers.roles[person.role]->id == cut.role);
}

/// The answer sheets behind a figure, the first few of them when there are many.
std::vector<Origin> origins(const TraceContext& context, const Cut& cut, const std::vector<bool>& has) {
  std::vector<Origin> found;
  for (std::size_t i = 0; i < has.size() && found.size() < context.most_origins; ++i) {
    const auto& person = context.answers.people[i];
    if (has[i] && inside(context.answers, person, cut)) found.push_back(person.origin);
  }
  return found;
}

std::string key(const Cut& cut) {
  if (cut.partner.empty() && cut.role.empty()) return "all";
  if (cut.partner.empty()) return "role";
  return cut.role.empty() ? "partner" : "group";
}

const std::vector<std::string> protection = {"survey.k_named_role", "survey.k_staff"};

}  // namespace

Arg cut_name(std::string_view name, const Cut& cut) {
  Message message{"survey.cut." + key(cut), {}};
  if (!cut.role.empty()) message.args.push_back(term("role", "role", cut.role));
  if (!cut.partner.empty()) message.args.push_back(term("partner", "partner", cut.partner));
  return nested(name, message);
}

Step respondents_step(const TraceContext& context) {
  const std::size_t n = context.answers.people.size();
  return {
      .id = "survey.respondents",
      .what = {"survey.step.respondents", {}},
      .value = number("", static_cast<double>(n)),
      .rule = {"survey.rule.respondents", {number("shown", static_cast<double>(std::min(n, context.most_origins)))}},
      .inputs = origins(context, {}, std::vector<bool>(n, true))};
}

Step item_step(const TraceContext& context, const Item& item, const Sample& sample, const CutResult& cut) {
  const Numbers& numbers = *cut.numbers;
  return {
      .id = item_step_id(item.id, cut.cut.role),
      .what = {"survey.step.item", {word("code", item.id), term("item", "item", item.id), cut_name("cut", cut.cut)}},
      .value = number("", numbers.mean, 2),
      .rule = {item.reverse ? "survey.rule.item_reverse" : "survey.rule.item",
               {number("n", numbers.n), number("agreement", numbers.agreement, 2),
                number("consensus", numbers.consensus, 2)}},
      .inputs = origins(context, cut.cut, sample.has),
      .parameters = protection,
      .source = "eijk_2001"};
}

Step cut_step(const TraceContext& context, const std::string& construct, const Sample& sample, const CutResult& cut) {
  Step step{.id = step_id(construct, cut.cut),
            .what = {"survey.step.construct", {term("construct", "construct", construct), cut_name("cut", cut.cut)}},
            .value = number("", cut.numbers->mean, 2),
            .inputs = origins(context, cut.cut, sample.has),
            .parameters = protection,
            .source = "gusfield_1988"};
  step.parameters.push_back("survey.answered_share");
  step.rule = {"survey.rule.construct",
               {number("n", cut.numbers->n), number("shown", static_cast<double>(step.inputs.size()))}};
  return step;
}

Step alpha_step(const std::string& construct, double alpha) {
  return {.id = step_id(construct) + ".alpha",
          .what = {"survey.step.alpha", {term("construct", "construct", construct)}},
          .value = number("", alpha, 2),
          .rule = {"survey.rule.alpha", {}},
          .from = {step_id(construct)},
          .source = "cronbach_1951"};
}

Step roles_step(const std::string& construct, const Difference& difference) {
  return {.id = step_id(construct) + ".roles",
          .what = {"survey.step.roles", {term("construct", "construct", construct)}},
          .value = number("", difference.delta, 2),
          .rule = {"survey.rule.delta", {number("low", difference.low, 2), number("high", difference.high, 2)}},
          .from = {step_id(construct, {{}, "administrator"}), step_id(construct, {{}, "official"})},
          .parameters = {"survey.bootstrap_draws"},
          .source = "cliff_1993"};
}

Step divergence_step(const SurveyResult& result, const ConstructResult& construct,
                     const std::vector<std::string>& partners) {
  Step step{.id = step_id(construct.construct) + ".divergence",
            .what = {"survey.step.divergence", {term("construct", "construct", construct.construct)}},
            .value = number("", *construct.divergence, 2),
            .rule = {"survey.rule.divergence", {}}};
  for (const auto& partner : partners)
    for (auto& from : partner_steps(result, construct.construct, partner)) step.from.push_back(std::move(from));
  return step;
}

Step krippendorff_step(const TraceContext& context, std::size_t partner, double alpha) {
  const auto& answers = context.answers;
  std::vector<bool> has(answers.people.size(), true);
  return {.id = "survey.krippendorff." + answers.partners[partner],
          .what = {"survey.step.krippendorff", {term("partner", "partner", answers.partners[partner])}},
          .value = number("", alpha, 2),
          .rule = {"survey.rule.krippendorff", {}},
          .inputs = origins(context, {answers.partners[partner], {}}, has),
          .parameters = protection,
          .source = "krippendorff_2011"};
}

Step gap_step(const Gap& gap) {
  return {.id = gap.trace,
          .what = {"survey.step.gap",
                   {term("construct", "construct", gap.construct), cut_name("a", gap.a), cut_name("b", gap.b)}},
          .value = number("", gap.mean_a - gap.mean_b, 2),
          .rule = {"survey.rule.gap",
                   {number("delta", gap.difference.delta, 2), number("low", gap.difference.low, 2),
                    number("high", gap.difference.high, 2)}},
          .from = {step_id(gap.construct, gap.a), step_id(gap.construct, gap.b)},
          .parameters = {"survey.bootstrap_draws"},
          .source = "cliff_1993"};
}

Step opinion_step(const OpinionGroups& groups, std::size_t people) {
  return {.id = "survey.opinion_groups",
          .what = {"survey.step.opinion_groups", {}},
          .value = number("", groups.groups),
          .rule = {"survey.rule.opinion_groups",
                   {number("n", static_cast<double>(people)), number("silhouette", groups.silhouette, 2),
                    number("stability", groups.stability, 2)}},
          .from = {"survey.respondents"},
          .parameters = {"survey.opinion_min_people", "survey.opinion_min_answered", "survey.opinion_min_stability",
                         "survey.opinion_resamples"},
          .source = "polis_2021"};
}

}  // namespace koepel::survey
