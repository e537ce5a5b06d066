// SPDX-License-Identifier: EUPL-1.2
// All ways to put the teams of a region together; only regions.cpp includes it.
#pragma once

#include <optional>
#include <unordered_map>

#include "coalition/relaxation.h"

namespace koepel::coalition {

/// Up to 128 partners.
struct Bits {
  std::uint64_t low = 0, high = 0;
  bool operator==(const Bits&) const = default;
};
struct BitsHash {
  std::size_t operator()(Bits b) const { return (b.low * 0x9E3779B97F4A7C15ULL) ^ (b.high * 0xBF58476D1CE4E5B9ULL); }
};
inline constexpr std::size_t most_in_region = 127;

/// Puts teams together so that each partner is in one, the partner with the lowest number first, while the slacks
/// (price
/// - value, scaled) together stay below a limit. At most 127 partners.
class Assembler {
 public:
  /// Teams with a slack of `limit` or more are left out.
  Assembler(const Candidates& list, const CutPrices& prices, double scale, double limit);

  /// The teams with the least slack together below `limit`, if any; `complete` tells whether all ways were gone
  /// through.
  std::optional<std::vector<std::size_t>> run(double limit);
  [[nodiscard]] bool complete() const { return nodes_ < most_nodes; }

 private:
  static constexpr int most_nodes = 300'000;
  struct Candidate {
    Bits team;
    double slack = 0;
    std::size_t number = 0;
  };

  void visit(Bits used, double slack);
  bool seen_better(Bits used, double slack);

  std::vector<std::vector<Candidate>> by_first_;
  double limit_ = 0;
  int nodes_ = 0;
  std::unordered_map<Bits, double, BitsHash> seen_;
  std::vector<std::size_t> chosen_;
  std::optional<std::vector<std::size_t>> best_;
};

}  // namespace koepel::coalition
