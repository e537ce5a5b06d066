// SPDX-License-Identifier: EUPL-1.2
// A study and a method pack in; per subject its place on the continuum and the form that follows from its function, and
// for the whole the guiding statements and the umbrella vision out. derive() is its face.
#include "forms/forms.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ensure.h"
#include "base/random.h"
#include "forms/pack_steps.h"
#include "forms/reasons.h"
#include "forms/spread.h"
#include "forms/steps.h"
#include "forms/today.h"
#include "forms/vision.h"
#include "forms/voices.h"
#include "tree/robustness.h"

namespace koepel::forms {

namespace {

/// What every subject needs. Agreed answers often coincide, so flips are remembered by them.
struct Desk {
  const Study& study;
  const MethodPack& pack;
  tree::Compiled tree;
  bool declared = false;  ///< the partners already have a written declaration
  std::map<tree::Choices, std::optional<tree::Flip>> flips;
  std::map<std::pair<tree::Choices, std::string>, std::optional<tree::Flip>> justified;
};

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// A letter of the executives (2) or an image adopted by the councils (3) is a declaration of intent.
bool has_declaration(const Study& study) {
  for (const auto& given : study.indicators)
    if (given.indicator == "target_image" && (given.value == "2" || given.value == "3")) return true;
  return false;
}

std::vector<std::string> mentioned(const Study& study) {
  std::vector<std::string> ids;
  const auto mention = [&](const std::string& id) {
    if (!id.empty() && !has(ids, id)) ids.push_back(id);
  };
  for (const auto& wish : study.functions) mention(wish.subject);
  for (const auto& said : study.tree_answers) mention(said.subject);
  for (const auto& preference : study.preferences) mention(preference.subject);
  return ids;
}

/// Tasks in the order of the gross list, then packages, then what else is mentioned.
std::vector<std::string> subjects(const Study& study) {
  const auto all = mentioned(study);
  std::vector<std::string> ids;
  const auto take = [&](const std::string& id) {
    if (has(all, id) && !has(ids, id)) ids.push_back(id);
  };
  for (const auto& entry : study.gross_list) take(entry.task);
  for (const auto& package : study.packages) take(package.id);
  for (const auto& id : all) take(id);
  return ids;
}

std::vector<std::string> functions(const Desk& desk, const std::string& subject) {
  std::vector<std::pair<double, std::string>> means;
  for (const auto& motive : desk.pack.motives) {
    double sum = 0;
    int wishes = 0;
    for (const auto& wish : desk.study.functions)
      if (wish.motive == motive.id && speaks_for(desk.study, wish.subject, subject)) sum += wish.importance, ++wishes;
    if (wishes > 0) means.emplace_back(sum / wishes, motive.id);
  }
  std::stable_sort(means.begin(), means.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (const auto& [mean, id] : means) ids.push_back(id);
  return ids;
}

std::vector<PositionBand> bands(const Desk& desk, const Voices& voices) {
  std::vector<PositionBand> result{{"", static_cast<int>(voices.size()), position_band(desk.tree, voices)}};
  for (const auto& partner : desk.study.partners) {
    const Voices own = of_partner(voices, partner.id);
    if (!own.empty()) result.push_back({partner.id, static_cast<int>(own.size()), position_band(desk.tree, own)});
  }
  return result;
}

void ask(const Desk& desk, const Voices& voices, SubjectAdvice& advice) {
  advice.bands = bands(desk, voices);
  advice.agreed = answers_of(desk.tree, agreed(desk.tree, voices));
  advice.divisions = divisions(desk.tree, voices);
  advice.outcome = tree::walk(desk.pack.tree, advice.agreed);
  advice.outcome.declaration_first = advice.outcome.declaration_first && !desk.declared;
}

/// Without a function nothing may be derived: not even a ranking that somebody could read as advice.
void withhold(SubjectAdvice& advice) {
  advice.outcome.ranking.clear();
  advice.outcome.carriers.clear();
  advice.outcome.conflict.clear();
  advice.outcome.declaration_first = advice.outcome.tension = false;
}

Message relaxed(const tree::Relaxation& relaxation) {
  const std::string id = relaxation.answer.question + "." + relaxation.answer.answer;
  return {"forms.relaxation",
          {term("question", "question", relaxation.answer.question), term("answer", "answer", id),
           terms("forms", "form", relaxation.frees)}};
}

Message no_form_left(const SubjectAdvice& advice) {
  const Arg subject = term("subject", "subject", advice.subject);
  if (advice.outcome.conflict.empty()) return {"forms.no_form_left_at_all", {subject}};
  Arg ways;
  ways.name = "ways";
  ways.kind = Arg::Kind::list;
  for (const auto& relaxation : advice.outcome.conflict) ways.parts.push_back(nested("", relaxed(relaxation)));
  return {"forms.no_form_left", {subject, ways}};
}

/// Nobody walked the tree for this subject; perhaps somebody did for the package that it is part of.
Message no_answers(const Study& study, const std::string& subject) {
  for (const auto& package : study.packages) {
    if (!has(package.tasks, subject)) continue;
    for (const auto& said : study.tree_answers)
      if (said.subject == package.id)
        return {"forms.judged_in_package",
                {term("subject", "subject", subject), term("package", "subject", package.id)}};
  }
  return {"forms.no_answers", {term("subject", "subject", subject)}};
}

Message missing(const Study& study, const SubjectAdvice& advice) {
  if (!advice.function_recorded) return {"forms.function_missing", {term("subject", "subject", advice.subject)}};
  if (!advice.asked) return no_answers(study, advice.subject);
  return advice.outcome.ranking.empty() ? no_form_left(advice) : Message{};
}

/// How the differing answers spread over forms. Also without an advised form: it shows how near one is.
void draw_answers(const Desk& desk, const Voices& voices, SubjectAdvice& advice) {
  const int draws = desk.study.head.draws;
  ENSURE(draws > 0);
  Random random(desk.study.head.seed, "forms.answers." + advice.subject);
  const auto won = wins(desk.tree, voices, draws, random);
  advice.shares = shares(desk.tree, won, draws);
  int decided = 0;
  for (const int n : won) decided += n;
  advice.no_form_share = static_cast<double>(draws - decided) / draws;
}

/// How firm the advice is when the weights of the tree are doubted.
void draw_weights(const Desk& desk, SubjectAdvice& advice) {
  const int draws = static_cast<int>(parameter(desk.pack, "forms.robustness_draws"));
  Random random(desk.study.head.seed, "forms.weights." + advice.subject);
  const auto won = tree::wins_under_doubt(desk.tree, choices_of(desk.tree, advice.agreed), draws,
                                          parameter(desk.pack, "forms.robustness_doubt"), random);
  advice.robustness = shares(desk.tree, won, draws);
}

std::optional<tree::Flip> flip_of(Desk& desk, const SubjectAdvice& advice) {
  const auto choices = choices_of(desk.tree, advice.agreed);
  auto [it, fresh] = desk.flips.try_emplace(choices);
  if (fresh) it->second = tree::smallest_flip(desk.pack.tree, advice.agreed);
  return it->second;
}

std::optional<tree::Flip> would_need(Desk& desk, const SubjectAdvice& advice, const std::string& form) {
  auto [it, fresh] = desk.justified.try_emplace({choices_of(desk.tree, advice.agreed), form});
  if (fresh) it->second = tree::justify(desk.pack.tree, advice.agreed, form);
  return it->second;
}

PreferenceCheck check(Desk& desk, const SubjectAdvice& advice, const FormPreference& preference) {
  PreferenceCheck result;
  result.form = preference.form;
  result.partner = preference.partner;
  result.role = preference.role;
  result.reason = preference.reason;
  const Form* preferred = find_form(desk.pack.tree, preference.form);
  if (preferred == nullptr || advice.form.empty()) return result;
  const Form* advised = find_form(desk.pack.tree, advice.form);
  result.same = preference.form == advice.form;
  if (preferred->position) result.distance = std::abs(*preferred->position - *advised->position);
  result.knocked_out = knock_outs(advice.outcome, preference.form);
  if (!result.same) result.would_need = would_need(desk, advice, preference.form);
  return result;
}

void add_preferences(Desk& desk, SubjectAdvice& advice) {
  for (const auto& preference : desk.study.preferences)
    if (preference.subject.empty() || preference.subject == advice.subject)
      advice.preferences.push_back(check(desk, advice, preference));
}

void add_reasons(Desk& desk, SubjectAdvice& advice) {
  advice.why = why(desk.tree, advice);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < advice.outcome.ranking.size() && others.size() < 2; ++i)
    others.push_back(advice.outcome.ranking[i].form);
  for (const auto& preference : advice.preferences)
    if (!preference.same && !has(others, preference.form) && find_form(desk.pack.tree, preference.form) != nullptr)
      others.push_back(preference.form);
  for (const auto& other : others) advice.why_not.push_back(why_not(desk.tree, advice, other));
  advice.flip = flip_of(desk, advice);
}

void conclude(Desk& desk, const Voices& voices, SubjectAdvice& advice) {
  if (!advice.function_recorded) withhold(advice);
  if (advice.function_recorded && advice.asked) draw_answers(desk, voices, advice);
  if (advice.missing.empty()) {
    advice.form = advice.outcome.ranking.front().form;
    draw_weights(desk, advice);
  }
  add_preferences(desk, advice);
  if (!advice.form.empty()) add_reasons(desk, advice);
}

SubjectAdvice advise(Desk& desk, const std::string& subject, Trace& trace) {
  SubjectAdvice advice;
  advice.subject = subject;
  const auto* package = find_package(desk.study, subject);
  advice.tasks = package == nullptr ? std::vector<std::string>{subject} : package->tasks;
  const Today now = today(desk.study, desk.pack.tree, advice.tasks);
  advice.today = now.mean;
  advice.today_per_partner = now.per_partner;
  advice.functions = functions(desk, subject);
  advice.function_recorded = !advice.functions.empty();
  const Voices voices = voices_on(desk.study, desk.tree, subject);
  advice.asked = !voices.empty();
  if (advice.asked) ask(desk, voices, advice);
  advice.missing = missing(desk.study, advice);
  conclude(desk, voices, advice);
  add_steps(desk.study, desk.pack.tree, advice, voices, now, trace);
  return advice;
}

bool covered(const Study& study, const std::string& task) {
  return std::ranges::any_of(study.arrangements, [&](const Arrangement& one) {
    return std::ranges::find(one.tasks, task) != one.tasks.end();
  });
}

/// Tasks outside every partnership are left out: that nobody wrote one down is no proof that there is none.
void add_today_of_tasks(const Study& study, const DecisionTree& tree, Forms& forms) {
  for (const auto& entry : study.gross_list) {
    const bool is_subject =
        std::ranges::find(forms.subjects, entry.task, &SubjectAdvice::subject) != forms.subjects.end();
    if (!entry.on_list || is_subject || !covered(study, entry.task)) continue;
    const Today now = today(study, tree, {entry.task});
    if (!now.mean) continue;
    add_today_step(entry.task, now, forms.trace);
    forms.today.push_back({entry.task, *now.mean, "form." + entry.task + ".today"});
  }
}

}  // namespace

Forms derive(const Study& study, const MethodPack& pack) {
  Desk desk{study, pack, tree::compile(pack.tree), has_declaration(study), {}, {}};
  Forms forms;
  for (const auto& subject : subjects(study)) forms.subjects.push_back(advise(desk, subject, forms.trace));
  add_today_of_tasks(study, pack.tree, forms);
  forms.statements = guiding_statements(pack, forms.subjects);
  add_statement_steps(forms.statements, forms.subjects, forms.trace);
  add_dossier_steps(pack.tree, forms.trace);
  add_catalogue_steps(study, pack, forms.trace);
  forms.vision = vision(study, pack, forms);
  add_vision_step(forms, forms.trace);
  return forms;
}

}  // namespace koepel::forms
