// SPDX-License-Identifier: EUPL-1.2
// How agreements are made today in, the hours that making them once saves out. The face is saving_of.
#include "third_parties/saving.h"

#include <algorithm>
#include <cmath>

namespace koepel::third_parties {

namespace {

/// Hours saved when the inputs stand at these ends. The number of agreements magnifies gain and loss alike.
Range saved(const Once& once, const Range& hours, const Range& coordination) {
  const double others = once.partners - 1;
  const double worst = (1 - once.local_share.high) * hours.low - coordination.high;
  const double usual = (1 - once.local_share.value) * hours.value - coordination.value;
  const double best = (1 - once.local_share.low) * hours.high - coordination.low;
  const auto& a = once.agreements;
  return {others * std::min(a.low * worst, a.high * worst), others * a.value * usual,
          others * std::max(a.low * best, a.high * best)};
}

MoneyRange worth(const Range& hours, Money rate) {
  const auto euro = [&](double h) { return Money{std::llround(h * static_cast<double>(rate.cents))}; };
  return {euro(hours.low), euro(hours.value), euro(hours.high)};
}

Range plus(const Range& a, const Range& b) { return {a.low + b.low, a.value + b.value, a.high + b.high}; }
Range part(const Range& whole, double n) { return {whole.low / n, whole.value / n, whole.high / n}; }

}  // namespace

Saving saving_of(const Once& once, Money hourly_rate) {
  Saving saving;
  saving.partner_hours = saved(once, once.hours, once.coordination);
  saving.other_hours = saved(once, once.other_hours, {});
  saving.worth = worth(saving.partner_hours, hourly_rate);
  return saving;
}

Saving operator+(const Saving& a, const Saving& b) {
  return {plus(a.partner_hours, b.partner_hours),
          plus(a.other_hours, b.other_hours),
          {a.worth.low + b.worth.low, a.worth.value + b.worth.value, a.worth.high + b.worth.high}};
}

std::vector<Saving> in_equal_parts(const Saving& whole, std::size_t parts) {
  const std::vector<double> equal(parts, 1);
  const auto low = share_out(whole.worth.low, equal), value = share_out(whole.worth.value, equal),
             high = share_out(whole.worth.high, equal);
  std::vector<Saving> out;
  const auto n = static_cast<double>(parts);
  for (std::size_t i = 0; i < parts; ++i)
    out.push_back({part(whole.partner_hours, n), part(whole.other_hours, n), {low[i], value[i], high[i]}});
  return out;
}

}  // namespace koepel::third_parties
