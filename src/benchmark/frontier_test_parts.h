// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/random.h"
#include "benchmark/frontier.h"

// What the tests of this folder share: published sets, a textbook simplex that knows nothing of the program's own, and
// the worked examples of the pages.

namespace koepel::benchmark::testing {

/// Folder with open data, or empty when this machine does not have it.
inline std::filesystem::path shared_data() {
  const char* set = std::getenv("KOEPEL_SHARED");
  const std::filesystem::path folder =
      std::filesystem::path(set != nullptr ? set : KOEPEL_SOURCE_DIR "/../shared") / "data";
  return std::filesystem::exists(folder) ? folder : std::filesystem::path();
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Cells of a line; a separator between quotes does not count ("Nuenen, Gerwen en Nederwetten").
inline std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

/// Rows of a table without its head.
inline std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) rows.push_back(split(line, ','));
  return rows;
}

inline UnitTable table_of(const std::vector<std::vector<std::string>>& rows, int inputs, int outputs) {
  UnitTable table;
  for (const auto& row : rows) {
    std::vector<double> figures;
    for (int k = 1; k <= inputs + outputs; ++k) figures.push_back(std::stod(row[static_cast<std::size_t>(k)]));
    table.inputs.emplace_back(figures.begin(), figures.begin() + inputs);
    table.outputs.emplace_back(figures.begin() + inputs, figures.end());
  }
  return table;
}

/// The list of numbers under "set" .. "name" of expected_scores.json.
inline std::vector<double> expected(const std::string& set, const std::string& name) {
  const std::string text = text_of(shared_data() / "dea/expected_scores.json");
  const auto from = text.find("\"" + name + "\"", text.find("\"" + set + "\""));
  const auto open = text.find('[', from), end = text.find(']', open);
  std::vector<double> numbers;
  for (const auto& cell : split(text.substr(open + 1, end - open - 1), ',')) numbers.push_back(std::stod(cell));
  return numbers;
}

/// The lines "name: number number ..." of the blocks ```example of a page.
inline std::map<std::string, std::vector<double>> worked_example(const std::string& page) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "```example" || (inside && line == "```")) inside = !inside;
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  return numbers;
}

/// Textbook tableau with artificials and Bland's rule: minimise c x with A x = b, x >= 0. NaN when infeasible,
/// -infinity when unbounded.
inline double tableau(std::vector<std::vector<double>> a, std::vector<double> b, const std::vector<double>& c) {
  const std::size_t m = a.size(), n = c.size();
  std::vector<std::size_t> basis(m);
  for (std::size_t i = 0; i < m; ++i) {
    if (b[i] < 0) {
      for (auto& v : a[i]) v = -v;
      b[i] = -b[i];
    }
    a[i].resize(n + m, 0);
    a[i][n + i] = 1;
    basis[i] = n + i;
  }
  for (int phase = 1; phase <= 2; ++phase) {
    const auto cost = [&](std::size_t j) { return phase == 1 ? (j >= n ? 1.0 : 0.0) : (j >= n ? 0.0 : c[j]); };
    for (;;) {
      std::size_t enter = n + m;
      for (std::size_t j = 0; j < n && enter == n + m; ++j) {
        double d = cost(j);
        for (std::size_t i = 0; i < m; ++i) d -= cost(basis[i]) * a[i][j];
        if (d < -1e-9) enter = j;
      }
      if (enter == n + m) break;
      std::size_t leave = m;
      for (std::size_t i = 0; i < m; ++i) {
        if (a[i][enter] <= 1e-9) continue;
        if (leave == m || b[i] / a[i][enter] < b[leave] / a[leave][enter] - 1e-12 ||
            (b[i] / a[i][enter] <= b[leave] / a[leave][enter] + 1e-12 && basis[i] < basis[leave]))
          leave = i;
      }
      if (leave == m) return -std::numeric_limits<double>::infinity();
      const double p = a[leave][enter];
      for (auto& v : a[leave]) v /= p;
      b[leave] /= p;
      for (std::size_t i = 0; i < m; ++i) {
        const double f = i == leave ? 0 : a[i][enter];
        if (f == 0) continue;
        for (std::size_t j = 0; j < n + m; ++j) a[i][j] -= f * a[leave][j];
        b[i] -= f * b[leave];
      }
      basis[leave] = enter;
    }
    double value = 0;
    for (std::size_t i = 0; i < m; ++i) value += cost(basis[i]) * b[i];
    if (phase == 2) return value;
    if (value > 1e-7) return std::numeric_limits<double>::quiet_NaN();
    // Artificials that stand at zero may not come back: give their place away, or drop the row that says nothing new.
    for (std::size_t i = 0; i < m; ++i) {
      if (basis[i] < n) continue;
      std::size_t j = 0;
      while (j < n && std::abs(a[i][j]) < 1e-9) ++j;
      if (j == n) {
        std::fill(a[i].begin(), a[i].end(), 0.0);
        continue;
      }
      const double p = a[i][j];
      for (auto& v : a[i]) v /= p;
      for (std::size_t k = 0; k < m; ++k) {
        const double f = k == i ? 0 : a[k][j];
        for (std::size_t l = 0; f != 0 && l < n + m; ++l) a[k][l] -= f * a[i][l];
      }
      b[i] = 0;
      basis[i] = j;
    }
  }
  return 0;
}

/// The score of a unit by the tableau: the envelopment form, straight from the definition.
inline double by_tableau(const UnitTable& table, std::size_t o, Returns returns, Orientation orientation,
                         bool leave_out_self = false) {
  const std::size_t n = table.inputs.size(), p = table.inputs[0].size(), q = table.outputs[0].size();
  const std::size_t width = n + 1 + p + q + 1;
  std::vector<std::vector<double>> a;
  std::vector<double> b, c(width, 0);
  const bool of_inputs = orientation == Orientation::input;
  for (std::size_t k = 0; k < p + q; ++k) {
    const auto value = [&](std::size_t j) { return k < p ? table.inputs[j][k] : table.outputs[j][k - p]; };
    const double unit = value(o) > 0 ? value(o) : 1;
    std::vector<double> row(width, 0);
    for (std::size_t j = 0; j < n; ++j) row[j] = leave_out_self && j == o ? 0 : value(j) / unit;
    const bool scored = (k < p) == of_inputs;
    row[n] = scored ? -value(o) / unit : 0;
    row[n + 1 + k] = k < p ? 1 : -1;
    a.push_back(row);
    b.push_back(scored ? 0 : value(o) / unit);
  }
  if (returns != Returns::constant) {
    std::vector<double> row(width, 0);
    for (std::size_t j = 0; j < n; ++j) row[j] = leave_out_self && j == o ? 0 : 1;
    row[width - 1] = returns == Returns::non_increasing ? 1 : returns == Returns::non_decreasing ? -1 : 0;
    a.push_back(row);
    b.push_back(1);
  }
  c[n] = of_inputs ? 1 : -1;
  const double value = tableau(a, b, c);
  return of_inputs ? value : -value;
}

/// Slack-based measure by the tableau, straight from Charnes & Cooper's linear form: t, weights, slacks.
inline double slack_based_by_tableau(const UnitTable& table, std::size_t o, Returns returns) {
  const std::size_t n = table.inputs.size(), p = table.inputs[0].size(), q = table.outputs[0].size();
  const std::size_t width = 1 + n + p + q;
  std::vector<std::vector<double>> a(1, std::vector<double>(width, 0));
  std::vector<double> b = {1}, c(width, 0);
  double outputs = 0;
  for (const double value : table.outputs[o]) outputs += value > 0 ? 1 : 0;
  a[0][0] = c[0] = 1;
  for (std::size_t k = 0; k < p + q; ++k) {
    const auto value = [&](std::size_t j) { return k < p ? table.inputs[j][k] : table.outputs[j][k - p]; };
    const double unit = value(o) > 0 ? value(o) : 1;
    std::vector<double> row(width, 0);
    row[0] = -value(o) / unit;
    for (std::size_t j = 0; j < n; ++j) row[1 + j] = value(j) / unit;
    row[1 + n + k] = k < p ? 1 : -1;
    a.push_back(row);
    b.push_back(0);
    if (k < p)
      c[1 + n + k] = -1 / static_cast<double>(p);
    else if (value(o) > 0)
      a[0][1 + n + k] = 1 / outputs;
  }
  if (returns == Returns::variable) {
    a.emplace_back(width, 0.0);
    a.back()[0] = -1;
    for (std::size_t j = 0; j < n; ++j) a.back()[1 + j] = 1;
    b.push_back(0);
  }
  return tableau(a, b, c);
}

/// The multiplier form (the dual): the best prices a unit can find for itself. Free prices are split in two.
inline double by_multipliers(const UnitTable& table, std::size_t o, Returns returns) {
  const std::size_t n = table.inputs.size(), p = table.inputs[0].size(), q = table.outputs[0].size();
  const std::size_t width = p + q + 2 + n;
  std::vector<std::vector<double>> a(n + 1, std::vector<double>(width, 0));
  std::vector<double> b(n + 1, 0), c(width, 0);
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < p; ++k) a[j][k] = -table.inputs[j][k] / table.inputs[o][k];
    for (std::size_t k = 0; k < q; ++k) a[j][p + k] = table.outputs[j][k] / table.outputs[o][k];
    if (returns == Returns::variable) a[j][p + q] = 1, a[j][p + q + 1] = -1;
    a[j][p + q + 2 + j] = 1;
  }
  for (std::size_t k = 0; k < p; ++k) a[n][k] = 1;
  b[n] = 1;
  for (std::size_t k = 0; k < q; ++k) c[p + k] = -1;
  if (returns == Returns::variable) c[p + q] = -1, c[p + q + 1] = 1;
  return -tableau(a, b, c);
}

/// Units with ties, zeros, duplicates and scales that differ: what real tables look like.
inline UnitTable random_table(Random& random, int units, int inputs, int outputs, bool zeros) {
  UnitTable table;
  for (int j = 0; j < units; ++j) {
    if (j > 2 && random.below(6) == 0) {
      const auto twin = random.below(static_cast<std::uint32_t>(j));
      table.inputs.push_back(table.inputs[twin]);
      table.outputs.push_back(table.outputs[twin]);
      continue;
    }
    std::vector<double> in, out;
    for (int k = 0; k < inputs; ++k) in.push_back(1 + random.below(9));
    for (int k = 0; k < outputs; ++k) out.push_back((zeros && k > 0 && random.below(3) == 0) ? 0 : 1 + random.below(9));
    const double size = std::pow(10.0, random.below(3));
    for (auto& v : in) v *= size;
    for (auto& v : out) v *= size;
    table.inputs.push_back(in);
    table.outputs.push_back(out);
  }
  return table;
}

inline std::vector<double> scores_of(const UnitTable& table, Returns returns, Orientation orientation) {
  FrontierOptions options;
  options.returns = returns;
  options.orientation = orientation;
  std::vector<double> out;
  for (const auto& score : frontier_scores(table, options)) out.push_back(score.score);
  return out;
}

}  // namespace koepel::benchmark::testing
