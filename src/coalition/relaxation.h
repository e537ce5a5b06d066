// SPDX-License-Identifier: EUPL-1.2
// The division when fractions of teams are allowed, and what keeps those fractions apart; only generation.cpp includes
// it.
#pragma once

#include <array>

#include "coalition/candidates.h"

namespace koepel::coalition {

inline constexpr double scaled_range = 1000;  // values are scaled to this size for the solver
inline constexpr int most_cut_rounds = 40;

/// Three partners. At most one team of a division holds two or three of them; fractions of teams may break that. (A
/// subset-row cut; Jepsen and others 2008.)
using Cut = std::array<int, 3>;
[[nodiscard]] bool touches(const Cut& cut, std::span<const int> team);

/// Prices such that every team's price is at least its value (scaled): of its partners, and of the cuts it touches.
/// No division is worth more than all prices together.
struct CutPrices {
  std::vector<double> of_partner;
  std::vector<Cut> cuts;
  std::vector<double> of_cut;
};

/// Tells the price of team after team.
class TeamPricer {
 public:
  TeamPricer(const CutPrices& prices, int partners);
  [[nodiscard]] double price(std::span<const int> team);

 private:
  const CutPrices& prices_;
  std::vector<std::vector<std::size_t>> cuts_of_;  // only those with a price
  std::vector<char> seen_;
};

struct Relaxed {
  Certainty certainty = Certainty::best;  // of the programme with fractions
  CutPrices prices;
  std::vector<std::size_t> teams;  // those in the programme, and
  std::vector<double> shares;      // how much of each is chosen
};

/// The best division of the partners not yet placed when fractions of teams are allowed. `known`: teams to begin with;
/// `cuts`: cuts to begin with; up to `rounds` times new ones are sought, but not below `enough` (scaled).
[[nodiscard]] Result<Relaxed> relax(const Candidates& list, const std::vector<char>& placed,
                                    std::vector<std::size_t> known, std::vector<Cut> cuts, double scale, int rounds,
                                    const Progress& progress, double enough = -std::numeric_limits<double>::infinity());

/// Cuts that `shares` of `teams` break, the worst first; a partner is in few of them.
[[nodiscard]] std::vector<Cut> broken_cuts(const Candidates& list, std::span<const std::size_t> teams,
                                           std::span<const double> shares);

}  // namespace koepel::coalition
