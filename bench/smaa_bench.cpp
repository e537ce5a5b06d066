// SPDX-License-Identifier: EUPL-1.2
// Rank acceptability of 20 alternatives by 12 criteria over 100,000 draws of uniform weights, against the bare matrix
// product in the same run, and its values against a plain reference with draws of its own.
// smaa_bench FILE [draws] [tasks compared]: CSV of `peergen smaa T=60 m=20 C=12` (task,alternative,s1..s12).
#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "priorities/smaa.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel::priorities;
using Numbers = std::vector<double>;

constexpr int runs = 9;
constexpr int reference_draws = 1000000;  // its own sampling error is then a third of ours
constexpr double allowed = 0.005;

struct Task {
  std::size_t alternatives = 0, criteria = 0;
  Numbers scores;  ///< alternatives x criteria
};

std::vector<Task> read_tasks(const char* file) {
  std::vector<Task> tasks;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    Numbers cells;
    std::stringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(std::atof(cell.c_str()));
    if (cells.size() < 3) continue;
    tasks.resize(std::max(tasks.size(), static_cast<std::size_t>(cells[0]) + 1));
    auto& task = tasks[static_cast<std::size_t>(cells[0])];
    ++task.alternatives;
    task.criteria = cells.size() - 2;
    for (std::size_t c = 2; c < cells.size(); ++c) task.scores.push_back(cells[c] / 1000);
  }
  return tasks;
}

/// One weighting of the reference, from another generator than ours: exponentials, normalised, are uniform on the
/// simplex. `crowded` takes normalised uniforms instead, which are not: the mistake that the comparison must notice.
void draw(std::mt19937_64& bits, bool crowded, Numbers& weights) {
  for (auto& w : weights) {
    const double u = (static_cast<double>(bits() >> 11) + 0.5) * 0x1.0p-53;
    w = crowded ? u : -std::log(u);
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (auto& w : weights) w /= sum;
}

/// The definition: per draw every value, sorted, and who stands where.
Numbers plain_shares(const Task& task, int draws, bool crowded) {
  std::mt19937_64 bits(20261126);
  const std::size_t n = task.alternatives;
  Numbers weights(task.criteria), value(n), shares(n * n, 0.0);
  std::vector<std::size_t> order(n);
  for (int d = 0; d < draws; ++d) {
    draw(bits, crowded, weights);
    for (std::size_t a = 0; a < n; ++a)
      value[a] = std::inner_product(weights.begin(), weights.end(), &task.scores[a * task.criteria], 0.0);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value[a] > value[b]; });
    for (std::size_t r = 0; r < n; ++r) shares[order[r] * n + r] += 1.0 / draws;
  }
  return shares;
}

double largest_difference(const Numbers& a, const Numbers& b) {
  double most = a.size() == b.size() ? 0 : INFINITY;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

WeightDraws uniform_weights(std::size_t criteria, int draws) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < criteria; ++c) names.push_back("c" + std::to_string(c));
  return draw_weights(names, {}, draws, koepel::Random(1, "smaa_bench"));
}

/// The machine's limit: all values of all draws, nothing ranked.
double only_values(const Task& task, const WeightDraws& weights) {
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto n = static_cast<Eigen::Index>(task.alternatives), c = static_cast<Eigen::Index>(task.criteria);
  const Eigen::Map<const Rows> scores(task.scores.data(), n, c);
  const Eigen::Map<const Rows> drawn(weights.values.data(), c, weights.draws);
  const Rows values = scores * drawn;
  return values(0, 0);
}

void report_times(const Task& task, int draws) {
  WeightDraws weights = uniform_weights(task.criteria, draws);
  volatile double kept = 0;
  const double product = median_of(runs, [&] { kept = only_values(task, weights); });
  const double drawing = median_of(runs, [&] { weights = uniform_weights(task.criteria, draws); });
  const double ranking = median_of(runs, [&] { kept = smaa(task.scores, weights).share[0]; });
  const double plain = median_of(runs, [&] { kept = plain_shares(task, draws, false)[0]; });
  std::printf("%zu alternatives x %zu criteria, %d draws, medians of %d runs\n", task.alternatives, task.criteria,
              draws, runs);
  std::printf("matrix product alone %7.2f ms\n", product * 1e3);
  std::printf("drawing the weights  %7.2f ms  %.1f products\n", drawing * 1e3, drawing / product);
  std::printf("rank acceptability   %7.2f ms  %.1f products\n", ranking * 1e3, ranking / product);
  std::printf("both                 %7.2f ms  goal 50 ms; the plain reference %.1f ms, %.1f times\n",
              (drawing + ranking) * 1e3, plain * 1e3, plain / (drawing + ranking));
}

}  // namespace

int main(int count, char** words) {
  const auto tasks = count > 1 ? read_tasks(words[1]) : std::vector<Task>();
  if (tasks.empty()) {
    std::fprintf(stderr, "usage: smaa_bench FILE [draws] [tasks]   (peergen smaa T=60 m=20 C=12 seed=1 out=FILE)\n");
    return 2;
  }
  const int draws = count > 2 ? std::atoi(words[2]) : 100000;
  const auto compared = std::min(tasks.size(), static_cast<std::size_t>(count > 3 ? std::atoi(words[3]) : 5));
  report_times(tasks[0], draws);
  double most = 0, crowded = INFINITY;
  for (std::size_t t = 0; t < compared; ++t) {
    const auto ours = smaa(tasks[t].scores, uniform_weights(tasks[t].criteria, draws)).share;
    most = std::max(most, largest_difference(ours, plain_shares(tasks[t], reference_draws, false)));
    crowded = std::min(crowded, largest_difference(ours, plain_shares(tasks[t], draws, true)));
  }
  std::printf("%zu tasks: largest difference with the reference of %d draws %.4f (goal %.3f)\n", compared,
              reference_draws, most, allowed);
  std::printf("normalised uniforms instead would differ by at least %.4f\n", crowded);
  return most <= allowed ? 0 : (std::printf("NOT THE SAME\n"), 1);
}
