// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace koepel::benchmark {

/// Why a figure takes no part in a comparison. Every figure but `fine` is left out and named, so that it never makes a
/// false frontier.
enum class FigureFlag {
  fine,
  not_filed,         ///< the whole return is zeros or absent
  no_size,           ///< inhabitants unknown
  negative,          ///< expenditure below zero (a correction)
  none,              ///< no expenditure, on a field where that is not unusual
  booked_elsewhere,  ///< nothing or next to nothing, on a field where nearly everybody spends much
  outlier            ///< far outside what others spend per inhabitant
};

struct SpendingFigure {
  std::string municipality;
  std::optional<double> euro;  ///< none: not filed
  double inhabitants = 0;
};

struct FlagLimits {
  double usual_share = 0.9;       ///< of those that filed, spend something: then the field is one that all have
  double large_amount = 5;        ///< euro per inhabitant (median) from which a field is large
  double next_to_nothing = 0.05;  ///< of the median
  double robust_deviations =
      3.5;  ///< distance to the median of log euro per inhabitant, in 1.4826 times the median distance
};

/// One flag per figure, in their order. Source of the robust distance: Iglewicz & Hoaglin (1993).
[[nodiscard]] std::vector<FigureFlag> flag_figures(const std::vector<SpendingFigure>& figures,
                                                   const FlagLimits& limits);

}  // namespace koepel::benchmark
