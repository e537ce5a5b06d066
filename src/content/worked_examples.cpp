// SPDX-License-Identifier: EUPL-1.2
// The decision tree in; answers that leave no form, and worked examples that come out differently, out. By walking the
// tree.
#include <algorithm>
#include <cmath>
#include <sstream>

#include "content/checks.h"
#include "tree/tree.h"

namespace koepel::content {

namespace {

constexpr double score_tolerance = 1e-9;
constexpr std::size_t top = 3;

bool same(double a, double b) { return std::abs(a - b) <= score_tolerance; }

std::string shown(const std::vector<tree::Ranked>& ranking) {
  std::ostringstream out;
  for (std::size_t i = 0; i < std::min(top, ranking.size()); ++i)
    out << (i > 0 ? ", " : "") << ranking[i].form << " " << ranking[i].score;
  return out.str();
}

std::string shown(const std::vector<std::string>& forms) {
  std::string out;
  for (const auto& form : forms) out += (out.empty() ? "" : ", ") + form;
  return out;
}

bool same_top(const std::vector<tree::Ranked>& ranking, const WorkedExample& example) {
  // Fewer than three in the example means that no more are left.
  if (std::min(top, ranking.size()) != example.top3.size()) return false;
  for (std::size_t i = 0; i < example.top3.size(); ++i)
    if (ranking[i].form != example.top3[i].first || !same(ranking[i].score, example.top3[i].second)) return false;
  return ranking.empty() || std::find(example.expected_top_in.begin(), example.expected_top_in.end(),
                                      ranking.front().form) != example.expected_top_in.end();
}

std::vector<std::string> excluded_forms(const tree::Outcome& outcome) {
  std::vector<std::string> forms;
  for (const auto& out : outcome.excluded) forms.push_back(out.form);
  std::sort(forms.begin(), forms.end());
  return forms;
}

void check_example(const DecisionTree& method, const WorkedExample& example, Problems& problems) {
  const auto outcome = tree::walk(method, {example.answers.begin(), example.answers.end()});
  const auto differs = [&](const char* what, const std::string& found) {
    note(problems, example_differs, "examples.yaml", example.id + "." + what, found);
  };
  auto expected = example.excluded;
  std::sort(expected.begin(), expected.end());
  if (!same(outcome.position, example.position)) differs("position", std::to_string(outcome.position));
  if (!same_top(outcome.ranking, example)) differs("top3", shown(outcome.ranking));
  if (outcome.carriers != example.carriers) differs("carriers", shown(outcome.carriers));
  if (excluded_forms(outcome) != expected) differs("excluded", shown(excluded_forms(outcome)));
}

}  // namespace

void check_every_answer_leads_somewhere(const MethodPack& pack, Problems& problems) {
  for (const auto& criterion : pack.tree.criteria)
    for (const auto& question : criterion.questions)
      for (const auto& answer : question.answers)
        if (tree::walk(pack.tree, {{question.id, {answer.id}}}).ranking.empty())
          note(problems, answer_unreachable, "tree.yaml", question.id + "." + answer.id, answer.text.nl);
}

void check_worked_examples(const MethodPack& pack, Problems& problems) {
  for (const auto& example : pack.tree.examples) check_example(pack.tree, example, problems);
}

}  // namespace koepel::content
