// SPDX-License-Identifier: EUPL-1.2
// An advice and the rows behind it in; trace steps out, so that every figure opens to where it was typed.
#include "forms/steps.h"

#include <algorithm>
#include <cmath>

namespace koepel::forms {

namespace {

constexpr const char* source = "domain";

std::vector<Origin> rows_of(const Voices& voices) {
  std::vector<Origin> rows;
  for (const auto& voice : voices) rows.push_back(voice.said->origin);
  return rows;
}

std::vector<Origin> wishes_for(const Study& study, const std::string& subject) {
  std::vector<Origin> rows;
  for (const auto& wish : study.functions)
    if (speaks_for(study, wish.subject, subject)) rows.push_back(wish.origin);
  return rows;
}

Arg subject_of(const SubjectAdvice& advice) { return term("subject", "subject", advice.subject); }

/// Sum of the shifts of the chosen answers, before it is cut to [0, 100].
double shift(const DecisionTree& tree, const tree::Answers& answers) {
  double sum = 0;
  for (const auto& criterion : tree.criteria)
    for (const auto& question : criterion.questions) {
      const auto chosen = answers.find(question.id);
      if (chosen == answers.end()) continue;
      for (const auto& id : chosen->second) sum += find_answer(question, id)->delta;
    }
  return sum;
}

int decimals(double value) { return value == std::floor(value) ? 0 : 1; }

void add_band(const SubjectAdvice& advice, const PositionBand& band, const Voices& voices, const std::string& id,
              Trace& trace) {
  const bool all = band.partner.empty();
  Message what{all ? "forms.step.band" : "forms.step.partner_position", {subject_of(advice)}};
  if (!all) what.args.push_back(term("partner", "partner", band.partner));
  trace.push_back(
      {all ? id + ".band" : id + ".position." + band.partner,
       what,
       number("value", band.position.mid, 1),
       {"forms.rule.band",
        {number("voices", band.voices), number("low", band.position.low), number("high", band.position.high)}},
       {},
       rows_of(all ? voices : of_partner(voices, band.partner)),
       {},
       "design"});
}

void add_position(const DecisionTree& tree, const SubjectAdvice& advice, const Voices& voices, const std::string& id,
                  Trace& trace) {
  const double sum = shift(tree, advice.agreed);
  trace.push_back({id + ".position",
                   {"forms.step.position", {subject_of(advice)}},
                   number("value", advice.outcome.position, decimals(advice.outcome.position)),
                   {"forms.rule.position",
                    {number("baseline", tree.baseline, decimals(tree.baseline)), number("shift", sum, decimals(sum)),
                     number("answered", advice.outcome.answered), number("total", advice.outcome.total)}},
                   {},
                   rows_of(voices),
                   {},
                   source});
  for (const auto& band : advice.bands) add_band(advice, band, voices, id, trace);
}

void add_scores(const DecisionTree& tree, const SubjectAdvice& advice, const std::string& id, Trace& trace) {
  const double at = advice.outcome.position;
  for (const auto& ranked : advice.outcome.ranking) {
    const double place = *find_form(tree, ranked.form)->position;
    const double preferred = ranked.score - (100 - std::abs(at - place));
    trace.push_back({id + ".score." + ranked.form,
                     {"forms.step.score", {subject_of(advice), term("form", "form", ranked.form)}},
                     number("value", ranked.score, decimals(ranked.score)),
                     {"forms.rule.score",
                      {number("position", at, decimals(at)), number("place", place, decimals(place)),
                       number("preferred", preferred, decimals(preferred))}},
                     {id + ".position"},
                     {},
                     {},
                     source});
  }
}

double share_of(const std::vector<FormShare>& shares, const std::string& form) {
  for (const auto& share : shares)
    if (share.form == form) return share.share;
  return 0;
}

void add_shares(const Study& study, const SubjectAdvice& advice, const Voices& voices, const std::string& id,
                Trace& trace) {
  for (const auto& ranked : advice.outcome.ranking)
    trace.push_back({.id = id + ".share." + ranked.form,
                     .what = {"forms.step.share", {subject_of(advice), term("form", "form", ranked.form)}},
                     .value = percent("value", share_of(advice.shares, ranked.form)),
                     .rule = {"forms.rule.share", {number("draws", study.head.draws)}},
                     .inputs = rows_of(voices),
                     .source = "design"});
  if (advice.form.empty()) return;
  const Arg form = term("form", "form", advice.form);
  trace.push_back({id + ".firmness",
                   {"forms.step.firmness", {subject_of(advice), form}},
                   percent("value", share_of(advice.robustness, advice.form)),
                   {"forms.rule.firmness", {}},
                   {id + ".score." + advice.form},
                   {},
                   {"forms.robustness_draws", "forms.robustness_doubt"},
                   source});
}

Arg told(const Division& division) {
  Arg list;
  list.name = "answers";
  list.kind = Arg::Kind::list;
  for (const auto& [answer, share] : division.shares)
    list.parts.push_back(
        nested("", {"forms.division.answer",
                    {term("answer", "answer", division.question + "." + answer), percent("share", share)}}));
  return list;
}

void add_divisions(const SubjectAdvice& advice, const Voices& voices, const std::string& id, Trace& trace) {
  for (const auto& division : advice.divisions)
    trace.push_back(
        {.id = id + ".division." + division.question,
         .what = {"forms.step.division", {subject_of(advice), term("question", "question", division.question)}},
         .value = told(division),
         .rule = {"forms.rule.division", {number("voices", static_cast<double>(voices.size()))}},
         .inputs = rows_of(voices),
         .source = source});
}

void add_form(const Study& study, const SubjectAdvice& advice, const std::string& id, Trace& trace) {
  Step step{id, {"forms.step.form", {subject_of(advice)}}, {}, {"forms.rule.form", {}},
            {}, wishes_for(study, advice.subject),         {}, "brochure"};
  step.value = advice.form.empty() ? term("value", "text", "forms.no_form") : term("value", "form", advice.form);
  if (advice.form.empty()) step.rule = advice.missing;
  if (advice.asked) step.from.push_back(id + ".position");
  for (const auto& ranked : advice.outcome.ranking) step.from.push_back(id + ".score." + ranked.form);
  if (!advice.form.empty()) step.from.insert(step.from.end(), {id + ".share." + advice.form, id + ".firmness"});
  trace.push_back(std::move(step));
}

}  // namespace

bool speaks_for(const Study& study, const std::string& wish_subject, const std::string& subject) {
  if (wish_subject == subject) return true;
  const auto holds = [&](const std::string& package, const std::string& task) {
    const auto* found = find_package(study, package);
    return found != nullptr && std::find(found->tasks.begin(), found->tasks.end(), task) != found->tasks.end();
  };
  return holds(wish_subject, subject) || holds(subject, wish_subject);
}

void add_today_step(const std::string& subject, const Today& now, Trace& trace) {
  if (!now.mean) return;
  trace.push_back({"form." + subject + ".today",
                   {"forms.step.today", {term("subject", "subject", subject)}},
                   number("value", *now.mean, 1),
                   {"forms.rule.today", {number("partners", static_cast<double>(now.per_partner.size()))}},
                   {},
                   now.inputs,
                   {},
                   source});
}

void add_steps(const Study& study, const DecisionTree& tree, const SubjectAdvice& advice, const Voices& voices,
               const Today& today, Trace& trace) {
  const std::string id = "form." + advice.subject;
  if (advice.asked) add_position(tree, advice, voices, id, trace);
  add_today_step(advice.subject, today, trace);
  add_scores(tree, advice, id, trace);
  add_shares(study, advice, voices, id, trace);
  add_divisions(advice, voices, id, trace);
  add_form(study, advice, id, trace);
}

void add_statement_steps(const std::vector<GuidingStatement>& statements, const std::vector<SubjectAdvice>& subjects,
                         Trace& trace) {
  for (const auto& statement : statements) {
    Step step{"form.statement." + statement.criterion,
              {"forms.step.statement", {term("criterion", "criterion", statement.criterion)}},
              number("value", statement.lean, 2),
              {"forms.rule.statement", {}},
              {},
              {},
              {"forms.lean_clear"},
              "design"};
    for (const auto& subject : subjects)
      if (subject.asked) step.from.push_back("form." + subject.subject + ".position");
    trace.push_back(std::move(step));
  }
}

void add_vision_step(const Forms& forms, Trace& trace) {
  const auto places = std::ranges::find_if(
      forms.vision, [](const Message& said) { return said.key.starts_with("forms.vision.continuum"); });
  if (places == forms.vision.end()) return;
  Step step{.id = "form.vision",
            .what = {"forms.step.vision", {}},
            .value = places->args.back(),
            .rule = {places->args.size() == 3 ? "forms.rule.vision_from" : "forms.rule.vision", places->args},
            .source = "design"};
  for (const auto& subject : forms.subjects)
    if (!subject.form.empty()) {
      step.from.push_back("form." + subject.subject + ".position");
      if (subject.today) step.from.push_back("form." + subject.subject + ".today");
    }
  trace.push_back(std::move(step));
}

}  // namespace koepel::forms
