// SPDX-License-Identifier: EUPL-1.2
// One set of answers in; position, ranked forms, knock-outs with their answers and principles out. walk() is its face.
#include <algorithm>

#include "tree/compiled.h"
#include "tree/scope.h"
#include "tree/tree.h"

namespace koepel::tree {

namespace {

/// Calls see(question, answer) for every chosen answer, in tree order.
template <class See>
void each_chosen(const Compiled& tree, const Choices& choices, See see) {
  for (std::size_t q = 0; q < choices.size(); ++q)
    for (std::size_t a = 0; a < tree.questions[q].answers.size(); ++a)
      if ((choices[q] & answer_bit(a)) != 0) see(tree.questions[q], tree.questions[q].answers[a]);
}

KnockOut knock_out(const CompiledQuestion& question, const CompiledAnswer& answer) {
  return {question.source->id, answer.source->id};
}

std::vector<std::string> ids_of(const Compiled& tree, FormSet set) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < tree.forms(); ++i)
    if (contains(set, i)) ids.push_back(tree.source->forms[i].id);
  return ids;
}

/// The forms of `set` with the answers that `removes` says take them away; by form id.
template <class Removes>
std::vector<Excluded> with_reasons(const Compiled& tree, const Choices& choices, FormSet set, Removes removes) {
  std::vector<Excluded> result;
  for (std::size_t i = 0; i < tree.forms(); ++i) {
    if (!contains(set, i)) continue;
    Excluded excluded{tree.source->forms[i].id, {}};
    each_chosen(tree, choices, [&](const CompiledQuestion& question, const CompiledAnswer& answer) {
      if (contains(removes(answer), i)) excluded.reasons.push_back(knock_out(question, answer));
    });
    result.push_back(std::move(excluded));
  }
  std::sort(result.begin(), result.end(), [](const Excluded& a, const Excluded& b) { return a.form < b.form; });
  return result;
}

std::vector<std::string> carriers_by_score(const Compiled& tree, const Tally& tally) {
  std::vector<Placed> placed;
  const double at = position(tree, tally);
  const FormSet set = carriers(tree, tally);
  for (std::size_t i = 0; i < tree.forms(); ++i)
    if (contains(set, i)) placed.push_back({i, score(tree, tally, at, i)});
  std::stable_sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) {
    return a.score != b.score ? a.score > b.score : tree.heaviness[a.form] < tree.heaviness[b.form];
  });
  std::vector<std::string> ids;
  for (const auto& p : placed) ids.push_back(tree.source->forms[p.form].id);
  return ids;
}

std::vector<Principle> principles(const Compiled& tree, const Choices& choices) {
  std::vector<Principle> result;
  each_chosen(tree, choices, [&](const CompiledQuestion& question, const CompiledAnswer& answer) {
    if (!answer.source->principle.nl.empty())
      result.push_back({question.criterion->id, question.source->id, answer.source->id});
  });
  return result;
}

/// The tally when one answer no longer excludes or forces; its points and the scope it opens stay.
Tally without_knock_outs_of(const Compiled& tree, const Choices& choices, const CompiledAnswer& dropped) {
  Tally result;
  each_chosen(tree, choices, [&](const CompiledQuestion&, const CompiledAnswer& answer) {
    result.opened |= answer.opens;
    if (&answer == &dropped) return;
    result.excluded |= answer.exclude;
    result.allowed &= answer.allow;
  });
  return result;
}

std::vector<Relaxation> relaxations(const Compiled& tree, const Choices& choices) {
  std::vector<Relaxation> result;
  each_chosen(tree, choices, [&](const CompiledQuestion& question, const CompiledAnswer& answer) {
    const FormSet freed = standing(tree, without_knock_outs_of(tree, choices, answer));
    if (freed != 0) result.push_back({knock_out(question, answer), ids_of(tree, freed)});
  });
  return result;
}

bool chosen(const Answers& answers, std::string_view question, std::string_view answer) {
  const auto it = answers.find(std::string(question));
  return it != answers.end() && std::find(it->second.begin(), it->second.end(), answer) != it->second.end();
}

void take_out(const Compiled& tree, const Choices& choices, const Tally& sum, Outcome& outcome) {
  const FormSet forced_out = tree.all & ~sum.allowed & ~sum.excluded;
  const FormSet unscoped = (tree.scoped & ~sum.opened) | (tree.never & ~tree.scoped);
  outcome.excluded = with_reasons(tree, choices, sum.excluded, [](const CompiledAnswer& a) { return a.exclude; });
  outcome.outside_force = with_reasons(tree, choices, forced_out, [](const CompiledAnswer& a) { return ~a.allow; });
  outcome.not_in_scope = ids_of(tree, unscoped & sum.allowed & ~sum.excluded);
}

}  // namespace

Outcome walk(const DecisionTree& source, const Answers& answers) {
  const Compiled tree = compile(source);
  const Choices choices = choices_of(tree, answers);
  const Tally sum = tally(tree, choices);
  Outcome outcome;
  outcome.position = position(tree, sum);
  for (const auto& placed : rank(tree, sum)) outcome.ranking.push_back({source.forms[placed.form].id, placed.score});
  take_out(tree, choices, sum, outcome);
  outcome.carriers = carriers_by_score(tree, sum);
  outcome.principles = principles(tree, choices);
  outcome.institution = chosen(answers, subject_question, institution_answer);
  outcome.answered =
      static_cast<int>(choices.size() - static_cast<std::size_t>(std::count(choices.begin(), choices.end(), 0)));
  outcome.total = static_cast<int>(tree.questions.size());
  if (outcome.ranking.empty()) {
    outcome.conflict = relaxations(tree, choices);
    return outcome;
  }
  const auto& best = outcome.ranking.front();
  outcome.tension = best.score < source.low_score_warning;
  outcome.declaration_first = find_form(source, best.form)->heaviness >= declaration_from_heaviness &&
                              !chosen(answers, partners_question, too_few_partners);
  return outcome;
}

}  // namespace koepel::tree
