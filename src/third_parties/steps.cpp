// SPDX-License-Identifier: EUPL-1.2
// What was found for third parties in, its steps out. The faces are add_steps and add_totals.
#include "third_parties/steps.h"

namespace koepel::third_parties {

namespace {

Step hours_step(const Dealings& row, const Step& inputs, const char* end, const Message& what, double hours) {
  Step step = inputs;
  step.id = "third_parties.party." + row.third_party + end;
  step.what = what;
  step.what.args.push_back(term("third_party", "third_party", row.third_party));
  step.value = number("value", hours);
  step.source = "design";
  return step;
}

Step total_step(const ThirdParties& result, const Saving& saving, Basis basis) {
  const bool preset = basis == Basis::preset;
  Step step;
  step.id = preset ? "third_parties.total.preset" : "third_parties.total.measured";
  step.what = {preset ? "third_parties.step.total_preset" : "third_parties.step.total_measured", {}};
  step.value = money("value", saving.worth.value.cents);
  step.rule = {"third_parties.rule.total",
               {number("hours", saving.partner_hours.value), number("hours_low", saving.partner_hours.low),
                number("hours_high", saving.partner_hours.high), money("low", saving.worth.low.cents),
                money("high", saving.worth.high.cents)}};
  for (const auto& row : result.rows)
    if (row.once && row.basis == basis) step.from.push_back(row.trace);
  step.parameters = {"settlement.labour_per_fte", "settlement.overhead_per_fte", "settlement.productive_hours"};
  step.source = "BER";
  return step;
}

}  // namespace

void add_steps(const Dealings& row, const Step& inputs, Trace& trace) {
  auto today = hours_step(row, inputs, ".today", {"third_parties.step.today", {}}, row.hours_today);
  today.rule = {"third_parties.rule.today",
                {number("agreements", row.agreements_today, 1), number("partners", row.partners),
                 number("other", row.other_hours_today)}};
  auto saved = hours_step(row, inputs, ".saved", {"third_parties.step.saved", {}}, row.saving.partner_hours.value);
  saved.rule = {"third_parties.rule.saved",
                {number("together", row.agreements_together, 1), number("low", row.saving.partner_hours.low),
                 number("high", row.saving.partner_hours.high)}};
  auto other = hours_step(row, inputs, ".other", {"third_parties.step.other", {}}, row.saving.other_hours.value);
  other.rule = {"third_parties.rule.other",
                {number("low", row.saving.other_hours.low), number("high", row.saving.other_hours.high)}};
  for (auto* step : {&today, &saved, &other}) trace.push_back(std::move(*step));
}

void add_totals(const ThirdParties& result, Trace& trace) {
  for (const auto& [saving, basis] : {std::pair(&result.measured, Basis::measured), {&result.preset, Basis::preset}}) {
    auto step = total_step(result, *saving, basis);
    if (!step.from.empty()) trace.push_back(std::move(step));
  }
}

}  // namespace koepel::third_parties
