// SPDX-License-Identifier: EUPL-1.2
// One task in, what makes it more or less feasible for each partner out. The face is feasibility_parts; rules:
// feasibility.h.
#include "priorities/feasibility.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace koepel::priorities {

namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

ScoredPart part(const char* id, double weight, Basis basis, std::vector<double> partners) {
  ScoredPart scored;
  scored.together = {id, mean_of(partners), weight, basis};
  scored.partners = std::move(partners);
  scored.rule = {std::string("priorities.rule.") + id, {}};
  scored.parameters = {std::string("priorities.weight_") + id};
  return scored;
}

ScoredPart political_sensitivity(const TaskFacts& facts, const Settings& settings) {
  std::vector<double> partners;
  std::vector<Origin> inputs;
  std::size_t judged = 0;
  for (const auto& ratings : facts.ratings) {
    const auto scores = scores_on("political_sensitivity", ratings);
    partners.push_back(1 - share_of_scale(scores.empty() ? facts.task.policy_sensitivity : mean_score(scores)));
    judged += scores.empty() ? 0 : 1;
    for (const auto& [score, rating] : scores) inputs.push_back(rating->origin);
  }
  const Basis basis = 2 * judged >= facts.ratings.size() ? Basis::judged : Basis::preset;
  auto scored = part("political_sensitivity", settings.weight_political_sensitivity, basis, std::move(partners));
  scored.inputs = std::move(inputs);
  return scored;
}

std::optional<ScoredPart> urgency_alignment(const TaskFacts& facts, const Settings& settings) {
  std::vector<std::optional<double>> urgency;
  std::vector<double> known;
  std::vector<Origin> inputs;
  for (const auto& ratings : facts.ratings) {
    const auto scores = scores_on("urgency", ratings);
    urgency.push_back(scores.empty() ? std::nullopt : std::optional(mean_score(scores)));
    if (urgency.back()) known.push_back(*urgency.back());
    for (const auto& [score, rating] : scores) inputs.push_back(rating->origin);
  }
  if (known.size() < 2) return std::nullopt;
  const double mean = mean_of(known);
  const auto alignment = [&](double own) { return clipped(1 - std::abs(own - mean) / settings.urgency_span); };
  for (auto& own : known) own = alignment(own);
  const double usual = mean_of(known);
  std::vector<double> partners;
  for (const auto& own : urgency) partners.push_back(own ? alignment(*own) : usual);
  auto scored = part("urgency_alignment", settings.weight_urgency_alignment, Basis::judged, std::move(partners));
  scored.inputs = std::move(inputs);
  scored.parameters.emplace_back("priorities.urgency_span");
  return scored;
}

std::optional<ScoredPart> of_the_set(const char* id, double weight, std::optional<double> value, const Climate& climate,
                                     std::size_t partners) {
  if (!value) return std::nullopt;
  auto scored = part(id, weight, Basis::judged, std::vector<double>(partners, clipped(*value)));
  for (const auto& [name, step] : climate.steps)
    if (name == id) scored.from.push_back(step);
  return scored;
}

/// The arrangement with most of the study's partners among its members (at least 2); ties: the first listed.
const Arrangement* widest(const TaskFacts& facts, const Facts& all) {
  const Arrangement* best = nullptr;
  std::size_t most = 1;
  for (const auto* arrangement : facts.arrangements)
    if (const auto n = positions_of(arrangement->members, all.partners).size(); n > most) {
      best = arrangement;
      most = n;
    }
  return best;
}

std::optional<ScoredPart> arrangements(const TaskFacts& facts, const Facts& all, const Settings& settings) {
  if (!all.arrangements_known) return std::nullopt;
  std::vector<double> partners(all.partners.size(), settings.arrangement_free);
  std::vector<Origin> inputs;
  for (const auto* arrangement : facts.arrangements) {
    inputs.push_back(arrangement->origin);
    for (const auto p : positions_of(arrangement->members, all.partners)) partners[p] = settings.arrangement_tied;
  }
  if (const auto* best = widest(facts, all)) {
    const auto inside = positions_of(best->members, all.partners);
    const double share = static_cast<double>(inside.size()) / static_cast<double>(all.partners.size());
    for (const auto p : inside) partners[p] = settings.arrangement_free + (1 - settings.arrangement_free) * share;
  }
  auto scored = part("arrangements", settings.weight_arrangements, Basis::measured, std::move(partners));
  scored.inputs = std::move(inputs);
  scored.parameters.insert(scored.parameters.end(), {"priorities.arrangement_free", "priorities.arrangement_tied"});
  return scored;
}

ScoredPart legal_duty(const TaskFacts& facts, const Settings& settings) {
  const double duty = settings.no_duty + (1 - settings.no_duty) * share_of_scale(facts.task.legal_obligation);
  auto scored =
      part("legal_duty", settings.weight_legal_duty, Basis::preset, std::vector<double>(facts.ratings.size(), duty));
  scored.parameters.emplace_back("priorities.no_duty");
  return scored;
}

}  // namespace

std::vector<ScoredPart> feasibility_parts(const TaskFacts& facts, const Facts& all, const Climate& climate,
                                          const Settings& settings) {
  const std::size_t n = all.partners.size();
  std::optional<double> calm;
  if (climate.conflict) calm = 1 - *climate.conflict;
  std::vector<ScoredPart> parts;
  const auto keep = [&](std::optional<ScoredPart> known) {
    if (known) parts.push_back(std::move(*known));
  };
  keep(political_sensitivity(facts, settings));
  keep(urgency_alignment(facts, settings));
  keep(of_the_set("conflict", settings.weight_conflict, calm, climate, n));
  keep(of_the_set("kinship", settings.weight_kinship, climate.kinship, climate, n));
  keep(arrangements(facts, all, settings));
  keep(legal_duty(facts, settings));
  double sum = 0;
  for (const auto& known : parts) sum += known.together.weight;
  for (auto& known : parts) known.together.weight /= sum;
  return parts;
}

const Arrangement* arrangement_of_all(const TaskFacts& facts, const Facts& all) {
  for (const auto* arrangement : facts.arrangements)
    if (positions_of(arrangement->members, all.partners).size() == all.partners.size()) return arrangement;
  return nullptr;
}

}  // namespace koepel::priorities
