// SPDX-License-Identifier: EUPL-1.2
// Frontier scores against CLP on the same programs in the same run, and the bootstrap against its goal.
// dea_bench FILE: CSV of `peergen dea n=342 F=60 m=2 s=3` (field,unit,x1,x2,y1,y2,y3).
#include <algorithm>
#include <chrono>
#include <cmath>
#include <coin/ClpSimplex.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <vector>

#include "benchmark/frontier.h"
#include "benchmark/frontier_bootstrap.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel::benchmark;

constexpr int runs = 5;
constexpr int inputs = 2;

std::vector<UnitTable> read_fields(const char* file) {
  std::vector<UnitTable> fields;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::vector<double> cells;
    std::stringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(std::atof(cell.c_str()));
    if (cells.size() < 5) continue;
    fields.resize(std::max(fields.size(), static_cast<std::size_t>(cells[0]) + 1));
    auto& table = fields[static_cast<std::size_t>(cells[0])];
    table.inputs.emplace_back(cells.begin() + 2, cells.begin() + 2 + inputs);
    table.outputs.emplace_back(cells.begin() + 2 + inputs, cells.end());
  }
  return fields;
}

std::vector<double> own_scores(const UnitTable& table, Returns returns) {
  FrontierOptions options;
  options.returns = returns;
  options.scores_only = true;
  std::vector<double> out;
  for (const auto& score : frontier_scores(table, options)) out.push_back(score.score);
  return out;
}

/// One model for all units; per unit the column of the score changes and the last basis is the start (CLP's best way).
std::vector<double> clp_scores(const UnitTable& table, Returns returns) {
  const int n = static_cast<int>(table.inputs.size()), kinds = static_cast<int>(inputs + table.outputs[0].size());
  const auto value = [&](int j, int k) {
    const auto u = static_cast<std::size_t>(j);
    return k < inputs ? table.inputs[u][static_cast<std::size_t>(k)]
                      : table.outputs[u][static_cast<std::size_t>(k - inputs)];
  };
  std::vector<double> mean(static_cast<std::size_t>(kinds), 0), out;
  for (int k = 0; k < kinds; ++k)
    for (int j = 0; j < n; ++j) mean[static_cast<std::size_t>(k)] += value(j, k) / n;
  const auto scaled = [&](int j, int k) { return value(j, k) / mean[static_cast<std::size_t>(k)]; };
  ClpSimplex model;
  model.setLogLevel(0);
  model.resize(kinds + 1, 0);
  std::vector<int> rows;
  for (int k = 0; k <= kinds; ++k) rows.push_back(k);
  std::vector<double> cells(static_cast<std::size_t>(kinds) + 1);
  for (int j = 0; j < n; ++j) {
    for (int k = 0; k < kinds; ++k) cells[static_cast<std::size_t>(k)] = scaled(j, k);
    cells.back() = 1;
    model.addColumn(kinds + 1, rows.data(), cells.data(), 0, COIN_DBL_MAX, 0);
  }
  model.addColumn(inputs, rows.data(), cells.data(), 0, COIN_DBL_MAX, 1);
  const bool sum = returns == Returns::variable;
  model.setRowBounds(kinds, sum ? 1 : -COIN_DBL_MAX, sum ? 1 : COIN_DBL_MAX);
  for (int o = 0; o < n; ++o) {
    for (int k = 0; k < kinds; ++k) {
      if (k < inputs) model.modifyCoefficient(k, n, -scaled(o, k));
      model.setRowBounds(k, k < inputs ? -COIN_DBL_MAX : scaled(o, k), k < inputs ? 0 : COIN_DBL_MAX);
    }
    model.dual();
    out.push_back(model.objectiveValue());
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  const auto fields = count > 1 ? read_fields(arguments[1]) : std::vector<UnitTable>();
  if (fields.empty()) {
    std::fprintf(stderr, "usage: dea_bench FILE   (peergen dea n=342 F=60 m=2 s=3 seed=1 out=FILE)\n");
    return 2;
  }
  const auto n = fields[0].inputs.size();
  double largest = 0;
  for (const auto returns : {Returns::constant, Returns::variable}) {
    std::vector<double> own, peer;
    std::vector<double> ours, theirs;
    for (int run = 0; run < runs; ++run) {
      own.push_back(seconds_of([&] { ours = own_scores(fields[0], returns); }));
      peer.push_back(seconds_of([&] { theirs = clp_scores(fields[0], returns); }));
    }
    for (std::size_t j = 0; j < n; ++j) largest = std::max(largest, std::abs(ours[j] - theirs[j]));
    std::printf("%s returns, 1 field of %zu units: own %.1f ms (%.0f programs/s), CLP %.1f ms, ratio %.1f\n",
                returns == Returns::constant ? "constant" : "variable", n, median(own) * 1e3,
                static_cast<double>(n) / median(own), median(peer) * 1e3, median(peer) / median(own));
  }
  std::printf("largest difference between the scores: %.2e\n", largest);
  if (largest > 1e-7) return 1;
  std::vector<double> all;
  for (int run = 0; run < runs; ++run)
    all.push_back(seconds_of([&] {
      for (const auto& field : fields)
        for (const auto returns : {Returns::constant, Returns::variable})
          if (own_scores(field, returns).size() != n) std::abort();
    }));
  std::printf("%zu fields, constant and variable returns: %.2f s (goal: under 1 s)\n", fields.size(), median(all));
  for (const auto returns : {Returns::constant, Returns::variable}) {
    std::vector<double> seconds;
    Bootstrap found;
    BootstrapOptions options;
    options.returns = returns;
    for (int run = 0; run < runs; ++run)
      seconds.push_back(seconds_of([&] { found = bootstrap_scores(fields[0], options); }));
    std::printf("bootstrap, 2,000 replications, %s returns: %.2f s (goal: under 10 s), first unit %.6f -> %.6f\n",
                returns == Returns::constant ? "constant" : "variable", median(seconds), found.units[0].score,
                found.units[0].corrected);
  }
  return 0;
}
