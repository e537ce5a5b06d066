// SPDX-License-Identifier: EUPL-1.2
// Answers in, a place on the plane of largest difference out.
#include <cmath>
#include <numeric>

#include "survey/likeminded.h"

namespace koepel::survey {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// Rows of `who`, centred per item; missing answers at the mean, so 0.
std::vector<Vector> centred(const Opinions& o, std::span<const std::size_t> who) {
  Vector sum(o.items, 0);
  Vector count(o.items, 0);
  for (const std::size_t p : who)
    for (std::size_t i = 0; i < o.items; ++i)
      if (o.known[p * o.items + i] != 0) {
        sum[i] += o.value[p * o.items + i];
        ++count[i];
      }
  std::vector<Vector> rows;
  for (const std::size_t p : who) {
    Vector row(o.items, 0);
    for (std::size_t i = 0; i < o.items; ++i)
      if (o.known[p * o.items + i] != 0) row[i] = o.value[p * o.items + i] - sum[i] / count[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Vector> covariance(const std::vector<Vector>& rows, std::size_t items) {
  std::vector<Vector> c(items, Vector(items, 0));
  for (const auto& row : rows)
    for (std::size_t i = 0; i < items; ++i) {
      const double factor = row[i];
      if (factor == 0) continue;
      for (std::size_t j = 0; j < items; ++j) c[i][j] += factor * row[j];
    }
  return c;
}

/// Makes the length 1, or 0 where it is nothing but rounding beside `scale`. Returns the length before.
double normalise(Vector& v, double scale) {
  const double length = std::sqrt(dot(v, v));
  const bool nothing = length <= 1e-12 * scale;
  for (auto& x : v) x = nothing ? 0 : x / length;
  return length;
}

Vector times(const std::vector<Vector>& m, const Vector& v) {
  Vector result(v.size());
  for (std::size_t i = 0; i < v.size(); ++i) result[i] = dot(m[i], v);
  return result;
}

void remove_part(Vector& v, const Vector& direction) {
  const double part = dot(v, direction);
  for (std::size_t i = 0; i < v.size(); ++i) v[i] -= part * direction[i];
}

/// The two directions of largest variance.
std::array<Vector, 2> directions(const std::vector<Vector>& c) {
  const std::size_t items = c.size();
  std::array<Vector, 2> axes = {Vector(items), Vector(items)};
  for (std::size_t i = 0; i < items;
       ++i) {  // fixed starts without symmetry, so never at right angles to an axis by design
    axes[0][i] = 1 + 1.0 / static_cast<double>(i + 2);
    axes[1][i] = (i % 2 == 0 ? 1.0 : -1.0) + 1.0 / static_cast<double>(i + 3);
  }
  normalise(axes[0], 0);
  remove_part(axes[1], axes[0]);
  normalise(axes[1], 0);
  for (int round = 0; round < 200; ++round) {
    Vector first = times(c, axes[0]);
    const double scale = normalise(first, 0);
    Vector second = times(c, axes[1]);
    remove_part(second, first);
    normalise(second, scale);
    const double moved = std::abs(1 - dot(first, axes[0])) + std::abs(1 - dot(second, axes[1]));
    axes = {std::move(first), std::move(second)};
    if (moved < 1e-12) break;
  }
  return axes;
}

}  // namespace

std::vector<Point> opinion_plane(const Opinions& o, std::span<const std::size_t> who) {
  const std::vector<Vector> rows = centred(o, who);
  const auto axes = directions(covariance(rows, o.items));
  std::vector<Point> points;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    double answered = 0;
    for (std::size_t i = 0; i < o.items; ++i) answered += o.known[who[r] * o.items + i];
    const double outward = answered == 0 ? 0 : std::sqrt(static_cast<double>(o.items) / answered);
    points.push_back({outward * dot(rows[r], axes[0]), outward * dot(rows[r], axes[1])});
  }
  return points;
}

}  // namespace koepel::survey
