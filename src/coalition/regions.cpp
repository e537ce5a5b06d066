// SPDX-License-Identifier: EUPL-1.2
// In: a division of many partners. Out: a better one. Face: improve_regions().
// The partners of some neighbouring teams are divided again on their own. Prices with cuts (relaxation.h) come close to
// what the region can be worth; so few teams have a slack small enough to be part of a better division, and all ways to
// put those together are gone through.
#include "coalition/regions.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "coalition/anneal.h"
#include "coalition/assembler.h"

namespace koepel::coalition {
namespace {

constexpr int region_cut_rounds = 12;
constexpr std::size_t region_sizes[] = {10, 14};  // in teams; the larger ones when the smaller bring nothing any more

/// Some partners, numbered anew, and the teams within them.
struct Region {
  std::vector<int> partners;        // by their number here
  Candidates open;                  // in numbers of the region
  std::vector<std::size_t> number;  // of its teams in the whole list
};

class Improver {
 public:
  Improver(Division& division, const Candidates& list, const Relaxed& relaxed, double scale)
      : division_(division),
        list_(list),
        relaxed_(relaxed),
        scale_(scale),
        mates_(mates_of(list)),
        by_first_(mates_.size()),
        here_(mates_.size(), -1) {
    for (std::size_t t = 0; t < list.size(); ++t)
      by_first_[static_cast<std::size_t>(list.team(t).front())].push_back(t);
    for (const auto& team : division.teams) team_numbers_.push_back(find(team));
    TeamPricer pricer(relaxed.prices, list.partners);
    for (std::size_t t = 0; t < list.size(); ++t)
      slack_.push_back(pricer.price(list.team(t)) - static_cast<double>(list.values[t]) * scale);
  }

  Result<bool> run(double enough, const Progress& progress) {
    bool any = false;
    for (std::size_t step = 0; step < std::size(region_sizes);) {
      region_teams_ = region_sizes[step++];
      for (const int seed : by_slack()) {
        if (static_cast<double>(division_.value) >= enough || progress.stopped()) return any;
        const auto better = divide_around(seed, progress);
        if (!better) return better;
        if (!*better) continue;
        any = true;
        step = 0;
        break;
      }
    }
    return any;
  }

 private:
  [[nodiscard]] std::size_t find(std::span<const int> team) const {
    std::size_t best = list_.size();
    for (const auto t : by_first_[static_cast<std::size_t>(team.front())])
      if (std::ranges::equal(list_.team(t), team) && (best == list_.size() || list_.values[t] > list_.values[best]))
        best = t;
    return best;
  }

  // Partners, those in a team with much slack first.
  std::vector<int> by_slack() {
    std::vector<double> slack(mates_.size(), 0);
    team_of_.assign(mates_.size(), 0);
    for (std::size_t k = 0; k < team_numbers_.size(); ++k) {
      const auto t = team_numbers_[k];
      for (const int i : list_.team(t)) {
        slack[static_cast<std::size_t>(i)] = slack_[t];
        team_of_[static_cast<std::size_t>(i)] = k;
      }
    }
    std::vector<int> order(mates_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return slack[static_cast<std::size_t>(a)] > slack[static_cast<std::size_t>(b)];
    });
    return order;
  }

  // Partners by their distance from `start` over mates, within `inside` when it is not empty.
  std::vector<int> outward(int start, const std::vector<char>& inside) const {
    std::vector<int> order{start};
    std::vector<char> reached(mates_.size(), 0);
    reached[static_cast<std::size_t>(start)] = 1;
    for (std::size_t k = 0; k < order.size(); ++k)
      for (const int other : mates_[static_cast<std::size_t>(order[k])]) {
        const auto i = static_cast<std::size_t>(other);
        if (reached[i] || (!inside.empty() && !inside[i])) continue;
        reached[i] = 1;
        order.push_back(other);
      }
    return order;
  }

  // The teams nearest to `seed`, as places in the division, ascending.
  std::vector<std::size_t> teams_around(int seed) const {
    std::vector<std::size_t> some;
    std::size_t partners = 0;
    for (const int i : outward(seed, {})) {
      const auto k = team_of_[static_cast<std::size_t>(i)];
      if (std::find(some.begin(), some.end(), k) != some.end()) continue;
      partners += division_.teams[k].size();
      if (partners > most_in_region || some.size() == region_teams_) break;
      some.push_back(k);
    }
    std::sort(some.begin(), some.end());
    return some;
  }

  // From one end of the region to the other, so that the partners not yet placed stay together.
  Region region_of(const std::vector<std::size_t>& some) {
    std::vector<char> inside(mates_.size(), 0);
    std::vector<int> partners;
    for (const auto k : some)
      for (const int i : division_.teams[k]) {
        inside[static_cast<std::size_t>(i)] = 1;
        partners.push_back(i);
      }
    Region region{.partners = outward(outward(partners.front(), inside).back(), inside), .open = {}, .number = {}};
    for (const int i : partners)
      if (std::find(region.partners.begin(), region.partners.end(), i) == region.partners.end())
        region.partners.push_back(i);
    region.open.partners = static_cast<int>(partners.size());
    std::fill(here_.begin(), here_.end(), -1);
    for (std::size_t k = 0; k < region.partners.size(); ++k)
      here_[static_cast<std::size_t>(region.partners[k])] = static_cast<int>(k);
    const double most = most_slack(some);
    for (const int i : partners)
      for (const auto t : by_first_[static_cast<std::size_t>(i)])
        if (slack_[t] <= most) add_inside(region, t);
    return region;
  }

  // How many pairs of the cut's partners the teams of the division hold.
  [[nodiscard]] int pairs_now(const Cut& cut) const {
    std::vector<std::size_t> teams;
    for (const int i : cut) teams.push_back(team_of_[static_cast<std::size_t>(i)]);
    std::sort(teams.begin(), teams.end());
    int pairs = 0;
    for (std::size_t k = 1; k < teams.size(); ++k)
      if (teams[k] == teams[k - 1]) ++pairs, ++k;
    return pairs;
  }

  // A better division has less slack in all; what it can have more in its teams is the price of pairs that no team
  // holds now.
  [[nodiscard]] double most_slack(const std::vector<std::size_t>& some) const {
    double most = 0;
    for (const auto k : some) most += slack_[team_numbers_[k]];
    const auto& prices = relaxed_.prices;
    for (std::size_t c = 0; c < prices.cuts.size(); ++c) {
      const auto& cut = prices.cuts[c];
      const auto inside = [&](int i) { return here_[static_cast<std::size_t>(i)] >= 0; };
      if (prices.of_cut[c] > 0 && std::count_if(cut.begin(), cut.end(), inside) > 1)
        most += (most_pairs(cut) - pairs_now(cut)) * prices.of_cut[c];
    }
    return most;
  }

  void add_inside(Region& region, std::size_t t) {
    std::vector<int> team;
    for (const int i : list_.team(t)) {
      team.push_back(here_[static_cast<std::size_t>(i)]);
      if (team.back() < 0) return;
    }
    std::sort(team.begin(), team.end());
    region.open.add(team, list_.values[t]);
    region.number.push_back(t);
  }

  // What the whole programme knows of the region: teams, and cuts among its partners.
  std::vector<std::size_t> known_in(const Region& region) const {
    std::set<std::size_t> known(relaxed_.teams.begin(), relaxed_.teams.end());
    known.insert(team_numbers_.begin(), team_numbers_.end());
    std::vector<std::size_t> inside;
    for (std::size_t k = 0; k < region.number.size(); ++k)
      if (known.contains(region.number[k])) inside.push_back(k);
    return inside;
  }

  std::vector<Cut> cuts_in(const Region&) const {
    std::vector<Cut> inside;
    for (Cut cut : relaxed_.prices.cuts) {
      for (auto& i : cut) i = here_[static_cast<std::size_t>(i)];
      std::sort(cut.begin(), cut.end());
      if (cut[0] >= 0) inside.push_back(cut);
    }
    return inside;
  }

  Result<bool> divide_around(int seed, const Progress& progress) {
    const auto some = teams_around(seed);
    if (some.empty()) return false;  // a team larger than a region
    std::vector<std::size_t> mark;
    for (const auto k : some) mark.push_back(team_numbers_[k]);
    std::sort(mark.begin(), mark.end());
    if (!tried_.insert(mark).second) return false;
    const auto region = region_of(some);
    const std::vector<char> none(region.partners.size(), 0);
    std::int64_t now = 0;
    for (const auto k : some) now += list_.values[team_numbers_[k]];
    auto relaxed = relax(region.open, none, known_in(region), cuts_in(region), scale_, region_cut_rounds, progress,
                         static_cast<double>(now + 1) * scale_);
    if (!relaxed) return tl::unexpected(relaxed.error());
    if (relaxed->certainty != Certainty::best) return false;
    return assemble(region, some, relaxed->prices, now);
  }

  // A small limit first: few teams, quickly gone through.
  bool assemble(const Region& region, const std::vector<std::size_t>& some, const CutPrices& prices, std::int64_t now) {
    double room = prices.total() - static_cast<double>(now + 1) * scale_;
    Assembler assembler(region.open, prices, scale_, room);
    for (int part = 16; part > 0; part /= 2) {
      const auto found = assembler.run(room / part);
      if (found && take(region, some, *found, now)) return true;
      if (!assembler.complete()) return false;
    }
    return false;
  }

  bool take(const Region& region, const std::vector<std::size_t>& some, const std::vector<std::size_t>& found,
            std::int64_t now) {
    std::int64_t value = 0;
    for (const auto k : found) value += region.open.values[k];
    if (value <= now) return false;
    for (auto k = some.rbegin(); k != some.rend(); ++k) {
      division_.teams.erase(division_.teams.begin() + static_cast<std::ptrdiff_t>(*k));
      team_numbers_.erase(team_numbers_.begin() + static_cast<std::ptrdiff_t>(*k));
    }
    for (const auto k : found) {
      const auto team = list_.team(region.number[k]);
      division_.teams.emplace_back(team.begin(), team.end());
      team_numbers_.push_back(region.number[k]);
    }
    division_.value += value - now;
    return true;
  }

  Division& division_;
  const Candidates& list_;
  const Relaxed& relaxed_;
  double scale_;
  std::size_t region_teams_ = 0;
  std::vector<std::vector<int>> mates_;
  std::vector<std::vector<std::size_t>> by_first_;  // teams by their first partner
  std::vector<double> slack_;                       // of every team, by the prices of the whole
  std::vector<int> here_;                           // number in the region, -1 outside
  std::vector<std::size_t> team_of_, team_numbers_;
  std::set<std::vector<std::size_t>> tried_;
};

}  // namespace

Result<bool> improve_regions(Division& division, const Candidates& list, const Relaxed& relaxed, double scale,
                             double enough, const Progress& progress) {
  const auto better = Improver(division, list, relaxed, scale).run(enough, progress);
  std::sort(division.teams.begin(), division.teams.end());
  return better;
}

}  // namespace koepel::coalition
