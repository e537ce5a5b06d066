// SPDX-License-Identifier: EUPL-1.2
// A pack in; every id that points at nothing out.
#include <set>

#include "content/checks.h"

namespace koepel::content {

namespace {

using Ids = std::set<std::string>;

template <class Things>
Ids ids_of(const Things& things) {
  Ids ids;
  for (const auto& thing : things) ids.insert(thing.id);
  return ids;
}

/// What may be pointed at, and where complaints go.
struct Index {
  Ids sources, constructs, roles, groups, forms;
  Problems* problems;

  void one(const Ids& known, const std::string& id, std::string_view file, const std::string& item) const {
    if (!known.contains(id)) note(*problems, reference_unknown, file, item, id);
  }
  template <class List>
  void all(const Ids& known, const List& ids, std::string_view file, const std::string& item) const {
    for (const auto& id : ids) one(known, id, file, item);
  }
  template <class Things>
  void sourced(const Things& things, std::string_view file) const {
    for (const auto& thing : things) one(sources, thing.source, file, thing.id + ".source");
  }
};

Index index_of(const MethodPack& pack, Problems& problems) {
  Index index{{}, ids_of(pack.constructs), ids_of(pack.roles), ids_of(pack.groups), ids_of(pack.tree.forms), &problems};
  for (const auto& source : pack.sources) index.sources.insert(source.key);
  return index;
}

void check_sources(const MethodPack& pack, const Index& index) {
  index.sourced(pack.parameters, "parameters");
  index.sourced(pack.motives, "motives.yaml");
  index.sourced(pack.factors, "factors.yaml");
  index.sourced(pack.items, "items.csv");
  index.sourced(pack.tasks, "tasks.csv");
  index.sourced(pack.tree.forms, "forms.yaml");
  index.sourced(pack.approach.indicators, "approach.yaml");
  index.sourced(pack.quantities, "quantities.yaml");
  index.sourced(pack.evidence, "evidence.yaml");
  index.sourced(pack.clusters, "scale.yaml");
}

void check_survey(const MethodPack& pack, const Index& index) {
  for (const auto& motive : pack.motives) index.one(index.constructs, motive.construct, "motives.yaml", motive.id);
  for (const auto& factor : pack.factors) index.all(index.constructs, factor.constructs, "factors.yaml", factor.id);
  for (const auto& item : pack.items) {
    index.one(index.constructs, item.construct, "items.csv", item.id + ".construct");
    index.all(index.roles, item.audience, "items.csv", item.id + ".audience");
  }
}

void check_answer(const Answer& answer, const std::string& id, const Index& index) {
  index.all(index.forms, answer.exclude, "tree.yaml", id + ".exclude");
  index.all(index.forms, answer.force, "tree.yaml", id + ".force");
  for (const auto& [form, points] : answer.prefer) index.one(index.forms, form, "tree.yaml", id + ".prefer");
}

void check_example(const WorkedExample& example, const DecisionTree& tree, const Index& index) {
  for (const auto& [question_id, answers] : example.answers) {
    const auto* question = find_question(tree, question_id);
    if (question == nullptr)
      note(*index.problems, reference_unknown, "examples.yaml", example.id, question_id);
    else
      for (const auto& answer : answers)
        if (find_answer(*question, answer) == nullptr)
          note(*index.problems, reference_unknown, "examples.yaml", example.id + "." + question_id, answer);
  }
  for (const auto& [form, score] : example.top3) index.one(index.forms, form, "examples.yaml", example.id + ".top3");
  index.all(index.forms, example.expected_top_in, "examples.yaml", example.id + ".expected_top_in");
  index.all(index.forms, example.excluded, "examples.yaml", example.id + ".excluded");
  index.all(index.forms, example.carriers, "examples.yaml", example.id + ".carriers");
}

/// "survey:a,b" and "survey-sd:a" name constructs; "facts:x" and "desk" do not.
void check_indicator(const Indicator& indicator, const Index& index) {
  const auto colon = indicator.from.find(':');
  const auto kind = indicator.from.substr(0, colon);
  const std::string item = indicator.id + ".from";
  if (kind != "survey" && kind != "survey-sd" && kind != "facts" && kind != "desk")
    note(*index.problems, word_unknown, "approach.yaml", item, indicator.from);
  if (kind != "survey" && kind != "survey-sd") return;
  const auto names = colon == std::string::npos ? "" : indicator.from.substr(colon + 1);
  for (std::size_t start = 0; start <= names.size();) {
    const auto end = std::min(names.find(',', start), names.size());
    index.one(index.constructs, names.substr(start, end - start), "approach.yaml", item);
    start = end + 1;
  }
}

void check_clusters(const MethodPack& pack, const Index& index) {
  const Ids evidence = ids_of(pack.evidence), tasks = ids_of(pack.tasks), clusters = ids_of(pack.clusters);
  for (const auto& cluster : pack.clusters) {
    index.all(evidence, cluster.evidence, "scale.yaml", cluster.id + ".evidence");
    index.all(tasks, cluster.tasks, "scale.yaml", cluster.id + ".tasks");
    if (!cluster.variant_of.empty()) index.one(clusters, cluster.variant_of, "scale.yaml", cluster.id + ".variant_of");
  }
}

}  // namespace

void check_references(const MethodPack& pack, Problems& problems) {
  const Index index = index_of(pack, problems);
  check_sources(pack, index);
  check_survey(pack, index);
  check_clusters(pack, index);
  for (const auto& task : pack.tasks) {
    index.one(index.groups, task.group, "tasks.csv", task.id + ".group");
    index.all(index.forms, task.typical_forms, "tasks.csv", task.id + ".typical_forms");
  }
  for (const auto& criterion : pack.tree.criteria)
    for (const auto& question : criterion.questions)
      for (const auto& answer : question.answers) check_answer(answer, question.id + "." + answer.id, index);
  for (const auto& example : pack.tree.examples) check_example(example, pack.tree, index);
  for (const auto& indicator : pack.approach.indicators) check_indicator(indicator, index);
}

}  // namespace koepel::content
