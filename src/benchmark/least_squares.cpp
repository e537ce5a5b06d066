// SPDX-License-Identifier: EUPL-1.2
// Terms and values in, coefficients with robust errors out. The only file here that knows Eigen.
#include "benchmark/least_squares.h"

#include <Eigen/Dense>
#include <cmath>

namespace koepel::benchmark {

namespace {

using Eigen::Index;

std::vector<double> list_of(const Eigen::VectorXd& vector) { return {vector.data(), vector.data() + vector.size()}; }

Eigen::MatrixXd matrix_of(const std::vector<std::vector<double>>& terms, Index rows) {
  Eigen::MatrixXd x(rows, static_cast<Index>(terms.size()));
  for (Index j = 0; j < x.cols(); ++j)
    x.col(j) = Eigen::Map<const Eigen::VectorXd>(terms[static_cast<std::size_t>(j)].data(), rows);
  return x;
}

}  // namespace

std::optional<LeastSquares> least_squares(const std::vector<std::vector<double>>& terms,
                                          const std::vector<double>& values) {
  const auto n = static_cast<Index>(values.size()), k = static_cast<Index>(terms.size());
  if (k == 0 || n <= k) return std::nullopt;
  const auto x = matrix_of(terms, n);
  const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(values.data(), n);
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(x);
  qr.setThreshold(1e-9);
  if (qr.rank() < k) return std::nullopt;
  const Eigen::VectorXd coefficients = qr.solve(y), residuals = y - x * coefficients;
  const Eigen::MatrixXd thin = qr.householderQ() * Eigen::MatrixXd::Identity(n, k);
  const Eigen::MatrixXd inverse =
      qr.colsPermutation() * qr.matrixR().topRows(k).triangularView<Eigen::Upper>().solve(thin.transpose());
  const double correction = static_cast<double>(n) / static_cast<double>(n - k);
  const Eigen::VectorXd variances =
      (inverse.array().square().matrix() * residuals.array().square().matrix()) * correction;
  const double total = (y.array() - y.mean()).square().sum();
  return LeastSquares{list_of(coefficients), list_of(variances.array().sqrt().matrix()), list_of(residuals),
                      total > 0 ? 1 - residuals.squaredNorm() / total : 1};
}

std::optional<std::vector<double>> solve_definite(const std::vector<double>& matrix, const std::vector<double>& right) {
  const auto n = static_cast<Index>(right.size());
  const Eigen::MatrixXd a = Eigen::Map<const Eigen::MatrixXd>(matrix.data(), n, n);
  const Eigen::LLT<Eigen::MatrixXd> factors(a);
  if (factors.info() != Eigen::Success) return std::nullopt;
  const Eigen::VectorXd b = Eigen::Map<const Eigen::VectorXd>(right.data(), n);
  return list_of(factors.solve(b));
}

}  // namespace koepel::benchmark
