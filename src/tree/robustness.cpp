// SPDX-License-Identifier: EUPL-1.2
// Chosen answers in; how often each form wins when the weights of the tree are doubted out.
#include "tree/robustness.h"

namespace koepel::tree {

namespace {

Tally doubted(const Compiled& tree, const Choices& choices, double doubt, Random& random) {
  const auto doubted = [&](double points) { return points * (1 - doubt + 2 * doubt * random.uniform()); };
  Tally sum;
  for (std::size_t q = 0; q < choices.size(); ++q) {
    const auto& answers = tree.questions[q].answers;
    for (std::size_t a = 0; a < answers.size(); ++a) {
      if ((choices[q] & answer_bit(a)) == 0) continue;
      if (answers[a].delta != 0) sum.delta += doubted(answers[a].delta);
      for (const auto& [form, points] : answers[a].prefer) sum.prefer[form] += doubted(points);
      add_knock_outs(sum, answers[a]);
    }
  }
  return sum;
}

}  // namespace

std::vector<int> wins_under_doubt(const Compiled& tree, const Choices& choices, int draws, double doubt,
                                  Random& random) {
  std::vector<int> wins(tree.forms(), 0);
  for (int draw = 0; draw < draws; ++draw) {
    const int first = winner(tree, doubted(tree, choices, doubt, random));
    if (first != no_form) ++wins[static_cast<std::size_t>(first)];
  }
  return wins;
}

}  // namespace koepel::tree
