// SPDX-License-Identifier: EUPL-1.2
// Draws of a project in, ranges and chances out. The face is add_ranges.
#include <algorithm>
#include <numeric>

#include "projects/desk.h"

namespace koepel::projects {

namespace {

template <class Value>
std::vector<double> each(const std::vector<Draw>& draws, const Value& value) {
  std::vector<double> values;
  values.reserve(draws.size());
  for (const auto& one : draws) values.push_back(value(one));
  return values;
}

template <class Holds>
double chance(const std::vector<Draw>& draws, const Holds& holds) {
  return static_cast<double>(std::count_if(draws.begin(), draws.end(), holds)) / static_cast<double>(draws.size());
}

double sum(const Draw& one) { return std::accumulate(one.alone.begin(), one.alone.end(), 0.0); }

bool all_in_time(const Draw& one, const WeighedProject& weighed, double deadline) {
  for (std::size_t i = 0; i < one.alone.size(); ++i)
    if (one.alone[i] > weighed.rows[i].hours_per_month * deadline) return false;
  return true;
}

}  // namespace

void add_ranges(const Desk& desk, WeighedProject& weighed) {
  const auto draws = draw(desk.uncertain, desk.study.head.seed, "projects." + desk.project.id, desk.study.head.draws);
  weighed.alone_range = band_of(each(draws, sum));
  weighed.together_range = band_of(each(draws, [](const Draw& one) { return one.together; }));
  weighed.saved_range = band_of(each(draws, [](const Draw& one) { return sum(one) - one.together; }));
  weighed.chance_of_saving = chance(draws, [](const Draw& one) { return one.together < sum(one); });
  const double capacity = weighed.capacity_per_month;
  if (capacity > 0)
    weighed.months_range = band_of(each(draws, [&](const Draw& one) { return one.together / capacity; }));
  if (!weighed.in_time_alone) return;
  const double deadline = *desk.project.deadline_months;
  weighed.chance_alone = chance(draws, [&](const Draw& one) { return all_in_time(one, weighed, deadline); });
  weighed.chance_together = chance(draws, [&](const Draw& one) { return one.together <= capacity * deadline; });
}

}  // namespace koepel::projects
