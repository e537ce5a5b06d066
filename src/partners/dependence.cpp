// SPDX-License-Identifier: EUPL-1.2
// How far two partners already depend on each other: shared partnerships, tasks done for each other, third parties,
// answers.
#include <algorithm>
#include <set>

#include "partners/evidence.h"

namespace koepel::partners {

namespace {

/// Tasks that one of the two carries out for the other; a partnership that names no task counts as one.
Clue hosted_clue(const Material& material, const Partner& a, const Partner& b) {
  Clue clue{"hosted", std::nullopt, {"partners.missing.hosted", {}}, {}, {}};
  if (material.partnerships.counted.empty()) return clue;
  std::set<std::string> hosted;
  for (const auto& arrangement : material.partnerships.counted) {
    const bool both = takes_part(arrangement, a.id) && takes_part(arrangement, b.id);
    if (!both || (arrangement.host != a.id && arrangement.host != b.id)) continue;
    hosted.insert(arrangement.tasks.begin(), arrangement.tasks.end());
    if (arrangement.tasks.empty()) hosted.insert("arrangement " + arrangement.id);
    clue.inputs.push_back(arrangement.origin);
  }
  if (clue.inputs.empty())  // "none" is known from the whole list
    for (const auto& arrangement : material.partnerships.counted) clue.inputs.push_back(arrangement.origin);
  const auto count = static_cast<double>(hosted.size());
  clue.value = std::min(1.0, count / parameter(material.pack, "partners.hosted_full"));
  clue.says = {"partners.clue.hosted", {number("n", count)}};
  return clue;
}

Clue third_parties_clue(const Material& material, const Partner& a, const Partner& b) {
  Clue clue{"third_parties", std::nullopt, {"partners.missing.third_parties", {}}, {}, {}};
  int both = 0;
  int either = 0;
  for (const auto& third : material.study.third_parties) {
    const auto deals = [&](const std::string& id) {
      return std::find(third.partners.begin(), third.partners.end(), id) != third.partners.end();
    };
    if (!deals(a.id) && !deals(b.id)) continue;
    ++either;
    if (deals(a.id) && deals(b.id)) ++both;
    clue.inputs.push_back(third.origin);
  }
  if (either == 0) return clue;
  clue.value = static_cast<double>(both) / either;
  clue.says = {"partners.clue.third_parties", {number("both", both), number("either", either)}};
  return clue;
}

}  // namespace

std::vector<Clue> dependence_clues(const Material& material, const Partner& a, const Partner& b) {
  return {arrangements_clue(material, a, b), hosted_clue(material, a, b), third_parties_clue(material, a, b),
          answers_clue(material, "dependence", a, b)};
}

}  // namespace koepel::partners
