// SPDX-License-Identifier: EUPL-1.2
// A pack in; ids that stand twice, and ids that the engine needs and the pack lacks, out.
#include <algorithm>
#include <initializer_list>
#include <set>

#include "content/checks.h"

namespace koepel::content {

namespace {

template <class Things, class IdOf>
std::set<std::string> once(const Things& things, IdOf id_of, std::string_view file, Problems& problems) {
  std::set<std::string> seen;
  for (const auto& thing : things)
    if (!seen.insert(id_of(thing)).second) note(problems, id_twice, file, id_of(thing), id_of(thing));
  return seen;
}

template <class Things>
std::set<std::string> once(const Things& things, std::string_view file, Problems& problems) {
  return once(
      things, [](const auto& thing) { return thing.id; }, file, problems);
}

void needs(const std::set<std::string>& have, std::initializer_list<const char*> ids, std::string_view file,
           Problems& problems) {
  for (const auto* id : ids)
    if (!have.contains(id)) note(problems, id_missing, file, id, "");
}

void check_tree_ids(const DecisionTree& tree, Problems& problems) {
  once(tree.forms, "forms.yaml", problems);
  once(tree.examples, "examples.yaml", problems);
  needs(once(tree.criteria, "tree.yaml", problems), {"gates", "BK", "PC", "IK", "FL"}, "tree.yaml", problems);
  std::vector<Question> questions;
  for (const auto& criterion : tree.criteria)
    questions.insert(questions.end(), criterion.questions.begin(), criterion.questions.end());
  once(questions, "tree.yaml", problems);
  for (const auto& question : questions)
    once(
        question.answers, [&](const Answer& a) { return question.id + "." + a.id; }, "tree.yaml", problems);
}

}  // namespace

void note(Problems& problems, const Fault& fault, std::string_view file, std::string_view item,
          std::string_view found) {
  Origin where;
  where.file = file;
  where.column = item;
  problems.push_back(problem_of(fault, where, found));
}

void check_ids(const MethodPack& pack, Problems& problems) {
  once(
      pack.sources, [](const Source& s) { return s.key; }, "sources.yaml", problems);
  once(pack.parameters, "parameters", problems);
  once(pack.constructs, "constructs.yaml", problems);
  once(pack.items, "items.csv", problems);
  once(pack.tasks, "tasks.csv", problems);
  once(pack.approach.indicators, "approach.yaml", problems);
  once(pack.approach.guards, "approach.yaml", problems);
  once(pack.quantities, "quantities.yaml", problems);
  once(pack.evidence, "evidence.yaml", problems);
  once(pack.clusters, "scale.yaml", problems);
  needs(once(pack.motives, "motives.yaml", problems),
        {"strengths", "third_parties", "acceleration", "specialisation", "scale"}, "motives.yaml", problems);
  needs(once(pack.factors, "factors.yaml", problems),
        {"give_and_take", "respect", "strong_and_visible", "a_choice", "working_together", "practical"}, "factors.yaml",
        problems);
  needs(once(pack.roles, "roles.yaml", problems), {"administrator", "official"}, "roles.yaml", problems);
  needs(once(pack.groups, "groups.yaml", problems), {"implementation", "enabling", "service", "development"},
        "groups.yaml", problems);
  check_tree_ids(pack.tree, problems);
}

}  // namespace koepel::content
