// SPDX-License-Identifier: EUPL-1.2
// Values in, how far they lie apart out.
#include "survey/deviation.h"

#include <cmath>
#include <numeric>

namespace koepel::survey {

std::optional<double> deviation(const std::vector<double>& values) {
  if (values.size() < 2) return std::nullopt;
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double v : values) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / (n - 1));
}

}  // namespace koepel::survey
