// SPDX-License-Identifier: EUPL-1.2
// Known indicators in; the advised approach with its contributions, reasons, smallest flip and trace out. choose() is
// its face.
#include "approach/approach.h"

#include <algorithm>
#include <cmath>

#include "approach/judge.h"
#include "base/ensure.h"

namespace koepel::approach {

namespace {

constexpr const char* source = "domain";

Values values_of(const Indicators& known, const ApproachMethod& method) {
  Values values;
  std::size_t found = 0;
  for (const auto& indicator : method.indicators) {
    const auto it = known.find(indicator.id);
    found += it != known.end() ? 1 : 0;
    values.push_back(it == known.end() ? std::nullopt : std::optional<Raw>(it->second.value));
  }
  ENSURE(found == known.size());
  return values;
}

bool fired(const Advice& advice, const char* rule) {
  return std::find(advice.rules.begin(), advice.rules.end(), rule) != advice.rules.end();
}

Arg name_of(std::string_view name, Approach approach) {
  return term(name, "text", std::string("approach.name.") + id_of(approach));
}

void add_contributions(const Indicators& known, const ApproachMethod& method, Advice& advice) {
  for (const auto& indicator : method.indicators) {
    const auto it = known.find(indicator.id);
    if (it == known.end()) {
      advice.missing.push_back(indicator.id);
      continue;
    }
    const double x = scale(indicator, it->second.value);
    advice.contributions.push_back({indicator.id, shown(indicator, "raw", it->second.value), x, indicator.weight,
                                    indicator.weight * x / advice.coverage, it->second.basis});
  }
}

/// The contributions that plead most for design (`side` +1) or development (-1), heaviest first.
std::vector<Contribution> heaviest(const Advice& advice, int side, std::size_t most) {
  std::vector<Contribution> result;
  for (const auto& contribution : advice.contributions)
    if (contribution.share * side > 0) result.push_back(contribution);
  std::stable_sort(result.begin(), result.end(),
                   [](const Contribution& a, const Contribution& b) { return std::abs(a.share) > std::abs(b.share); });
  if (result.size() > most) result.resize(most);
  return result;
}

void add_pleas(const Advice& advice, int side, std::size_t most, std::vector<Message>& to) {
  const char* kind = side > 0 ? "indicator_design" : "indicator_development";
  for (const auto& c : heaviest(advice, side, most))
    to.push_back({side > 0 ? "approach.why.pleads_design" : "approach.why.pleads_development",
                  {term("indicator", "indicator", c.indicator), c.raw, term("reason", kind, c.indicator)}});
}

Message outcome(const Advice& advice, const MethodPack& pack) {
  const auto& method = pack.approach;
  const Arg d = number("d", advice.d, 2);
  if (fired(advice, "H1")) return {"approach.why.h1", {d, number("floor", method.trust_floor, 2)}};
  if (fired(advice, "H2")) return {"approach.why.h2", {d}};
  if (advice.approach != Approach::hybrid)
    return {std::string("approach.why.") + id_of(advice.approach), {d, number("threshold", method.threshold, 2)}};
  return {"approach.why.hybrid", {d, number("threshold", method.threshold, 2)}};
}

std::vector<Message> why(const Advice& advice, const MethodPack& pack) {
  if (!advice.enough) return {{"approach.why.nothing_known", {terms("missing", "indicator", advice.missing)}}};
  std::vector<Message> result{outcome(advice, pack)};
  if (advice.approach == Approach::hybrid)
    result.push_back({"approach.why.hybrid_steps",
                      {number("months", parameter(pack, "approach.vision_months")),
                       number("pilots", parameter(pack, "approach.pilots"))}});
  const std::size_t most = advice.approach == Approach::hybrid ? 2 : 3;
  if (advice.approach != Approach::development) add_pleas(advice, 1, most, result);
  if (advice.approach != Approach::design) add_pleas(advice, -1, most, result);
  if (fired(advice, "low_coverage"))
    result.push_back({"approach.why.low_coverage",
                      {percent("coverage", advice.coverage), terms("missing", "indicator", advice.missing)}});
  return result;
}

/// Why the outcome does not reach an end of the scale: how much is short, and what weighs most against it.
Message falls_short(const Advice& advice, const ApproachMethod& method, Approach end) {
  const int side = end == Approach::design ? 1 : -1;
  const double needed = side * method.threshold;
  Message message{
      std::string("approach.why_not.") + id_of(end),
      {number("d", advice.d, 2), number("needed", needed, 2), number("short", std::abs(needed - advice.d), 2)}};
  const auto against = heaviest(advice, -side, 1);
  if (against.empty()) return message;
  message.key += "_against";
  message.args.push_back(term("indicator", "indicator", against.front().indicator));
  message.args.push_back(against.front().raw);
  return message;
}

Message why_not(const Advice& advice, const ApproachMethod& method, Approach other) {
  if (other == Approach::hybrid)
    return {"approach.why_not.hybrid", {number("d", advice.d, 2), name_of("approach", advice.approach)}};
  if (other == Approach::design && fired(advice, "H1"))
    return {"approach.why_not.design_h1", {number("floor", method.trust_floor, 2)}};
  if (other == Approach::development && fired(advice, "H2")) return {"approach.why_not.development_h2", {}};
  return falls_short(advice, method, other);
}

std::vector<Guard> guards(const Advice& advice, const ApproachMethod& method) {
  std::vector<Guard> result;
  for (const auto& guard : method.guards)
    if (advice.approach == Approach::hybrid || guard.approach == id_of(advice.approach)) result.push_back(guard);
  return result;
}

Step step_of(const Contribution& c, const Known& known, double coverage) {
  return {"approach." + c.indicator,
          {"approach.step.indicator", {term("indicator", "indicator", c.indicator)}},
          number("value", c.share, 3),
          {"approach.rule.indicator",
           {c.raw, number("x", c.x, 2), number("weight", c.weight, 2), number("weights", coverage, 2)}},
          known.from,
          known.inputs,
          {},
          source};
}

Message rule_of(const Advice& advice, const ApproachMethod& method) {
  for (const char* rule : {"H1", "H2"})
    if (fired(advice, rule)) return {std::string("approach.rule.") + rule, {number("threshold", method.threshold, 2)}};
  return {"approach.rule.threshold", {number("threshold", method.threshold, 2)}};
}

Trace trace_of(const Advice& advice, const Indicators& known, const ApproachMethod& method) {
  Trace trace;
  Step d{"approach.D",
         {"approach.step.D", {}},
         number("value", advice.d, 3),
         {"approach.rule.D", {percent("coverage", advice.coverage)}},
         {},
         {},
         {},
         source};
  for (const auto& c : advice.contributions) {
    trace.push_back(step_of(c, known.at(c.indicator), advice.coverage));
    d.from.push_back(trace.back().id);
  }
  Step advised{"approach",
               {"approach.step.approach", {}},
               name_of("value", advice.approach),
               rule_of(advice, method),
               {"approach.D"},
               {},
               {},
               source};
  for (const char* named : {trust, target_image, support_breadth})
    if ((fired(advice, "H1") && named == trust) || fired(advice, "H2"))
      advised.from.push_back(std::string("approach.") + named);
  trace.push_back(d);
  trace.push_back(advised);
  return trace;
}

}  // namespace

const char* id_of(Approach approach) {
  switch (approach) {
    case Approach::design:
      return "design";
    case Approach::development:
      return "development";
    case Approach::hybrid:
      break;
  }
  return "hybrid";
}

Advice choose(const Indicators& known, const MethodPack& pack) {
  const auto& method = pack.approach;
  const Values values = values_of(known, method);
  const Verdict verdict = judge(method, values);
  Advice advice;
  advice.approach = verdict.approach;
  advice.d = verdict.d;
  advice.coverage = verdict.coverage;
  advice.rules = verdict.rules;
  advice.enough = !known.empty();
  add_contributions(known, method, advice);
  advice.why = why(advice, pack);
  if (!advice.enough) return advice;
  advice.flip = smallest_flip(method, values);
  for (const Approach other : {Approach::design, Approach::development, Approach::hybrid})
    if (other != advice.approach) advice.why_not.push_back(why_not(advice, method, other));
  advice.guards = guards(advice, method);
  advice.trace = trace_of(advice, known, method);
  return advice;
}

}  // namespace koepel::approach
