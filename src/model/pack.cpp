// SPDX-License-Identifier: EUPL-1.2
#include "model/pack.h"

#include <algorithm>

#include "base/ensure.h"

namespace koepel {

namespace {

template <class Thing>
const Thing* find(const std::vector<Thing>& things, const std::string& id) {
  const auto it = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.id == id; });
  return it == things.end() ? nullptr : &*it;
}

}  // namespace

const Motive* find_motive(const MethodPack& pack, const std::string& id) { return find(pack.motives, id); }
const Factor* find_factor(const MethodPack& pack, const std::string& id) { return find(pack.factors, id); }
const Construct* find_construct(const MethodPack& pack, const std::string& id) { return find(pack.constructs, id); }
const Item* find_item(const MethodPack& pack, const std::string& id) { return find(pack.items, id); }
const Role* find_role(const MethodPack& pack, const std::string& id) { return find(pack.roles, id); }
const Task* find_task(const MethodPack& pack, const std::string& id) { return find(pack.tasks, id); }
const Form* find_form(const DecisionTree& tree, const std::string& id) { return find(tree.forms, id); }
const Answer* find_answer(const Question& question, const std::string& id) { return find(question.answers, id); }
const Indicator* find_indicator(const MethodPack& pack, const std::string& id) {
  return find(pack.approach.indicators, id);
}
const Quantity* find_quantity(const MethodPack& pack, const std::string& id) { return find(pack.quantities, id); }
const Evidence* find_evidence(const MethodPack& pack, const std::string& id) { return find(pack.evidence, id); }
const ScaleCluster* find_cluster(const MethodPack& pack, const std::string& id) { return find(pack.clusters, id); }

const Question* find_question(const DecisionTree& tree, const std::string& id) {
  for (const auto& criterion : tree.criteria)
    if (const auto* question = find(criterion.questions, id)) return question;
  return nullptr;
}

double parameter(const MethodPack& pack, const std::string& id) {
  const auto* found = find(pack.parameters, id);
  ENSURE(found != nullptr);
  return found->value;
}

const Quantity& quantity(const MethodPack& pack, const std::string& id) {
  const auto* found = find_quantity(pack, id);
  ENSURE(found != nullptr);
  return *found;
}

}  // namespace koepel
