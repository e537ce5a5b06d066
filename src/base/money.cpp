// SPDX-License-Identifier: EUPL-1.2
// A total and weights in, parts that add up to the cent out.
#include "base/money.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.h"

namespace koepel {

std::vector<Money> share_out(Money total, std::span<const double> weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  ENSURE(sum > 0);
  const double sign = total.cents < 0 ? -1 : 1;
  std::vector<Money> parts;
  std::vector<std::pair<double, std::size_t>> remainders;
  std::int64_t left = total.cents;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = std::abs(static_cast<double>(total.cents)) * weights[i] / sum;
    const auto whole = static_cast<std::int64_t>(std::floor(exact) * sign);
    parts.push_back({whole});
    left -= whole;
    remainders.emplace_back(std::floor(exact) - exact, i);  // negative: largest remainder sorts first
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; left != 0; i = (i + 1) % remainders.size()) {
    const std::int64_t step = left > 0 ? 1 : -1;
    parts[remainders[i].second].cents += step;
    left -= step;
  }
  return parts;
}

}  // namespace koepel
