// SPDX-License-Identifier: EUPL-1.2
// Figures and third parties of one task in, motive scores that rest on them out. Formulas: motives.h.
#include <algorithm>
#include <cmath>

#include "priorities/motives.h"

namespace koepel::priorities {

namespace {

/// One partner's figure, with its place among the partners.
struct Sample {
  std::size_t partner = 0;
  double value = 0;
  const Figures* row = nullptr;
};
using Samples = std::vector<Sample>;

double total(const Samples& samples) {
  double sum = 0;
  for (const auto& sample : samples) sum += sample.value;
  return sum;
}

std::vector<Origin> rows_of(const Samples& samples) {
  std::vector<Origin> rows;
  for (const auto& sample : samples) rows.push_back(sample.row->origin);
  return rows;
}

std::vector<std::string> names_of(const Samples& samples, const std::vector<std::string>& partners) {
  std::vector<std::string> names;
  for (const auto& sample : samples) names.push_back(partners[sample.partner]);
  return names;
}

Measurement nothing(const MotiveQuestion& question) {
  Measurement none;
  none.partners.resize(question.partners.size());
  return none;
}

ScoredMotive measured(const char* motive, double value, Message because) {
  ScoredMotive scored;
  scored.score = {motive, clipped(value), Basis::measured, std::move(because)};
  scored.rule = {std::string("priorities.rule.") + motive, {}};
  scored.source = "brochure";
  return scored;
}

double euro_cents(const std::optional<Money>& money) { return static_cast<double>(money->cents); }

/// Cents per unit of the partners with both costs and a volume, in the unit most of them use; ties: the first used.
Samples unit_costs(const MotiveQuestion& question, std::string& unit) {
  std::vector<std::pair<std::string, Samples>> by_unit;
  for (std::size_t p = 0; p < question.partners.size(); ++p) {
    const Figures* row = question.facts.figures[p];
    if (row == nullptr || !row->fixed_cost || !row->variable_cost || row->volume.value_or(0) <= 0) continue;
    const double cost = (euro_cents(row->fixed_cost) + euro_cents(row->variable_cost)) / *row->volume;
    if (cost <= 0) continue;
    auto group = std::find_if(by_unit.begin(), by_unit.end(), [&](const auto& g) { return g.first == row->unit; });
    if (group == by_unit.end()) group = by_unit.insert(group, {row->unit, {}});
    group->second.push_back({p, cost, row});
  }
  const auto most = std::max_element(by_unit.begin(), by_unit.end(),
                                     [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  if (most == by_unit.end()) return {};
  unit = most->first;
  return most->second;
}

Arg unit_arg(const std::string& unit) { return unit.empty() ? term("unit", "priorities", "unit") : word("unit", unit); }

/// Study partners that deal with a third party.
struct Shared {
  const ThirdParty* third_party = nullptr;
  std::vector<std::size_t> partners;
};

std::vector<Shared> shared_third_parties(const MotiveQuestion& question) {
  std::vector<Shared> shared;
  for (const auto* third_party : question.facts.third_parties)
    if (auto partners = positions_of(third_party->partners, question.partners); partners.size() >= 2)
      shared.push_back({third_party, std::move(partners)});
  return shared;
}

Message third_parties_message(const std::vector<Shared>& shared, std::size_t most, std::size_t all) {
  std::vector<std::string> ids;
  for (const auto& one : shared) ids.push_back(one.third_party->id);
  return {"priorities.third_parties.shared",
          {terms("third_parties", "third_party", ids), number("n", static_cast<double>(most)),
           number("all", static_cast<double>(all))}};
}

ScoredMotive third_parties_of(std::size_t partner, const std::vector<Shared>& all_shared, std::size_t partners) {
  std::vector<Shared> own;
  std::size_t most = 0;
  for (const auto& one : all_shared)
    if (std::find(one.partners.begin(), one.partners.end(), partner) != one.partners.end()) {
      own.push_back(one);
      most = std::max(most, one.partners.size());
    }
  auto scored = measured("third_parties", static_cast<double>(most) / static_cast<double>(partners),
                         third_parties_message(own, most, partners));
  for (const auto& one : own) scored.inputs.push_back(one.third_party->origin);
  return scored;
}

Samples known_fte(const MotiveQuestion& question) {
  Samples known;
  for (std::size_t p = 0; p < question.partners.size(); ++p)
    if (const Figures* row = question.facts.figures[p]; row != nullptr && row->fte && *row->fte >= 0)
      known.push_back({p, *row->fte, row});
  return known;
}

Message specialisation_message(const MotiveQuestion& question, const Samples& small, double together) {
  const Arg needed = number("needed", question.settings.fte_needed, 1);
  const Arg sum = number("total", together, 1);
  if (together < question.settings.fte_needed) return {"priorities.specialisation.too_little", {needed, sum}};
  if (small.empty()) return {"priorities.specialisation.nobody", {needed}};
  return {"priorities.specialisation.together",
          {terms("partners", "partner", names_of(small, question.partners)), needed, sum}};
}

/// Fixed cost of the partners that also know their variable cost; `own` gets their total cost.
Samples fixed_costs(const MotiveQuestion& question, std::vector<double>& own) {
  Samples fixed;
  for (std::size_t p = 0; p < question.partners.size(); ++p) {
    const Figures* row = question.facts.figures[p];
    if (row == nullptr || !row->fixed_cost || !row->variable_cost) continue;
    const double cost = euro_cents(row->fixed_cost) + euro_cents(row->variable_cost);
    if (row->fixed_cost->cents < 0 || cost <= 0) continue;
    fixed.push_back({p, euro_cents(row->fixed_cost), row});
    own.push_back(cost);
  }
  return fixed;
}

Message saving_message(const char* key, double theoretical, const Settings& settings) {
  return {key,
          {percent("expected", theoretical * settings.realised_share, 1),
           percent("high", theoretical * settings.realised_high, 1), number("years", settings.saving_years)}};
}

}  // namespace

Measurement measure_strengths(const MotiveQuestion& question) {
  Measurement out = nothing(question);
  std::string unit;
  const Samples costs = unit_costs(question, unit);
  if (costs.size() < 2) return out;
  const auto leader =
      std::min_element(costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  const double mean = total(costs) / static_cast<double>(costs.size());
  const double spread = std::max(0.0, 1 - leader->value / mean);
  out.together = {
      "priorities.strengths.leads",
      {term("partner", "partner", question.partners[leader->partner]), money("cost", std::llround(leader->value)),
       money("mean", std::llround(mean)), percent("spread", spread), unit_arg(unit)}};
  for (const auto& sample : costs) {
    auto scored = measured("strengths", spread / question.settings.spread_full, out.together);
    scored.inputs = rows_of(costs);
    scored.parameters = {"priorities.spread_full"};
    out.partners[sample.partner] = std::move(scored);
  }
  return out;
}

Measurement measure_third_parties(const MotiveQuestion& question) {
  Measurement out = nothing(question);
  const auto shared = shared_third_parties(question);
  if (shared.empty()) return out;
  std::size_t most = 0;
  for (const auto& one : shared) {
    most = std::max(most, one.partners.size());
    for (const auto p : one.partners)
      if (!out.partners[p]) out.partners[p] = third_parties_of(p, shared, question.partners.size());
  }
  out.together = third_parties_message(shared, most, question.partners.size());
  return out;
}

Measurement measure_specialisation(const MotiveQuestion& question) {
  Measurement out = nothing(question);
  const Samples known = known_fte(question);
  const double together = total(known);
  const double needed = question.settings.fte_needed;
  const bool falls_short = together < needed;
  if (known.size() < 2 || (falls_short && known.size() < question.partners.size())) return out;
  Samples small;
  std::copy_if(known.begin(), known.end(), std::back_inserter(small),
               [&](const auto& sample) { return sample.value > 0 && sample.value < needed; });
  const double share = falls_short ? 0 : static_cast<double>(small.size()) / static_cast<double>(known.size());
  out.together = specialisation_message(question, small, together);
  for (const auto& sample : known) {
    // A team of more than one position says nothing about the specialties inside it; who judged those knows better.
    const bool judged = !scores_on("specialisation", question.facts.ratings[sample.partner]).empty();
    if (small.empty() && judged) continue;
    auto scored = measured("specialisation", share, out.together);
    scored.inputs = rows_of(known);
    scored.parameters = {"priorities.fte_needed"};
    out.partners[sample.partner] = std::move(scored);
  }
  return out;
}

Measurement measure_scale(const MotiveQuestion& question) {
  Measurement out = nothing(question);
  std::vector<double> own;
  const Samples fixed = fixed_costs(question, own);
  const double sum = total(fixed);
  if (fixed.size() < 2 || sum <= 0) return out;
  const Settings& s = question.settings;
  const double largest = std::max_element(fixed.begin(), fixed.end(), [](const auto& a, const auto& b) {
                           return a.value < b.value;
                         })->value;
  const double saved = (1 - s.retained_share) * (sum - largest);
  double everybody = 0;
  for (std::size_t k = 0; k < fixed.size(); ++k) {
    everybody += own[k];
    const double share = saved * (fixed[k].value / sum) / own[k];
    auto scored = measured("scale", share * s.realised_share / s.saving_full,
                           saving_message("priorities.scale.partner", share, s));
    scored.inputs = rows_of(fixed);
    scored.parameters = {"scale.realised_share", "scale.retained_share", "priorities.saving_full",
                         "scale.years_to_saving"};
    scored.source = "domain";
    out.partners[fixed[k].partner] = std::move(scored);
  }
  out.together = saving_message("priorities.scale.together", saved / everybody, s);
  return out;
}

}  // namespace koepel::priorities
