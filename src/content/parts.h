// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content/place.h"
#include "model/pack.h"

// The parts of a method pack, one reader per file. Each takes what it understands and notes the rest as problems.

namespace koepel::content {

void read_head(const Place& root, MethodPack& pack);
[[nodiscard]] std::vector<Source> read_sources(const Place& root);
[[nodiscard]] std::vector<Parameter> read_parameters(const Place& root);
[[nodiscard]] std::vector<Motive> read_motives(const Place& root);
[[nodiscard]] std::vector<Factor> read_factors(const Place& root);
[[nodiscard]] std::vector<Construct> read_constructs(const Place& root);
[[nodiscard]] std::vector<Role> read_roles(const Place& root);
[[nodiscard]] std::vector<TaskGroup> read_groups(const Place& root);
[[nodiscard]] std::vector<Form> read_forms(const Place& root);
/// Criteria and algorithm; exclusion groups are resolved, each form listed once. Forms and examples come from their own
/// files.
void read_tree(const Place& root, DecisionTree& tree);
[[nodiscard]] std::vector<WorkedExample> read_examples(const Place& root);
[[nodiscard]] ApproachMethod read_approach(const Place& root);
[[nodiscard]] std::vector<Quantity> read_quantities(const Place& root);
[[nodiscard]] std::vector<Evidence> read_evidence(const Place& root);
[[nodiscard]] std::vector<ScaleCluster> read_clusters(const Place& root);
[[nodiscard]] std::vector<Item> read_items(const std::string& file, const std::string& bytes, Problems& problems);
[[nodiscard]] std::vector<Task> read_tasks(const std::string& file, const std::string& bytes, Problems& problems);
/// Adds the sentences of one file; a key that another file already has is a problem.
void read_texts(const Place& root, std::map<std::string, Text>& texts);

}  // namespace koepel::content
