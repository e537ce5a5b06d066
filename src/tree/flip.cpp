// SPDX-License-Identifier: EUPL-1.2
// Answers in; the smallest set of changed answers that makes another form, or a given form, win out.
// smallest_flip() and justify() are its faces. Exhaustive: one change, then two (then three for justify).
//
// The gates ask for facts (what the law prescribes, who takes part). A change of fact is no answer that partners can
// reconsider, so gates are only changed when no change in the trunk does it.
#include <algorithm>
#include <limits>

#include "base/ensure.h"
#include "tree/compiled.h"

namespace koepel::tree {

namespace {

struct Goal {
  int wanted = no_form;  ///< this form must win; no_form: any other than `not_this`
  int not_this = no_form;

  [[nodiscard]] bool reached(int form) const {
    return wanted != no_form ? form == wanted : form != no_form && form != not_this;
  }
};

struct Search {
  const Compiled& tree;
  const Choices& now;
  Goal goal;
  std::vector<std::size_t> may_change;   ///< questions, tree order
  std::vector<std::size_t> must_change;  ///< a part of may_change
};

struct Found {
  Choices choices;
  int form = no_form;
  double margin = 0;
};

/// One changed answer on a question: another answer or, where several are allowed, one added or taken away.
std::vector<Choice> alternatives(const CompiledQuestion& question, Choice now) {
  std::vector<Choice> result;
  const auto offer = [&](unsigned choice) {
    const auto c = static_cast<Choice>(choice);
    if (c != 0 && c != now && std::find(result.begin(), result.end(), c) == result.end()) result.push_back(c);
  };
  for (std::size_t a = 0; a < question.answers.size(); ++a) {
    const Choice one = answer_bit(a);
    const bool replaces = !question.source->multi || (one & question.exclusive) != 0;
    if (replaces)
      offer(one);
    else if ((now & one) == 0)
      offer((now & ~static_cast<unsigned>(question.exclusive)) | one);
    else
      offer(now == one ? question.exclusive : now & ~static_cast<unsigned>(one));
  }
  return result;
}

/// Points between the winner and the best of the others; infinite when it stands alone.
double margin_of(const Compiled& tree, const Tally& sum, std::size_t form) {
  const double at = position(tree, sum);
  const FormSet others = standing(tree, sum) & ~bit(form);
  double best = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < tree.forms(); ++i)
    if (contains(others, i)) best = std::max(best, score(tree, sum, at, i));
  return score(tree, sum, at, form) - best;
}

void consider(const Search& search, const Choices& choices, std::optional<Found>& best) {
  const Tally sum = tally(search.tree, choices);
  const int form = winner(search.tree, sum);
  if (!search.goal.reached(form)) return;
  const double margin = margin_of(search.tree, sum, static_cast<std::size_t>(form));
  if (!best || margin < best->margin) best = Found{choices, form, margin};
}

/// Tries every way to change exactly `left` more questions from the `from`-th on. A question that must change is
/// never passed by.
void try_all(const Search& search, std::size_t from, int left, Choices& choices, std::optional<Found>& best) {
  const auto must = [&](std::size_t q) {
    return std::find(search.must_change.begin(), search.must_change.end(), q) != search.must_change.end();
  };
  if (left == 0) {
    if (std::none_of(search.may_change.begin() + static_cast<std::ptrdiff_t>(from), search.may_change.end(), must))
      consider(search, choices, best);
    return;
  }
  for (std::size_t i = from; i < search.may_change.size(); ++i) {
    const std::size_t q = search.may_change[i];
    const Choice before = choices[q];
    for (const Choice choice : alternatives(search.tree.questions[q], before)) {
      choices[q] = choice;
      try_all(search, i + 1, left - 1, choices, best);
    }
    choices[q] = before;
    if (must(q)) return;
  }
}

std::optional<Found> smallest(const Search& search, int most_changes) {
  std::optional<Found> best;
  Choices choices = search.now;
  for (int changes = static_cast<int>(search.must_change.size()); changes <= most_changes && !best; ++changes)
    try_all(search, 0, changes, choices, best);
  return best;
}

std::vector<std::size_t> questions(const Compiled& tree, bool with_gates) {
  std::vector<std::size_t> result;
  for (std::size_t q = 0; q < tree.questions.size(); ++q)
    if (with_gates || !tree.questions[q].gate) result.push_back(q);
  return result;
}

/// Questions whose present answers keep `form` out, whatever the points.
std::vector<std::size_t> in_the_way(const Compiled& tree, const Choices& now, std::size_t form) {
  std::vector<std::size_t> result;
  for (std::size_t q = 0; q < now.size(); ++q) {
    Tally sum;
    add(sum, tree.questions[q], now[q]);
    if (contains(sum.excluded, form) || !contains(sum.allowed, form)) result.push_back(q);
  }
  return result;
}

Flip told(const Search& search, const Found& found) {
  Flip flip;
  flip.becomes = search.tree.source->forms[static_cast<std::size_t>(found.form)].id;
  for (std::size_t q = 0; q < search.now.size(); ++q)
    if (found.choices[q] != search.now[q])
      flip.changes.emplace_back(search.tree.questions[q].source->id,
                                answer_ids(search.tree.questions[q], found.choices[q]));
  return flip;
}

std::optional<Flip> in_the_trunk_or_else_the_gates(Search search, int most_changes) {
  for (const bool with_gates : {false, true}) {
    search.may_change = questions(search.tree, with_gates);
    const bool possible = std::includes(search.may_change.begin(), search.may_change.end(), search.must_change.begin(),
                                        search.must_change.end());
    if (!possible) continue;
    if (const auto found = smallest(search, most_changes)) return told(search, *found);
  }
  return std::nullopt;
}

std::size_t index_of(const Compiled& tree, const std::string& form) {
  const auto& forms = tree.source->forms;
  const auto it = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.id == form; });
  ENSURE(it != forms.end());
  return static_cast<std::size_t>(it - forms.begin());
}

}  // namespace

std::optional<Flip> smallest_flip(const DecisionTree& source, const Answers& answers) {
  const Compiled tree = compile(source);
  const Choices now = choices_of(tree, answers);
  const int wins = winner(tree, tally(tree, now));
  if (wins == no_form) return std::nullopt;
  return in_the_trunk_or_else_the_gates({tree, now, {no_form, wins}, {}, {}}, 2);
}

std::optional<Flip> justify(const DecisionTree& source, const Answers& answers, const std::string& form) {
  const Compiled tree = compile(source);
  const Choices now = choices_of(tree, answers);
  const std::size_t wanted = index_of(tree, form);
  if (contains(tree.never, wanted)) return std::nullopt;
  return in_the_trunk_or_else_the_gates(
      {tree, now, {static_cast<int>(wanted), no_form}, {}, in_the_way(tree, now, wanted)}, 3);
}

}  // namespace koepel::tree
