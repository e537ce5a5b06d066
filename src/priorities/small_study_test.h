// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"

namespace koepel::priorities {

/// For tests: the delivered method pack, read once.
const MethodPack& real_pack();

/// For tests: three partners A, B and C and these tasks on the gross list.
Study study_with(const std::vector<std::string>& tasks);
/// The whole catalogue on the list.
Study study_with_all_tasks();

void add_figures(Study& study, const std::string& partner, const std::string& task, double fixed_euro,
                 double variable_euro, double volume, double fte);
void add_rating(Study& study, const std::string& partner, const std::string& task,
                const std::vector<std::pair<std::string, double>>& scores);
void add_arrangement(Study& study, const std::string& id, const std::string& task,
                     const std::vector<std::string>& members);

}  // namespace koepel::priorities
