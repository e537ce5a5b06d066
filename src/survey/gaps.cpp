// SPDX-License-Identifier: EUPL-1.2
// Published cuts of a construct in, what separates groups and partners out.
#include "survey/gaps.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace koepel::survey {

namespace {

/// Administrators against officials, all together and per partner; then every two partners.
std::vector<std::pair<Cut, Cut>> comparisons(const Answers& answers) {
  std::vector<std::pair<Cut, Cut>> all = {{{{}, "administrator"}, {{}, "official"}}};
  for (const auto& partner : answers.partners) all.push_back({{partner, "administrator"}, {partner, "official"}});
  for (std::size_t i = 0; i < answers.partners.size(); ++i)
    for (std::size_t j = i + 1; j < answers.partners.size(); ++j)
      all.push_back({{answers.partners[i], {}}, {answers.partners[j], {}}});
  return all;
}

std::string gap_id(const std::string& construct, const Cut& a, const Cut& b) {
  const auto tail = [](const Cut& cut) {
    return cut.partner + (cut.partner.empty() || cut.role.empty() ? "" : "-") + cut.role;
  };
  return "survey.gap." + construct + "." + tail(a) + "." + tail(b);
}

}  // namespace

std::vector<Gap> gaps_of(const Answers& answers, const ConstructResult& construct, Bootstrap& bootstrap) {
  std::vector<Gap> gaps;
  for (const auto& [a, b] : comparisons(answers)) {
    const auto difference = bootstrap.difference(a, b);
    if (!difference) continue;
    gaps.push_back({construct.construct, a, b, find_cut(construct.cuts, a)->numbers->mean,
                    find_cut(construct.cuts, b)->numbers->mean, *difference, gap_id(construct.construct, a, b)});
  }
  return gaps;
}

void sort_largest_first(std::vector<Gap>& gaps) {
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& x, const Gap& y) {
    const double gap_x = std::abs(x.mean_a - x.mean_b);
    const double gap_y = std::abs(y.mean_a - y.mean_b);
    return gap_x != gap_y ? gap_x > gap_y : std::abs(x.difference.delta) > std::abs(y.difference.delta);
  });
}

}  // namespace koepel::survey
