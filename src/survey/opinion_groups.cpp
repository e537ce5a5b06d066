// SPDX-License-Identifier: EUPL-1.2
// Answers to the partner scan in; groups of like-minded people, or why there are none, out.
#include "survey/opinion_groups.h"

#include <algorithm>

#include "survey/likeminded.h"
#include "survey/steps.h"

namespace koepel::survey {

namespace {

/// Answers to the partner scan of those who answered enough of it.
Opinions opinions_of(const Tally& tally) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < tally.answers.items.size(); ++i)
    if (tally.answers.items[i]->instrument == partner_scan) items.push_back(i);
  Opinions opinions;
  opinions.items = items.size();
  const double needed = tally.rule("opinion_min_answered") * static_cast<double>(items.size());
  for (const auto& person : tally.answers.people) {
    const auto answered =
        std::count_if(items.begin(), items.end(), [&](std::size_t i) { return person.given[i] != 0; });
    if (answered == 0 || static_cast<double>(answered) < needed) continue;
    ++opinions.people;
    for (const std::size_t i : items) {
      opinions.value.push_back(person.given[i]);
      opinions.known.push_back(person.given[i] == 0 ? 0 : 1);
    }
  }
  return opinions;
}

}  // namespace

OpinionGroups opinion_groups(const Tally& tally, Trace& trace) {
  const Opinions opinions = opinions_of(tally);
  OpinionGroups result;
  const int least = tally.whole("opinion_min_people");
  if (opinions.people < static_cast<std::size_t>(least)) {
    result.why_none = {"survey.opinion.too_few", {number("least", least)}};
    return result;
  }
  const GroupRules rules{static_cast<std::size_t>(*std::max_element(tally.k.begin(), tally.k.end())),
                         static_cast<std::size_t>(tally.whole("opinion_resamples")),
                         tally.rule("opinion_min_stability")};
  const Grouping found = group_likeminded(opinions, rules, tally.seed);
  result.stability = found.stability;
  if (found.groups.empty()) {
    if (found.stability >= rules.stability) {
      result.why_none = {"survey.opinion.chance", {}};
      return result;
    }
    result.why_none = {"survey.opinion.unstable",
                       {number("stability", found.stability, 2), number("needed", rules.stability, 2)}};
    return result;
  }
  result.groups = *std::max_element(found.groups.begin(), found.groups.end()) + 1;
  result.silhouette = found.silhouette;
  result.sizes.assign(static_cast<std::size_t>(result.groups), 0);
  for (const int g : found.groups) ++result.sizes[static_cast<std::size_t>(g)];
  trace.push_back(opinion_step(result, opinions.people));
  return result;
}

}  // namespace koepel::survey
