// SPDX-License-Identifier: EUPL-1.2
// Counts per category in, van der Eijk's agreement out.
#include "survey/agreement.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "base/ensure.h"

namespace koepel::survey {

namespace {

using Pattern = std::vector<bool>;  // per category: is there anybody in this layer?

/// Unimodality of a layer: triples full-full-empty speak for it (TU), full-empty-full against it (TDU).
double unimodality(const Pattern& full) {
  const std::size_t k = full.size();
  double tu = 0;
  double tdu = 0;
  for (std::size_t a = 0; a + 2 < k; ++a)
    for (std::size_t b = a + 1; b + 1 < k; ++b)
      for (std::size_t c = b + 1; c < k; ++c) {
        if (full[b] && full[a] != full[c]) ++tu;
        if (!full[b] && full[a] && full[c]) ++tdu;
      }
  if (tu + tdu == 0) return 1;
  const auto kk = static_cast<double>(k);
  return ((kk - 2) * tu - (kk - 1) * tdu) / ((kk - 2) * (tu + tdu));
}

double layer_agreement(const Pattern& full) {
  const auto filled = static_cast<double>(std::count(full.begin(), full.end(), true));
  return unimodality(full) * (1 - (filled - 1) / (static_cast<double>(full.size()) - 1));
}

}  // namespace

double agreement(std::span<const int> counts) {
  ENSURE(counts.size() >= 3);
  const int n = std::accumulate(counts.begin(), counts.end(), 0);
  ENSURE(n > 0);
  std::vector<int> left(counts.begin(), counts.end());
  double sum = 0;
  for (int taken = 0; taken < n;) {
    int height = n;
    Pattern full(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
      full[i] = left[i] > 0;
      if (full[i]) height = std::min(height, left[i]);
    }
    int layer = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
      if (full[i]) {
        left[i] -= height;
        layer += height;
      }
    sum += layer * layer_agreement(full);
    taken += layer;
  }
  return std::clamp(sum / n, -1.0, 1.0);
}

}  // namespace koepel::survey
