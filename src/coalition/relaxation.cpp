// SPDX-License-Identifier: EUPL-1.2
// In: a list of possible teams. Out: the best division in fractions, prices, cuts. Face: relax().
#include "coalition/relaxation.h"

#include <algorithm>
#include <numeric>

#include "lp/growing.h"

namespace koepel::coalition {

int pairs_in(const Cut& cut, std::span<const int> team) {
  const auto held =
      std::count_if(cut.begin(), cut.end(), [&](int i) { return std::binary_search(team.begin(), team.end(), i); });
  return static_cast<int>(held / 2);
}

double CutPrices::total() const {
  double sum = std::accumulate(of_partner.begin(), of_partner.end(), 0.0);
  for (std::size_t c = 0; c < cuts.size(); ++c) sum += most_pairs(cuts[c]) * of_cut[c];
  return sum;
}

TeamPricer::TeamPricer(const CutPrices& prices, int partners)
    : prices_(prices), cuts_of_(static_cast<std::size_t>(partners)), seen_(prices.cuts.size(), 0) {
  for (std::size_t c = 0; c < prices.cuts.size(); ++c)
    if (prices.of_cut[c] > 0)
      for (const int partner : prices.cuts[c]) cuts_of_[static_cast<std::size_t>(partner)].push_back(c);
}

double TeamPricer::price(std::span<const int> team) { return of_partners(team) + of_cuts(team); }

double TeamPricer::of_partners(std::span<const int> team) const {
  double sum = 0;
  for (const int partner : team) sum += prices_.of_partner[static_cast<std::size_t>(partner)];
  return sum;
}

double TeamPricer::of_cuts(std::span<const int> team) {
  double sum = 0;
  for (const int partner : team)
    for (const auto c : cuts_of_[static_cast<std::size_t>(partner)])
      if (++seen_[c] % 2 == 0) sum += prices_.of_cut[c];
  for (const int partner : team)
    for (const auto c : cuts_of_[static_cast<std::size_t>(partner)]) seen_[c] = 0;
  return sum;
}

namespace {

constexpr double tolerance = 1e-6;  // of the scaled values; what remains is added to the prices
constexpr int most_rounds = 3000;

struct Offer {
  std::vector<std::size_t> teams;
  double worst = 0;  // greatest excess of value over price per member
};

/// For every partner the team of its with the greatest excess of value over price.
Offer underpriced(const Candidates& list, const CutPrices& prices, double scale) {
  const auto n = static_cast<std::size_t>(list.partners);
  std::vector<double> best(n, tolerance);
  std::vector<std::size_t> which(n, list.size());
  Offer offer;
  TeamPricer pricer(prices, list.partners);
  for (std::size_t t = 0; t < list.size(); ++t) {
    const auto team = list.team(t);
    // Cuts only make a team dearer: most teams need no look at them.
    double excess = static_cast<double>(list.values[t]) * scale - pricer.of_partners(team);
    if (excess <= tolerance || (excess -= pricer.of_cuts(team)) <= tolerance) continue;
    offer.worst = std::max(offer.worst, excess / static_cast<double>(team.size()));
    for (const int partner : team) {
      const auto i = static_cast<std::size_t>(partner);
      if (excess <= best[i]) continue;
      best[i] = excess;
      which[i] = t;
    }
  }
  for (const auto t : which)
    if (t != list.size()) offer.teams.push_back(t);
  std::sort(offer.teams.begin(), offer.teams.end());
  offer.teams.erase(std::unique(offer.teams.begin(), offer.teams.end()), offer.teams.end());
  return offer;
}

/// The linear programme: a row per partner, a row per cut, a column per stand-in and per known team.
class Programme {
 public:
  // A stand-in per partner, so dear that it is used only where nothing else is possible. Placed partners need no team.
  Programme(const Candidates& list, const std::vector<char>& placed, double scale)
      : list_(list), scale_(scale), model_(stand_ins(placed)) {}

  void add_team(std::size_t t) {
    const auto team = list_.team(t);
    std::vector<lp::Term> terms;
    for (const int partner : team) terms.push_back({partner, 1});
    for (std::size_t c = 0; c < cuts.size(); ++c)
      if (const int pairs = pairs_in(cuts[c], team); pairs > 0)
        terms.push_back({list_.partners + static_cast<int>(c), 1.0 * pairs});
    model_.add({.cost = static_cast<double>(list_.values[t]) * scale_}, terms);
    teams.push_back(t);
  }

  void add_cut(const Cut& cut) {
    lp::Row row{.upper = 1.0 * most_pairs(cut)};
    for (std::size_t k = 0; k < teams.size(); ++k)
      if (const int pairs = pairs_in(cut, list_.team(teams[k])); pairs > 0)
        row.terms.push_back({list_.partners + static_cast<int>(k), 1.0 * pairs});
    model_.add(row);
    cuts.push_back(cut);
  }

  Result<lp::Solution> solve(const Progress& progress) { return model_.solve({}, progress); }

  [[nodiscard]] bool uses_stand_ins(const lp::Solution& solution) const {
    const auto begin = solution.primal.begin();
    return std::any_of(begin, begin + list_.partners, [](double x) { return x > 1e-6; });
  }

  [[nodiscard]] CutPrices prices(const lp::Solution& solution) const {
    const auto middle = solution.dual.begin() + list_.partners;
    CutPrices prices{{solution.dual.begin(), middle}, cuts, {middle, solution.dual.end()}};
    for (auto& price : prices.of_cut) price = std::max(price, 0.0);
    return prices;
  }

  std::vector<std::size_t> teams;
  std::vector<Cut> cuts;

 private:
  static lp::GrowingModel stand_ins(const std::vector<char>& placed) {
    lp::Model model{.maximise = true};
    for (const char done : placed) {
      const double wanted = done ? 0 : 1;
      const int i = model.add(lp::Column{.cost = -4 * scaled_range * static_cast<double>(placed.size())});
      model.add(lp::Row{.lower = wanted, .upper = wanted, .terms = {{i, 1}}});
    }
    return lp::GrowingModel(model);
  }

  const Candidates& list_;
  double scale_;
  lp::GrowingModel model_;
};

}  // namespace

Result<Relaxed> relax(const Candidates& list, const std::vector<char>& placed, std::vector<std::size_t> known,
                      std::vector<Cut> cuts, double scale, int rounds, const Progress& progress, double enough) {
  Programme programme(list, placed, scale);
  for (const auto& cut : cuts) programme.add_cut(cut);
  for (const auto t : known) programme.add_team(t);
  for (int round = 0;; ++round) {
    const auto solution = programme.solve(progress);
    if (!solution) return tl::unexpected(solution.error());
    if (solution->status != lp::Status::optimal) return Relaxed{.certainty = Certainty::stopped};
    Relaxed relaxed{.prices = programme.prices(*solution), .teams = programme.teams};
    const auto offer = underpriced(list, relaxed.prices, scale);
    if (!offer.teams.empty() && round < most_rounds) {
      for (const auto t : offer.teams) programme.add_team(t);
      continue;
    }
    if (programme.uses_stand_ins(*solution)) return Relaxed{.certainty = Certainty::infeasible};
    relaxed.shares.assign(solution->primal.begin() + list.partners, solution->primal.end());
    const auto broken = rounds-- > 0 && solution->objective > enough ? broken_cuts(list, relaxed.teams, relaxed.shares)
                                                                     : std::vector<Cut>{};
    if (broken.empty() || round >= most_rounds) {
      for (auto& price : relaxed.prices.of_partner) price += std::max(offer.worst, tolerance);
      return relaxed;
    }
    for (const auto& cut : broken) programme.add_cut(cut);
  }
}

}  // namespace koepel::coalition
