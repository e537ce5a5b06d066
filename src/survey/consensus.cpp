// SPDX-License-Identifier: EUPL-1.2
// Counts per category in, Tastle & Wierman's consensus out.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/ensure.h"
#include "survey/agreement.h"

namespace koepel::survey {

double consensus(std::span<const int> counts) {
  ENSURE(counts.size() >= 2);
  double n = 0;
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    n += counts[i];
    sum += static_cast<double>(i) * counts[i];
  }
  ENSURE(n > 0);
  const double mean = sum / n;
  const double width = static_cast<double>(counts.size()) - 1;
  double result = 1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0)
      continue;  // also keeps the logarithm finite: a filled end never lies the full width from the mean
    result += counts[i] / n * std::log2(1 - std::abs(static_cast<double>(i) - mean) / width);
  }
  return std::clamp(result, 0.0, 1.0);
}

}  // namespace koepel::survey
