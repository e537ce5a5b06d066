// SPDX-License-Identifier: EUPL-1.2
// In: the table. Out: prices per partner under which no team is worth more than its price. Face: find_prices().
// Column generation: solve the division over the teams known so far, allowing fractions; its dual prices say which
// other teams are worth more than their price; add those; until there are none.
#include <algorithm>
#include <bit>
#include <cmath>

#include "coalition/parts.h"
#include "lp/growing.h"

namespace koepel::coalition {
namespace {

constexpr double range = 1000;      // values are scaled to this size for the solver
constexpr double tolerance = 1e-6;  // of the scaled values; what remains is added to the prices
constexpr int most_rounds = 400;

struct Teams {
  std::vector<Mask> masks;
  double worst = 0;  // greatest excess of value over price per member
};

double largest_value(std::span<const std::int64_t> values) {
  std::int64_t largest = 1;
  for (std::size_t set = 1; set < values.size(); ++set)
    if (values[set] != impossible) largest = std::max(largest, std::abs(values[set]));
  return static_cast<double>(largest);
}

/// The team with the greatest excess per member for every first partner and size: varied, so that few rounds do.
Teams underpriced(std::span<const std::int64_t> values, int partners, std::span<const double> prices, double least) {
  const PriceSums sums(prices, partners);
  const auto n = static_cast<std::size_t>(partners);
  std::vector<double> best(n * (n + 1), least);
  std::vector<Mask> which(n * (n + 1), 0);
  Teams result;
  for (Mask set = 1; set < values.size(); ++set) {
    const double excess = static_cast<double>(values[set]) - sums.of(set);
    if (excess <= least) continue;
    const auto size = std::popcount(set);
    const auto place = static_cast<std::size_t>(std::countr_zero(set)) * (n + 1) + static_cast<std::size_t>(size);
    result.worst = std::max(result.worst, excess / size);
    if (excess > best[place]) {
      best[place] = excess;
      which[place] = set;
    }
  }
  std::copy_if(which.begin(), which.end(), std::back_inserter(result.masks), [](Mask m) { return m != 0; });
  return result;
}

class Master {
 public:
  Master(int partners, double scale) : partners_(partners), scale_(scale), model_(start(partners)) {}

  void add(Mask team, std::int64_t value) {
    std::vector<lp::Term> terms;
    for (const int partner : members(team)) terms.push_back({partner, 1});
    model_.add({.cost = static_cast<double>(value) * scale_}, terms);
  }

  Result<lp::Solution> solve(const Progress& progress) { return model_.solve({}, progress); }

  /// Partners for whom no team is known yet: the share still served by a stand-in.
  [[nodiscard]] bool uses_stand_ins(const lp::Solution& solution) const {
    return std::any_of(solution.primal.begin(), solution.primal.begin() + partners_, [](double x) { return x > 1e-6; });
  }

 private:
  // A stand-in per partner, so dear that it is used only where nothing else is possible.
  static lp::GrowingModel start(int partners) {
    lp::Model model{.maximise = true};
    for (int i = 0; i < partners; ++i) {
      model.add(lp::Column{.cost = -4 * range * partners});
      model.add(lp::Row{.lower = 1, .upper = 1, .terms = {{i, 1}}});
    }
    return lp::GrowingModel(model);
  }

  int partners_;
  double scale_;
  lp::GrowingModel model_;
};

std::vector<double> unscaled(const std::vector<double>& dual, double scale) {
  std::vector<double> prices;
  for (const double price : dual) prices.push_back(price / scale);
  return prices;
}

/// Raises every price by what is missing, so that the bound holds whatever the solver's rounding.
Prices safe(std::vector<double> prices, double missing) {
  Prices result{.of_partner = std::move(prices)};
  for (auto& price : result.of_partner) {
    price += missing;
    result.total += price;
  }
  return result;
}

}  // namespace

Result<PriceOutcome> find_prices(std::span<const std::int64_t> values, int partners, const Progress& progress) {
  const double scale = range / largest_value(values), least = tolerance / scale;
  Master master(partners, scale);
  for (Mask alone = 1; alone < values.size(); alone *= 2)
    if (values[alone] != impossible) master.add(alone, values[alone]);
  for (int round = 0;; ++round) {
    const auto solution = master.solve(progress);
    if (!solution) return tl::unexpected(solution.error());
    if (solution->status != lp::Status::optimal || progress.stopped()) return PriceOutcome{.stopped = true};
    auto prices = unscaled(solution->dual, scale);
    const auto found = underpriced(values, partners, prices, least);
    if (found.masks.empty() && master.uses_stand_ins(*solution)) return PriceOutcome{};
    if (found.masks.empty() || round == most_rounds)
      return PriceOutcome{.prices = safe(std::move(prices), std::max(found.worst, least))};
    for (const Mask team : found.masks) master.add(team, values[team]);
  }
}

}  // namespace koepel::coalition
