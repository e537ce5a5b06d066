// SPDX-License-Identifier: EUPL-1.2
// Savings of all combinations: one streaming pass against computing every combination alone, and against writing the
// answer (the machine's limit), in the same run. scale_bench [partners] [tasks]; 19 and 60 by default.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "base/random.h"
#include "scale/model.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel::scale;

constexpr int runs = 5;

CostModel model_of(std::size_t n) {
  koepel::Random random(1, "scale_bench");
  CostModel model;
  model.steps = {{500, 20000}};
  for (std::size_t i = 0; i < n; ++i)
    model.partners.push_back({"P" + std::to_string(i),
                              20000 + 80000 * random.uniform(),
                              50000 + 90000 * random.uniform(),
                              500 + 2000 * random.uniform(),
                              20,
                              {},
                              {}});
  return model;
}

Terms terms_of(std::size_t n) {
  Terms terms;
  terms.realised_share = 0.4;
  terms.coordination_share = 0.02;
  terms.retained_share.assign(n, 0.2);
  return terms;
}

std::vector<double> one_by_one(const CostModel& model, const Terms& terms) {
  std::vector<double> table(std::size_t{1} << model.partners.size());
  std::vector<std::size_t> members;
  for (std::size_t mask = 1; mask < table.size(); ++mask) {
    members.clear();
    for (std::size_t i = 0; i < model.partners.size(); ++i)
      if ((mask >> i & 1) != 0) members.push_back(i);
    table[mask] = joint_cost(model, terms, members).saving();
  }
  return table;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t n = argc > 1 ? static_cast<std::size_t>(std::atoi(argv[1])) : 19;
  const int tasks = argc > 2 ? std::atoi(argv[2]) : 60;
  const CostModel model = model_of(n);
  const Terms terms = terms_of(n);
  std::vector<std::string> names;
  for (const auto& partner : model.partners) names.push_back(partner.partner);
  std::vector<double> fast, slow, written;
  const double stream = median_of(runs, [&] { fast = savings_table(model, terms, names).value(); });
  const double alone = median_of(runs, [&] { slow = one_by_one(model, terms); });
  const double write = median_of(runs, [&] { written.assign(std::size_t{1} << n, stream); });
  for (std::size_t mask = 0; mask < fast.size(); ++mask)
    if (std::abs(fast[mask] - slow[mask]) > 1e-6 * (1 + std::abs(slow[mask]))) return std::printf("differs\n"), 1;
  std::printf("%zu partners: one pass %.4f s, one by one %.4f s (%.1f times), writing %.4f s; %d tasks in %.2f s\n", n,
              stream, alone, alone / stream, write, tasks, tasks * stream);
  return written.empty() ? 1 : 0;
}
