// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

namespace koepel::priorities {

/// For tests: the lines "name: number number ..." of a method page's block ```example, so that the page cannot drift
/// away from the program. A page without numbers fails the test.
std::map<std::string, std::vector<double>> read_worked_example(const std::string& page);

}  // namespace koepel::priorities
