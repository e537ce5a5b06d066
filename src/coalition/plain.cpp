// SPDX-License-Identifier: EUPL-1.2
// In: the table. Out: the best division by dynamic programming. Faces: plain_division(), division_with_large_team().
// best(S) = the greatest v(T) + best(S \ T) over the teams T within S that hold the first partner of S.
#include <bit>

#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

struct Best {
  std::int64_t value = impossible;
  Mask team = 0;
};

Best best_of(Mask set, std::span<const std::int64_t> values, std::span<const Best> best) {
  const Mask first = set & (~set + 1), rest = set ^ first;
  Best found;
  for (Mask others = rest;; others = (others - 1) & rest) {
    const Mask team = others | first;
    const auto after = best[set ^ team].value;
    if (values[team] != impossible && after != impossible && values[team] + after > found.value)
      found = {values[team] + after, team};
    if (others == 0) return found;
  }
}

/// The best of every set of at most `largest` partners; empty when stopped.
std::vector<Best> best_of_sets(std::span<const std::int64_t> values, int largest, const Progress& progress) {
  std::vector<Best> best(values.size());
  best[0].value = 0;
  for (Mask set = 1; set < values.size(); ++set) {
    if (set % 1024 == 0 && progress.stopped()) return {};
    if (std::popcount(set) <= largest) best[set] = best_of(set, values, best);
  }
  return best;
}

void add_teams(Mask set, std::span<const Best> best, MaskDivision& division) {
  for (; set != 0; set ^= best[set].team) division.teams.push_back(best[set].team);
}

}  // namespace

std::optional<MaskDivision> plain_division(std::span<const std::int64_t> values, int partners,
                                           const Progress& progress) {
  const auto best = best_of_sets(values, partners, progress);
  if (best.empty() || best.back().value == impossible) return std::nullopt;
  MaskDivision division{.value = best.back().value};
  add_teams(static_cast<Mask>(values.size() - 1), best, division);
  return division;
}

std::optional<MaskDivision> division_with_large_team(std::span<const std::int64_t> values, int partners,
                                                     const Progress& progress) {
  const auto best = best_of_sets(values, partners - large_team(partners), progress);
  if (best.empty()) return std::nullopt;
  const auto all = static_cast<Mask>(values.size() - 1);
  Best found;
  for (Mask team = 1; team <= all; ++team) {
    if (std::popcount(team) < large_team(partners) || values[team] == impossible) continue;
    const auto others = best[all ^ team].value;
    if (others != impossible && values[team] + others > found.value) found = {values[team] + others, team};
  }
  if (found.team == 0) return std::nullopt;
  MaskDivision division{{found.team}, found.value};
  add_teams(all ^ found.team, best, division);
  return division;
}

}  // namespace koepel::coalition
