// SPDX-License-Identifier: EUPL-1.2
// Answers in, two measures of reliability out.
#include "survey/reliability.h"

#include <cstddef>
#include <numeric>

namespace koepel::survey {

namespace {

using Matrix = std::vector<std::vector<double>>;

/// Coincidences o[c][k]: pairs of values within units, each unit weighing as much as it has coders.
Matrix coincidences(const std::vector<std::vector<int>>& units, std::size_t values) {
  Matrix o(values, std::vector<double>(values, 0));
  for (const auto& unit : units) {
    const int coders = std::accumulate(unit.begin(), unit.end(), 0);
    if (coders < 2) continue;
    for (std::size_t c = 0; c < values; ++c)
      for (std::size_t k = 0; k < values; ++k)
        o[c][k] += static_cast<double>(unit[c]) * (unit[k] - (c == k ? 1 : 0)) / (coders - 1);
  }
  return o;
}

/// Squared difference between values c < k; `n` = how often each value was paired.
double distance(std::size_t c, std::size_t k, const std::vector<double>& n, Metric metric) {
  double steps = 0;
  switch (metric) {
    case Metric::nominal:
      return 1;
    case Metric::interval:
      steps = static_cast<double>(k - c);
      break;
    case Metric::ordinal:
      steps = -(n[c] + n[k]) / 2;
      for (std::size_t g = c; g <= k; ++g) steps += n[g];
      break;
  }
  return steps * steps;
}

double variance(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double sum = 0;
  for (const double v : values) sum += (v - mean) * (v - mean);
  return sum / (n - 1);
}

}  // namespace

std::optional<double> krippendorff_alpha(const std::vector<std::vector<int>>& units, Metric metric) {
  if (units.empty()) return std::nullopt;
  const std::size_t values = units.front().size();
  const Matrix o = coincidences(units, values);
  std::vector<double> n(values, 0);
  for (std::size_t c = 0; c < values; ++c) n[c] = std::accumulate(o[c].begin(), o[c].end(), 0.0);
  const double total = std::accumulate(n.begin(), n.end(), 0.0);
  double observed = 0;
  double expected = 0;
  for (std::size_t c = 0; c < values; ++c)
    for (std::size_t k = c + 1; k < values; ++k) {
      const double d = distance(c, k, n, metric);
      observed += o[c][k] * d;
      expected += n[c] * n[k] * d;
    }
  if (expected == 0) return std::nullopt;
  return 1 - (total - 1) * observed / expected;
}

std::optional<double> cronbach_alpha(const std::vector<std::vector<double>>& sheets) {
  if (sheets.size() < 2 || sheets.front().size() < 2) return std::nullopt;
  const std::size_t items = sheets.front().size();
  std::vector<double> totals;
  for (const auto& sheet : sheets) totals.push_back(std::accumulate(sheet.begin(), sheet.end(), 0.0));
  double item_variances = 0;
  for (std::size_t i = 0; i < items; ++i) {
    std::vector<double> column;
    for (const auto& sheet : sheets) column.push_back(sheet[i]);
    item_variances += variance(column);
  }
  const double total_variance = variance(totals);
  if (total_variance == 0) return std::nullopt;
  const auto k = static_cast<double>(items);
  return k / (k - 1) * (1 - item_variances / total_variance);
}

}  // namespace koepel::survey
