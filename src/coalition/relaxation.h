// SPDX-License-Identifier: EUPL-1.2
// The division when fractions of teams are allowed, and what keeps those fractions apart; only generation.cpp includes
// it.
#pragma once

#include "coalition/candidates.h"

namespace koepel::coalition {

inline constexpr double scaled_range = 1000;  // values are scaled to this size for the solver
inline constexpr int most_cut_rounds = 60;

/// Three partners: at most one team of a division holds two or three of them; fractions of teams may break that. Or
/// five: counting the pairs of them that each team holds whole (two or three: one, four or five: two), at most two.
/// Ascending. (Subset-row cuts; Jepsen and others 2008.)
using Cut = std::vector<int>;
/// How many pairs of the cut's partners a team holds, and how many all teams of a division together hold at most.
[[nodiscard]] int pairs_in(const Cut& cut, std::span<const int> team);
[[nodiscard]] inline int most_pairs(const Cut& cut) { return static_cast<int>(cut.size() / 2); }

/// Prices such that every team's price is at least its value (scaled): of its partners, and of the pairs it holds of
/// cuts. No division is worth more than all prices together.
struct CutPrices {
  std::vector<double> of_partner;
  std::vector<Cut> cuts;
  std::vector<double> of_cut;  ///< per pair

  [[nodiscard]] double total() const;
};

/// Tells the price of team after team.
class TeamPricer {
 public:
  TeamPricer(const CutPrices& prices, int partners);
  [[nodiscard]] double price(std::span<const int> team);
  [[nodiscard]] double of_partners(std::span<const int> team) const;
  [[nodiscard]] double of_cuts(std::span<const int> team);  ///< never negative

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
