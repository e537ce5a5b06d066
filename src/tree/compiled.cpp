// SPDX-License-Identifier: EUPL-1.2
// A decision tree in; the same tree as places and bits out, and what a set of answers adds up to.
#include "tree/compiled.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/ensure.h"
#include "tree/scope.h"

namespace koepel::tree {

namespace {

// Scores are sums of a few dozen decimals: a billionth is no difference, only rounding.
constexpr double rounding = 1e-9;

FormSet set_of(const DecisionTree& tree, const std::vector<std::string>& ids) {
  FormSet set = 0;
  for (std::size_t i = 0; i < tree.forms.size(); ++i)
    if (std::find(ids.begin(), ids.end(), tree.forms[i].id) != ids.end()) set |= bit(i);
  return set;
}

template <class Ids>
FormSet set_of_constants(const DecisionTree& tree, const Ids& ids) {
  return set_of(tree, std::vector<std::string>(ids.begin(), ids.end()));
}

FormSet opens(const DecisionTree& tree, const Question& question, const Answer& answer) {
  FormSet set = 0;
  for (const auto& rule : opened_by)
    if (rule.question == question.id && rule.answer == answer.id) set |= set_of(tree, {std::string(rule.form)});
  return set;
}

CompiledAnswer compile(const DecisionTree& tree, const Question& question, const Answer& answer) {
  CompiledAnswer result;
  result.source = &answer;
  result.delta = answer.delta;
  for (std::size_t i = 0; i < tree.forms.size(); ++i)
    if (const auto it = answer.prefer.find(tree.forms[i].id); it != answer.prefer.end() && it->second != 0)
      result.prefer.emplace_back(i, it->second);
  result.exclude = set_of(tree, answer.exclude);
  if (!answer.force.empty()) result.allow = set_of(tree, answer.force);
  result.opens = opens(tree, question, answer);
  return result;
}

CompiledQuestion compile(const DecisionTree& tree, const Criterion& criterion, const Question& question) {
  ENSURE(question.answers.size() <= max_answers);
  CompiledQuestion result;
  result.criterion = &criterion;
  result.source = &question;
  result.gate = criterion.id == gates;
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    const auto& answer = question.answers[i];
    result.answers.push_back(compile(tree, question, answer));
    const bool exclusive =
        std::find(exclusive_answers.begin(), exclusive_answers.end(), answer.id) != exclusive_answers.end();
    if (question.multi && exclusive) result.exclusive |= answer_bit(i);
  }
  return result;
}

void compile_forms(const DecisionTree& tree, Compiled& result) {
  for (std::size_t i = 0; i < tree.forms.size(); ++i) {
    const auto& form = tree.forms[i];
    result.position.push_back(form.position.value_or(0));
    result.heaviness.push_back(form.heaviness);
    result.all |= bit(i);
    if (!form.position || form.id == declaration) result.never |= bit(i);
    for (const auto& rule : opened_by)
      if (rule.form == form.id) result.scoped |= bit(i);
  }
  result.merger = set_of(tree, {std::string(civil_service_merger)});
  result.carriers = set_of_constants(tree, merger_carriers);
}

std::size_t index_of(const Question& question, const std::string& answer) {
  const auto it =
      std::find_if(question.answers.begin(), question.answers.end(), [&](const Answer& a) { return a.id == answer; });
  ENSURE(it != question.answers.end());
  return static_cast<std::size_t>(it - question.answers.begin());
}

std::size_t lowest(FormSet set) { return static_cast<std::size_t>(std::countr_zero(set)); }

FormSet in_scope(const Compiled& tree, const Tally& tally) {
  return tree.all & ~tree.never & tally.allowed & ~tally.excluded & (~tree.scoped | tally.opened);
}

// Lighter first; two equally light forms by score, then pack order.
bool goes_first(const Compiled& tree, const Placed& a, const Placed& b) {
  if (tree.heaviness[a.form] != tree.heaviness[b.form]) return tree.heaviness[a.form] < tree.heaviness[b.form];
  if (a.score != b.score) return a.score > b.score;
  return a.form < b.form;
}

std::vector<Placed> scored(const Compiled& tree, const Tally& tally) {
  std::vector<Placed> result;
  const double at = position(tree, tally);
  const FormSet set = standing(tree, tally);
  for (std::size_t i = 0; i < tree.forms(); ++i)
    if (contains(set, i)) result.push_back({i, score(tree, tally, at, i)});
  return result;
}

}  // namespace

Compiled compile(const DecisionTree& tree) {
  ENSURE(tree.forms.size() <= max_forms);
  Compiled result;
  result.source = &tree;
  compile_forms(tree, result);
  for (const auto& criterion : tree.criteria)
    for (const auto& question : criterion.questions) result.questions.push_back(compile(tree, criterion, question));
  return result;
}

Choice normal(const CompiledQuestion& question, Choice choice) {
  const auto alone = static_cast<Choice>(choice & question.exclusive);
  return alone != 0 ? alone : choice;
}

Choices choices_of(const Compiled& tree, const Answers& answers) {
  Choices result(tree.questions.size(), 0);
  std::size_t found = 0;
  for (std::size_t q = 0; q < tree.questions.size(); ++q) {
    const auto& question = tree.questions[q];
    const auto it = answers.find(question.source->id);
    if (it == answers.end()) continue;
    ++found;
    ENSURE(question.source->multi || it->second.size() <= 1);
    for (const auto& id : it->second) result[q] |= answer_bit(index_of(*question.source, id));
    result[q] = normal(question, result[q]);
  }
  ENSURE(found == answers.size());
  return result;
}

std::vector<std::string> answer_ids(const CompiledQuestion& question, Choice choice) {
  std::vector<std::string> ids;
  for (std::size_t a = 0; a < question.answers.size(); ++a)
    if ((choice & answer_bit(a)) != 0) ids.push_back(question.answers[a].source->id);
  return ids;
}

Answers answers_of(const Compiled& tree, const Choices& choices) {
  Answers result;
  for (std::size_t q = 0; q < choices.size(); ++q)
    if (choices[q] != 0) result[tree.questions[q].source->id] = answer_ids(tree.questions[q], choices[q]);
  return result;
}

void add_knock_outs(Tally& tally, const CompiledAnswer& answer) {
  tally.excluded |= answer.exclude;
  tally.allowed &= answer.allow;
  tally.opened |= answer.opens;
}

void add(Tally& tally, const CompiledAnswer& answer) {
  tally.delta += answer.delta;
  for (const auto& [form, points] : answer.prefer) tally.prefer[form] += points;
  add_knock_outs(tally, answer);
}

void add(Tally& tally, const CompiledQuestion& question, Choice choice) {
  for (std::size_t a = 0; choice >> a != 0; ++a)
    if ((choice & answer_bit(a)) != 0) add(tally, question.answers[a]);
}

Tally tally(const Compiled& tree, const Choices& choices) {
  Tally result;
  for (std::size_t q = 0; q < choices.size(); ++q) add(result, tree.questions[q], choices[q]);
  return result;
}

double position(const Compiled& tree, const Tally& tally) {
  return std::clamp(tree.source->baseline + tally.delta, 0.0, 100.0);
}

double score(const Compiled& tree, const Tally& tally, double position, std::size_t form) {
  return 100 - std::abs(position - tree.position[form]) + tally.prefer[form];
}

FormSet standing(const Compiled& tree, const Tally& tally) { return in_scope(tree, tally) & ~carriers(tree, tally); }

FormSet carriers(const Compiled& tree, const Tally& tally) {
  const FormSet set = in_scope(tree, tally);
  return (set & tree.merger) != 0 ? set & tree.carriers : 0;
}

std::vector<Placed> rank(const Compiled& tree, const Tally& tally) {
  std::vector<Placed> left = scored(tree, tally);
  std::vector<Placed> result;
  while (!left.empty()) {
    double best = left.front().score;
    for (const auto& placed : left) best = std::max(best, placed.score);
    const double enough = best - tree.source->tie_margin - rounding;
    auto first = left.end();
    for (auto it = left.begin(); it != left.end(); ++it)
      if (it->score >= enough && (first == left.end() || goes_first(tree, *it, *first))) first = it;
    result.push_back(*first);
    left.erase(first);
  }
  return result;
}

int winner(const Compiled& tree, const Tally& tally) {
  const FormSet set = standing(tree, tally);
  if (set == 0) return no_form;
  const double at = position(tree, tally);
  std::array<double, max_forms> scores;
  double best = -1e300;
  for (FormSet left = set; left != 0; left &= left - 1) {
    const std::size_t i = lowest(left);
    best = std::max(best, scores[i] = score(tree, tally, at, i));
  }
  const double enough = best - tree.source->tie_margin - rounding;
  std::size_t first = max_forms;
  for (FormSet left = set; left != 0; left &= left - 1) {
    const std::size_t i = lowest(left);
    if (scores[i] < enough) continue;
    if (first == max_forms || goes_first(tree, {i, scores[i]}, {first, scores[first]})) first = i;
  }
  return static_cast<int>(first);
}

}  // namespace koepel::tree
