// SPDX-License-Identifier: EUPL-1.2
// How far the interests of two partners are opposed: ratings of tasks, forms preferred beforehand, answers.
#include <cmath>
#include <map>
#include <optional>

#include "partners/evidence.h"

namespace koepel::partners {

namespace {

/// Mean over what was entered.
struct Mean {
  double sum = 0;
  int n = 0;
  void add(double value) {
    sum += value;
    ++n;
  }
  [[nodiscard]] double value() const { return sum / n; }
};

/// (task, criterion) -> a partner's mean score over its role groups.
using Scores = std::map<std::pair<std::string, std::string>, Mean>;

bool is_motive(const MethodPack& pack, const std::string& criterion) { return find_motive(pack, criterion) != nullptr; }

Scores scores_of(const Material& material, const std::string& partner, bool motives, std::vector<Origin>& origins) {
  Scores scores;
  for (const auto& rating : material.study.ratings) {
    if (rating.partner != partner) continue;
    bool used = false;
    for (const auto& [criterion, score] : rating.scores) {
      if (is_motive(material.pack, criterion) != motives) continue;
      scores[{rating.task, criterion}].add(score);
      used = true;
    }
    if (used) origins.push_back(rating.origin);
  }
  return scores;
}

/// Mean distance between the ratings of tasks that both rated; names the task they differ on most.
Clue ratings_clue(const Material& material, bool motives, const Partner& a, const Partner& b) {
  const std::string id = motives ? "motives" : "ratings";
  Clue clue{id, std::nullopt, {"partners.missing." + id, {}}, {}, {}};
  const Scores of_a = scores_of(material, a.id, motives, clue.inputs);
  const Scores of_b = scores_of(material, b.id, motives, clue.inputs);
  Mean distance;
  double largest = -1;
  std::string task;
  for (const auto& [what, mean] : of_a) {
    const auto other = of_b.find(what);
    if (other == of_b.end()) continue;
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

std::vector<Clue> conflict_clues(const Material& material, const Partner& a, const Partner& b) {
  return {ratings_clue(material, false, a, b), ratings_clue(material, true, a, b), forms_clue(material, a, b),
          answers_clue(material, "conflict", a, b)};
}

}  // namespace koepel::partners
