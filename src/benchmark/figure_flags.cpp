// SPDX-License-Identifier: EUPL-1.2
// What municipalities spend on one task field in; which figures cannot be compared, and why, out. The face is
// flag_figures.
#include "benchmark/figure_flags.h"

#include <algorithm>
#include <cmath>

#include "benchmark/comparables.h"

namespace koepel::benchmark {

namespace {

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return quantile(values, 0.5);
}

FigureFlag first_look(const SpendingFigure& figure) {
  if (!figure.euro) return FigureFlag::not_filed;
  if (!(figure.inhabitants > 0)) return FigureFlag::no_size;
  if (*figure.euro < 0) return FigureFlag::negative;
  return *figure.euro == 0 ? FigureFlag::none : FigureFlag::fine;
}

/// Zero or next to nothing on a field where nearly everybody spends much: the work is done, and booked on another
/// field.
void flag_booked_elsewhere(std::vector<FigureFlag>& flags, const std::vector<SpendingFigure>& figures, double median,
                           const FlagLimits& limits) {
  for (std::size_t i = 0; i < flags.size(); ++i)
    if (flags[i] == FigureFlag::none ||
        (flags[i] == FigureFlag::fine && *figures[i].euro / figures[i].inhabitants < limits.next_to_nothing * median))
      flags[i] = FigureFlag::booked_elsewhere;
}

void flag_outliers(std::vector<FigureFlag>& flags, const std::vector<SpendingFigure>& figures, double limit) {
  std::vector<double> logs, distances;
  const auto log_of = [&](std::size_t i) { return std::log(*figures[i].euro / figures[i].inhabitants); };
  for (std::size_t i = 0; i < flags.size(); ++i)
    if (flags[i] == FigureFlag::fine) logs.push_back(log_of(i));
  if (logs.size() < 5) return;  // too few to say what is usual
  const double middle = median_of(logs);
  for (const double value : logs) distances.push_back(std::abs(value - middle));
  const double spread = 1.4826 * median_of(distances);
  if (spread <= 0) return;
  for (std::size_t i = 0; i < flags.size(); ++i)
    if (flags[i] == FigureFlag::fine && std::abs(log_of(i) - middle) > limit * spread) flags[i] = FigureFlag::outlier;
}

}  // namespace

std::vector<FigureFlag> flag_figures(const std::vector<SpendingFigure>& figures, const FlagLimits& limits) {
  std::vector<FigureFlag> flags;
  std::vector<double> per_inhabitant;
  double with_spending = 0;
  for (const auto& figure : figures) {
    flags.push_back(first_look(figure));
    if (flags.back() != FigureFlag::fine && flags.back() != FigureFlag::none) continue;
    per_inhabitant.push_back(*figure.euro / figure.inhabitants);
    with_spending += flags.back() == FigureFlag::fine ? 1 : 0;
  }
  if (per_inhabitant.empty()) return flags;
  const double median = median_of(per_inhabitant), share = with_spending / static_cast<double>(per_inhabitant.size());
  if (share >= limits.usual_share && median >= limits.large_amount)
    flag_booked_elsewhere(flags, figures, median, limits);
  flag_outliers(flags, figures, limits.robust_deviations);
  return flags;
}

}  // namespace koepel::benchmark
