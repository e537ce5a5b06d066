// SPDX-License-Identifier: EUPL-1.2
// The choice of approach in; weights that do not sum to one, scalings that do not work and missing guards out.
#include <algorithm>
#include <cmath>
#include <string>

#include "content/checks.h"

namespace koepel::content {

namespace {

constexpr double weight_tolerance = 1e-9;

bool steps_rise_to_infinity(const std::vector<std::pair<double, double>>& steps) {
  if (steps.empty() || !std::isinf(steps.back().first)) return false;
  return std::is_sorted(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.first <= b.first; });
}

void check_scaling(const Indicator& indicator, Problems& problems) {
  const auto wrong = [&](const Fault& fault, const char* key, const std::string& found) {
    note(problems, fault, "approach.yaml", indicator.id + "." + key, found);
  };
  if (indicator.kind == "line") {
    if (indicator.span == 0) wrong(out_of_range, "span", "0");
  } else if (indicator.kind == "steps") {
    if (!steps_rise_to_infinity(indicator.steps)) wrong(steps_wrong, "steps", std::to_string(indicator.steps.size()));
  } else if (indicator.kind == "words") {
    if (indicator.words.size() < 2) wrong(too_few_answers, "words", std::to_string(indicator.words.size()));
  } else {
    wrong(word_unknown, "kind", indicator.kind);
  }
  if (indicator.low >= indicator.high) wrong(out_of_range, "low", std::to_string(indicator.low));
}

void check_guards(const ApproachMethod& approach, Problems& problems) {
  for (const auto& guard : approach.guards)
    if (guard.approach != "design" && guard.approach != "development")
      note(problems, word_unknown, "approach.yaml", guard.id + ".approach", guard.approach);
  for (const auto* wanted : {"design", "development"}) {
    const auto guards = [&](const Guard& guard) { return guard.approach == wanted; };
    if (std::none_of(approach.guards.begin(), approach.guards.end(), guards))
      note(problems, no_guard, "approach.yaml", "guards", wanted);
  }
}

}  // namespace

void check_approach(const MethodPack& pack, Problems& problems) {
  double sum = 0;
  for (const auto& indicator : pack.approach.indicators) {
    sum += indicator.weight;
    if (indicator.weight <= 0)
      note(problems, out_of_range, "approach.yaml", indicator.id + ".weight", std::to_string(indicator.weight));
    check_scaling(indicator, problems);
  }
  if (std::abs(sum - 1) > weight_tolerance)
    note(problems, weights_not_one, "approach.yaml", "indicators", std::to_string(sum));
  check_guards(pack.approach, problems);
}

}  // namespace koepel::content
