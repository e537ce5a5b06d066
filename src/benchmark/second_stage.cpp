// SPDX-License-Identifier: EUPL-1.2
// Scores and circumstances in, which circumstances go with efficiency out. The face is explain_scores.
#include "benchmark/second_stage.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "benchmark/comparables.h"
#include "benchmark/least_squares.h"
#include "benchmark/normal.h"

namespace koepel::benchmark {

namespace {

constexpr std::size_t fewest_per_factor = 10;
constexpr double far_out = 30;  // beyond this the tail is taken from its asymptote

bool inefficient(double score) { return score <= 1 - 1e-6; }

/// Density over what lies above, and its logarithm's partner: log of the share above.
double hazard(double a) { return a > far_out ? a + 1 / a : normal_density(a) / normal_above(a); }
double log_above(double a) {
  if (a <= far_out) return std::log(normal_above(a));
  return -a * a / 2 - std::log(a * std::sqrt(2 * std::numbers::pi));
}

/// Rows of factors (first a one) and distances above 1.
struct Rows {
  std::size_t terms = 0;
  std::vector<double> factors;
  std::vector<double> distances;

  [[nodiscard]] const double* row(std::size_t i) const { return factors.data() + i * terms; }
};

/// Olsen's parameters, in which the likelihood has one top: coefficients over the spread, and 1 over the spread (last).
using Point = std::vector<double>;

double line(const Rows& rows, std::size_t i, const Point& point) {
  double sum = 0;
  for (std::size_t k = 0; k < rows.terms; ++k) sum += rows.row(i)[k] * point[k];
  return sum;
}

double likelihood(const Rows& rows, const Point& point) {
  const double eta = point.back();
  double sum = 0;
  for (std::size_t i = 0; i < rows.distances.size(); ++i) {
    const double at = line(rows, i, point), u = eta * rows.distances[i] - at;
    sum += std::log(eta) - u * u / 2 - log_above(eta - at);
  }
  return sum;
}

struct Slopes {
  std::vector<double> gradient, curvature;  ///< curvature: minus the second derivatives, row by row
};

Slopes slopes_at(const Rows& rows, const Point& point) {
  const std::size_t k = rows.terms, size = k + 1;
  const double eta = point.back();
  Slopes out{std::vector<double>(size), std::vector<double>(size * size)};
  for (std::size_t i = 0; i < rows.distances.size(); ++i) {
    const double* z = rows.row(i);
    const double at = line(rows, i, point), d = rows.distances[i], u = eta * d - at, a = eta - at;
    const double h = hazard(a), bend = h * (h - a);
    for (std::size_t r = 0; r < k; ++r) {
      out.gradient[r] += z[r] * (u - h);
      for (std::size_t c = 0; c < k; ++c) out.curvature[r * size + c] += z[r] * z[c] * (1 - bend);
      out.curvature[r * size + k] -= z[r] * (d - bend);
      out.curvature[k * size + r] -= z[r] * (d - bend);
    }
    out.gradient[k] += 1 / eta - u * d + h;
    out.curvature[k * size + k] += 1 / (eta * eta) + d * d - bend;
  }
  return out;
}

/// Newton with halved steps; none when it does not settle.
std::optional<Point> top_of(const Rows& rows, Point point) {
  double height = likelihood(rows, point);
  for (int round = 0; round < 60; ++round) {
    const auto slopes = slopes_at(rows, point);
    const auto step = solve_definite(slopes.curvature, slopes.gradient);
    if (!step) return std::nullopt;
    double gain = 0;
    for (std::size_t k = 0; k < step->size(); ++k) gain += (*step)[k] * slopes.gradient[k];
    if (gain < 1e-12) return point;
    double share = 1;
    for (;; share /= 2) {
      if (share < 1e-8) return std::nullopt;
      Point next = point;
      for (std::size_t k = 0; k < next.size(); ++k) next[k] += share * (*step)[k];
      const double reached = next.back() > 0 ? likelihood(rows, next) : -1e300;
      if (!(reached > height)) continue;
      point = next, height = reached;
      break;
    }
  }
  return std::nullopt;
}

/// Standard normal above `least`: plain trials where that is likely, else Robert's (1995) exponential trials.
double draw_above(double least, Random& random) {
  if (least <= 0) {
    for (;;)
      if (const double x = normal_draw(random); x > least) return x;
  }
  const double rate = (least + std::sqrt(least * least + 4)) / 2;
  for (;;) {
    const double x = least + random.exponential() / rate;
    if (random.uniform() < std::exp(-(x - rate) * (x - rate) / 2)) return x;
  }
}

/// The inefficient units with the factors that differ among them.
Rows rows_of(const std::vector<double>& scores, const std::vector<const std::vector<double>*>& factors) {
  Rows rows{factors.size() + 1, {}, {}};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!inefficient(scores[i])) continue;
    rows.distances.push_back(1 / scores[i]);
    rows.factors.push_back(1);
    for (const auto* factor : factors) rows.factors.push_back((*factor)[i]);
  }
  return rows;
}

std::optional<LeastSquares> plain_fit(const Rows& rows) {
  std::vector<std::vector<double>> terms(rows.terms);
  for (std::size_t i = 0; i < rows.distances.size(); ++i)
    for (std::size_t k = 0; k < rows.terms; ++k) terms[k].push_back(rows.row(i)[k]);
  return least_squares(terms, rows.distances);
}

/// Ordinary least squares as the place to start from.
Point first_guess(const LeastSquares& fit) {
  double squares = 1e-12;
  for (const double residual : fit.residuals) squares += residual * residual;
  const double spread = std::sqrt(squares / static_cast<double>(fit.residuals.size()));
  Point point;
  for (const double coefficient : fit.coefficients) point.push_back(coefficient / spread);
  point.push_back(1 / spread);
  return point;
}

std::vector<double> coefficients_of(const Point& point) {
  std::vector<double> out(point.begin(), point.end() - 1);
  for (auto& value : out) value /= point.back();
  return out;
}

/// Draws worlds from the regression found and estimates each anew: per factor what came out. Empty: stopped.
std::vector<std::vector<double>> draw_worlds(const Rows& rows, const Point& top, int replications, std::uint64_t seed,
                                             const Progress& progress) {
  Random random(seed, "benchmark.second_stage");
  std::vector<std::vector<double>> worlds(rows.terms - 1);
  Rows world = rows;
  for (int b = 0; b < replications; ++b) {
    if (progress.stopped()) return {};
    for (std::size_t i = 0; i < world.distances.size(); ++i) {
      const double at = line(rows, i, top);
      world.distances[i] = (at + draw_above(top.back() - at, random)) / top.back();
    }
    progress.at(static_cast<double>(b + 1) / replications);
    const auto again = top_of(world, top);
    if (!again) continue;  // a world whose likelihood has no top says nothing
    const auto values = coefficients_of(*again);
    for (std::size_t k = 0; k < worlds.size(); ++k) worlds[k].push_back(values[k + 1]);
  }
  return worlds;
}

/// The spread of the worlds around what they were drawn from, laid around what was found.
Coefficient with_interval(double found, std::vector<double> values, double confidence) {
  std::sort(values.begin(), values.end());
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {found, std::sqrt(squares / static_cast<double>(values.size())),
          2 * found - quantile(values, (1 + confidence) / 2), 2 * found - quantile(values, (1 - confidence) / 2)};
}

/// Whether the factor differs among the inefficient units.
bool differs(const std::vector<double>& factor, const std::vector<double>& scores) {
  std::optional<double> first;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!inefficient(scores[i])) continue;
    if (!first) first = factor[i];
    if (std::abs(factor[i] - *first) > 1e-9 * (1 + std::abs(*first))) return true;
  }
  return false;
}

}  // namespace

SecondStage explain_scores(const std::vector<double>& scores, const std::vector<std::vector<double>>& factors,
                           int replications, double confidence, std::uint64_t seed, const Progress& progress) {
  std::vector<const std::vector<double>*> used;
  for (const auto& factor : factors)
    if (differs(factor, scores)) used.push_back(&factor);
  const auto rows = rows_of(scores, used);
  SecondStage out;
  out.units = static_cast<int>(rows.distances.size());
  const auto failed = [&](SecondStageOutcome outcome) {
    out.outcome = outcome;
    return out;
  };
  if (used.empty() || rows.distances.size() < fewest_per_factor * used.size() + 2)
    return failed(SecondStageOutcome::too_few);
  const auto plain = plain_fit(rows);
  if (!plain) return failed(SecondStageOutcome::collinear);
  const auto top = top_of(rows, first_guess(*plain));
  if (!top) return failed(SecondStageOutcome::no_maximum);
  const auto worlds = draw_worlds(rows, *top, replications, seed, progress);
  if (worlds.empty()) return failed(SecondStageOutcome::stopped);
  if (worlds[0].empty() || 2 * worlds[0].size() < static_cast<std::size_t>(replications))
    return failed(SecondStageOutcome::no_maximum);
  out.spread = 1 / top->back();
  const auto found = coefficients_of(*top);
  std::size_t k = 0;
  for (const auto& factor : factors) {
    const bool in = k < used.size() && used[k] == &factor;
    out.factors.push_back(in ? std::optional(with_interval(found[k + 1], worlds[k], confidence)) : std::nullopt);
    if (in) ++k;
  }
  return out;
}

}  // namespace koepel::benchmark
