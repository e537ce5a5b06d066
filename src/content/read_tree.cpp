// SPDX-License-Identifier: EUPL-1.2
// tree.yaml in, the questions of the decision tree out, with its exclusion groups written out as forms.
#include <algorithm>

#include "content/parts.h"

namespace koepel::content {

namespace {

using Groups = std::map<std::string, std::vector<std::string>>;

Groups read_exclusion_groups(const Place& root) {
  Groups groups;
  for (const auto& [name, place] : root.entries("groups")) groups[name] = place.as_words(name.c_str());
  return groups;
}

std::vector<std::string> read_excluded(const Place& at, const Groups& groups) {
  std::vector<std::string> all = at.words("exclude");
  for (const auto& group : at.words("exclude_group")) {
    const auto found = groups.find(group);
    if (found == groups.end())
      at.complain(group_unknown, "exclude_group", group);
    else
      all.insert(all.end(), found->second.begin(), found->second.end());
  }
  std::vector<std::string> once;
  for (auto& form : all)
    if (std::find(once.begin(), once.end(), form) == once.end()) once.push_back(std::move(form));
  return once;
}

Answer read_answer(const Place& at, const Groups& groups) {
  at.only({"id", "text", "delta", "prefer", "exclude", "exclude_group", "force", "reason", "reason_kind", "checked_on",
           "principle"});
  Answer answer;
  answer.id = at.text("id");
  answer.text = at.both("text");
  answer.delta = at.number_or("delta", 0);
  for (const auto& [form, points] : at.entries("prefer")) answer.prefer[form] = points.as_number("prefer");
  answer.exclude = read_excluded(at, groups);
  answer.force = at.words("force");
  answer.reason = at.none_or_both("reason");
  answer.reason_kind = at.text_or("reason_kind", "");
  answer.checked_on = at.text_or("checked_on", "");
  answer.principle = at.none_or_both("principle");
  return answer;
}

Question read_question(const Place& at, const Groups& groups) {
  at.only({"id", "text", "help", "multi", "answers"});
  Question question;
  question.id = at.text("id");
  question.text = at.both("text");
  question.help = at.none_or_both("help");
  question.multi = at.flag_or("multi", false);
  for (const auto& place : at.list("answers")) question.answers.push_back(read_answer(place, groups));
  return question;
}

Criterion read_criterion(const Place& at, const Groups& groups) {
  at.only({"id", "name", "statements", "questions"});
  Criterion criterion;
  criterion.id = at.text("id");
  criterion.name = at.both("name");
  criterion.statements = at.texts("statements");
  for (const auto& place : at.list("questions")) criterion.questions.push_back(read_question(place, groups));
  return criterion;
}

void read_algorithm(const Place& root, DecisionTree& tree) {
  for (const auto& [key, place] : root.entries("algorithm")) {
    if (key == "baseline")
      tree.baseline = place.as_number("baseline");
    else if (key == "tie_margin")
      tree.tie_margin = place.as_number("tie_margin");
    else if (key == "low_score_warning")
      tree.low_score_warning = place.as_number("low_score_warning");
    else
      place.complain(key_unknown, key, key);
  }
}

WorkedExample read_example(const Place& at) {
  at.only({"id", "name", "practice", "answers", "position", "expected_top_in", "top3", "carriers", "excluded"});
  WorkedExample example;
  example.id = at.text("id");
  example.name = at.both("name");
  example.practice = at.both("practice");
  for (const auto& [question, place] : at.entries("answers"))
    example.answers.emplace_back(question, place.as_words("answers"));
  example.position = at.number("position");
  example.expected_top_in = at.words("expected_top_in");
  for (const auto& [form, score] : at.entries("top3")) example.top3.emplace_back(form, score.as_number("top3"));
  example.carriers = at.words("carriers");
  example.excluded = at.words("excluded");
  return example;
}

}  // namespace

void read_tree(const Place& root, DecisionTree& tree) {
  root.only({"algorithm", "groups", "criteria"});
  read_algorithm(root, tree);
  const Groups groups = read_exclusion_groups(root);
  for (const auto& place : root.list("criteria")) tree.criteria.push_back(read_criterion(place, groups));
}

std::vector<WorkedExample> read_examples(const Place& root) {
  std::vector<WorkedExample> examples;
  for (const auto& place : root.list()) examples.push_back(read_example(place));
  return examples;
}

}  // namespace koepel::content
