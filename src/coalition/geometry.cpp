// SPDX-License-Identifier: EUPL-1.2
// In: a table of team values per task. Out: teams per task beside one division for all. Face: compare_geometry().
#include "coalition/geometry.h"

#include <algorithm>

#include "base/parallel.h"

namespace koepel::coalition {
namespace {

std::vector<std::int64_t> summed(std::span<const std::vector<std::int64_t>> tables) {
  std::vector<std::int64_t> sum = tables.front();
  for (const auto& table : tables.subspan(1))
    for (std::size_t set = 0; set < sum.size(); ++set)
      sum[set] = sum[set] == impossible || table[set] == impossible ? impossible : sum[set] + table[set];
  return sum;
}

void compare(Geometry& geometry) {
  const auto best = [](const Division& division) { return division.certainty == Certainty::best; };
  geometry.complete = best(geometry.together) && std::all_of(geometry.per_task.begin(), geometry.per_task.end(), best);
  if (!geometry.complete) return;
  for (const auto& division : geometry.per_task) geometry.value_per_task += division.value;
  geometry.price_of_one_house = geometry.value_per_task - geometry.together.value;
}

}  // namespace

Result<Geometry> compare_geometry(std::span<const std::vector<std::int64_t>> tables, const Rules& rules,
                                  const Progress& progress, std::span<const std::optional<Division>> known) {
  const auto other_size = [&](const auto& table) { return table.size() != tables.front().size(); };
  if (tables.empty() || std::any_of(tables.begin(), tables.end(), other_size))
    return failure({.code = "coalition.tables",
                    .found = std::to_string(tables.size()),
                    .expected = Message{"coalition.expected.as_many_tables", {}},
                    .repair = Message{"coalition.repair.table", {}}});
  // The last is all tables together; only the question whether to stop is asked from several threads at once.
  const Progress watched{.tell = {}, .stop = progress.stop};
  const auto sum = summed(tables);
  std::vector<Result<Division>> found(tables.size() + 1);
  in_parallel(found.size(), [&](std::size_t i) {
    if (i < std::min(known.size(), tables.size()) && known[i])
      found[i] = *known[i];
    else
      found[i] = best_division(i < tables.size() ? std::span<const std::int64_t>(tables[i]) : sum, rules, watched);
  });
  for (const auto& division : found)
    if (!division) return tl::unexpected(division.error());
  Geometry geometry;
  geometry.together = std::move(*found.back());
  found.pop_back();
  for (auto& division : found) geometry.per_task.push_back(std::move(*division));
  compare(geometry);
  return geometry;
}

}  // namespace koepel::coalition
