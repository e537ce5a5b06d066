// SPDX-License-Identifier: EUPL-1.2
// In: a list of possible teams. Out: a good division, by small changes. Face: anneal().
#include "coalition/anneal.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace koepel::coalition {

namespace {

void tidy(std::vector<int>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Adds to every partner that `wanted` those it shares a team of `size` (0: any) with.
void add_mates(const Candidates& list, std::size_t size, const std::vector<char>& wanted,
               std::vector<std::vector<int>>& mates) {
  for (std::size_t t = 0; t < list.size(); ++t) {
    const auto team = list.team(t);
    if (size != 0 && team.size() != size) continue;
    for (const int i : team)
      if (wanted[static_cast<std::size_t>(i)])
        for (const int other : team)
          if (other != i) mates[static_cast<std::size_t>(i)].push_back(other);
  }
  for (auto& some : mates) tidy(some);
}

}  // namespace

std::vector<std::vector<int>> mates_of(const Candidates& list) {
  std::vector<std::vector<int>> mates(static_cast<std::size_t>(list.partners));
  std::vector<char> wanted(mates.size(), 1);
  add_mates(list, 2, wanted, mates);
  for (std::size_t i = 0; i < mates.size(); ++i) wanted[i] = mates[i].empty() ? 1 : 0;
  if (std::find(wanted.begin(), wanted.end(), 1) != wanted.end()) add_mates(list, 0, wanted, mates);
  return mates;
}

namespace {

using Key = std::uint64_t;

/// The same numbers on every machine (splitmix64; Steele and others 2014).
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>((next() >> 32) * count >> 32); }
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

/// The value of a team by the sum (without carry) of its members' keys. Two teams with one key: practically never, and
/// noticed at the end.
class Register {
 public:
  Register(const Candidates& list, const std::vector<Key>& keys, double reward)
      : places_(std::bit_ceil(2 * list.size() + 2)) {
    for (std::size_t t = 0; t < list.size(); ++t) {
      Key key = 0;
      for (const int i : list.team(t)) key ^= keys[static_cast<std::size_t>(i)];
      const auto size = static_cast<double>(list.team(t).size());
      put({key, t, list.values[t] + std::llround(reward * size * size)}, list);
    }
  }

  struct Place {
    Key key = 0;
    std::size_t team = 0;
    std::int64_t worth = impossible;
  };

  /// Worth `impossible` when there is no such team.
  [[nodiscard]] const Place& find(Key key) const {
    auto k = key & (places_.size() - 1);
    while (places_[k].key != 0 && places_[k].key != key) k = (k + 1) & (places_.size() - 1);
    return places_[k];
  }

 private:
  void put(const Place& place, const Candidates& list) {
    auto& there = const_cast<Place&>(find(place.key));
    if (there.key == 0 || list.values[there.team] < list.values[place.team]) there = place;
  }
  std::vector<Place> places_;
};

class Annealer {
 public:
  Annealer(const Candidates& list, const Annealing& how, const Progress& progress)
      : list_(list),
        how_(how),
        progress_(progress),
        numbers_(how.seed),
        mates_(mates_of(list)),
        keys_(make_keys()),
        register_(list, keys_, how.reward_for_size * reward_unit()),
        team_of_(keys_.size()),
        teams_(keys_.size()) {}

  std::optional<Division> run() {
    for (std::size_t i = 0; i < teams_.size(); ++i) {
      team_of_[i] = i;
      teams_[i] = {keys_[i], register_.find(keys_[i]).worth, {static_cast<int>(i)}};
      if (teams_[i].worth == impossible) return std::nullopt;
    }
    const double cooling = std::pow(coldest / hottest, static_cast<double>(block) / static_cast<double>(how_.steps));
    heat_ = hottest * largest_;
    for (std::uint64_t done = 0; done < how_.steps && !progress_.stopped(); done += block, heat_ *= cooling)
      for (std::uint64_t k = 0; k < block; ++k) step();
    return division();
  }

 private:
  static constexpr std::uint64_t block = 4096;
  // Parts of the greatest value of a team.
  static constexpr double hottest = 0.045, coldest = 0.001;

  struct Group {
    Key key = 0;
    std::int64_t worth = 0;
    std::vector<int> members;
  };

  std::vector<Key> make_keys() {
    std::vector<Key> keys(static_cast<std::size_t>(list_.partners));
    for (auto& key : keys) key = numbers_.next();
    return keys;
  }

  double reward_unit() {
    std::size_t most = 1;
    for (std::size_t t = 0; t < list_.size(); ++t) {
      largest_ = std::max(largest_, std::abs(static_cast<double>(list_.values[t])));
      most = std::max(most, list_.team(t).size());
    }
    return largest_ / static_cast<double>(most * most);
  }

  // A partner goes over to the team of a mate; every other time one of that team comes back for it.
  void step() {
    const auto from_partner = numbers_.below(keys_.size());
    const auto& mates = mates_[from_partner];
    if (mates.empty()) return;
    const auto from = team_of_[from_partner];
    const auto to = team_of_[static_cast<std::size_t>(mates[numbers_.below(mates.size())])];
    if (from == to) return;
    Key moved = keys_[from_partner];
    const bool both = (numbers_.next() & 1U) != 0;
    const int back = both ? teams_[to].members[numbers_.below(teams_[to].members.size())] : -1;
    if (both) moved ^= keys_[static_cast<std::size_t>(back)];
    if (!accepted(from, to, moved)) return;
    move(static_cast<int>(from_partner), from, to);
    if (both) move(back, to, from);
  }

  // Tries the change, and makes it in the keys when it is taken. An empty team has key 0 and is worth nothing.
  bool accepted(std::size_t from, std::size_t to, Key moved) {
    auto &a = teams_[from], &b = teams_[to];
    const auto worth_a = (a.key ^ moved) == 0 ? 0 : register_.find(a.key ^ moved).worth;
    if (worth_a == impossible) return false;
    const auto worth_b = register_.find(b.key ^ moved).worth;
    if (worth_b == impossible) return false;
    const auto gain = static_cast<double>(worth_a + worth_b - a.worth - b.worth);
    if (gain < 0 && numbers_.share() >= std::exp(gain / heat_)) return false;
    a.key ^= moved;
    b.key ^= moved;
    a.worth = worth_a;
    b.worth = worth_b;
    return true;
  }

  void move(int partner, std::size_t from, std::size_t to) {
    auto& members = teams_[from].members;
    *std::find(members.begin(), members.end(), partner) = members.back();
    members.pop_back();
    teams_[to].members.push_back(partner);
    team_of_[static_cast<std::size_t>(partner)] = to;
  }

  std::optional<Division> division() {
    Division division;
    for (auto& group : teams_) {
      if (group.members.empty()) continue;
      std::sort(group.members.begin(), group.members.end());
      const auto t = register_.find(group.key).team;
      if (!std::ranges::equal(list_.team(t), group.members)) return std::nullopt;
      division.value += list_.values[t];
      division.teams.push_back(group.members);
    }
    return division;
  }

  const Candidates& list_;
  const Annealing& how_;
  const Progress& progress_;
  Numbers numbers_;
  double largest_ = 1, heat_ = 0;
  std::vector<std::vector<int>> mates_;
  std::vector<Key> keys_;
  Register register_;
  std::vector<std::size_t> team_of_;
  std::vector<Group> teams_;
};

}  // namespace

std::optional<Division> anneal(const Candidates& list, const Annealing& how, const Progress& progress) {
  return Annealer(list, how, progress).run();
}

}  // namespace koepel::coalition
