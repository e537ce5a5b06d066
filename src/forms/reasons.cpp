// SPDX-License-Identifier: EUPL-1.2
// An advice with its outcome in; the sentences that say why this form and why not another out.
#include "forms/reasons.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::forms {

namespace {

using tree::CompiledAnswer;
using tree::CompiledQuestion;

/// A chosen answer and the points it gives in the comparison at hand.
struct Push {
  const CompiledQuestion* question = nullptr;
  const CompiledAnswer* answer = nullptr;
  double points = 0;
};

Arg points(double value) { return number("points", value, value == std::floor(value) ? 0 : 1); }
Arg form_term(const char* name, const std::string& form) { return term(name, "form", form); }
Arg question_term(const Push& push) { return term("question", "question", push.question->source->id); }
Arg answer_term(const Push& push) {
  return term("answer", "answer", push.question->source->id + "." + push.answer->source->id);
}

std::size_t place_of(const tree::Compiled& tree, const std::string& form) {
  const auto& forms = tree.source->forms;
  const auto it = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.id == form; });
  ENSURE(it != forms.end());
  return static_cast<std::size_t>(it - forms.begin());
}

double preference(const CompiledAnswer& answer, std::size_t form) {
  for (const auto& [preferred, value] : answer.prefer)
    if (preferred == form) return value;
  return 0;
}

/// The chosen answers that `worth` gives positive points, most first.
template <class Worth>
std::vector<Push> pushes(const tree::Compiled& tree, const SubjectAdvice& advice, Worth worth) {
  std::vector<Push> result;
  const auto choices = choices_of(tree, advice.agreed);
  for (std::size_t q = 0; q < choices.size(); ++q)
    for (std::size_t a = 0; a < tree.questions[q].answers.size(); ++a) {
      const auto& answer = tree.questions[q].answers[a];
      if ((choices[q] & tree::answer_bit(a)) == 0) continue;
      if (const double value = worth(answer); value > 0) result.push_back({&tree.questions[q], &answer, value});
    }
  std::stable_sort(result.begin(), result.end(), [](const Push& a, const Push& b) { return a.points > b.points; });
  return result;
}

void add_position(const tree::Compiled& tree, const SubjectAdvice& advice, std::vector<Message>& out) {
  out.push_back({"forms.why.position", {number("position", advice.outcome.position)}});
  auto strongest = pushes(tree, advice, [](const CompiledAnswer& a) { return std::abs(a.delta); });
  if (strongest.size() > 3) strongest.resize(3);
  for (const auto& push : strongest)
    out.push_back({push.answer->delta > 0 ? "forms.why.push_together" : "forms.why.push_own",
                   {question_term(push), answer_term(push), points(push.points)}});
}

void add_preferences(const tree::Compiled& tree, const SubjectAdvice& advice, std::vector<Message>& out) {
  const std::size_t form = place_of(tree, advice.form);
  auto pleading = pushes(tree, advice, [&](const CompiledAnswer& a) { return preference(a, form); });
  if (pleading.size() > 2) pleading.resize(2);
  for (const auto& push : pleading)
    out.push_back({"forms.why.preferred",
                   {form_term("form", advice.form), question_term(push), answer_term(push), points(push.points)}});
}

void add_statute(const SubjectAdvice& advice, std::vector<Message>& out) {
  if (advice.outcome.outside_force.empty()) return;
  const auto& reason = advice.outcome.outside_force.front().reasons.front();
  out.push_back({"forms.why.statute", {term("reason", "reason", reason.question + "." + reason.answer)}});
}

/// A heavier form that scores as high or higher, within the margin.
void add_tie(const SubjectAdvice& advice, double margin, std::vector<Message>& out) {
  const auto& ranking = advice.outcome.ranking;
  for (std::size_t i = 1; i < ranking.size(); ++i)
    if (ranking[i].score >= ranking.front().score - margin) {
      out.push_back({"forms.why.lighter", {form_term("form", advice.form), form_term("other", ranking[i].form)}});
      return;
    }
}

void add_firmness(const SubjectAdvice& advice, std::vector<Message>& out) {
  double share = 0;
  for (const auto& other : advice.robustness)
    if (other.form == advice.form) share = other.share;
  out.push_back({"forms.why.firm", {form_term("form", advice.form), percent("share", share)}});
}

void add_caveats(const tree::Compiled& tree, const SubjectAdvice& advice, std::vector<Message>& out) {
  const auto& outcome = advice.outcome;
  if (outcome.answered < outcome.total)
    out.push_back({"forms.why.incomplete", {number("answered", outcome.answered), number("total", outcome.total)}});
  if (outcome.tension)
    out.push_back({"forms.why.tension",
                   {form_term("form", advice.form), number("score", outcome.ranking.front().score),
                    number("enough", tree.source->low_score_warning)}});
  if (!outcome.carriers.empty())
    out.push_back(
        {"forms.why.carriers", {form_term("form", advice.form), terms("carriers", "form", outcome.carriers)}});
  if (outcome.declaration_first) out.push_back({"forms.why.declaration", {form_term("form", advice.form)}});
  if (outcome.institution) out.push_back({"forms.why.institution", {}});
}

const tree::Ranked* ranked(const tree::Outcome& outcome, const std::string& form) {
  for (const auto& r : outcome.ranking)
    if (r.form == form) return &r;
  return nullptr;
}

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

const tree::Excluded* find(const std::vector<tree::Excluded>& list, const std::string& form) {
  for (const auto& excluded : list)
    if (excluded.form == form) return &excluded;
  return nullptr;
}

/// What costs `other` most against the winner: its place on the continuum, or one answer.
Message behind(const tree::Compiled& tree, const SubjectAdvice& advice, const std::string& other, double score_behind) {
  const std::size_t won = place_of(tree, advice.form), lost = place_of(tree, other);
  const double at = advice.outcome.position;
  const double further = std::abs(at - tree.position[lost]) - std::abs(at - tree.position[won]);
  const auto differing =
      pushes(tree, advice, [&](const CompiledAnswer& a) { return preference(a, won) - preference(a, lost); });
  Message message{"forms.why_not.position",
                  {form_term("form", other), form_term("winner", advice.form), points(score_behind)}};
  if (!differing.empty() && differing.front().points > further) {
    message.key = "forms.why_not.answer";
    message.args.push_back(question_term(differing.front()));
    message.args.push_back(answer_term(differing.front()));
    return message;
  }
  message.args.push_back(number("place", tree.position[lost]));
  message.args.push_back(number("position", at));
  return message;
}

bool by_statute(const tree::Compiled& tree, const tree::KnockOut& reason) {
  const auto* question = find_question(*tree.source, reason.question);
  ENSURE(question != nullptr);
  return find_answer(*question, reason.answer)->reason_kind != "definitional";
}

/// The answer to tell first: a statute weighs heavier for the reader than a definition.
const tree::KnockOut& foremost(const tree::Compiled& tree, const std::vector<tree::KnockOut>& reasons) {
  const auto it = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return by_statute(tree, r); });
  return it == reasons.end() ? reasons.front() : *it;
}

Message knocked_out(const tree::Compiled& tree, const std::string& form, const std::vector<tree::KnockOut>& reasons) {
  const auto& reason = foremost(tree, reasons);
  const std::string id = reason.question + "." + reason.answer;
  return {by_statute(tree, reason) ? "forms.why_not.statutory" : "forms.why_not.definitional",
          {form_term("form", form), term("question", "question", reason.question), term("answer", "answer", id),
           term("reason", "reason", id)}};
}

}  // namespace

std::vector<tree::KnockOut> knock_outs(const tree::Outcome& outcome, const std::string& form) {
  if (const auto* excluded = find(outcome.excluded, form)) return excluded->reasons;
  if (const auto* outside = find(outcome.outside_force, form)) return outside->reasons;
  return {};
}

std::vector<Message> why(const tree::Compiled& tree, const SubjectAdvice& advice) {
  std::vector<Message> out;
  const auto most = std::min<std::size_t>(2, advice.functions.size());
  const std::vector<std::string> first(advice.functions.begin(),
                                       advice.functions.begin() + static_cast<std::ptrdiff_t>(most));
  out.push_back(
      {"forms.why.function", {term("subject", "subject", advice.subject), terms("motives", "motive", first)}});
  add_statute(advice, out);
  add_position(tree, advice, out);
  add_preferences(tree, advice, out);
  add_tie(advice, tree.source->tie_margin, out);
  add_firmness(advice, out);
  add_caveats(tree, advice, out);
  return out;
}

NotThisOne why_not(const tree::Compiled& tree, const SubjectAdvice& advice, const std::string& form) {
  NotThisOne result{form, 0, knock_outs(advice.outcome, form), {}};
  if (!result.knocked_out.empty()) {
    result.why = knocked_out(tree, form, result.knocked_out);
  } else if (const auto* other = ranked(advice.outcome, form)) {
    result.score_behind = advice.outcome.ranking.front().score - other->score;
    result.why = result.score_behind > 0
                     ? behind(tree, advice, form, result.score_behind)
                     : Message{"forms.why_not.heavier", {form_term("form", form), form_term("winner", advice.form)}};
  } else if (has(advice.outcome.carriers, form)) {
    result.why = {"forms.why_not.carrier", {form_term("form", form), form_term("winner", advice.form)}};
  } else {
    result.why = {"forms.why_not.out_of_scope", {form_term("form", form)}};
  }
  return result;
}

}  // namespace koepel::forms
