// SPDX-License-Identifier: EUPL-1.2
// All tasks of one region: for each the value of every combination, Shapley, nucleolus, core, cost keys and the best
// teams, as the analysis computes them, against writing the tables alone (the machine's limit) in the same run.
// region_bench [partners, default 19] [tasks, default 60] [seed]; stops when shares do not add up to the saving.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/random.h"
#include "content/pack_reader.h"
#include "gains/gains.h"
#include "scale/scale.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel;

/// Partners from small to large; cost per task with a fixed part that hardly grows with size.
Study region(const MethodPack& pack, int partners, std::size_t tasks, std::uint64_t seed) {
  Random random(seed, "region_bench");
  Study study;
  study.head.draws = 1000;
  for (int p = 0; p < partners; ++p) {
    Partner one{.id = "P" + std::to_string(p), .name = "P" + std::to_string(p)};
    one.inhabitants = 10000 + static_cast<int>(120000 * std::pow(random.uniform(), 3));
    one.dwellings = *one.inhabitants * 44 / 100;
    study.partners.push_back(one);
  }
  for (std::size_t t = 0; t < std::min(tasks, pack.tasks.size()); ++t) {
    const auto& id = pack.tasks[t].id;
    study.gross_list.push_back({.task = id});
    const double fixed = 20000 + 200000 * random.uniform(), each = 0.5 + 12 * random.uniform();
    for (const auto& partner : study.partners) {
      const double people = *partner.inhabitants, noise = 0.8 + 0.4 * random.uniform();
      Figures row;
      row.partner = partner.id;
      row.task = id;
      row.fixed_cost = Money{std::llround(100 * fixed * (0.7 + 0.6 * random.uniform()))};
      row.variable_cost = Money{std::llround(100 * each * people * noise)};
      row.fte = people * each / 80000;
      row.volume = std::round(people / 3);
      row.unit = "zaken";
      row.year = 2025;
      study.figures.push_back(row);
    }
  }
  return study;
}

/// What the tables of all tasks take to write, without computing anything.
double writing_seconds(int partners, std::size_t tasks) {
  std::vector<double> table;
  return seconds_of([&] {
    for (std::size_t t = 0; t < tasks; ++t) table.assign(std::size_t{1} << partners, static_cast<double>(t));
  });
}

struct Tally {
  std::size_t weighed = 0, proven = 0, nucleoli = 0, keys = 0, one_team = 0;
  bool adds_up = true;
};

Tally tally_of(const gains::Gains& gains) {
  Tally out;
  for (const auto& subject : gains.subjects) {
    if (!subject.missing.empty()) continue;
    ++out.weighed;
    out.proven += subject.teams.proven;
    out.one_team += subject.teams.teams.size() == 1;
    out.keys += subject.keys.keys.size();
    Money sum;
    bool all = true;
    for (const auto& share : subject.shares) {
      sum = sum + share.shapley;
      all = all && share.nucleolus.has_value();
    }
    out.nucleoli += all;
    out.adds_up = out.adds_up && sum == subject.saving;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const int partners = argc > 1 ? std::atoi(argv[1]) : 19;
  const auto tasks = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 60);
  const auto seed = static_cast<std::uint64_t>(argc > 3 ? std::atoi(argv[3]) : 1);
  const auto pack = content::read_pack(content::delivered_pack()).value();
  const Study study = region(pack, partners, tasks, seed);
  scale::Scale scale;
  gains::Gains gains;
  const double scaling = seconds_of([&] { scale = scale::estimate_scale(study, pack, {}, {}); });
  const double weighing = seconds_of([&] { gains = gains::weigh_gains(study, pack, {}, scale); });
  const double writing = writing_seconds(partners, tasks);
  const auto tally = tally_of(gains);
  std::printf(
      "%d partners, %zu tasks: cost and ranges %.2f s, sharing, keys and teams %.1f s (%.2f s a task); writing the "
      "tables alone %.3f s\n",
      partners, tally.weighed, scaling, weighing, weighing / static_cast<double>(tally.weighed), writing);
  std::printf("%zu nucleoli, %zu keys, teams proven %zu of %zu, one team of all best %zu times, geometry %s\n",
              tally.nucleoli, tally.keys, tally.proven, tally.weighed, tally.one_team,
              gains.geometry ? "proven" : "none");
  if (!tally.adds_up) std::printf("shares do not add up\n");
  return tally.adds_up ? 0 : 1;
}
