// SPDX-License-Identifier: EUPL-1.2
// Values of indicators in; D, coverage, the rules that fired and the approach out: judge(). What would turn it:
// smallest_flip().
#include "approach/judge.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::approach {

namespace {

// 2 * 0.6 - 1 is a hair below 0.2 in binary; the rule means 0.2.
constexpr double rounding = 1e-12;

std::optional<double> number_of(const ApproachMethod& method, const Values& values, const std::string& id) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (method.indicators[i].id == id && values[i]) return std::get<double>(*values[i]);
  return std::nullopt;
}

bool no_trust(const ApproachMethod& method, const Values& values) {
  const auto value = number_of(method, values, trust);
  return value && *value < method.trust_floor;
}

/// A declaration that every council adopted and supports, with trust: not thrown away for a start from below.
bool supported_declaration(const ApproachMethod& method, const Values& values) {
  const auto image = number_of(method, values, target_image);
  const auto support = number_of(method, values, support_breadth);
  const auto trusted = number_of(method, values, trust);
  return image && *image >= 3 && support && *support >= 1 && trusted && *trusted >= method.trust_enough;
}

void apply_threshold(const ApproachMethod& method, const Values& values, Verdict& verdict) {
  if (verdict.d >= method.threshold - rounding) {
    verdict.approach = Approach::design;
    if (no_trust(method, values)) verdict.rules.emplace_back("H1");
  } else if (verdict.d <= -method.threshold + rounding) {
    verdict.approach = Approach::development;
    if (supported_declaration(method, values)) verdict.rules.emplace_back("H2");
  }
  if (!verdict.rules.empty()) verdict.approach = Approach::hybrid;
}

double x_of_line(const Indicator& indicator, double raw) {
  const double x = (raw - indicator.centre) / indicator.span;
  return indicator.clamp ? std::clamp(x, -1.0, 1.0) : x;
}

double x_of_steps(const Indicator& indicator, double raw) {
  for (const auto& [up_to, x] : indicator.steps)
    if (raw <= up_to) return x;
  ENSURE(!indicator.steps.empty());
  return indicator.steps.back().second;
}

double x_of_word(const Indicator& indicator, const std::string& word) {
  const auto it =
      std::find_if(indicator.words.begin(), indicator.words.end(), [&](const auto& w) { return w.first == word; });
  ENSURE(it != indicator.words.end());
  return it->second;
}

bool is_share(const Indicator& indicator) { return indicator.low == 0 && indicator.high == 1; }

/// Steps at whole numbers count things; others are ratios, told in tenths.
bool counts_things(const Indicator& indicator) {
  return indicator.kind == "steps" && std::all_of(indicator.steps.begin(), indicator.steps.end(), [](const auto& step) {
           return std::isinf(step.first) || step.first == std::floor(step.first);
         });
}

double step_of(const Indicator& indicator) {
  if (indicator.kind == "steps") return counts_things(indicator) ? 1 : 0.1;
  return indicator.id == target_image ? 1 : 0.01;
}

/// The first value within a step that can be stated, going up (just past the step before) or down (its upper end).
std::vector<Raw> entries_of_steps(const Indicator& indicator) {
  std::vector<Raw> result;
  for (const auto& [up_to, x] : indicator.steps) {
    if (std::isinf(up_to) || up_to >= indicator.high) continue;
    result.emplace_back(up_to);
    result.emplace_back(up_to + step_of(indicator));
  }
  return result;
}

std::vector<Raw> stateable(const Indicator& indicator) {
  std::vector<Raw> result;
  if (indicator.kind == "words") {
    for (const auto& [word, x] : indicator.words) result.emplace_back(word);
  } else if (indicator.kind == "steps") {
    result = entries_of_steps(indicator);
  } else {
    // Counted in whole steps, so that 2.75 is the 2.75 that somebody types.
    const double per_unit = std::round(1 / step_of(indicator));
    for (double i = std::ceil(indicator.low * per_unit); i <= indicator.high * per_unit; ++i)
      result.emplace_back(i / per_unit);
  }
  return result;
}

double distance(const Raw& a, const Raw& b) {
  const auto* from = std::get_if<double>(&a);
  const auto* to = std::get_if<double>(&b);
  return from != nullptr && to != nullptr ? std::abs(*from - *to) : 0;
}

struct Turn {
  std::size_t indicator = 0;
  Raw to;
  double dx = 0;
  double draw = 0;
  Approach becomes = Approach::hybrid;
};

bool smaller(const Turn& a, const Turn& b) {
  if (std::abs(a.dx - b.dx) > rounding) return a.dx < b.dx;
  return a.indicator == b.indicator && a.draw < b.draw - rounding;
}

}  // namespace

double scale(const Indicator& indicator, const std::variant<double, std::string>& raw) {
  if (const auto* word = std::get_if<std::string>(&raw)) return x_of_word(indicator, *word);
  const double value = std::get<double>(raw);
  return indicator.kind == "steps" ? x_of_steps(indicator, value) : x_of_line(indicator, value);
}

Verdict judge(const ApproachMethod& method, const Values& values) {
  Verdict verdict;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    sum += method.indicators[i].weight * scale(method.indicators[i], *values[i]);
    verdict.coverage =
        std::min(1.0, verdict.coverage + method.indicators[i].weight);  // ten and more weights round past 1
  }
  if (verdict.coverage <= 0) return verdict;
  verdict.d = sum / verdict.coverage;
  apply_threshold(method, values, verdict);
  if (verdict.coverage < method.low_coverage - rounding) verdict.rules.emplace_back("low_coverage");
  return verdict;
}

std::optional<Flip> smallest_flip(const ApproachMethod& method, const Values& values) {
  const Approach now = judge(method, values).approach;
  std::optional<Turn> best;
  Values tried = values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    const auto& indicator = method.indicators[i];
    for (const auto& to : stateable(indicator)) {
      tried[i] = to;
      const Approach becomes = judge(method, tried).approach;
      const Turn turn{i, to, std::abs(scale(indicator, to) - scale(indicator, *values[i])), distance(to, *values[i]),
                      becomes};
      if (becomes != now && (!best || smaller(turn, *best))) best = turn;
    }
    tried[i] = values[i];
  }
  if (!best) return std::nullopt;
  const auto& indicator = method.indicators[best->indicator];
  return Flip{indicator.id, shown(indicator, "from", *values[best->indicator]), shown(indicator, "to", best->to),
              best->becomes};
}

Arg shown(const Indicator& indicator, std::string_view name, const Raw& raw) {
  if (const auto* given = std::get_if<std::string>(&raw))
    return term(name, "text", "approach.word." + indicator.id + "." + *given);
  const double value = std::get<double>(raw);
  if (is_share(indicator)) return percent(name, value);
  if (indicator.kind == "steps") return number(name, value, counts_things(indicator) ? 0 : 1);
  return number(name, value, indicator.id == target_image && value == std::floor(value) ? 0 : 2);
}

}  // namespace koepel::approach
