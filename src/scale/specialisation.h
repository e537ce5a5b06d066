// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/origin.h"

namespace koepel::scale {

/// Partners that together have enough people, with no one to spare: without any of them it is too little.
struct Combination {
  std::vector<std::string> partners;
  double fte = 0;
  double outage = 0;  ///< part of the time that nobody is there
};

struct Specialisation {
  double needed_fte = 1;     ///< the larger of one full position and the people who must cover each other
  double total_fte = 0;      ///< of all partners with known FTE
  std::vector<Origin> rows;  ///< where the FTE stand; the caller's to fill
  std::vector<std::pair<std::string, double>> outage_now;  ///< per partner with known FTE above zero
  std::vector<std::string> short_of;                       ///< partners that have too little alone
  std::vector<Combination> combinations;                   ///< smallest first; at most `shown` of them
  int count = 0;                                           ///< of all smallest combinations
  bool complete = true;                                    ///< false: there are more than were counted
};

/// Every inclusion-minimal combination that reaches `needed_fte`, from FTE per partner (>= 0). `p`: part of the time
/// that one person is absent. Their number can grow exponentially: counting stops at `most` and says so.
[[nodiscard]] Specialisation specialise(const std::vector<std::pair<std::string, double>>& fte, double needed_fte,
                                        double p, std::size_t shown = 20, int most = 20000);

}  // namespace koepel::scale
