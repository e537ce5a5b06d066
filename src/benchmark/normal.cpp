// SPDX-License-Identifier: EUPL-1.2
// Chances of the normal and Student's distribution: values in, shares out and back.
#include "benchmark/normal.h"

#include <cmath>
#include <numbers>

namespace koepel::benchmark {

namespace {

/// The value between low and high where a falling function crosses zero.
template <class Function>
double crossing(double low, double high, const Function& falling) {
  for (int step = 0; step < 200 && high - low > 1e-13 * (1 + std::abs(low)); ++step) {
    const double middle = low + (high - low) / 2;
    (falling(middle) > 0 ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

/// Continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8), evaluated from the tail.
double beta_fraction(double a, double b, double x) {
  double value = 0;
  for (int m = 400; m >= 1; --m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    value = even / (1 + odd / (1 + value));
  }
  return 1 / (1 - (a + b) * x / (a + 1) / (1 + value));
}

double incomplete_beta(double a, double b, double x) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

}  // namespace

double normal_draw(Random& random) {
  const double radius = std::sqrt(2 * random.exponential());
  return radius * std::cos(2 * std::numbers::pi * random.uniform());
}

double normal_density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); }

double normal_above(double x) { return std::erfc(x / std::numbers::sqrt2) / 2; }

double normal_quantile(double below) {
  return crossing(-40, 40, [&](double x) { return below - normal_above(-x); });
}

double student_reach(double confidence, double freedom) {
  // Chance that |t| passes v is the incomplete beta function at freedom / (freedom + v^2).
  return crossing(0, 1e6, [&](double v) {
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + v * v)) - (1 - confidence);
  });
}

}  // namespace koepel::benchmark
