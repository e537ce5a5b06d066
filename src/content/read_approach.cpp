// SPDX-License-Identifier: EUPL-1.2
// approach.yaml in, the indicators and guards of the choice between design and development out.
#include <limits>

#include "content/parts.h"

namespace koepel::content {

namespace {

/// The last step has no `up_to`: everything above.
std::vector<std::pair<double, double>> read_steps(const Place& at) {
  std::vector<std::pair<double, double>> steps;
  if (!at.has("steps")) return steps;
  for (const auto& step : at.list("steps")) {
    step.only({"up_to", "x"});
    steps.emplace_back(step.number_or("up_to", std::numeric_limits<double>::infinity()), step.number("x"));
  }
  return steps;
}

Indicator read_indicator(const Place& at) {
  at.only({"id", "name", "question", "weight", "kind", "centre", "span", "clamp", "steps", "words", "low", "high",
           "from", "design", "development", "source"});
  Indicator indicator;
  indicator.id = at.text("id");
  indicator.name = at.both("name");
  indicator.question = at.both("question");
  indicator.weight = at.number("weight");
  indicator.kind = at.text("kind");
  indicator.centre = at.number_or("centre", indicator.centre);
  indicator.span = at.number_or("span", indicator.span);
  indicator.clamp = at.flag_or("clamp", indicator.clamp);
  indicator.steps = read_steps(at);
  for (const auto& [word, x] : at.entries("words")) indicator.words.emplace_back(word, x.as_number("words"));
  indicator.low = at.number_or("low", indicator.low);
  indicator.high = at.number_or("high", indicator.high);
  indicator.from = at.text("from");
  indicator.design = at.both("design");
  indicator.development = at.both("development");
  indicator.source = at.text("source");
  return indicator;
}

Guard read_guard(const Place& at) {
  at.only({"id", "approach", "pitfall", "measure"});
  return {at.text("id"), at.text("approach"), at.both("pitfall"), at.both("measure")};
}

}  // namespace

ApproachMethod read_approach(const Place& root) {
  root.only({"threshold", "trust_floor", "trust_enough", "low_coverage", "election_months", "indicators", "guards"});
  ApproachMethod approach;
  approach.threshold = root.number("threshold");
  approach.trust_floor = root.number("trust_floor");
  approach.trust_enough = root.number("trust_enough");
  approach.low_coverage = root.number("low_coverage");
  approach.election_months = root.whole("election_months");
  for (const auto& place : root.list("indicators")) approach.indicators.push_back(read_indicator(place));
  for (const auto& place : root.list("guards")) approach.guards.push_back(read_guard(place));
  return approach;
}

}  // namespace koepel::content
