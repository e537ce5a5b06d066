// SPDX-License-Identifier: EUPL-1.2
// Clues about a pair in; one weighed figure with its evidence, its gaps and its steps out.
#include "partners/evidence.h"

namespace koepel::partners {

namespace {

Arg pair_arg(const char* name, const Partner& partner) { return term(name, "partner", partner.id); }

Step clue_step(const std::string& id, const std::string& parameter_id, const Clue& clue) {
  return {.id = id,
          .what = clue.says,
          .value = number("", *clue.value, 2),
          .rule = {"partners.rule.clue", {}},
          .from = clue.from,
          .inputs = clue.inputs,
          .parameters = {parameter_id},
          .source = "design"};
}

}  // namespace

Clue arrangements_clue(const Material& material, const Partner& a, const Partner& b) {
  Clue clue{"arrangements", std::nullopt, {"partners.missing.arrangements", {}}, {}, {}};
  Shared shared = shared_partnerships(material.partnerships, a.id, b.id);
  if (shared.either == 0) return clue;
  clue.value = static_cast<double>(shared.both) / shared.either;
  clue.says = {"partners.clue.arrangements", {number("both", shared.both), number("either", shared.either)}};
  clue.inputs = std::move(shared.origins);
  return clue;
}

Clue answers_clue(const Material& material, const std::string& criterion, const Partner& a, const Partner& b) {
  Clue clue{"answers", std::nullopt, {}, {}, {}};
  double sum = 0;
  std::vector<std::string> silent;
  for (const Partner* partner : {&a, &b}) {
    const auto mean = survey::partner_mean(material.poll, criterion, partner->id);
    if (!mean) {
      silent.push_back(partner->id);
      continue;
    }
    sum += *mean;
    for (auto& step : survey::partner_steps(material.poll, criterion, partner->id))
      clue.from.push_back(std::move(step));
  }
  if (!silent.empty()) {
    clue.says = {"partners.missing.answers",
                 {term("construct", "construct", criterion), terms("partners", "partner", silent)}};
    return clue;
  }
  clue.value = (sum / 2 - 1) / 4;
  clue.says = {"partners.clue.answers", {term("construct", "construct", criterion), number("mean", sum / 2, 1)}};
  return clue;
}

Pair weigh(const MethodPack& pack, const std::string& criterion, const Partner& a, const Partner& b,
           const std::vector<Clue>& clues, Trace& trace) {
  Pair pair{a.id, b.id, {}, {}, {}, "pairs." + criterion + "." + a.id + "." + b.id};
  Step step{
      .id = pair.trace,
      .what = {"partners.step.pair",
               {term("criterion", "text", "partners.criterion." + criterion), pair_arg("a", a), pair_arg("b", b)}},
      .value = term("", "text", "partners.unknown"),
      .rule = {"partners.rule.pair", {}},
      .source = "design"};
  double sum = 0;
  double weights = 0;
  for (const auto& clue : clues) {
    if (!clue.value) {
      pair.missing.push_back(clue.says);
      continue;
    }
    const std::string parameter_id = "partners." + criterion + "." + clue.id;
    const double weight = parameter(pack, parameter_id);
    pair.evidence.push_back({clue.says, *clue.value, weight});
    sum += weight * *clue.value;
    weights += weight;
    trace.push_back(clue_step(pair.trace + "." + clue.id, parameter_id, clue));
    step.from.push_back(trace.back().id);
    step.parameters.push_back(parameter_id);
  }
  if (weights > 0) {
    pair.value = sum / weights;
    step.value = number("", *pair.value, 2);
  }
  trace.push_back(std::move(step));
  return pair;
}

}  // namespace koepel::partners
