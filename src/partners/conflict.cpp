// SPDX-License-Identifier: EUPL-1.2
// How far the interests of two partners are opposed: ratings of tasks, forms preferred beforehand, answers.
#include <cmath>
#include <map>
#include <optional>

#include "partners/evidence.h"

namespace koepel::partners {

namespace {

/// A rating stands among the inputs once, however many of its scores count.
void add_rating(std::map<std::string, GivenScores>& all, const Rating& rating, bool motives, const MethodPack& pack) {
  bool used = false;
  GivenScores& given = all[rating.partner];
  for (const auto& [criterion, score] : rating.scores) {
    if ((find_motive(pack, criterion) != nullptr) != motives) continue;
    given.scores[{rating.task, criterion}].add(score);
    used = true;
  }
  if (used) given.inputs.push_back(rating.origin);
}

/// Mean distance between the ratings of tasks that both rated; names the task they differ on most.
Clue ratings_clue(const Material& material, bool motives, const Partner& a, const Partner& b) {
  const std::string id = motives ? "motives" : "ratings";
  Clue clue{id, std::nullopt, {"partners.missing." + id, {}}, {}, {}};
  const auto& all = motives ? material.scores.motives : material.scores.others;
  const GivenScores &of_a = all.at(a.id), &of_b = all.at(b.id);
  for (const auto* given : {&of_a, &of_b})
    clue.inputs.insert(clue.inputs.end(), given->inputs.begin(), given->inputs.end());
  Mean distance;
  double largest = -1;
  std::string task;
  for (const auto& [what, mean] : of_a.scores) {
    const auto other = of_b.scores.find(what);
    if (other == of_b.scores.end()) continue;
    const double d = std::abs(mean.value() - other->second.value());
    distance.add(d);
    if (d > largest) {
      largest = d;
      task = what.first;
    }
  }
  if (distance.n == 0) return clue;
  clue.value = distance.value() / 4;
  clue.says = {"partners.clue." + id,
               {number("distance", distance.value(), 1), number("largest", largest, 1), term("task", "task", task)}};
  return clue;
}

/// Subject -> mean position of the forms that a partner prefers for it.
std::map<std::string, Mean> preferred_positions(const Material& material, const std::string& partner,
                                                std::vector<Origin>& origins) {
  std::map<std::string, Mean> positions;
  for (const auto& preference : material.study.preferences) {
    if (preference.partner != partner) continue;
    const Form* form = find_form(material.pack.tree, preference.form);
    if (form == nullptr || !form->position) continue;
    positions[preference.subject].add(*form->position);
    origins.push_back(preference.origin);
  }
  return positions;
}

Clue forms_clue(const Material& material, const Partner& a, const Partner& b) {
  Clue clue{"forms", std::nullopt, {"partners.missing.forms", {}}, {}, {}};
  const auto of_a = preferred_positions(material, a.id, clue.inputs);
  const auto of_b = preferred_positions(material, b.id, clue.inputs);
  Mean distance;
  for (const auto& [subject, mean] : of_a)
    if (const auto other = of_b.find(subject); other != of_b.end())
      distance.add(std::abs(mean.value() - other->second.value()));
  if (distance.n == 0) return clue;
  clue.value = distance.value() / 100;
  clue.says = {"partners.clue.forms", {number("distance", distance.value())}};
  return clue;
}

}  // namespace

ScoresByPartner scores_by_partner(const Study& study, const MethodPack& pack) {
  ScoresByPartner out;
  for (const auto& partner : study.partners) out.motives[partner.id] = out.others[partner.id] = {};
  for (const auto& rating : study.ratings) {
    add_rating(out.motives, rating, true, pack);
    add_rating(out.others, rating, false, pack);
  }
  return out;
}

std::vector<Clue> conflict_clues(const Material& material, const Partner& a, const Partner& b) {
  return {ratings_clue(material, false, a, b), ratings_clue(material, true, a, b), forms_clue(material, a, b),
          answers_clue(material, "conflict", a, b)};
}

}  // namespace koepel::partners
