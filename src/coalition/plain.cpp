// SPDX-License-Identifier: EUPL-1.2
// In: the table. Out: the best division by plain dynamic programming. Face: plain_division().
// best(S) = the greatest v(T) + best(S \ T) over the teams T within S that hold the first partner of S.
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

}  // namespace

std::optional<MaskDivision> plain_division(std::span<const std::int64_t> values, int partners,
                                           const Progress& progress) {
  const Mask all = static_cast<Mask>((std::size_t{1} << partners) - 1);
  std::vector<Best> best(values.size());
  best[0].value = 0;
  for (Mask set = 1; set <= all; ++set) {
    if (set % 1024 == 0 && progress.stopped()) return std::nullopt;
    best[set] = best_of(set, values, best);
  }
  if (best[all].value == impossible) return std::nullopt;
  MaskDivision division{.value = best[all].value};
  for (Mask set = all; set != 0; set ^= best[set].team) division.teams.push_back(best[set].team);
  return division;
}

}  // namespace koepel::coalition
